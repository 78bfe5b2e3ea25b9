package dev.portcullis.screening.format;

import dev.portcullis.screening.list.ListFile;

/**
 * What was read from a source's file.
 *
 * @param format the format that the file is in
 * @param file its entries
 */
public record ListContent(ListFormat format, ListFile file) {}

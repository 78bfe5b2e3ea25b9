package dev.portcullis.screening.signal;

/**
 * Something that was read from a text, with the words that it was read from.
 *
 * @param value what was read
 * @param words the words, as they are written there
 */
public record Found<T>(T value, String words) {}

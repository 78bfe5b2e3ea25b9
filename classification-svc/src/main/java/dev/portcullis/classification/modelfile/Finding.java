package dev.portcullis.classification.modelfile;

/**
 * Something about a file that a person should know.
 *
 * @param code stays the same for one kind of finding
 * @param severity how much it weighs
 * @param text in words, with what to do about it
 */
public record Finding(String code, Severity severity, String text) {}

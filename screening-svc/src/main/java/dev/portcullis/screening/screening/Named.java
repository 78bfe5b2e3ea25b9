package dev.portcullis.screening.screening;

/**
 * Somebody with names.
 *
 * @param key who it is
 * @param subject the names, and what else is known
 * @param <K> what tells them apart
 */
public record Named<K>(K key, Subject subject) {}

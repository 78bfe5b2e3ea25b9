package dev.portcullis.screening.signal;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * The words that something in a signal was read from.
 *
 * @param field what was read: {@code kind}, {@code country}, {@code eccn}, {@code party}, {@code effective} or {@code agency}
 * @param value what it was read as
 * @param words the words; for a kind, the reason of the rule that told it
 */
@RegisterForReflection
public record Evidence(String field, String value, String words) {}

package dev.portcullis.platform.feed;

import org.jspecify.annotations.Nullable;

/**
 * What is known of one aggregate of another service.
 *
 * @param key the aggregate's id
 * @param version the version of the state that was read last
 * @param value the state; null where the aggregate is gone, or where its newest event could not be read
 */
public record Fact<T>(String key, long version, @Nullable T value) {}

package dev.portcullis.contracts;

import org.jspecify.annotations.Nullable;

/** Checks that the records of this package share. Each failure names the field and what was expected of it. */
final class Require {
    private Require() {}

    static String text(@Nullable String value, String field) {
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException(field + " must not be empty");
        }
        return value;
    }

    static <T> T present(@Nullable T value, String field) {
        if (value == null) {
            throw new IllegalArgumentException(field + " is missing");
        }
        return value;
    }

    static void version(long version) {
        if (version < 1) {
            throw new IllegalArgumentException("version must be 1 or more, not " + version);
        }
    }
}

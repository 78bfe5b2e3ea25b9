package dev.portcullis.classification.modelfile;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What else a file says of its model: few words under known names. The first file that says something wins. */
final class Details {
    private static final int MOST = 64;
    private static final int LONGEST = 200;

    private final SortedMap<String, String> values = new TreeMap<>();

    void put(String key, String value) {
        if (values.size() < MOST && !value.isEmpty()) {
            values.putIfAbsent(Printable.of(key), Printable.of(value, LONGEST));
        }
    }

    @Nullable
    String get(String key) {
        return values.get(key);
    }

    /** The value as a number, or -1 where it is absent or none. */
    long number(String key) {
        String value = values.get(key);
        if (value == null || !value.matches("[0-9]{1,18}")) {
            return -1;
        }
        return Long.parseLong(value);
    }

    SortedMap<String, String> map() {
        return Collections.unmodifiableSortedMap(values);
    }
}

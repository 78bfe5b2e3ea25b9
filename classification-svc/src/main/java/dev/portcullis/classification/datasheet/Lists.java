package dev.portcullis.classification.datasheet;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Immutable copies that let a null entry through, so that validation can name its place. */
final class Lists {
    private Lists() {}

    static <T> List<T> orEmpty(@Nullable List<T> list) {
        return list == null ? List.of() : Collections.unmodifiableList(new ArrayList<>(list));
    }

    static <T> @Nullable List<T> copy(@Nullable List<T> list) {
        return list == null ? null : Collections.unmodifiableList(new ArrayList<>(list));
    }

    /** In the order of the names, so that equal datasheets read equal. */
    static <V> @Nullable Map<String, V> copy(@Nullable Map<String, V> map) {
        return map == null ? null : Collections.unmodifiableMap(new TreeMap<>(map));
    }
}

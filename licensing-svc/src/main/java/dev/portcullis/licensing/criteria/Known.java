package dev.portcullis.licensing.criteria;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What is known, by the names that the rules use. A fact that is not in here is not known; one whose set is empty is known to be nothing.
 *
 * @param texts facts in words, each perhaps several
 * @param numbers facts in figures
 */
public record Known(Map<String, Set<String>> texts, Map<String, BigDecimal> numbers) {
    public Known {
        Map<String, Set<String>> copy = new TreeMap<>();
        texts.forEach((name, values) -> copy.put(name, Collections.unmodifiableSet(new TreeSet<>(values))));
        texts = Collections.unmodifiableMap(copy);
        numbers = Collections.unmodifiableMap(new TreeMap<>(numbers));
    }

    /** A fact as a person reads it; null where it is not known or is nothing. */
    public @Nullable String shown(String name) {
        BigDecimal number = numbers.get(name);
        if (number != null) {
            return number.stripTrailingZeros().toPlainString();
        }
        Set<String> values = texts.get(name);
        return values == null || values.isEmpty() ? null : String.join(", ", values);
    }

    /** Gathers what is known. */
    public static final class Gathering {
        private final Map<String, Set<String>> texts = new TreeMap<>();
        private final Map<String, BigDecimal> numbers = new TreeMap<>();

        /** Adds a fact; nothing where it is not known. */
        public Gathering text(String name, @Nullable Object value) {
            if (value != null && !value.toString().isBlank()) {
                texts.computeIfAbsent(name, key -> new TreeSet<>()).add(value.toString());
            }
            return this;
        }

        /** Adds a fact that is known to be these, and no more. */
        public Gathering texts(String name, Collection<String> values) {
            texts.put(name, new TreeSet<>(values));
            return this;
        }

        /** Adds a fact that is so or not; nothing where it is not known. */
        public Gathering yes(String name, @Nullable Boolean holds) {
            return text(name, holds == null ? null : holds ? "YES" : "NO");
        }

        /** Adds a figure; nothing where it is not known. */
        public Gathering number(String name, @Nullable BigDecimal value) {
            if (value != null) {
                numbers.put(name, value);
            }
            return this;
        }

        public Known known() {
            return new Known(texts, numbers);
        }
    }
}

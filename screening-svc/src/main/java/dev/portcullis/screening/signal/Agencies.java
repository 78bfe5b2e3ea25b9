package dev.portcullis.screening.signal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the agencies that a document comes from, by {@code signals/agencies.csv}. Immutable. */
final class Agencies {
    private final Map<String, Pattern> patterns;

    private Agencies(Map<String, Pattern> patterns) {
        this.patterns = patterns;
    }

    /** The agencies that ship with the service. */
    static Agencies shipped() {
        return Shipped.AGENCIES;
    }

    /** The agencies, in the table's order: those that the publisher names, else those that the text speaks of. */
    List<Found<String>> find(FederalRegisterDocument document) {
        List<Found<String>> named = find(String.join("; ", document.agencies()));
        return named.isEmpty() ? find(document.text()) : named;
    }

    private List<Found<String>> find(String text) {
        return patterns.entrySet().stream()
                .flatMap(agency -> {
                    Matcher matcher = agency.getValue().matcher(text);
                    return matcher.find()
                            ? java.util.stream.Stream.of(new Found<>(agency.getKey(), matcher.group()))
                            : java.util.stream.Stream.<Found<String>>empty();
                })
                .toList();
    }

    private static final class Shipped {
        private static final Agencies AGENCIES = load();

        private static Agencies load() {
            Map<String, Pattern> patterns = new LinkedHashMap<>();
            DataFile.rows("agencies.csv")
                    .forEach(row -> patterns.put(
                            DataFile.column(row, "agency"), DataFile.pattern(DataFile.column(row, "pattern"))));
            return new Agencies(patterns);
        }
    }
}

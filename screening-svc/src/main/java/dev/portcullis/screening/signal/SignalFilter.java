package dev.portcullis.screening.signal;

import dev.portcullis.contracts.CountryCode;
import dev.portcullis.contracts.Eccn;
import dev.portcullis.contracts.SignalState.Kind;
import dev.portcullis.contracts.SignalState.Source;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which signals are asked for; what is absent asks nothing.
 *
 * @param kind what happened
 * @param source where it was learned
 * @param country one of the countries that it is aimed at
 * @param eccn one of the entries of the Commerce Control List
 * @param acknowledged whether somebody has taken note of it
 */
record SignalFilter(
        @Nullable Kind kind,
        @Nullable Source source,
        @Nullable CountryCode country,
        @Nullable Eccn eccn,
        @Nullable Boolean acknowledged) {

    /** The conditions, with their values by name; empty where all are asked for. */
    Map<String, Object> values() {
        Map<String, Object> values = new HashMap<>();
        put(values, "kind", kind == null ? null : kind.name());
        put(values, "source", source == null ? null : source.name());
        put(values, "country", country == null ? null : "% " + country.value() + " %");
        put(values, "eccn", eccn == null ? null : "% " + eccn.value() + " %");
        put(values, "acknowledged", acknowledged);
        return values;
    }

    /** The conditions in the query language of the store. */
    List<String> conditions() {
        List<String> conditions = new ArrayList<>();
        add(conditions, kind, "kind = :kind");
        add(conditions, source, "source = :source");
        add(conditions, country, "countries like :country");
        add(conditions, eccn, "eccns like :eccn");
        add(conditions, acknowledged, "acknowledged = :acknowledged");
        return conditions;
    }

    private static void put(Map<String, Object> values, String name, @Nullable Object value) {
        if (value != null) {
            values.put(name, value);
        }
    }

    private static void add(List<String> conditions, @Nullable Object value, String condition) {
        if (value != null) {
            conditions.add(condition);
        }
    }
}

package dev.portcullis.screening.casefile;

import dev.portcullis.screening.cases.Case;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which cases are asked for; what is absent asks nothing.
 *
 * @param state where they stand
 * @param party the party's id
 * @param list the code of the list
 * @param overdue whether they have waited too long for people
 * @param assignee who is to look at them
 */
public record CaseFilter(
        Case.@Nullable State state,
        @Nullable String party,
        @Nullable String list,
        @Nullable Boolean overdue,
        @Nullable String assignee) {
    private static final String LATE = "(state in ('OPEN', 'PROPOSED') and due < :now)";

    /** The conditions' values by name. */
    Map<String, Object> values(Instant now) {
        Map<String, Object> values = new HashMap<>();
        put(values, "state", state == null ? null : state.name());
        put(values, "party", party);
        put(values, "list", list);
        put(values, "now", overdue == null ? null : now);
        put(values, "assignee", assignee);
        return values;
    }

    /** The conditions in the query language of the store. */
    List<String> conditions() {
        List<String> conditions = new ArrayList<>();
        add(conditions, state, "state = :state");
        add(conditions, party, "party = :party");
        add(conditions, list, "listCode = :list");
        add(conditions, overdue, Boolean.TRUE.equals(overdue) ? LATE : "not " + LATE);
        add(conditions, assignee, "assignee = :assignee");
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

package dev.portcullis.licensing.deemed;

import dev.portcullis.contracts.DeterminationState.Situation;
import dev.portcullis.contracts.PersonState;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Who is in which situation, and how many are: of those who work here only. Safe for use by several threads. */
final class Census {
    private final Map<String, Situation> byPerson = new HashMap<>();
    private final Map<Situation, Integer> heads = new HashMap<>();

    /**
     * What a change of a person comes to.
     *
     * @param begun a situation that nobody was in before; null where there is none
     * @param ended a situation that nobody is in any more; null where there is none
     * @param moved whether the person is in another situation than before
     */
    record Change(@Nullable Situation begun, @Nullable Situation ended, boolean moved) {}

    /**
     * Counts a person as it is now.
     *
     * @param state null where the person is not known any more
     */
    synchronized Change count(String id, @Nullable PersonState state) {
        Situation now = state == null || state.status() != PersonState.Status.ACTIVE ? null : Situation.of(state);
        Situation before = now == null ? byPerson.remove(id) : byPerson.put(id, now);
        if (now == null ? before == null : now.equals(before)) {
            return new Change(null, null, false);
        }
        Situation ended = null;
        if (before != null && heads.merge(before, -1, Integer::sum) == 0) {
            heads.remove(before);
            ended = before;
        }
        Situation begun = now != null && heads.merge(now, 1, Integer::sum) == 1 ? now : null;
        return new Change(begun, ended, true);
    }

    /** The situations that somebody is in. */
    synchronized List<Situation> situations() {
        return List.copyOf(heads.keySet());
    }

    /** The situation that a person is in; null where the person does not work here. */
    synchronized @Nullable Situation of(String person) {
        return byPerson.get(person);
    }
}

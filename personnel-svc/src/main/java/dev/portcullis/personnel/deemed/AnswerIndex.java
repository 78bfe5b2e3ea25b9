package dev.portcullis.personnel.deemed;

import dev.portcullis.contracts.DeterminationState;
import dev.portcullis.contracts.DeterminationState.Activity;
import dev.portcullis.contracts.DeterminationState.Situation;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The answers by what was asked. Safe for use by several threads. */
final class AnswerIndex {
    private final Map<String, DeterminationState> byKey = new HashMap<>();
    private final Map<Circle, NavigableMap<String, DeterminationState>> byCircle = new HashMap<>();
    private final NavigableMap<String, Integer> items = new TreeMap<>();

    /** Everybody for whom the answers are the same. */
    private record Circle(Activity activity, Situation situation) {}

    /**
     * Takes what is known of an answer.
     *
     * @param state null where there is none any more
     * @return the item that it is about; null where that is not known
     */
    synchronized @Nullable String put(String key, @Nullable DeterminationState state) {
        DeterminationState before = byKey.remove(key);
        if (before != null && before.situation() != null) {
            Circle circle = new Circle(before.activity(), before.situation());
            NavigableMap<String, DeterminationState> answers = byCircle.get(circle);
            if (answers != null) {
                answers.remove(before.itemId());
                if (answers.isEmpty()) {
                    byCircle.remove(circle);
                }
            }
            items.computeIfPresent(before.itemId(), (id, count) -> count == 1 ? null : count - 1);
        }
        Situation situation = state == null ? null : state.situation();
        if (state != null && situation != null) {
            byKey.put(key, state);
            byCircle.computeIfAbsent(new Circle(state.activity(), situation), any -> new TreeMap<>())
                    .put(state.itemId(), state);
            items.merge(state.itemId(), 1, Integer::sum);
        }
        return state != null ? state.itemId() : before == null ? null : before.itemId();
    }

    synchronized @Nullable DeterminationState get(Activity activity, Situation situation, String itemId) {
        NavigableMap<String, DeterminationState> answers = byCircle.get(new Circle(activity, situation));
        return answers == null ? null : answers.get(itemId);
    }

    /** The items of which any answer is known, in their order, after one. */
    synchronized List<String> items(@Nullable String after, int count) {
        Set<String> found = new TreeSet<>();
        for (String id :
                after == null ? items.keySet() : items.tailMap(after, false).keySet()) {
            if (found.size() == count) {
                break;
            }
            found.add(id);
        }
        return List.copyOf(found);
    }

    synchronized int size() {
        return byKey.size();
    }
}

package dev.portcullis.licensing.deemed;

import dev.portcullis.contracts.DeterminationState.Situation;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What is to be determined anew. However often the same is said to be due, it is done once; what becomes due while it is being done is done
 * again. Safe for use by several threads.
 */
final class Due {
    private final Set<String> items = new LinkedHashSet<>();
    private final Set<Situation> situations = new LinkedHashSet<>();
    private boolean everything = true;

    /**
     * What was due at one moment.
     *
     * @param everything all items in all situations; the rest is empty then
     * @param items these items in all situations
     * @param situations all items in these situations
     */
    record Batch(boolean everything, List<String> items, List<Situation> situations) {
        boolean isEmpty() {
            return !everything && items.isEmpty() && situations.isEmpty();
        }
    }

    synchronized void everything() {
        everything = true;
        items.clear();
        situations.clear();
    }

    synchronized void item(String id) {
        if (!everything) {
            items.add(id);
        }
    }

    synchronized void items(Collection<String> ids) {
        if (!everything) {
            items.addAll(ids);
        }
    }

    synchronized void situation(Situation situation) {
        if (!everything) {
            situations.add(situation);
        }
    }

    /** Takes all that is due; it is due no more. */
    synchronized Batch take() {
        Batch batch = new Batch(everything, new ArrayList<>(items), new ArrayList<>(situations));
        everything = false;
        items.clear();
        situations.clear();
        return batch;
    }
}

package dev.portcullis.screening.screening;

import dev.portcullis.screening.list.ListedParty;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What differs between two sets of entries. A finding can only differ where it held an entry that has left, or where an entry is met that has
 * come. An entry that says anything else than before has left as it was and come as it is.
 *
 * @param come entries as they are now that were not there, or said something else
 * @param left entries that are not there any more, or say something else now
 */
public record ListChange(List<ListedParty> come, Set<Entry> left) {
    public ListChange {
        come = List.copyOf(come);
        left = Set.copyOf(left);
    }

    /**
     * An entry by its place.
     *
     * @param list the code of its list
     * @param id its id on it
     */
    public record Entry(String list, String id) {
        static Entry of(ListedParty party) {
            return new Entry(party.list(), party.id());
        }
    }

    /** Compares the entries that were searched with those that are. */
    public static ListChange between(List<ListedParty> before, List<ListedParty> after) {
        Map<Entry, ListedParty> gone = new HashMap<>();
        before.forEach(entry -> gone.put(Entry.of(entry), entry));
        List<ListedParty> come = new ArrayList<>();
        Set<Entry> left = new HashSet<>();
        for (ListedParty entry : after) {
            ListedParty was = gone.remove(Entry.of(entry));
            if (was == null || !was.equals(entry)) {
                come.add(entry);
            }
            if (was != null && !was.equals(entry)) {
                left.add(Entry.of(entry));
            }
        }
        left.addAll(gone.keySet());
        return new ListChange(come, left);
    }

    /** Whether an entry of this place has left. */
    public boolean hasLeft(String list, String id) {
        return left.contains(new Entry(list, id));
    }
}

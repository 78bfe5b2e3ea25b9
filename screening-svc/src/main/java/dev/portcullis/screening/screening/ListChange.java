package dev.portcullis.screening.screening;

import dev.portcullis.screening.list.ListedParty;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What differs between two sets of entries. A finding can only differ where it held an entry that has left, or where an entry is met that has
 * come. An entry that says anything else than before has left as it was and come as it is.
 *
 * @param come entries as they are now that were not there, or said something else
 * @param left entries as they were that are not there any more, or say something else now
 */
public record ListChange(List<ListedParty> come, List<ListedParty> left) {
    public ListChange {
        come = List.copyOf(come);
        left = List.copyOf(left);
    }

    private record Place(String list, String id) {
        static Place of(ListedParty entry) {
            return new Place(entry.list(), entry.id());
        }
    }

    /** Compares the entries that were searched with those that are. */
    public static ListChange between(List<ListedParty> before, List<ListedParty> after) {
        Map<Place, ListedParty> gone = new HashMap<>();
        before.forEach(entry -> gone.put(Place.of(entry), entry));
        List<ListedParty> come = new ArrayList<>();
        for (ListedParty entry : after) {
            if (!gone.remove(Place.of(entry), entry)) {
                come.add(entry);
            }
        }
        return new ListChange(come, List.copyOf(gone.values()));
    }

    public boolean isEmpty() {
        return come.isEmpty() && left.isEmpty();
    }
}

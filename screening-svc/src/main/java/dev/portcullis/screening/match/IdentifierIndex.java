package dev.portcullis.screening.match;

import dev.portcullis.screening.list.Identifier;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** The entries of an edition by their documents and numbers, each told by the first of its names. Immutable. */
final class IdentifierIndex {
    private static final int[] NOBODY = {};

    private final Map<String, int[]> names;

    private IdentifierIndex(Map<String, int[]> names) {
        this.names = Map.copyOf(names);
    }

    static IdentifierIndex of(NameIndex index) {
        Map<String, int[]> names = new HashMap<>();
        for (int name = 0; name < index.size(); name++) {
            if (name == 0 || index.entryOf(name) != index.entryOf(name - 1)) {
                for (Identifier identifier :
                        index.entry(index.entryOf(name)).particulars().identifiers()) {
                    int first = name;
                    names.merge(EvidenceRules.number(identifier.number()), new int[] {first}, IdentifierIndex::with);
                }
            }
        }
        names.keySet().removeIf(number -> number.length() < EvidenceRules.SHORTEST_NUMBER);
        return new IdentifierIndex(names);
    }

    private static int[] with(int[] some, int[] one) {
        if (some[some.length - 1] == one[0]) {
            return some;
        }
        int[] more = Arrays.copyOf(some, some.length + 1);
        more[some.length] = one[0];
        return more;
    }

    /** The first names of entries with the same number. */
    int[] find(Identifier identifier) {
        return names.getOrDefault(EvidenceRules.number(identifier.number()), NOBODY);
    }
}

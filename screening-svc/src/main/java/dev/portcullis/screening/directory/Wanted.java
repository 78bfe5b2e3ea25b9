package dev.portcullis.screening.directory;

import dev.portcullis.screening.list.ListedParty;
import java.util.Set;

/**
 * Which entries are wanted; what is empty leaves it open.
 *
 * @param lists codes of lists
 * @param countries ISO 3166-1 alpha-2 codes, of which an entry has one as an address, nationality or flag
 * @param types what an entry is told to be
 */
public record Wanted(Set<String> lists, Set<String> countries, Set<ListedParty.Type> types) {
    public static final Wanted ANY = new Wanted(Set.of(), Set.of(), Set.of());

    public Wanted {
        lists = Set.copyOf(lists);
        countries = Set.copyOf(countries);
        types = Set.copyOf(types);
    }

    /** Whether an entry is among them. */
    public boolean holds(ListedParty entry) {
        return (lists.isEmpty() || lists.contains(entry.list()))
                && (types.isEmpty() || types.contains(entry.type()))
                && (countries.isEmpty()
                        || entry.countries().stream().anyMatch(countries::contains)
                        || entry.particulars().nationalities().stream().anyMatch(countries::contains));
    }
}

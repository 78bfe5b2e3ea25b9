package dev.portcullis.screening.cases;

import dev.portcullis.screening.cases.Side.Trait;
import dev.portcullis.screening.list.Alias;
import dev.portcullis.screening.list.ListedParty;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What of a listed party a decision may rest on. */
public final class Sides {
    private Sides() {}

    /**
     * An entry of a list as it is now. What its publisher only remarks, and what it asks of a license, tells nobody apart and stays out.
     */
    public static Side of(ListedParty entry) {
        List<String> names = new ArrayList<>(List.of(entry.name()));
        entry.aliases().stream().map(Alias::name).forEach(names::add);
        List<String> countries = new ArrayList<>(entry.countries());
        entry.particulars().nationalities().forEach(code -> countries.add("of " + code));
        List<String> births = new ArrayList<>(entry.particulars().births());
        entry.particulars().birthPlaces().forEach(place -> births.add("in " + place));
        Map<Trait, Set<String>> known = new EnumMap<>(Trait.class);
        put(known, Trait.NAME, names);
        put(known, Trait.ADDRESS, entry.addresses());
        put(known, Trait.PROGRAM, entry.programs());
        put(known, Trait.COUNTRY, countries);
        put(known, Trait.KIND, List.of(entry.type().name()));
        put(known, Trait.BIRTH, births);
        put(
                known,
                Trait.IDENTIFIER,
                entry.particulars().identifiers().stream()
                        .map(identifier -> identifier.type() + " " + identifier.number() + " " + identifier.country())
                        .toList());
        return Side.of(known);
    }

    private static void put(Map<Trait, Set<String>> known, Trait trait, Collection<String> texts) {
        known.put(trait, new HashSet<>(texts));
    }
}

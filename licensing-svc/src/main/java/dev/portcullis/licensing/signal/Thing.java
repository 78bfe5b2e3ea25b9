package dev.portcullis.licensing.signal;

import dev.portcullis.contracts.CountryCode;
import dev.portcullis.contracts.Eccn;
import dev.portcullis.contracts.PartyState;
import java.util.List;
import java.util.Set;

/**
 * A thing that a signal may touch, by what signals speak of.
 *
 * @param kind what it is
 * @param id its opaque id; of a license line the license's id, a space and the line's number
 * @param entries its entries of the Commerce Control List, and those that its technology is for
 * @param countries where it goes; of a person the countries that a release to the person may count as
 * @param parties the parties to it that are known here
 * @param citations the provisions on which its steps rest
 */
record Thing(
        Kind kind,
        String id,
        Set<Eccn> entries,
        Set<CountryCode> countries,
        List<PartyState> parties,
        Set<String> citations) {
    Thing {
        entries = Set.copyOf(entries);
        countries = Set.copyOf(countries);
        parties = List.copyOf(parties);
        citations = Set.copyOf(citations);
    }

    /** What a thing is, in the order in which they are looked at. */
    enum Kind {
        ITEM,
        LICENSE,
        RELEASE,
        DETERMINATION,
        PERSON
    }
}

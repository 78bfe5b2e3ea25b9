package dev.portcullis.licensing.signal;

import dev.portcullis.contracts.CountryCode;
import dev.portcullis.contracts.Eccn;
import dev.portcullis.contracts.ItemState;
import dev.portcullis.contracts.LicenseState;
import dev.portcullis.contracts.PartyState;
import dev.portcullis.contracts.PersonState;
import dev.portcullis.licensing.decision.Determination;
import dev.portcullis.licensing.determination.Ruling;
import dev.portcullis.licensing.determination.Step;
import dev.portcullis.licensing.license.License;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Tells of items, licenses, determinations and persons what signals speak of. */
final class Things {
    /** An entry before its paragraph, such as the first five characters of {@code 3A090.a.1 (item itm-1 version 3)}. */
    private static final Pattern ENTRY = Pattern.compile("^([0-9][A-E][0-9]{3}|EAR99)(?![A-Z0-9])");

    private Things() {}

    static Thing item(ItemState item) {
        return new Thing(Thing.Kind.ITEM, item.id(), entries(item), Set.of(), List.of(), Set.of());
    }

    /** The entries of an item, and those of what it is for. */
    static Set<Eccn> entries(@Nullable ItemState item) {
        Set<Eccn> entries = new TreeSet<>();
        if (item != null && item.classification() != null) {
            ItemState.Classification classification = item.classification();
            if (classification.eccn() != null) {
                entries.add(classification.eccn());
            }
            classification.relatedTo().forEach(related -> entry(related, entries));
        }
        return entries;
    }

    static Thing license(License license, LicenseState.Line line, List<PartyState> parties) {
        return new Thing(
                Thing.Kind.LICENSE,
                license.id() + " " + line.line(),
                Set.of(line.eccn()),
                Set.copyOf(license.terms().countries()),
                parties,
                Set.of());
    }

    /**
     * A transaction on which something was determined.
     *
     * @param decided the determination
     * @param again what comes out of it now, under the law of some days
     */
    static Thing transaction(
            Thing.Kind kind,
            String id,
            Determination decided,
            @Nullable ItemState item,
            List<PartyState> parties,
            List<Ruling> again) {
        Set<Eccn> entries = new TreeSet<>(entries(item));
        Set<String> citations = new LinkedHashSet<>();
        Set<CountryCode> countries = new TreeSet<>();
        Stream.concat(decided.steps().stream(), again.stream().flatMap(ruling -> ruling.steps().stream()))
                .forEach(step -> {
                    citations.addAll(step.citations());
                    decidedEntry(step, entries);
                });
        Stream.concat(Stream.ofNullable(decided.destination()), again.stream().map(Ruling::destination))
                .filter(country -> country != null)
                .forEach(countries::add);
        return new Thing(kind, id, entries, countries, parties, citations);
    }

    /** A person who works here and to whom a release may be a deemed export. */
    static @Nullable Thing person(PersonState person) {
        if (person.status() != PersonState.Status.ACTIVE || person.standing() == PersonState.Standing.US_PERSON) {
            return null;
        }
        Set<CountryCode> countries = new TreeSet<>(person.nationalities());
        if (person.deemedExportCountry() != null) {
            countries.add(person.deemedExportCountry());
        }
        return new Thing(Thing.Kind.PERSON, person.id(), Set.of(), countries, List.of(), Set.of());
    }

    /** Whether an answer differs between the signal's day and the day before. */
    static boolean differs(@Nullable Difference difference) {
        return difference != null && difference.held() == Difference.Held.ANOTHER_ANSWER;
    }

    /** Whether a license can still be drawn upon. */
    static boolean isAlive(License license) {
        return license.status() == LicenseState.Status.ACTIVE;
    }

    private static void decidedEntry(Step step, Set<Eccn> entries) {
        String stated = step.values().get("eccn");
        if (stated != null) {
            entry(stated, entries);
        }
    }

    private static void entry(String text, Set<Eccn> entries) {
        Matcher entry = ENTRY.matcher(text);
        if (entry.find()) {
            entries.add(Eccn.of(entry.group(1)));
        }
    }
}

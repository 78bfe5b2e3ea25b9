package dev.portcullis.personnel.nationality;

import static dev.portcullis.personnel.nationality.UsPersonBasis.ASYLEE;
import static dev.portcullis.personnel.nationality.UsPersonBasis.CITIZEN;
import static dev.portcullis.personnel.nationality.UsPersonBasis.NATIONAL;
import static dev.portcullis.personnel.nationality.UsPersonBasis.NONE;
import static dev.portcullis.personnel.nationality.UsPersonBasis.PERMANENT_RESIDENT;
import static dev.portcullis.personnel.nationality.UsPersonBasis.REFUGEE;
import static dev.portcullis.personnel.nationality.UsPersonBasis.TEMPORARY_RESIDENT;

import dev.portcullis.contracts.CountryCode;
import dev.portcullis.contracts.PersonState.Standing;
import dev.portcullis.personnel.nationality.Assessment.Reason;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Answers the two questions on which a deemed export turns.
 *
 * <ol>
 *   <li>Is this a foreign person? Citizens, lawful permanent residents and the other protected individuals of 8 U.S.C.
 *       1324b(a)(3) are not (15 CFR 772.1); their other nationalities play no part and are not looked at.
 *   <li>If so: which is the most recent country of citizenship or permanent residency (15 CFR 734.13(b))? Of what is held that
 *       day, the date on which it was acquired or granted decides.
 * </ol>
 *
 * <p>Facts that contradict each other, and dates that are missing where they would decide, give no answer but a question.
 */
public final class DeemedExportNationality {
    static final CountryCode UNITED_STATES = CountryCode.of("US");
    private static final String FOREIGN_PERSON = "15 CFR 772.1 \"foreign person\"";
    private static final String DEEMED_EXPORT = "15 CFR 734.13(a)(2)";
    private static final String MOST_RECENT = "15 CFR 734.13(b)";

    private DeemedExportNationality() {}

    /** What the facts come to on a day. */
    public static Assessment assess(NationalityFacts facts, LocalDate day) {
        boolean citizen = facts.citizenships().stream()
                .anyMatch(held -> held.country().equals(UNITED_STATES) && held.heldOn(day));
        List<PermanentResidency> inUnitedStates = facts.residencies().stream()
                .filter(residency -> residency.country().equals(UNITED_STATES))
                .toList();
        List<PermanentResidency> current = inUnitedStates.stream()
                .filter(residency -> residency.heldOn(day))
                .toList();
        UsPersonBasis said = facts.usPersonBasis();
        LocalDate visa = facts.visaValidUntil();
        boolean onVisa = visa != null && !visa.isBefore(day);
        if (onVisa && (citizen || !current.isEmpty() || said != null && said != NONE)) {
            return undetermined(
                    facts,
                    day,
                    new Reason(
                            "A US-person basis and a nonimmigrant visa are both on record, and only one can hold.",
                            FOREIGN_PERSON),
                    "Which of the two is right: the US-person basis, citizenship or residency, or the visa on record?");
        }
        if (said == null) {
            if (citizen) {
                return usPerson(CITIZEN, facts, current, day);
            }
            if (!current.isEmpty()) {
                return usPerson(PERMANENT_RESIDENT, facts, current, day);
            }
            return visa != null
                    ? foreignPerson(facts, day)
                    : undetermined(
                            facts,
                            day,
                            new Reason(
                                    "Whether the person is a foreign person has not been established.", FOREIGN_PERSON),
                            "Is the person a citizen, national, lawful permanent resident, refugee or asylee of the United"
                                    + " States, or none of these?");
        }
        if (facts.usPersonStatus().endedOn(day) && said != NONE) {
            if (citizen || !current.isEmpty()) {
                return usPerson(citizen ? CITIZEN : PERMANENT_RESIDENT, facts, current, day);
            }
            return undetermined(
                    facts,
                    day,
                    new Reason("The status on which the person was no foreign person has ended.", said.citation()),
                    "What status does the person hold now?");
        }
        if (said == TEMPORARY_RESIDENT && facts.usPersonStatus().ended() == null) {
            return undetermined(
                    facts,
                    day,
                    new Reason(
                            "Temporary residence ends by itself unless it is adjusted, and its end is not on record.",
                            "8 U.S.C. 1255a(b)(2)(C)"),
                    "On which day does the temporary residence end, or was it adjusted to permanent residence?");
        }
        boolean denied = said == NONE && (citizen || !current.isEmpty());
        boolean lapsed = said == CITIZEN && !citizen && listsUnitedStates(facts)
                || said == PERMANENT_RESIDENT && !inUnitedStates.isEmpty() && current.isEmpty();
        if (denied || lapsed) {
            return undetermined(
                    facts,
                    day,
                    new Reason(
                            "The US-person basis and the citizenships or residencies on record contradict each other.",
                            FOREIGN_PERSON),
                    "Which of the two is right: the US-person basis, or the citizenship or residency on record?");
        }
        return said == NONE ? foreignPerson(facts, day) : usPerson(said, facts, current, day);
    }

    private static boolean listsUnitedStates(NationalityFacts facts) {
        return facts.citizenships().stream().anyMatch(held -> held.country().equals(UNITED_STATES));
    }

    private static Assessment usPerson(
            UsPersonBasis basis, NationalityFacts facts, List<PermanentResidency> residencies, LocalDate day) {
        List<Reason> reasons = new ArrayList<>();
        reasons.add(new Reason(
                switch (basis) {
                    case CITIZEN -> "A citizen of the United States is not a foreign person.";
                    case NATIONAL -> "A national of the United States is a protected individual, not a foreign person.";
                    case PERMANENT_RESIDENT ->
                        "A lawful permanent resident of the United States is not a foreign person.";
                    case REFUGEE -> "Somebody admitted as a refugee is a protected individual, not a foreign person.";
                    case ASYLEE -> "Somebody granted asylum is a protected individual, not a foreign person.";
                    case TEMPORARY_RESIDENT ->
                        "Somebody admitted for temporary residence is a protected individual, not a foreign person.";
                    case NONE -> throw new IllegalArgumentException("no basis");
                },
                basis.citation()));
        if (basis != PERMANENT_RESIDENT) {
            reasons.add(new Reason(
                    "Protected individuals are outside the definition of a foreign person.", FOREIGN_PERSON));
        }
        if (basis == PERMANENT_RESIDENT || basis == REFUGEE || basis == ASYLEE) {
            reasons.add(new Reason(
                    "That naturalization was not applied for, or not pursued, ends protection against discrimination once"
                            + " somebody is a permanent resident; permanent residents are no foreign persons in their own right.",
                    "8 U.S.C. 1324b(a)(3)(B)(i)-(ii)"));
        }
        reasons.add(new Reason(
                "A release to somebody who is not a foreign person is no deemed export; other nationalities play no part.",
                DEEMED_EXPORT));
        LocalDate ended = facts.usPersonStatus().ended();
        LocalDate until = earlier(
                basis == PERMANENT_RESIDENT ? end(residencies) : null,
                ended != null && ended.isAfter(day) ? ended.minusDays(1) : null);
        return new Assessment(Standing.US_PERSON, null, List.of(), until, nextChange(facts, day), reasons, List.of());
    }

    private static Assessment foreignPerson(NationalityFacts facts, LocalDate day) {
        List<Reason> reasons = new ArrayList<>();
        reasons.add(new Reason(
                "Neither a citizen, nor a lawful permanent resident, nor another protected individual: a foreign person.",
                FOREIGN_PERSON));
        List<Tie> ties = ties(facts, day);
        List<CountryCode> countries = ties.stream().map(Tie::country).distinct().toList();
        if (countries.isEmpty()) {
            reasons.add(new Reason("No country of citizenship or permanent residency is held or known.", MOST_RECENT));
            return undetermined(
                    facts,
                    day,
                    reasons,
                    "Of which country does the person hold citizenship or permanent residency? If of none (stateless), which"
                            + " was held last?");
        }
        CountryCode country = countries.get(0);
        if (countries.size() > 1) {
            List<Tie> undated = ties.stream().filter(tie -> tie.since() == null).toList();
            LocalDate latest = ties.stream()
                    .map(Tie::since)
                    .filter(Objects::nonNull)
                    .max(LocalDate::compareTo)
                    .orElse(null);
            List<CountryCode> leading = ties.stream()
                    .filter(tie -> latest != null && latest.equals(tie.since()))
                    .map(Tie::country)
                    .distinct()
                    .toList();
            // A tie without a date changes nothing where it is to the country that leads anyway.
            if (leading.size() != 1
                    || !undated.stream().allMatch(tie -> tie.country().equals(leading.get(0)))) {
                reasons.add(new Reason(
                        leading.size() > 1
                                ? "Two countries share the most recent date."
                                : "More than one country is held, and a date that would decide is not known.",
                        MOST_RECENT));
                return undetermined(
                        facts,
                        day,
                        reasons,
                        "On which day was each citizenship acquired and each permanent residency granted?");
            }
            country = leading.get(0);
            reasons.add(new Reason(
                    "Of several countries the most recent counts: " + country + ", since " + latest + ".",
                    MOST_RECENT));
        } else {
            reasons.add(new Reason("Only one country is held: " + country + ".", MOST_RECENT));
        }
        reasons.add(new Reason(
                "A release of technology or source code to the person in the United States is an export to " + country
                        + ".",
                DEEMED_EXPORT));
        CountryCode answer = country;
        List<PermanentResidency> restsOn = facts.residencies().stream()
                .filter(residency -> residency.country().equals(answer) && residency.heldOn(day))
                .toList();
        boolean citizenThere =
                facts.citizenships().stream().anyMatch(held -> held.country().equals(answer) && held.heldOn(day));
        return new Assessment(
                Standing.FOREIGN_PERSON,
                answer,
                facts.citizenships().stream()
                        .filter(held -> held.heldOn(day) && !held.country().equals(UNITED_STATES))
                        .map(Citizenship::country)
                        .distinct()
                        .sorted()
                        .toList(),
                earlier(facts.visaValidUntil(), citizenThere && countries.size() == 1 ? null : end(restsOn)),
                nextChange(facts, day),
                reasons,
                List.of());
    }

    private static List<Tie> ties(NationalityFacts facts, LocalDate day) {
        return Stream.concat(
                        facts.citizenships().stream()
                                .filter(held -> held.heldOn(day))
                                .map(held -> new Tie(held.country(), held.acquired())),
                        facts.residencies().stream()
                                .filter(residency -> residency.heldOn(day))
                                .map(residency -> new Tie(residency.country(), residency.from())))
                .filter(tie -> !tie.country().equals(UNITED_STATES))
                .toList();
    }

    private static Assessment undetermined(NationalityFacts facts, LocalDate day, Reason reason, String question) {
        return undetermined(facts, day, List.of(reason), question);
    }

    private static Assessment undetermined(
            NationalityFacts facts, LocalDate day, List<Reason> reasons, String question) {
        return new Assessment(
                Standing.UNDETERMINED, null, List.of(), null, nextChange(facts, day), reasons, List.of(question));
    }

    /** The days on which something begins or has ended are those on which the same facts may read differently. */
    private static @Nullable LocalDate nextChange(NationalityFacts facts, LocalDate day) {
        Stream<@Nullable LocalDate> begins = Stream.concat(
                facts.citizenships().stream().map(Citizenship::acquired),
                facts.residencies().stream().map(PermanentResidency::from));
        Stream<@Nullable LocalDate> lost = Stream.concat(
                facts.citizenships().stream().map(Citizenship::lost),
                Stream.of(facts.usPersonStatus()).map(UsPersonStatus::ended));
        Stream<@Nullable LocalDate> ended = Stream.concat(
                        facts.residencies().stream().map(PermanentResidency::to),
                        Stream.of(facts).map(NationalityFacts::visaValidUntil))
                .filter(Objects::nonNull)
                .map(last -> last.plusDays(1));
        return Stream.of(begins, lost, ended)
                .flatMap(dates -> dates)
                .filter(Objects::nonNull)
                .filter(change -> change.isAfter(day))
                .min(LocalDate::compareTo)
                .orElse(null);
    }

    /** The last day of what is held longest; null where one of them does not end, or there is none. */
    private static @Nullable LocalDate end(List<PermanentResidency> held) {
        LocalDate last = null;
        for (PermanentResidency residency : held) {
            if (residency.to() == null) {
                return null;
            }
            last = last == null || residency.to().isAfter(last) ? residency.to() : last;
        }
        return last;
    }

    private static @Nullable LocalDate earlier(@Nullable LocalDate one, @Nullable LocalDate other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isBefore(other) ? one : other;
    }

    /** A bond to a country, and since when. */
    private record Tie(CountryCode country, @Nullable LocalDate since) {}
}

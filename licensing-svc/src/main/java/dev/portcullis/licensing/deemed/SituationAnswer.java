package dev.portcullis.licensing.deemed;

import dev.portcullis.contracts.CountryCode;
import dev.portcullis.contracts.DeterminationState;
import dev.portcullis.contracts.DeterminationState.Activity;
import dev.portcullis.contracts.DeterminationState.Ahead;
import dev.portcullis.contracts.DeterminationState.Covering;
import dev.portcullis.contracts.DeterminationState.Outcome;
import dev.portcullis.contracts.DeterminationState.Situation;
import dev.portcullis.contracts.PersonState;
import dev.portcullis.licensing.determination.Ruling;
import dev.portcullis.licensing.determination.Transaction;
import dev.portcullis.platform.digest.Sha256;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The answer for one item and one situation. The walk is asked about a person of whom it knows no more than the situation, who works here and
 * whose authorization does not run out: that a real person does is asked of each by personnel-svc, and again by the gate.
 */
final class SituationAnswer {
    /** Days to come that are looked at: what lies beyond them is looked at when they have passed. */
    static final int MOST_DAYS_AHEAD = 8;

    private static final String NOBODY = "situation";
    private static final int DIGITS = 26;

    private SituationAnswer() {}

    /** The key under which the answer is published: the same for the same question, whoever asks it and when. */
    static String id(Activity activity, String itemId, Situation situation) {
        CountryCode country = situation.country();
        String of = String.join(
                "|",
                activity.name(),
                itemId,
                situation.standing().name(),
                country == null ? "" : country.value(),
                situation.nationalities().stream().map(CountryCode::value).collect(Collectors.joining(",")));
        return DeterminationState.SITUATION_PREFIX + Sha256.of(of).substring(0, DIGITS);
    }

    /** What is asked of the law. */
    static Transaction transaction(Activity activity, String itemId) {
        return new Transaction(activity, itemId, List.of(), NOBODY, null, null, List.of(), Map.of());
    }

    /** Somebody in the situation, of whom nothing else is known. */
    static PersonState somebody(Situation situation) {
        return new PersonState(
                NOBODY,
                1,
                PersonState.Status.ACTIVE,
                situation.standing(),
                situation.country(),
                situation.nationalities(),
                null,
                Instant.EPOCH);
    }

    /**
     * The answer as it is published.
     *
     * @param version of the answer
     * @param today the day whose law applies
     * @param ahead days to come on which the law may read differently
     * @param rule what the law says on a day
     * @param licenses which licenses cover a release for which the law wants one
     */
    static DeterminationState of(
            long version,
            Activity activity,
            String itemId,
            Situation situation,
            LocalDate today,
            List<LocalDate> ahead,
            Function<LocalDate, Ruling> rule,
            Function<Ruling, List<Covering>> licenses,
            Instant now) {
        Ruling ruling = rule.apply(today);
        List<Ahead> others = new ArrayList<>();
        Ruling before = ruling;
        for (LocalDate day : ahead) {
            Ruling then = rule.apply(day);
            if (then.outcome() != before.outcome() || !Objects.equals(then.authority(), before.authority())) {
                others.add(new Ahead(day, then.outcome(), then.authority()));
            }
            before = then;
        }
        boolean wanted = ruling.outcome() == Outcome.LICENSE_REQUIRED
                || others.stream().anyMatch(other -> other.outcome() == Outcome.LICENSE_REQUIRED);
        return new DeterminationState(
                id(activity, itemId, situation),
                version,
                activity,
                itemId,
                List.of(),
                null,
                situation.country(),
                ruling.outcome(),
                ruling.authority(),
                ruling.citations(),
                today,
                now,
                situation,
                ruling.openQuestions(),
                others,
                wanted ? licenses.apply(ruling) : List.of());
    }

    /** Whether two answers tell the same, apart from version, day and moment. */
    static boolean same(DeterminationState one, DeterminationState other) {
        return one.outcome() == other.outcome()
                && Objects.equals(one.authority(), other.authority())
                && one.citations().equals(other.citations())
                && one.questions().equals(other.questions())
                && one.ahead().equals(other.ahead())
                && one.licenses().equals(other.licenses());
    }
}

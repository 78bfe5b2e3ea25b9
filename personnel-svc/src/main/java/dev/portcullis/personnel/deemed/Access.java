package dev.portcullis.personnel.deemed;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.portcullis.contracts.DeterminationState;
import dev.portcullis.contracts.DeterminationState.Ahead;
import dev.portcullis.contracts.DeterminationState.Covering;
import dev.portcullis.contracts.DeterminationState.Outcome;
import dev.portcullis.contracts.PersonState;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether one person may receive one item.
 *
 * @param personId opaque id of the person
 * @param itemId the item
 * @param access the answer
 * @param inWords the answer as it is told to everybody
 * @param authority what permits; absent where nothing does, or it is withheld
 * @param license the license that covers; absent where none is needed or none does, or it is withheld
 * @param reasons why, each with its citation
 * @param questions what must be settled before there can be another answer
 * @param until the last day on which the answer can hold as it is; absent where no end is known
 * @param determination id and version of the answer behind it; absent where there is none, or it is withheld
 * @param determinationVersion likewise
 * @param asOf the day for which the answer holds
 * @param withheld what the reader is not shown; absent where the answer is whole
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Access(
        String personId,
        String itemId,
        Answer access,
        String inWords,
        @Nullable String authority,
        @Nullable License license,
        List<Reason> reasons,
        List<String> questions,
        @Nullable LocalDate until,
        @Nullable String determination,
        @Nullable Long determinationVersion,
        LocalDate asOf,
        @Nullable String withheld) {
    private static final String DEEMED_EXPORT = "15 CFR 734.13(a)(2), 734.14(a)(2)";
    private static final String RECORD = "company record";

    public Access {
        reasons = List.copyOf(reasons);
        questions = List.copyOf(questions);
    }

    /** What may be. Only {@code MAY_RECEIVE} opens anything. */
    public enum Answer {
        MAY_RECEIVE("This technology may be received."),
        LICENSE_REQUIRED("A license is needed for this technology."),
        MAY_NOT("This technology may not be received."),
        /** A fact is missing or too old, or a person must decide. */
        REVIEW("A compliance officer must look before this technology is received.");

        private final String inWords;

        Answer(String inWords) {
            this.inWords = inWords;
        }
    }

    /**
     * A license that covers the release.
     *
     * @param id opaque id
     * @param number the number that the authority gave it
     * @param line the line that covers
     * @param validUntil its last day
     */
    @RegisterForReflection
    public record License(String id, String number, int line, LocalDate validUntil) {}

    /** A step to the answer, with the law or record behind it. */
    @RegisterForReflection
    public record Reason(String statement, String citation) {}

    /**
     * How long what is known may be relied on.
     *
     * @param person until when the records of persons may; in the past where HR has been silent for too long
     * @param answers until when the answers may; null where that is not known, and then they may not
     */
    @RegisterForReflection
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Reliable(Instant person, @Nullable Instant answers) {
        /** Whether what is known is recent enough to permit anything. */
        public boolean isCurrent(Instant now) {
            return !now.isAfter(person) && answers != null && !now.isAfter(answers);
        }
    }

    /** Whether the item may be received. */
    public boolean permits() {
        return access == Answer.MAY_RECEIVE;
    }

    /**
     * Judges. No clock, no I/O: the same facts have the same answer.
     *
     * @param person the record as of today
     * @param answer what was determined for the person's situation; null where nothing is known
     * @param now the moment against which ages are judged; days are counted in UTC
     */
    public static Access of(
            PersonState person, String itemId, @Nullable DeterminationState answer, Reliable reliable, Instant now) {
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        Draft draft = new Draft(person.id(), itemId, today, answer);
        if (person.status() != PersonState.Status.ACTIVE) {
            return draft.end(Answer.MAY_NOT, "The person does not work here now.", RECORD);
        }
        LocalDate authorized = person.authorizedUntil();
        if (authorized != null && today.isAfter(authorized)) {
            return draft.end(Answer.MAY_NOT, "The work authorization on which the record rests has ended.", RECORD);
        }
        if (now.isAfter(reliable.person())) {
            return draft.asks(
                    "HR has been silent for longer than its limit: what it would have told is not known.", RECORD);
        }
        if (answer == null) {
            return draft.asks("No answer has been determined for this item and this person's record.", DEEMED_EXPORT);
        }
        Instant answers = reliable.answers();
        if (answers == null || now.isAfter(answers)) {
            return draft.asks("What was determined for this item is older than its limit.", DEEMED_EXPORT);
        }
        draft.limit(authorized);
        return draft.conclude(answer, person);
    }

    /** The same for a reader who must not learn anything about nationality. */
    public Access withoutNationality() {
        return new Access(
                personId,
                itemId,
                access,
                inWords,
                null,
                null,
                List.of(new Reason(inWords, DEEMED_EXPORT)),
                List.of(),
                null,
                null,
                null,
                asOf,
                "What would tell the person's nationality: reasons, questions, authority, license and days.");
    }

    /** An answer in the making. */
    private static final class Draft {
        private final String personId;
        private final String itemId;
        private final LocalDate today;
        private final @Nullable DeterminationState answer;
        private @Nullable LocalDate until;

        Draft(String personId, String itemId, LocalDate today, @Nullable DeterminationState answer) {
            this.personId = personId;
            this.itemId = itemId;
            this.today = today;
            this.answer = answer;
        }

        void limit(@Nullable LocalDate day) {
            if (day != null && (until == null || day.isBefore(until))) {
                until = day;
            }
        }

        Access conclude(DeterminationState determined, PersonState person) {
            Outcome outcome = determined.outcome();
            String authority = determined.authority();
            for (Ahead ahead : determined.ahead()) {
                if (ahead.from().isAfter(today)) {
                    limit(ahead.from().minusDays(1));
                    break;
                }
                outcome = ahead.outcome();
                authority = ahead.authority();
            }
            return switch (outcome) {
                case NO_LICENSE_REQUIRED, EXCEPTION -> permit(determined, authority, null);
                case LICENSE_REQUIRED -> {
                    Covering covering = covering(determined, person.id());
                    if (covering == null) {
                        yield end(Answer.LICENSE_REQUIRED, Answer.LICENSE_REQUIRED.inWords, citations(determined));
                    }
                    limit(covering.validUntil());
                    yield permit(
                            determined,
                            covering.number(),
                            new License(
                                    covering.licenseId(), covering.number(), covering.line(), covering.validUntil()));
                }
                case PROHIBITED -> end(Answer.MAY_NOT, Answer.MAY_NOT.inWords, citations(determined));
                case REVIEW -> end(Answer.REVIEW, Answer.REVIEW.inWords, citations(determined));
            };
        }

        private @Nullable Covering covering(DeterminationState determined, String person) {
            return determined.licenses().stream()
                    .filter(one -> one.personIds().contains(person) && !today.isAfter(one.validUntil()))
                    .max(java.util.Comparator.comparing(Covering::validUntil))
                    .orElse(null);
        }

        private Access permit(DeterminationState determined, @Nullable String authority, @Nullable License license) {
            return access(
                    Answer.MAY_RECEIVE,
                    authority,
                    license,
                    new Reason(
                            license == null ? "No license is needed." : "A license covers the release.",
                            citations(determined)),
                    List.of());
        }

        Access end(Answer is, String statement, String citation) {
            return access(
                    is, null, null, new Reason(statement, citation), answer == null ? List.of() : answer.questions());
        }

        Access asks(String statement, String citation) {
            return access(Answer.REVIEW, null, null, new Reason(statement, citation), List.of(statement));
        }

        private Access access(
                Answer is,
                @Nullable String authority,
                @Nullable License license,
                Reason reason,
                List<String> questions) {
            return new Access(
                    personId,
                    itemId,
                    is,
                    is.inWords,
                    authority,
                    license,
                    List.of(reason),
                    questions,
                    until,
                    answer == null ? null : answer.id(),
                    answer == null ? null : answer.version(),
                    today,
                    null);
        }

        private static String citations(DeterminationState determined) {
            return determined.citations().isEmpty() ? DEEMED_EXPORT : String.join("; ", determined.citations());
        }
    }
}

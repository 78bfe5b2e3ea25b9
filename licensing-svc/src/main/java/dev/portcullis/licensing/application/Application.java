package dev.portcullis.licensing.application;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * An application.
 *
 * @param id opaque id
 * @param version rises by one with each change
 * @param determinationId the determination that asks for it
 * @param purpose what is asked of BIS
 * @param state where it stands
 * @param round rises by one each time that it is worked at anew
 * @param draftedOn the day of the draft, which Block 4 tells
 * @param answers of persons, by field of the form
 * @param documents kept elsewhere, by digest
 * @param applicationNumber the application control number of BIS, of the present round
 * @param previousNumber that of the round before, which was returned
 * @param workItem the number of the work item at SNAP-R
 * @param registeredOn the day on which BIS registered it
 * @param questionOn since when BIS waits for an answer; absent where it does not
 * @param answerBy by when BIS wants it, where it said so
 * @param daysWaited days for which its clock stood before
 * @param intentOn the day of its letter of intent to deny
 * @param respondedOn the day of the response to that
 * @param decidedOn the day of the return, the grant, the denial or the withdrawal
 * @param licenseNumber the license that was granted, or the confirmation
 * @param licenseId the license as it is recorded here, where it is
 * @param packageSha256 digest of the package that was approved; absent while it is a draft
 * @param steps what was done, in its order
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Application(
        String id,
        long version,
        String determinationId,
        Purpose purpose,
        State state,
        int round,
        LocalDate draftedOn,
        Map<String, String> answers,
        List<SupportDocument> documents,
        @Nullable String applicationNumber,
        @Nullable String previousNumber,
        @Nullable String workItem,
        @Nullable LocalDate registeredOn,
        @Nullable LocalDate questionOn,
        @Nullable LocalDate answerBy,
        long daysWaited,
        @Nullable LocalDate intentOn,
        @Nullable LocalDate respondedOn,
        @Nullable LocalDate decidedOn,
        @Nullable String licenseNumber,
        @Nullable String licenseId,
        @Nullable String packageSha256,
        List<StepTaken> steps) {
    public Application {
        answers = Collections.unmodifiableMap(new TreeMap<>(answers));
        documents = List.copyOf(documents);
        steps = List.copyOf(steps);
    }

    static Application drafted(String id, String determinationId, Purpose purpose, StepTaken step) {
        return new Application(
                id,
                1,
                determinationId,
                purpose,
                State.DRAFT,
                1,
                step.on(),
                Map.of(),
                List.of(),
                null,
                null,
                null,
                null,
                null,
                null,
                0,
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(step));
    }

    /** Who has written at the present round: none of them may approve it. */
    List<String> writers() {
        List<String> writers = new ArrayList<>();
        for (StepTaken step : steps) {
            if (step.step().equals(Move.REOPEN.name())) {
                writers.clear();
            }
            if (step.step().equals(StepTaken.DRAFTED)
                    || step.step().equals(StepTaken.EDITED)
                    || step.step().equals(Move.REOPEN.name())) {
                writers.add(step.by());
            }
        }
        return writers;
    }
}

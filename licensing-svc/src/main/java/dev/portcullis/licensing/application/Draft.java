package dev.portcullis.licensing.application;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An application while one step is taken: begins as it was, and gives a new one. */
final class Draft {
    private final Application before;
    State state;
    int round;
    LocalDate draftedOn;
    Map<String, String> answers;
    List<SupportDocument> documents;

    @Nullable
    String applicationNumber;

    @Nullable
    String previousNumber;

    @Nullable
    String workItem;

    @Nullable
    LocalDate registeredOn;

    @Nullable
    LocalDate questionOn;

    @Nullable
    LocalDate answerBy;

    long daysWaited;

    @Nullable
    LocalDate intentOn;

    @Nullable
    LocalDate respondedOn;

    @Nullable
    LocalDate decidedOn;

    @Nullable
    String licenseNumber;

    @Nullable
    String licenseId;

    @Nullable
    String packageSha256;

    Draft(Application before) {
        this.before = before;
        state = before.state();
        round = before.round();
        draftedOn = before.draftedOn();
        answers = before.answers();
        documents = before.documents();
        applicationNumber = before.applicationNumber();
        previousNumber = before.previousNumber();
        workItem = before.workItem();
        registeredOn = before.registeredOn();
        questionOn = before.questionOn();
        answerBy = before.answerBy();
        daysWaited = before.daysWaited();
        intentOn = before.intentOn();
        respondedOn = before.respondedOn();
        decidedOn = before.decidedOn();
        licenseNumber = before.licenseNumber();
        licenseId = before.licenseId();
        packageSha256 = before.packageSha256();
    }

    /** The application after the step. */
    Application after(StepTaken step) {
        List<StepTaken> steps = new ArrayList<>(before.steps());
        steps.add(step);
        return new Application(
                before.id(),
                before.version() + 1,
                before.determinationId(),
                before.purpose(),
                state,
                round,
                draftedOn,
                answers,
                documents,
                applicationNumber,
                previousNumber,
                workItem,
                registeredOn,
                questionOn,
                answerBy,
                daysWaited,
                intentOn,
                respondedOn,
                decidedOn,
                licenseNumber,
                licenseId,
                packageSha256,
                steps);
    }
}

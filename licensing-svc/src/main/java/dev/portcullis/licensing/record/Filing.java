package dev.portcullis.licensing.record;

import dev.portcullis.licensing.form.Filled;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;

/**
 * What a filing in the AES takes.
 *
 * @param need whether one is needed
 * @param words why
 * @param citation where it stands
 * @param questions the facts that would decide it
 * @param elements every element of 15 CFR 30.6; none where no filing is needed
 */
@RegisterForReflection
public record Filing(Need need, String words, String citation, List<String> questions, List<Filled> elements) {
    public Filing {
        questions = List.copyOf(questions);
        elements = List.copyOf(elements);
    }

    /** Whether a filing is needed. */
    public enum Need {
        REQUIRED,
        NOT_REQUIRED,
        /** Facts are missing; counts as required. */
        UNDECIDED
    }

    /** Whether nothing is missing that a filing takes. */
    boolean complete() {
        return need != Need.UNDECIDED && elements.stream().noneMatch(Filled::lacks);
    }
}

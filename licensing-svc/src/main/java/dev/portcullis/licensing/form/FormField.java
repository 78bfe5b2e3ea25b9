package dev.portcullis.licensing.form;

import dev.portcullis.licensing.criteria.Condition;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A field of a form.
 *
 * @param key by which an answer names it, such as {@code 18.address}
 * @param form such as {@code BIS-748P}
 * @param block where it stands on the form
 * @param label what it is called, in our words
 * @param source the fact that fills it; null where only a person can
 * @param when it is needed
 * @param optional whether it may be left empty although the form has it
 * @param kind what an answer looks like
 * @param oneOf the answers that there are; empty where any of the kind is one
 * @param question what a person is asked
 * @param citation where the field is asked for
 */
public record FormField(
        String key,
        String form,
        String block,
        String label,
        @Nullable String source,
        Condition when,
        boolean optional,
        AnswerKind kind,
        List<String> oneOf,
        String question,
        String citation) {
    public FormField {
        oneOf = List.copyOf(oneOf);
    }
}

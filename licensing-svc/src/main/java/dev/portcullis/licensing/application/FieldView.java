package dev.portcullis.licensing.application;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.portcullis.licensing.form.AnswerKind;
import dev.portcullis.licensing.form.FormField;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A field that may be answered.
 *
 * @param source the fact that fills it where it is known; absent where only a person can
 * @param oneOf the answers that there are; empty where any of the kind is one
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FieldView(
        String key,
        String form,
        String block,
        String label,
        @Nullable String source,
        boolean optional,
        AnswerKind kind,
        List<String> oneOf,
        String question,
        String citation) {
    static FieldView of(FormField field) {
        return new FieldView(
                field.key(),
                field.form(),
                field.block(),
                field.label(),
                field.source(),
                field.optional(),
                field.kind(),
                field.oneOf(),
                field.question(),
                field.citation());
    }
}

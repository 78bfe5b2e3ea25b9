package dev.portcullis.screening.batch;

import dev.portcullis.platform.problem.Problem.FieldError;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;

/**
 * What is wrong with a row, which is not screened.
 *
 * @param line where it begins in the file, the header counted
 * @param errors what is not in order, with its place in the subject
 */
@RegisterForReflection
public record RowErrors(int line, List<FieldError> errors) {
    public RowErrors {
        errors = List.copyOf(errors);
    }
}

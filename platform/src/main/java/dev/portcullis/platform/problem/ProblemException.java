package dev.portcullis.platform.problem;

import dev.portcullis.platform.problem.Problem.FieldError;
import java.util.List;

/** Ends a request with a problem document. Made by {@link Problems}. */
public final class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient Problem problem;

    ProblemException(String kind, String title, int status, String detail, List<FieldError> errors) {
        // An answer to the caller, not a fault of ours: no stack trace.
        super(detail, null, false, false);
        problem = new Problem("urn:portcullis:problem:" + kind, title, status, detail, List.copyOf(errors), null);
    }

    public Problem problem() {
        return problem;
    }
}

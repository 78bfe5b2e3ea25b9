package dev.portcullis.platform.problem;

import com.fasterxml.jackson.core.JacksonException;
import dev.portcullis.platform.problem.Problem.FieldError;
import jakarta.validation.ConstraintViolation;
import java.util.List;
import java.util.Set;

/** The kinds of problem that a caller can meet. */
public final class Problems {
    private Problems() {}

    /** 404: there is no such thing. */
    public static ProblemException notFound(String what, String id) {
        return new ProblemException(
                "not-found",
                "Not found",
                404,
                "There is no " + what + " with the id " + printable(id) + ".",
                List.of());
    }

    /** 400: a field of the body is wrong. */
    public static ProblemException invalid(String pointer, String message) {
        return new ProblemException(
                "invalid-field",
                "A field is not valid",
                400,
                pointer + " " + message,
                List.of(new FieldError(pointer, null, message)));
    }

    /** 400: several fields are wrong. */
    public static ProblemException invalid(List<FieldError> errors) {
        return new ProblemException(
                "invalid-field", "A field is not valid", 400, "See errors for each field and what it must be.", errors);
    }

    /** 400: a body or a part of one breaks the rules of its fields. */
    public static ProblemException invalid(Set<? extends ConstraintViolation<?>> violations) {
        return ViolationMapper.problem(violations);
    }

    /** 400: a body or a part of one is no JSON, or not of the form that it should have. */
    public static ProblemException unreadable(JacksonException fault) {
        return ProblemMappers.JsonFaults.describe(fault);
    }

    /** 400: a query, path or header parameter is wrong. */
    public static ProblemException badParameter(String parameter, String message) {
        return new ProblemException(
                "invalid-parameter",
                "A parameter is not valid",
                400,
                parameter + " " + message,
                List.of(new FieldError(null, parameter, message)));
    }

    /** 400: the body is no JSON. */
    public static ProblemException malformed(String detail) {
        return new ProblemException("malformed-body", "The body cannot be read", 400, detail, List.of());
    }

    /** 401: what was sent does not prove who sent it. */
    public static ProblemException unauthorized(String detail) {
        return of("unauthorized", "Not known who sends this", 401, detail);
    }

    /** 403: the caller may not do this, whatever role the account has. */
    public static ProblemException forbidden(String detail) {
        return new ProblemException("forbidden", "Not allowed", 403, detail, List.of());
    }

    /** 409: the request contradicts the present state. */
    public static ProblemException conflict(String detail) {
        return new ProblemException("conflict", "In conflict with the present state", 409, detail, List.of());
    }

    /** 412: somebody else changed the thing meanwhile. */
    public static ProblemException preconditionFailed(String current) {
        return new ProblemException(
                "stale-version",
                "Changed meanwhile",
                412,
                "The present version is " + current + ": read it again, then send your change with If-Match: " + current
                        + ".",
                List.of());
    }

    /** 428: the version that the change starts from was not said. */
    public static ProblemException preconditionRequired() {
        return new ProblemException(
                "version-required",
                "If-Match is missing",
                428,
                "Send the ETag that you last read as If-Match, so that no change of somebody else is lost.",
                List.of(new FieldError(null, "If-Match", "is required")));
    }

    /** 422: well-formed, but it cannot be so. */
    public static ProblemException unprocessable(String pointer, String message) {
        return new ProblemException(
                "unprocessable",
                "The content cannot be accepted",
                422,
                pointer.isEmpty() ? sentence(message) : pointer + " " + message,
                List.of(new FieldError(pointer, null, message)));
    }

    private static String sentence(String message) {
        return message.isEmpty() ? message : Character.toUpperCase(message.charAt(0)) + message.substring(1);
    }

    /** 422: well-formed, but several fields cannot be so. */
    public static ProblemException unprocessable(List<FieldError> errors) {
        return errors.size() == 1
                ? unprocessable(
                        String.valueOf(errors.get(0).pointer()), errors.get(0).detail())
                : new ProblemException(
                        "unprocessable",
                        "The content cannot be accepted",
                        422,
                        "See errors for each field and what it must be.",
                        errors);
    }

    /** 422: the same key was used for something else. */
    public static ProblemException keyReused() {
        return new ProblemException(
                "idempotency-key-reused",
                "The Idempotency-Key was used for another request",
                422,
                "Use a new Idempotency-Key for a new request; repeat a key only with the very same body.",
                List.of(new FieldError(null, "Idempotency-Key", "was used with another body")));
    }

    /** Whether a failure comes from without and may not come again: the database is away, or was asked too much. */
    public static boolean mayPass(Throwable failure) {
        return DatabaseFaults.isOutage(failure) || DatabaseFaults.isCongestion(failure);
    }

    /** 503: something that the service needs is away. */
    public static ProblemException unavailable(String what) {
        return new ProblemException(
                "unavailable",
                "Not available now",
                503,
                what + " cannot be reached now; send the request again later.",
                List.of());
    }

    /** 503: too many want the same at once; nothing was done. */
    public static ProblemException busy() {
        return new ProblemException(
                "busy",
                "Too busy now",
                503,
                "The request waited too long for its turn, and nothing was done. Send it again; one with an Idempotency-Key with the same.",
                List.of());
    }

    static ProblemException of(String kind, String title, int status, String detail) {
        return new ProblemException(kind, title, status, detail, List.of());
    }

    /** Names come from outside: nothing but plain characters goes back, and not many. */
    static String printable(String text) {
        String plain = text.replaceAll("[^A-Za-z0-9._:@/+-]", "?");
        return plain.length() <= 80 ? plain : plain.substring(0, 80) + "...";
    }
}

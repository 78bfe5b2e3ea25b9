package dev.portcullis.platform.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A problem document (RFC 9457).
 *
 * @param type a URI that stays the same for one kind of problem, {@code urn:portcullis:problem:...}
 * @param title the kind in a few words
 * @param status the HTTP status
 * @param detail what went wrong here and what to do about it
 * @param errors the fields at fault
 * @param traceId names the request in the logs
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@RegisterForReflection(targets = {Problem.class, Problem.FieldError.class})
public record Problem(
        String type,
        String title,
        int status,
        @Nullable String detail,
        List<FieldError> errors,
        @Nullable String traceId) {

    /** The media type of problem documents. */
    public static final String MEDIA_TYPE = "application/problem+json";

    /**
     * A field at fault.
     *
     * @param pointer its place in the body (RFC 6901); absent where it is no part of the body
     * @param parameter the query, path or header parameter; absent where it is part of the body
     * @param detail what was expected
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record FieldError(
            @Nullable String pointer, @Nullable String parameter, String detail) {}
}

package dev.portcullis.platform.problem;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidTypeIdException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import dev.portcullis.platform.json.JsonLimits;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.annotation.Priority;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

/** Turns whatever ends a request into a problem document. What a caller cannot mend is logged, and only its trace id is told. */
public class ProblemMappers {
    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);
    private static final int MOST_CAUSES = 16;

    @ServerExceptionMapper
    public Response problem(ProblemException e) {
        return respond(e.problem());
    }

    @ServerExceptionMapper
    @Priority(1)
    public Response mismatch(MismatchedInputException e) {
        return json(e);
    }

    @ServerExceptionMapper
    public Response json(JsonProcessingException e) {
        return respond(JsonFaults.describe(e).problem());
    }

    @ServerExceptionMapper
    public Response web(WebApplicationException e) {
        JacksonException json = cause(e, JacksonException.class);
        if (json != null && e.getResponse().getStatus() == 400) {
            return respond(JsonFaults.describe(json).problem());
        }
        return respond(HttpProblems.of(e.getResponse().getStatus()));
    }

    @ServerExceptionMapper
    public Response unauthorized(UnauthorizedException e) {
        return challenge();
    }

    @ServerExceptionMapper
    @Priority(1)
    public Response authenticationFailed(AuthenticationFailedException e) {
        return challenge();
    }

    @ServerExceptionMapper
    public Response forbidden(ForbiddenException e) {
        return respond(HttpProblems.of(403));
    }

    @ServerExceptionMapper
    public Response anything(Throwable e) {
        ProblemException known = cause(e, ProblemException.class);
        if (known != null) {
            return respond(known.problem());
        }
        if (DatabaseFaults.isCongestion(e)) {
            LOG.warnf("a request waited too long for the database: %s", e.getMessage());
            return respond(Problems.busy().problem());
        }
        if (DatabaseFaults.isOutage(e)) {
            LOG.warnf("the database is away: %s", e.getMessage());
            return respond(Problems.unavailable("The database").problem());
        }
        LOG.error("a request failed", e);
        return respond(HttpProblems.of(500));
    }

    private static Response challenge() {
        return Response.fromResponse(respond(HttpProblems.of(401)))
                .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
                .build();
    }

    private static Response respond(Problem problem) {
        SpanContext span = Span.current().getSpanContext();
        Problem traced = new Problem(
                problem.type(),
                problem.title(),
                problem.status(),
                problem.detail(),
                problem.errors(),
                span.isValid() ? span.getTraceId() : null);
        Response.ResponseBuilder response =
                Response.status(traced.status()).type(Problem.MEDIA_TYPE).entity(traced);
        if (traced.status() == 503) {
            response.header(HttpHeaders.RETRY_AFTER, "2");
        }
        return response.build();
    }

    static <T extends Throwable> @Nullable T cause(Throwable e, Class<T> type) {
        Throwable at = e;
        for (int depth = 0; at != null && depth < MOST_CAUSES; depth++, at = at.getCause()) {
            if (type.isInstance(at)) {
                return type.cast(at);
            }
        }
        return null;
    }

    /** The problems that HTTP itself knows. */
    static final class HttpProblems {
        private static final Map<Integer, List<String>> KNOWN = Map.ofEntries(
                Map.entry(
                        400,
                        List.of(
                                "bad-request",
                                "The request is not valid",
                                "The request cannot be read as this operation wants it; see /q/openapi.")),
                Map.entry(
                        401,
                        List.of(
                                "unauthorized",
                                "No valid token",
                                "Send Authorization: Bearer with a token of the realm that names this service as its audience.")),
                Map.entry(
                        403,
                        List.of(
                                "forbidden",
                                "Not allowed",
                                "Your account has no role for this operation; /q/openapi lists which have.")),
                Map.entry(
                        404,
                        List.of(
                                "not-found",
                                "Not found",
                                "There is nothing at this address; /q/openapi lists what is.")),
                Map.entry(
                        405,
                        List.of(
                                "method-not-allowed",
                                "The method does not fit the address",
                                "See /q/openapi for the methods of this address.")),
                Map.entry(406, List.of("not-acceptable", "No such representation", "Accept application/json.")),
                Map.entry(
                        411,
                        List.of(
                                "length-required",
                                "Content-Length is missing",
                                "Send the body with a Content-Length.")),
                Map.entry(413, List.of("body-too-large", "The body is too large", "Send less in one request.")),
                Map.entry(
                        415,
                        List.of(
                                "unsupported-media-type",
                                "The media type does not fit",
                                "Send the Content-Type that /q/openapi names for this operation.")));

        private HttpProblems() {}

        static Problem of(int status) {
            List<String> words = KNOWN.get(status);
            if (words == null) {
                return status >= 500
                        ? Problems.of(
                                        "internal",
                                        "A fault of this service",
                                        status,
                                        "The fault is in the log under the trace id.")
                                .problem()
                        : Problems.of("http-" + status, "The request was refused", status, "See /q/openapi.")
                                .problem();
            }
            return Problems.of(words.get(0), words.get(1), status, words.get(2)).problem();
        }
    }

    /** Says of a body that could not be read which field is at fault and what it should be, without repeating what was sent. */
    static final class JsonFaults {
        private JsonFaults() {}

        static ProblemException describe(JacksonException e) {
            if (cause(e, StreamConstraintsException.class) != null) {
                return e instanceof JsonMappingException mapping
                                && !mapping.getPath().isEmpty()
                        ? Problems.invalid(pointer(mapping), "passes a limit: a body " + JsonLimits.IN_WORDS)
                        : Problems.malformed("The body passes a limit: a body " + JsonLimits.IN_WORDS + ".");
            }
            if (!(e instanceof JsonMappingException mapping)) {
                String where = e.getLocation() == null
                        ? ""
                        : " Line " + e.getLocation().getLineNr() + ", column "
                                + e.getLocation().getColumnNr() + ".";
                return Problems.malformed("The body is not well-formed JSON." + where);
            }
            String pointer = pointer(mapping);
            if (mapping instanceof UnrecognizedPropertyException) {
                return Problems.invalid(pointer, "is not a field of this body; leave it out");
            }
            IllegalArgumentException refused = cause(mapping, IllegalArgumentException.class);
            if (refused != null && refused.getMessage() != null && isOurs(refused)) {
                return Problems.invalid(pointer, refused.getMessage());
            }
            JsonProcessingException nested = mapping.getCause() instanceof JsonProcessingException p ? p : null;
            if (nested != null && !(nested instanceof JsonMappingException)) {
                return Problems.malformed("The body is not well-formed JSON near " + pointer + ".");
            }
            String formField = WantedType.formField(mapping);
            if (formField != null && mapping instanceof InvalidTypeIdException unknown) {
                return Problems.invalid((pointer.equals("/") ? "" : pointer) + formField, WantedType.forms(unknown));
            }
            return Problems.invalid(pointer, WantedType.of(mapping));
        }

        /** Only messages that our own value types wrote are fit to be shown. */
        private static boolean isOurs(IllegalArgumentException e) {
            for (StackTraceElement frame : e.getStackTrace()) {
                if (frame.getClassName().startsWith("dev.portcullis.")) {
                    return true;
                }
                if (!frame.getClassName().startsWith("java.")) {
                    return false;
                }
            }
            return false;
        }

        private static String pointer(JsonMappingException e) {
            StringBuilder pointer = new StringBuilder();
            for (JsonMappingException.Reference step : e.getPath()) {
                pointer.append('/');
                if (step.getFieldName() == null) {
                    pointer.append(step.getIndex());
                } else {
                    pointer.append(Problems.printable(step.getFieldName())
                            .replace("~", "~0")
                            .replace("/", "~1"));
                }
            }
            return pointer.length() == 0 ? "/" : pointer.toString();
        }
    }
}

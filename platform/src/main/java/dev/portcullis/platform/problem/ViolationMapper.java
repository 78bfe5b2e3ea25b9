package dev.portcullis.platform.problem;

import dev.portcullis.platform.problem.Problem.FieldError;
import io.quarkus.hibernate.validator.runtime.jaxrs.ResteasyReactiveViolationException;
import jakarta.annotation.Priority;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import jakarta.ws.rs.core.Response;
import java.util.Collection;
import java.util.Comparator;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

/** Bean validation's findings as JSON pointers into the body, or as the names of parameters. */
public class ViolationMapper {
    @ServerExceptionMapper(ResteasyReactiveViolationException.class)
    @Priority(1)
    public Response violations(ResteasyReactiveViolationException e) {
        return new ProblemMappers().problem(problem(e.getConstraintViolations()));
    }

    static ProblemException problem(Collection<? extends ConstraintViolation<?>> violations) {
        return Problems.invalid(violations.stream()
                .map(ViolationMapper::fieldError)
                .sorted(Comparator.comparing((FieldError error) -> String.valueOf(error.pointer()))
                        .thenComparing(error -> String.valueOf(error.parameter()))
                        .thenComparing(FieldError::detail))
                .toList());
    }

    private static FieldError fieldError(ConstraintViolation<?> violation) {
        StringBuilder pointer = new StringBuilder();
        String parameter = null;
        boolean inBody = false;
        for (Path.Node node : violation.getPropertyPath()) {
            switch (node.getKind()) {
                case METHOD, CONSTRUCTOR, CROSS_PARAMETER, RETURN_VALUE -> {}
                case PARAMETER -> parameter = node.getName();
                default -> {
                    inBody |= node.getKind() == ElementKind.PROPERTY;
                    append(pointer, node);
                }
            }
        }
        String detail = violation.getMessage();
        if (inBody || isBody(parameter)) {
            return new FieldError(pointer.length() == 0 ? "/" : pointer.toString(), null, detail);
        }
        return new FieldError(null, parameter, detail);
    }

    private static boolean isBody(@Nullable String parameter) {
        return parameter == null || parameter.equals("body");
    }

    private static void append(StringBuilder pointer, Path.Node node) {
        if (node.isInIterable() && node.getIndex() != null) {
            pointer.append('/').append(node.getIndex());
        } else if (node.isInIterable() && node.getKey() != null) {
            pointer.append('/').append(Problems.printable(String.valueOf(node.getKey())));
        }
        String name = node.getName();
        if (name != null && !name.startsWith("<")) {
            pointer.append('/').append(name);
        }
    }
}

package dev.portcullis.platform.problem;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.exc.InvalidTypeIdException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says what a field wants that was given something else. Nothing of what was given is repeated. */
final class WantedType {
    private static final String UNKNOWN = "does not have the type that this field wants";

    private WantedType() {}

    /** What a value must be, such as {@code must be one of DAY, MONTH}. */
    static String of(Exception fault) {
        Class<?> type = fault instanceof MismatchedInputException mismatched ? mismatched.getTargetType() : null;
        if (type == null) {
            return UNKNOWN;
        }
        if (type.isEnum()) {
            return oneOf(
                    Arrays.stream(type.getEnumConstants()).map(String::valueOf).toArray(String[]::new));
        }
        if (Number.class.isAssignableFrom(type) || type.isPrimitive() && type != boolean.class) {
            return "must be a number that the field can hold";
        }
        if (type == Boolean.class || type == boolean.class) {
            return "must be true or false";
        }
        if (type == String.class) {
            return "must be a text";
        }
        if (type == LocalDate.class) {
            return "must be a date such as 2026-11-29";
        }
        if (type == Instant.class) {
            return "must be an instant such as 2026-11-29T06:00:00Z";
        }
        return Collection.class.isAssignableFrom(type) ? "must be a list" : UNKNOWN;
    }

    /** The field that tells which of several forms an object has, with its slash; absent where the fault is another one. */
    static @Nullable String formField(Exception fault) {
        JsonTypeInfo forms = fault instanceof InvalidTypeIdException id
                ? id.getBaseType().getRawClass().getAnnotation(JsonTypeInfo.class)
                : null;
        return forms == null ? null : "/" + forms.property();
    }

    /** Which forms there are. */
    static String forms(InvalidTypeIdException fault) {
        JsonSubTypes forms = fault.getBaseType().getRawClass().getAnnotation(JsonSubTypes.class);
        return forms == null
                ? UNKNOWN
                : oneOf(Arrays.stream(forms.value())
                        .map(JsonSubTypes.Type::name)
                        .toArray(String[]::new));
    }

    private static String oneOf(String[] choices) {
        return Arrays.stream(choices).collect(Collectors.joining(", ", "must be one of ", ""));
    }
}

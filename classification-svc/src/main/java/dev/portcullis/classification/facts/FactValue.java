package dev.portcullis.classification.facts;

import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What a datasheet says of one fact. */
public sealed interface FactValue {
    /** The datasheet says nothing. */
    FactValue MISSING = new Missing();

    /** A figure. */
    record Figure(@JsonValue BigDecimal value) implements FactValue {}

    /** A statement. */
    record Flag(@JsonValue boolean value) implements FactValue {}

    /** Not said, but settled by a person who excluded the entries of which the datasheet does not speak. */
    record Presumed(@JsonValue FactValue value) implements FactValue {}

    /** A word. */
    record Word(@JsonValue String value) implements FactValue {}

    /** Not said. */
    record Missing() implements FactValue {}

    /** Said, but the law's formula gives it no value; a person has to decide. */
    record Undefined(String reason) implements FactValue {}

    /** What to hold against a threshold. */
    default FactValue said() {
        return this instanceof Presumed presumed ? presumed.value() : this;
    }

    static FactValue of(@Nullable BigDecimal value) {
        return value == null ? MISSING : new Figure(value);
    }

    static FactValue of(@Nullable Boolean value) {
        return value == null ? MISSING : new Flag(value);
    }
}

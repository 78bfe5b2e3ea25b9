package dev.portcullis.licensing.criteria;

import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Whether a condition holds.
 *
 * @param value the answer
 * @param missing the facts without which there is none; empty unless the answer is not known
 */
public record Truth(Value value, Set<String> missing) {
    private static final Truth YES = new Truth(Value.YES, Set.of());
    private static final Truth NO = new Truth(Value.NO, Set.of());

    public Truth {
        missing = java.util.Collections.unmodifiableSet(new LinkedHashSet<>(missing));
        if ((value == Value.UNKNOWN) == missing.isEmpty()) {
            throw new IllegalArgumentException("what is not known is not known because of a fact");
        }
    }

    /** The answers. Not known is no "no": nothing is spared because a fact is missing. */
    public enum Value {
        YES,
        NO,
        UNKNOWN
    }

    static Truth of(boolean holds) {
        return holds ? YES : NO;
    }

    static Truth unknown(Set<String> missing) {
        return new Truth(Value.UNKNOWN, missing);
    }

    public boolean isYes() {
        return value == Value.YES;
    }

    public boolean isNo() {
        return value == Value.NO;
    }

    public boolean isUnknown() {
        return value == Value.UNKNOWN;
    }
}

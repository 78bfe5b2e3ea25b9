package dev.portcullis.classification.facts;

import java.util.Collection;

/** Whether a criterion holds, where facts may be missing: logic of three values (Kleene). */
public enum Outcome {
    MET,
    NOT_MET,
    /** A fact that could turn it either way is missing. */
    UNKNOWN;

    public static Outcome of(boolean holds) {
        return holds ? MET : NOT_MET;
    }

    public Outcome not() {
        return switch (this) {
            case MET -> NOT_MET;
            case NOT_MET -> MET;
            case UNKNOWN -> UNKNOWN;
        };
    }

    public Outcome and(Outcome other) {
        if (this == NOT_MET || other == NOT_MET) {
            return NOT_MET;
        }
        return this == MET && other == MET ? MET : UNKNOWN;
    }

    public static Outcome all(Collection<Outcome> parts) {
        return parts.stream().reduce(MET, Outcome::and);
    }

    public static Outcome any(Collection<Outcome> parts) {
        return all(parts.stream().map(Outcome::not).toList()).not();
    }
}

package dev.portcullis.benchmarks.cascade;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** The logic of three values in small whole numbers; of two answers the greater one decides a conjunction. */
final class Answer {
    static final int MET = 0;
    /** Said, and the law's formula has no value: for a person. */
    static final int UNDEFINED = 1;
    /** Open for want of a fact. */
    static final int MISSING = 2;

    static final int NOT_MET = 3;

    private Answer() {}

    static int of(boolean holds) {
        return holds ? MET : NOT_MET;
    }

    static int of(@Nullable Boolean said) {
        return said == null ? MISSING : of(said.booleanValue());
    }

    static int not(int answer) {
        return answer == MET ? NOT_MET : answer == NOT_MET ? MET : answer;
    }

    static int and(int one, int other) {
        return Math.max(one, other);
    }

    static int or(int one, int other) {
        return not(Math.max(not(one), not(other)));
    }

    static int is(@Nullable String said, String word) {
        return said == null ? MISSING : of(said.equals(word));
    }

    static int atLeast(@Nullable BigDecimal figure, BigDecimal threshold) {
        return figure == null ? MISSING : of(figure.compareTo(threshold) >= 0);
    }

    static int moreThan(@Nullable BigDecimal figure, BigDecimal threshold) {
        return figure == null ? MISSING : of(figure.compareTo(threshold) > 0);
    }

    static int atMost(@Nullable BigDecimal figure, BigDecimal threshold) {
        return not(moreThan(figure, threshold));
    }

    static int lessThan(@Nullable BigDecimal figure, BigDecimal threshold) {
        return not(atLeast(figure, threshold));
    }

    static int moreThan(@Nullable Integer figure, int threshold) {
        return figure == null ? MISSING : of(figure > threshold);
    }
}

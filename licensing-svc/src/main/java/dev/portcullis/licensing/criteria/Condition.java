package dev.portcullis.licensing.criteria;

import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** A condition over what is known, in three-valued logic: a fact that would not change the answer is not asked for. */
public sealed interface Condition {
    /** Whether it holds. */
    Truth test(Known known);

    /** All must hold; none at all always does. */
    record All(List<Condition> conditions) implements Condition {
        public All {
            conditions = List.copyOf(conditions);
        }

        @Override
        public Truth test(Known known) {
            Set<String> missing = new LinkedHashSet<>();
            for (Condition condition : conditions) {
                Truth truth = condition.test(known);
                if (truth.isNo()) {
                    return truth;
                }
                missing.addAll(truth.missing());
            }
            return missing.isEmpty() ? Truth.of(true) : Truth.unknown(missing);
        }
    }

    /** At least one must hold. */
    record Any(List<Condition> conditions) implements Condition {
        public Any {
            conditions = List.copyOf(conditions);
        }

        @Override
        public Truth test(Known known) {
            Set<String> missing = new LinkedHashSet<>();
            for (Condition condition : conditions) {
                Truth truth = condition.test(known);
                if (truth.isYes()) {
                    return truth;
                }
                missing.addAll(truth.missing());
            }
            return missing.isEmpty() ? Truth.of(false) : Truth.unknown(missing);
        }
    }

    /** It must not hold. */
    record Not(Condition condition) implements Condition {
        @Override
        public Truth test(Known known) {
            Truth truth = condition.test(known);
            return truth.isUnknown() ? truth : Truth.of(truth.isNo());
        }
    }

    /** A fact must be one of these. */
    record In(String fact, Set<String> values) implements Condition {
        public In {
            values = Set.copyOf(values);
        }

        @Override
        public Truth test(Known known) {
            Set<String> is = known.texts().get(fact);
            return is == null
                    ? Truth.unknown(Set.of(fact))
                    : Truth.of(is.stream().anyMatch(values::contains));
        }
    }

    /** A fact must be of a form. */
    record Matches(String fact, Pattern pattern) implements Condition {
        @Override
        public Truth test(Known known) {
            Set<String> is = known.texts().get(fact);
            return is == null
                    ? Truth.unknown(Set.of(fact))
                    : Truth.of(
                            is.stream().anyMatch(value -> pattern.matcher(value).matches()));
        }
    }

    /** A figure must be more than a limit. */
    record Above(String fact, BigDecimal limit) implements Condition {
        @Override
        public Truth test(Known known) {
            BigDecimal is = known.numbers().get(fact);
            return is == null ? Truth.unknown(Set.of(fact)) : Truth.of(is.compareTo(limit) > 0);
        }
    }

    /** A figure must be less than a limit. */
    record Below(String fact, BigDecimal limit) implements Condition {
        @Override
        public Truth test(Known known) {
            BigDecimal is = known.numbers().get(fact);
            return is == null ? Truth.unknown(Set.of(fact)) : Truth.of(is.compareTo(limit) < 0);
        }
    }
}

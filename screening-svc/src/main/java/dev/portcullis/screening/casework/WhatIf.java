package dev.portcullis.screening.casework;

import dev.portcullis.screening.casefile.DecidedCase;
import dev.portcullis.screening.cases.Case;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * What another threshold or profile would have made of what people have decided: how much work it would have spared, and whom it would have
 * missed.
 *
 * @param decided how many decisions were looked at, the last of each case
 * @param truncated whether there are older ones that were not
 * @param notComparable how many could not be asked again, since the party or the entry is not there any more
 * @param cleared how many of those that could be were cleared
 * @param spared those of them that would not have been opened
 * @param confirmed how many were confirmed
 * @param missed those of them that would not have been opened: parties that are listed and would have passed
 */
@RegisterForReflection
public record WhatIf(
        int decided, boolean truncated, int notComparable, int cleared, Cases spared, int confirmed, Cases missed) {
    /** How many cases are named. */
    static final int MOST_NAMED = 1000;

    /** Whether a hit would have been one. */
    enum Outlook {
        OPENED,
        NOT_OPENED,
        NOT_COMPARABLE
    }

    /**
     * Cases, the first {@value #MOST_NAMED} of them by name.
     *
     * @param count how many there are
     * @param cases them
     */
    @RegisterForReflection
    public record Cases(int count, List<Named> cases) {
        static Cases of(List<DecidedCase> all) {
            return new Cases(
                    all.size(), all.stream().limit(MOST_NAMED).map(Named::of).toList());
        }
    }

    /** A case, and the hit that it was decided on. */
    @RegisterForReflection
    public record Named(String caseId, String party, String list, String entryId, String profile, double score) {
        static Named of(DecidedCase one) {
            return new Named(one.caseId(), one.party(), one.list(), one.entryId(), one.profile(), one.score());
        }
    }

    static WhatIf of(List<DecidedCase> decided, boolean truncated, Function<DecidedCase, Outlook> outlook) {
        int notComparable = 0;
        int cleared = 0;
        int confirmed = 0;
        List<DecidedCase> spared = new ArrayList<>();
        List<DecidedCase> missed = new ArrayList<>();
        for (DecidedCase one : decided) {
            Outlook found = outlook.apply(one);
            if (found == Outlook.NOT_COMPARABLE) {
                notComparable++;
                continue;
            }
            boolean same = one.outcome() == Case.Outcome.THE_SAME;
            cleared += same ? 0 : 1;
            confirmed += same ? 1 : 0;
            if (found == Outlook.NOT_OPENED) {
                (same ? missed : spared).add(one);
            }
        }
        return new WhatIf(
                decided.size(), truncated, notComparable, cleared, Cases.of(spared), confirmed, Cases.of(missed));
    }
}

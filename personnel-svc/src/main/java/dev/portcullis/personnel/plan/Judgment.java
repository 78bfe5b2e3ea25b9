package dev.portcullis.personnel.plan;

import dev.portcullis.personnel.deemed.Access;
import dev.portcullis.personnel.deemed.Access.Answer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether somebody may be admitted to a plan. What opens a plan is that every item inside may be received, and a valid briefing; nothing
 * outweighs a reason against it.
 *
 * @param admits whether there is no reason against it
 * @param mayPass whether all reasons are that what is known is too old: such a reason goes away without anybody's doing
 * @param reasons against it, in words that are the same for everybody
 * @param recheckAt the earliest moment at which it may be otherwise though nothing changes; null where there is none
 */
record Judgment(
        boolean admits,
        boolean mayPass,
        List<String> reasons,
        @Nullable Instant recheckAt) {
    Judgment {
        reasons = List.copyOf(reasons);
    }

    /**
     * Judges.
     *
     * @param accesses one for each item inside
     * @param current whether what is known is recent enough to permit anything
     * @param briefedUntil the last day of the person's newest signature under the present edition; null where there is none
     */
    static Judgment of(
            Plan plan, List<Access> accesses, boolean current, @Nullable LocalDate briefedUntil, Instant now) {
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        List<String> reasons = new ArrayList<>();
        boolean mayPass = !current;
        LocalDate last = null;
        if (plan.status() != Plan.Status.ACTIVE) {
            reasons.add("The plan is closed.");
            mayPass = false;
        }
        if (!accesses.stream().map(Access::itemId).toList().equals(plan.terms().itemIds())) {
            throw new IllegalArgumentException("there is an answer for each item inside, in their order");
        }
        for (Access access : accesses) {
            if (!access.permits()) {
                reasons.add(access.itemId() + ": " + access.inWords());
                mayPass &= access.access() == Answer.REVIEW;
            }
            last = earlier(last, access.until());
        }
        if (plan.terms().briefing() != null) {
            if (briefedUntil == null || today.isAfter(briefedUntil)) {
                reasons.add(
                        briefedUntil == null
                                ? "The present edition of the briefing is not signed."
                                : "The signature under the briefing has run out: it is to be renewed.");
                mayPass = false;
            } else {
                last = earlier(last, briefedUntil);
            }
        }
        return new Judgment(
                reasons.isEmpty(),
                mayPass && !reasons.isEmpty(),
                reasons,
                last == null
                        ? null
                        : last.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant());
    }

    private static @Nullable LocalDate earlier(@Nullable LocalDate one, @Nullable LocalDate other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isBefore(other) ? one : other;
    }
}

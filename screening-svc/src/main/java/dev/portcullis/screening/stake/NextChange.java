package dev.portcullis.screening.stake;

import dev.portcullis.screening.ownership.Owner;
import dev.portcullis.screening.ownership.Stake;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The next day on which a stake above a party begins, or has ended the day before. */
final class NextChange {
    private NextChange() {}

    /**
     * The day; absent where no stake above the party begins or ends after the given one.
     *
     * @param told the stakes by what is owned, those of the same by both
     */
    static @Nullable LocalDate of(Owner party, Map<Owner, List<Stake>> told, LocalDate day) {
        Deque<Owner> open = new ArrayDeque<>(List.of(party));
        Set<Owner> seen = new HashSet<>(open);
        LocalDate next = null;
        while (!open.isEmpty()) {
            Owner owned = open.remove();
            for (Stake stake : told.getOrDefault(owned, List.of())) {
                next = earlier(next, stake.from(), day);
                next = earlier(next, stake.to() == null ? null : stake.to().plusDays(1), day);
                for (Owner above : List.of(stake.owner(), stake.owned())) {
                    if (seen.add(above)) {
                        open.add(above);
                    }
                }
            }
        }
        return next;
    }

    private static @Nullable LocalDate earlier(@Nullable LocalDate known, @Nullable LocalDate other, LocalDate after) {
        if (other == null || !other.isAfter(after)) {
            return known;
        }
        return known == null || other.isBefore(known) ? other : known;
    }
}

package dev.portcullis.screening.stake;

import dev.portcullis.screening.ownership.Owner;
import dev.portcullis.screening.ownership.Stake;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What was read from a file: all of it, or nothing where a line has a fault.
 *
 * @param stakes the stakes, none of them twice
 * @param names what the owners are called who are known by name only
 * @param skipped lines that speak of something else than ownership
 */
public record StakeFile(List<Stake> stakes, Map<Owner, OwnerName> names, int skipped) {
    /** Stakes of one file. */
    public static final int MOST_STAKES = 200_000;

    /** Faults that are told. */
    private static final int SHOWN_FAULTS = 20;

    public StakeFile {
        stakes = List.copyOf(stakes);
        names = Map.copyOf(names);
    }

    /** Gathers a file's content, line by line. */
    static final class Builder {
        private final Set<Stake> stakes = new LinkedHashSet<>();
        private final Map<Owner, OwnerName> names = new LinkedHashMap<>();

        /** The line that first spoke of an owner. */
        private final Map<Owner, Long> lines = new LinkedHashMap<>();

        private final List<String> faults = new ArrayList<>();
        private int faulty;
        private int skipped;

        void stake(long line, Stake stake) {
            if (stakes.size() == MOST_STAKES) {
                throw new UnreadableStakesException("it has more than " + MOST_STAKES
                        + " stakes: send it in parts, each as" + " a source of its own");
            }
            stakes.add(stake);
            lines.putIfAbsent(stake.owner(), line);
            lines.putIfAbsent(stake.owned(), line);
        }

        void name(Owner owner, OwnerName name) {
            names.merge(owner, name, Builder::both);
        }

        private static OwnerName both(OwnerName a, OwnerName b) {
            List<String> all = new ArrayList<>(a.names());
            all.addAll(b.names());
            return new OwnerName(all, a.country() == null ? b.country() : a.country());
        }

        void skip() {
            skipped++;
        }

        void fault(long line, @Nullable String reason) {
            if (faulty++ < SHOWN_FAULTS) {
                faults.add("line " + line + " " + reason);
            }
        }

        StakeFile build() {
            lines.forEach((owner, line) -> {
                if (owner.kind() == Owner.Kind.OTHER && !names.containsKey(owner)) {
                    fault(line, "speaks of an owner whom the file gives no name");
                }
            });
            if (faulty > 0) {
                throw new UnreadableStakesException(faulty
                        + (faulty == 1 ? " line has a fault: " : " lines have faults: ")
                        + String.join("; ", faults));
            }
            if (stakes.isEmpty()) {
                throw new UnreadableStakesException("it tells no stake");
            }
            names.keySet().retainAll(lines.keySet());
            return new StakeFile(List.copyOf(stakes), names, skipped);
        }
    }
}

package dev.portcullis.screening.ownership;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How a party stands by the rules on ownership, as far as anything follows from it at the gate: to what degree, by which lists and entries, and
 * what a person has to find out. How large a share is within a degree, and by which links it comes, changes nothing.
 *
 * @param rules by the rules' ids; a rule that finds nothing may be left out
 */
public record Standing(Map<String, ByRule> rules) {
    /** Flags that ask about listed owners. The others say that what was told is not in order, whoever is listed. */
    private static final Set<RedFlag.Code> ASKING =
            Set.copyOf(EnumSet.complementOf(EnumSet.of(RedFlag.Code.OVER_100, RedFlag.Code.SOURCES_DISAGREE)));

    private static final ByRule NOTHING = new ByRule(OwnershipFinding.Degree.NONE, Set.of(), Set.of(), Set.of());

    public Standing {
        rules = Map.copyOf(rules);
    }

    /**
     * How a party stands by one rule.
     *
     * @param lists the codes of the lists
     * @param listings the entries, as {@code list/entry}
     */
    public record ByRule(
            OwnershipFinding.Degree degree, Set<String> lists, Set<String> listings, Set<RedFlag.Code> flags) {
        public ByRule {
            lists = Set.copyOf(lists);
            listings = Set.copyOf(listings);
            flags = Set.copyOf(flags);
        }

        /** Whether more is held against the party than by an earlier one: a higher degree, or at the same one a list, an entry or a question more. */
        boolean isWorseThan(ByRule earlier) {
            int degrees = degree.compareTo(earlier.degree);
            return degrees > 0
                    || degrees == 0
                            && !(earlier.lists.containsAll(lists)
                                    && earlier.listings.containsAll(listings)
                                    && earlier.flags.containsAll(flags));
        }
    }

    /** How a party stands by an assessment; one of whom no owner is told stands well by all rules. */
    public static Standing of(@Nullable Ownership ownership) {
        return ownership == null
                ? new Standing(Map.of())
                : new Standing(ownership.findings().stream()
                        .collect(Collectors.toMap(OwnershipFinding::rule, Standing::byRule)));
    }

    private static ByRule byRule(OwnershipFinding finding) {
        return new ByRule(
                finding.degree(),
                Set.copyOf(finding.lists()),
                finding.listings().stream()
                        .map(one -> one.list() + "/" + one.entryId())
                        .collect(Collectors.toSet()),
                finding.redFlags().stream()
                        .map(RedFlag::code)
                        .filter(ASKING::contains)
                        .collect(Collectors.toSet()));
    }

    /** By a rule. */
    public ByRule by(String rule) {
        return rules.getOrDefault(rule, NOTHING);
    }

    /** The rules by which it stands otherwise than before, in the order of their ids. */
    public Set<String> changedSince(Standing earlier) {
        Set<String> ids = new TreeSet<>(rules.keySet());
        ids.addAll(earlier.rules.keySet());
        ids.removeIf(rule -> by(rule).equals(earlier.by(rule)));
        return ids;
    }

    /** Whether it stands worse by any rule. */
    public boolean isWorseThan(Standing earlier) {
        return changedSince(earlier).stream().anyMatch(rule -> by(rule).isWorseThan(earlier.by(rule)));
    }
}

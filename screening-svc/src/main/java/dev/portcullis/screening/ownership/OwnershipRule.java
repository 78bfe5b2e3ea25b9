package dev.portcullis.screening.ownership;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * A rule by which ownership by listed parties carries over to what they own.
 *
 * @param id its id, such as {@code OFAC-50}
 * @param title in our own words
 * @param threshold the aggregate share from which it holds, in percent
 * @param scopes whose shares are added up
 * @param postures how it stood, in the order of time and without a gap
 * @param citations where what a red flag rests on is said
 */
public record OwnershipRule(
        String id,
        String title,
        BigDecimal threshold,
        List<Scope> scopes,
        List<Posture> postures,
        Map<RedFlag.Code, String> citations) {

    public OwnershipRule {
        scopes = List.copyOf(scopes);
        postures = List.copyOf(postures);
        citations = Map.copyOf(citations);
        if (threshold.signum() <= 0 || threshold.compareTo(BigDecimal.valueOf(100)) > 0) {
            throw new IllegalArgumentException("the threshold of " + id + " is not a percentage");
        }
        for (RedFlag.Code code : RedFlag.Code.values()) {
            if (!citations.containsKey(code)) {
                throw new IllegalArgumentException(id + " does not say what " + code + " rests on");
            }
        }
        for (int i = 1; i < postures.size(); i++) {
            LocalDate end = postures.get(i - 1).to();
            if (end == null || !end.plusDays(1).equals(postures.get(i).from())) {
                throw new IllegalArgumentException("the times of " + id + " leave a gap or overlap");
            }
        }
    }

    /**
     * Entries that a rule speaks of.
     *
     * @param list the list's code
     * @param programs the programs that are meant; none where all are
     */
    public record Scope(String list, Set<String> programs) {
        public Scope {
            programs = Set.copyOf(programs);
        }

        Match of(Listing listing) {
            if (!list.equals(listing.list())) {
                return Match.NO;
            }
            if (programs.isEmpty()) {
                return Match.YES;
            }
            if (listing.programs().isEmpty()) {
                return Match.MAYBE;
            }
            return listing.programs().stream().anyMatch(program -> programs.contains(code(program)))
                    ? Match.YES
                    : Match.NO;
        }

        private static String code(String program) {
            return program.replace("[", "").replace("]", "").strip().toUpperCase(Locale.ROOT);
        }
    }

    /** Whether a rule speaks of an entry. */
    enum Match {
        NO,
        /** The list does not tell the entry's program, and only some are meant. */
        MAYBE,
        YES
    }

    /** Whether the rule counts the shares of the listed one: certainly, possibly or not. */
    Match match(Listing listing) {
        Match best = Match.NO;
        for (Scope scope : scopes) {
            Match match = scope.of(listing);
            best = match.compareTo(best) > 0 ? match : best;
        }
        return best == Match.YES && !listing.certain() ? Match.MAYBE : best;
    }

    /** How the rule stands on a day. */
    public Posture on(LocalDate day) {
        for (Posture posture : postures) {
            if (posture.holdsOn(day)) {
                return posture;
            }
        }
        LocalDate first = postures.get(0).from();
        return new Posture(
                Posture.Standing.NOT_MADE,
                null,
                first == null ? null : first.minusDays(1),
                postures.get(0).citation(),
                "the rule was not made yet");
    }
}

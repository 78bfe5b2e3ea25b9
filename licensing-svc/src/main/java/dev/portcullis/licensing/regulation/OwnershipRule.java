package dev.portcullis.licensing.regulation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What it means that listed parties own a party by half or more.
 *
 * @param id as screening-svc names it, such as {@code OFAC-50}
 * @param what the rule in our own words
 * @param question what it asks of a party
 * @param significantMinority percent from which a smaller share asks a person
 * @param asks red flags that ask a person even where nothing is owned by half
 * @param citation where the duty to look is said
 * @param periods how the rule stood
 * @param effects what a certain finding leads to, by the owner's list; {@code *} speaks of all that are not named
 */
public record OwnershipRule(
        String id,
        String what,
        String question,
        BigDecimal significantMinority,
        Set<String> asks,
        String citation,
        List<Period> periods,
        Map<String, ListEffect> effects) {

    public OwnershipRule {
        if (!effects.containsKey("*")) {
            throw new IllegalStateException(id + " does not say what holds of lists that it does not name");
        }
    }

    /**
     * How the rule stood in a time.
     *
     * @param from first day
     * @param to last day; null where it goes on
     * @param standing in words, such as {@code suspended}
     * @param enforced whether it asks for anything
     * @param citation where that is said
     */
    public record Period(LocalDate from, @Nullable LocalDate to, String standing, boolean enforced, String citation) {
        boolean holdsOn(LocalDate day) {
            return !day.isBefore(from) && (to == null || !day.isAfter(to));
        }
    }

    /** How the rule stands on a day; null where it was not made yet. */
    public @Nullable Period on(LocalDate day) {
        return periods.stream()
                .filter(period -> period.holdsOn(day))
                .findFirst()
                .orElse(null);
    }

    /** What comes of an owner on a list. */
    public ListEffect effect(String list) {
        ListEffect effect = effects.get(list);
        return effect != null ? effect : java.util.Objects.requireNonNull(effects.get("*"));
    }
}

package dev.portcullis.classification.rules;

import dev.portcullis.classification.datasheet.Datasheet;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What takes an item out of the EAR altogether, whatever entry describes it (15 CFR 734.3(b)).
 *
 * @param id names the rule for ever
 * @param title what it says, in our own words
 * @param appliesTo the forms of datasheet that it can be asked of
 * @param effectiveFrom the first day
 * @param effectiveTo the first day on which it no longer holds; null while no end is known
 * @param citation where it stands
 * @param when what it asks
 */
public record JurisdictionRule(
        String id,
        String title,
        Set<Datasheet.Kind> appliesTo,
        LocalDate effectiveFrom,
        @Nullable LocalDate effectiveTo,
        String citation,
        Criterion when)
        implements Effective {
    public JurisdictionRule {
        appliesTo = Set.copyOf(appliesTo);
    }
}

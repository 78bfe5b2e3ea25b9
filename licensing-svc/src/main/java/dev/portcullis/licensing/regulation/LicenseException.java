package dev.portcullis.licensing.regulation;

import dev.portcullis.contracts.DeterminationState.Activity;
import dev.portcullis.contracts.ItemState.Form;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A license exception, or one paragraph of it (15 CFR Part 740).
 *
 * @param symbol such as {@code ENC}
 * @param paragraph such as {@code (a)(2)}; null where the exception is one
 * @param effectiveFrom its first day; null where it is older than the editions at hand
 * @param effectiveTo its last day; null where it goes on
 * @param items the entries and paragraphs that are eligible; empty where its section names none
 * @param exceptItems those that are not
 * @param listBased whether the item's entry must open it (15 CFR 738.2(d)(2))
 * @param to destinations
 * @param notTo destinations that are not
 * @param orHeadquarters headquarters that make any destination eligible
 * @param notForHeadquarters headquarters that make it ineligible
 * @param headquartersIn where every party's headquarters must be; nowhere means that it does not matter
 * @param activities the kinds of transaction; empty means all
 * @param forms the forms of item; empty means all
 * @param overcomes the reasons for control that it overcomes; {@code EMBARGO:} with an embargo's id for those of Part 746
 * @param notWhenDataCenterAnd the paragraphs at which an item for data centers is not eligible
 * @param dataCenterQuestion asks whether the item is for data centers
 * @param requires the facts that it needs
 * @param duties what its user must do afterwards, such as a report with its date
 */
public record LicenseException(
        String symbol,
        @Nullable String paragraph,
        String citation,
        @Nullable LocalDate effectiveFrom,
        @Nullable LocalDate effectiveTo,
        List<ItemScope> items,
        List<ItemScope> exceptItems,
        boolean listBased,
        CountryScope to,
        CountryScope notTo,
        CountryScope orHeadquarters,
        CountryScope notForHeadquarters,
        CountryScope headquartersIn,
        Set<Activity> activities,
        Set<Form> forms,
        Set<String> overcomes,
        List<ItemScope> notWhenDataCenterAnd,
        @Nullable String dataCenterQuestion,
        List<Requirement> requires,
        List<String> duties) {

    /** How it is named in answers. */
    public String name() {
        return paragraph == null ? symbol : symbol + " " + paragraph;
    }

    boolean isInForce(LocalDate day) {
        return (effectiveFrom == null || !day.isBefore(effectiveFrom))
                && (effectiveTo == null || !day.isAfter(effectiveTo));
    }
}

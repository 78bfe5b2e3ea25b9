package dev.portcullis.licensing.regulation;

import dev.portcullis.contracts.DeterminationState.Activity;
import dev.portcullis.contracts.ItemState.Form;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A license exception, or one paragraph of it.
 *
 * @param symbol such as {@code ENC}
 * @param paragraph such as {@code (a)(2)}; null where the exception is one
 * @param items the entries and paragraphs that are eligible
 * @param to destinations
 * @param notTo destinations that are not
 * @param orHeadquarters headquarters that make any destination eligible
 * @param notForHeadquarters headquarters that make it ineligible
 * @param headquartersIn where every party's headquarters must be; nowhere means that it does not matter
 * @param activities the kinds of transaction; empty means all
 * @param forms the forms of item; empty means all
 * @param overcomes the reasons for control that it overcomes
 * @param notWhenDataCenterAnd the paragraphs at which an item for data centers is not eligible
 * @param dataCenterQuestion asks whether the item is for data centers
 * @param requires the facts that it needs
 */
public record LicenseException(
        String symbol,
        @Nullable String paragraph,
        String citation,
        List<ItemScope> items,
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
        List<Requirement> requires) {

    /**
     * A document or statement that must be there.
     *
     * @param fact its name among the transaction's facts
     * @param question asks for it
     */
    public record Requirement(String fact, String question) {}

    /** How it is named in answers. */
    public String name() {
        return paragraph == null ? symbol : symbol + " " + paragraph;
    }
}

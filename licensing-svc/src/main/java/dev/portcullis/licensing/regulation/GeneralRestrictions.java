package dev.portcullis.licensing.regulation;

import java.util.List;
import java.util.Set;

/**
 * The restrictions on all exceptions (15 CFR 740.2(a)) that this edition of the data knows.
 *
 * @param noneForPartiesOn lists whose parties get none
 * @param advancedFamily items of 740.2(a)(9)(ii)
 * @param advancedScope destinations of it
 * @param advancedHeadquarters headquarters of it
 * @param advancedAllowed the exceptions that remain
 */
public record GeneralRestrictions(
        String citation,
        Set<String> noneForPartiesOn,
        List<ItemScope> advancedFamily,
        CountryScope advancedScope,
        CountryScope advancedHeadquarters,
        Set<String> advancedAllowed,
        String advancedCitation) {}

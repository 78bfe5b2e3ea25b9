package dev.portcullis.licensing.regulation;

import dev.portcullis.contracts.CountryCode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Everything that the law files say, of all days. */
record LawData(
        String edition,
        LocalDate editionDay,
        LocalDate coverageFrom,
        CountryChart chart,
        List<ChartFootnote> chartFootnotes,
        Map<CountryCode, Set<String>> countryGroups,
        List<CountryGroups.Change> countryGroupChanges,
        ControlTable controls,
        List<ItemScope> antiTerrorismOnly,
        Map<String, LicenseRule> rules,
        List<Embargo> embargoes,
        Map<String, ListEffect> listEffects,
        ListEffect otherLists,
        Set<String> requiredLists,
        List<OwnershipRule> ownershipRules,
        Map<String, List<EndUse>> endUses,
        List<GeneralRestriction> generalRestrictions,
        List<LicenseException> exceptions,
        List<ReviewPolicyRule> reviewPolicies,
        Jurisdiction jurisdiction) {}

package dev.portcullis.licensing.determination;

import dev.portcullis.contracts.CountryCode;
import dev.portcullis.contracts.ItemState;
import dev.portcullis.licensing.determination.Step.Used;
import java.util.List;

/** General Prohibition Eight: does the item pass through a country to which it would need a license? 15 CFR 736.2(b)(8). */
final class TransitStep {
    private static final String QUESTION = "Does the item pass through a country of General Prohibition Eight?";

    private TransitStep() {}

    static void judge(Walk walk, ItemState item) {
        Route route = walk.transaction.route();
        if (route == null) {
            return;
        }
        String citation = walk.law.jurisdiction().transitCitation();
        for (CountryCode country : route.transit()) {
            List<Used> used = List.of(FactSteps.stated("transit", country.value()));
            if (!walk.law.jurisdiction().transit().contains(country)) {
                walk.passes(QUESTION, used, "The prohibition does not name it.", citation);
            } else if (isFree(walk, item, country)) {
                walk.passes(QUESTION, used, "To that country the item would need no license.", citation);
            } else {
                walk.asks(
                        QUESTION,
                        used,
                        "The item would need a license, or a question is open, for " + country
                                + " through which it passes: which license or exception allows its transit there?",
                        citation);
            }
        }
    }

    /** Whether the item might go to the country itself, as far as its kind and the place decide. */
    private static boolean isFree(Walk walk, ItemState item, CountryCode country) {
        Walk there = new Walk(walk.transaction, walk.facts, List.of(), List.of(), walk.law);
        there.item = item;
        there.destination = country;
        EmbargoStep.judge(there, item, country);
        ControlSteps.judge(there, item, country);
        return !there.isProhibited()
                && !there.isInReview()
                && there.required().isEmpty()
                && there.possible().isEmpty();
    }
}

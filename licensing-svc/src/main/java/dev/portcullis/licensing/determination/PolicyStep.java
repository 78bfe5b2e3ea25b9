package dev.portcullis.licensing.determination;

import dev.portcullis.contracts.CountryCode;
import dev.portcullis.contracts.ItemState;
import dev.portcullis.licensing.determination.PartySteps.Home;
import dev.portcullis.licensing.determination.Walk.Required;
import dev.portcullis.licensing.regulation.ReviewPolicy;
import dev.portcullis.licensing.regulation.ReviewPolicyRule;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How would BIS review an application? 15 CFR 742.6(b), 744.23(d) and the like; of several the strictest is told. */
final class PolicyStep {
    private static final String QUESTION = "How would an application be reviewed?";

    private PolicyStep() {}

    static @Nullable ReviewPolicy find(Walk walk, ItemState item, CountryCode destination) {
        ReviewPolicy strictest = null;
        for (Required required : walk.required()) {
            ReviewPolicy policy = required.policy();
            if (policy == null) {
                ReviewPolicyRule rule = rule(walk, required, item, destination);
                if (rule != null) {
                    policy = rule.policy();
                    walk.note(QUESTION, List.of(), policy + " for " + required.citation() + ".", rule.citation());
                    if (rule.question() != null) {
                        walk.wouldAsk(rule.question());
                    }
                }
            }
            if (policy != null && (strictest == null || policy.compareTo(strictest) > 0)) {
                strictest = policy;
            }
        }
        return strictest;
    }

    private static @Nullable ReviewPolicyRule rule(
            Walk walk, Required required, ItemState item, CountryCode destination) {
        for (ReviewPolicyRule rule : walk.law.reviewPolicies()) {
            if (rule.rules().contains(required.ruleId())
                    && (rule.activities().isEmpty() || rule.activities().contains(walk.transaction.activity()))
                    && (rule.forms().isEmpty() || rule.forms().contains(item.form()))
                    && (rule.to().covers(destination, walk.law.groups())
                            || PartySteps.headquarters(walk, rule.orHeadquarters()) == Home.INSIDE)
                    && isBelow(tpp(item), rule.tppBelow())
                    && isBelow(dramBandwidth(item), rule.dramBandwidthBelow())) {
                return rule;
            }
        }
        return null;
    }

    /** A figure that is not known is below no limit. */
    private static boolean isBelow(@Nullable Double figure, @Nullable Double limit) {
        return limit == null || (figure != null && figure < limit);
    }

    private static @Nullable Double tpp(ItemState item) {
        return item.classification() == null ? null : item.classification().totalProcessingPerformance();
    }

    private static @Nullable Double dramBandwidth(ItemState item) {
        return item.classification() == null ? null : item.classification().totalDramBandwidth();
    }
}

package dev.portcullis.personnel.deemed;

import dev.portcullis.contracts.DeterminationState.Activity;
import dev.portcullis.platform.identity.Roles;
import dev.portcullis.platform.problem.Problems;
import java.util.Set;
import java.util.function.Predicate;

/** What of an answer who may see. */
final class Shown {
    static final String WHO_SEES = """
            Compliance officers, license managers and auditors see reasons, authority and license; others see the answer alone, and
            `withheld` says what is left out. Every answer is as of this moment and opens nothing: a release asks the gate.""";
    private static final String ONE = """
            {"personId":"per-01k9zq0v5m8y3h2t7n4c6w1xrd","itemId":"itm-01jdv4m3k8q2w5x7z9a1b3c5d7","access":"LICENSE_REQUIRED",
             "inWords":"A license is needed for this technology.",
             "reasons":[{"statement":"A license is needed for this technology.","citation":"15 CFR 742.4(a)"}],
             "determination":"dxs-0f2c4e6a8b1d3f5a7c9e0b2d4f","determinationVersion":3,"asOf":"2026-11-29"}""";
    static final String MATRIX = "{\"items\":[" + ONE + "],\"reliable\":{\"person\":\"2026-11-30T07:00:00Z\","
            + "\"answers\":\"2026-11-29T09:31:00Z\"}}";

    /** As in decision 011: officers resolve reviews, license managers apply for licenses by country, auditors replay. */
    private static final Set<String> NEED_TO_KNOW =
            Set.of(Roles.COMPLIANCE_OFFICER, Roles.LICENSE_MANAGER, Roles.AUDITOR);

    private Shown() {}

    /** An answer as a reader may see it. */
    static Access to(Access whole, Predicate<String> hasRole) {
        return NEED_TO_KNOW.stream().anyMatch(hasRole) ? whole : whole.withoutNationality();
    }

    static void requireRelease(Activity activity) {
        if (activity != Activity.DEEMED_EXPORT && activity != Activity.DEEMED_REEXPORT) {
            throw Problems.badParameter("activity", "must be DEEMED_EXPORT or DEEMED_REEXPORT");
        }
    }
}

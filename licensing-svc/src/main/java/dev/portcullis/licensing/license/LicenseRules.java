package dev.portcullis.licensing.license;

import dev.portcullis.licensing.license.NewLicense.NewLine;
import dev.portcullis.platform.problem.Problems;
import java.util.HashSet;
import java.util.Set;

/** What a license must say of itself to be of use; each finding names the field. */
final class LicenseRules {
    private LicenseRules() {}

    /** @throws dev.portcullis.platform.problem.ProblemException 400 at the first field that cannot be so */
    static void require(NewLicense license) {
        if (license.validUntil().isBefore(license.validFrom())) {
            throw Problems.invalid("/validUntil", "must not be before validFrom");
        }
        LicenseTerms terms = license.terms();
        if (license.kind() == LicenseKind.DEEMED_EXPORT && terms.personIds().isEmpty()) {
            throw Problems.invalid("/personIds", "must name the foreign persons of a deemed export license");
        }
        if (license.kind() == LicenseKind.BIS_LICENSE) {
            if (terms.consignees().isEmpty()) {
                throw Problems.invalid("/consignees", "must name at least one consignee or end user");
            }
            if (terms.countries().isEmpty()) {
                throw Problems.invalid("/countries", "must name at least one destination");
            }
        }
        Set<Integer> numbers = new HashSet<>();
        for (int i = 0; i < license.lines().size(); i++) {
            NewLine line = license.lines().get(i);
            if (!numbers.add(line.line())) {
                throw Problems.invalid("/lines/" + i + "/line", "is the number of another line as well");
            }
            if (line.quantity() == null && line.value() == null) {
                throw Problems.invalid("/lines/" + i + "/quantity", "or value must be given: a license has a limit");
            }
            if (line.value() != null && line.value().amount().signum() == 0) {
                throw Problems.invalid("/lines/" + i + "/value", "must be more than 0");
            }
        }
    }
}

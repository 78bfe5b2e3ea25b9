package dev.portcullis.licensing.usage;

import dev.portcullis.contracts.Eccn;
import dev.portcullis.contracts.ItemState;
import dev.portcullis.licensing.measure.Units;
import dev.portcullis.platform.problem.Problems;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a request to use licenses must hold by itself; each finding names the field. */
final class UseRules {
    private static final Pattern REFERENCE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:-]{0,99}");

    private UseRules() {}

    /** @throws dev.portcullis.platform.problem.ProblemException 400 where it is none */
    static void requireReference(String reference) {
        if (!REFERENCE.matcher(reference).matches()) {
            throw Problems.badParameter(
                    "reference", "must be 1 to 100 letters, digits, dots, colons, hyphens and low lines");
        }
    }

    /**
     * Looks at what can be seen without the licenses.
     *
     * @param item the item as this service knows it; null where it does not
     * @throws dev.portcullis.platform.problem.ProblemException 400 or 422 at the first field that cannot be so
     */
    static void require(UseRequest request, Units units, @Nullable ItemState item, LocalDate today, boolean happened) {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < request.parts().size(); i++) {
            UseRequest.Part part = request.parts().get(i);
            if (part.unit() != null && units.find(part.unit()) == null) {
                throw Problems.invalid("/parts/" + i + "/unit", "is no unit of the table");
            }
            if (!seen.add(part.licenseNumber() + " " + part.line())) {
                throw Problems.invalid("/parts/" + i, "names a license and line that another part names as well");
            }
        }
        LocalDate day = request.day();
        if (happened && day != null && day.isAfter(today)) {
            throw Problems.invalid("/day", "must not be after today: what is to come is assigned, not drawn");
        }
        Eccn known = item == null || item.classification() == null
                ? null
                : item.classification().eccn();
        if (known != null && !known.equals(request.eccn())) {
            throw Problems.unprocessable("/eccn", "must be that of the item, which is classified under " + known);
        }
    }
}

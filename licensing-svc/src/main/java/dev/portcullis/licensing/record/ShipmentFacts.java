package dev.portcullis.licensing.record;

import dev.portcullis.contracts.DeterminationState.Outcome;
import dev.portcullis.licensing.criteria.Known;
import dev.portcullis.licensing.dossier.LicenseCodes;
import dev.portcullis.licensing.form.AnswerKind;
import dev.portcullis.licensing.release.Release;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Adds to what is known of a transaction what its release and its shipment tell. */
final class ShipmentFacts {
    private static final Set<String> TOLD = Set.of("transshipped", "validatedEndUser");

    private ShipmentFacts() {}

    /**
     * What is known.
     *
     * @param known of the transaction
     * @param answers of persons, which were checked
     */
    static Known of(Release release, Known.Gathering known, LicenseCodes codes, Map<String, String> answers) {
        String authority = release.authority() == null ? "" : release.authority();
        String kind = kind(release);
        Known sofar = known.known();
        String atOnly = sofar.shown("item.atOnly");
        known.texts("authority", Set.of(authority))
                .text("authorityKind", kind)
                .text("license.code", codes.of(kind, authority, atOnly == null ? null : atOnly.equals("YES")))
                .text("license.number", number(kind, authority))
                .number("quantity", release.quantity())
                .text("shipment.transport", answers.get("transport"));
        for (String fact : TOLD) {
            known.text(fact, answers.get(fact));
        }
        if (!sofar.texts().containsKey("tangible")) {
            known.text("tangible", answers.get("tangible"));
        }
        // None is stated, and none holds.
        String exemption = answers.get("ftrExemption");
        known.texts("ftrExemption", exemption == null ? Set.of() : Set.of(exemption));
        String value = answers.get("value");
        if (value != null) {
            known.number("value", AnswerKind.number(value));
        } else if (release.value() != null && release.value().currency().equals("USD")) {
            known.number("value", release.value().amount());
        }
        return known.known();
    }

    private static String kind(Release release) {
        Outcome outcome = release.determination().outcome();
        return switch (outcome) {
            case LICENSE_REQUIRED -> "LICENSE";
            case EXCEPTION -> "EXCEPTION";
            default -> "NLR";
        };
    }

    /** Under NAC the number is that of the confirmation of BIS, which only a person knows. */
    private static @Nullable String number(String kind, String authority) {
        return kind.equals("EXCEPTION") && authority.equals("NAC") ? null : authority;
    }
}

package dev.portcullis.licensing.dossier;

import dev.portcullis.contracts.CountryCode;
import dev.portcullis.contracts.DeterminationState.Activity;
import dev.portcullis.contracts.DeterminationState.Outcome;
import dev.portcullis.contracts.ItemState;
import dev.portcullis.contracts.PartyState;
import dev.portcullis.licensing.Gate;
import dev.portcullis.licensing.criteria.Known;
import dev.portcullis.licensing.decision.Determination;
import dev.portcullis.licensing.decision.FactUsed;
import dev.portcullis.licensing.determination.Step;
import dev.portcullis.licensing.determination.Step.Finding;
import dev.portcullis.licensing.determination.Transaction;
import dev.portcullis.licensing.determination.Transaction.PartyRole;
import dev.portcullis.licensing.determination.Transaction.Role;
import dev.portcullis.licensing.regulation.Law;
import dev.portcullis.licensing.regulation.Regulations;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Determinations and facts for tests of pure code. */
public final class Cases {
    public static final LocalDate DAY = LocalDate.parse("2026-11-29");
    public static final Instant NOW = Instant.parse("2026-11-29T09:30:00Z");
    public static final Regulations LAW = Law.shipped().asOf(DAY);

    private Cases() {}

    public static Determination export(String country, Outcome outcome, @Nullable String authority) {
        Transaction transaction = new Transaction(
                Activity.EXPORT,
                "itm-1",
                List.of(new PartyRole("pty-1", Role.ULTIMATE_CONSIGNEE), new PartyRole("pty-1", Role.END_USER)),
                null,
                CountryCode.of(country),
                null,
                List.of("CIVIL"),
                Map.of());
        return determination(transaction, country, outcome, authority);
    }

    public static Determination release(String country, Outcome outcome, @Nullable String authority) {
        Transaction transaction =
                new Transaction(Activity.DEEMED_EXPORT, "itm-1", List.of(), "prs-1", null, null, List.of(), Map.of());
        return determination(transaction, country, outcome, authority);
    }

    private static Determination determination(
            Transaction transaction, String country, Outcome outcome, @Nullable String authority) {
        return new Determination(
                "det-1",
                transaction,
                outcome,
                authority,
                null,
                null,
                CountryCode.of(country),
                List.of(new Step(
                        "Does a reason for control require a license?",
                        Map.of("eccn", "3A090 (item itm-1 version 3)"),
                        Finding.LICENSE_REQUIRED,
                        "3A090.a needs a license there.",
                        List.of("15 CFR 742.6(a)(6)(iii)(A)"))),
                List.of("15 CFR 742.6(a)(6)(iii)(A)"),
                List.of(),
                List.of(new FactUsed(FactUsed.Kind.ITEM, "itm-1", 3, true, true, NOW, 600L)),
                List.of(),
                List.of(),
                Map.of("regulations", "eCFR 2026-07-23"),
                DAY,
                NOW);
    }

    public static ItemState accelerator() {
        return Gate.accelerator("itm-1", 3);
    }

    public static Known.Gathering known(Determination determination, @Nullable ItemState item) {
        CountryCode destination = determination.destination();
        PartyState party =
                Gate.party("pty-1", 1, destination == null ? "DE" : destination.value(), PartyState.Status.CLEAR);
        return Dossier.of(determination, item, Map.of("pty-1", party), LAW);
    }
}

package dev.portcullis.licensing.decision;

import dev.portcullis.contracts.CountryCode;
import dev.portcullis.contracts.DeterminationState.Activity;
import dev.portcullis.licensing.determination.Origin;
import dev.portcullis.licensing.determination.Route;
import dev.portcullis.licensing.determination.Transaction;
import dev.portcullis.licensing.determination.Transaction.PartyRole;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A request that describes a transaction; its fields are those of {@link Transaction}, and what may be left out may be null. */
public interface TransactionRequest {
    Activity activity();

    String itemId();

    @Nullable
    List<PartyRole> parties();

    @Nullable
    String personId();

    @Nullable
    CountryCode destination();

    @Nullable
    String region();

    @Nullable
    List<String> endUses();

    @Nullable
    Map<String, String> exceptionFacts();

    @Nullable
    Route route();

    @Nullable
    Origin origin();

    @Nullable
    String reference();

    /** What the request describes. */
    default Transaction transaction() {
        List<PartyRole> parties = parties();
        List<String> endUses = endUses();
        Map<String, String> exceptionFacts = exceptionFacts();
        return new Transaction(
                activity(),
                itemId(),
                parties == null ? List.of() : parties,
                personId(),
                destination(),
                region(),
                endUses == null ? List.of() : endUses,
                exceptionFacts == null ? Map.of() : exceptionFacts,
                route(),
                origin(),
                reference());
    }
}

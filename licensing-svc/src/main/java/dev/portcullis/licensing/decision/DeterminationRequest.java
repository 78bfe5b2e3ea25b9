package dev.portcullis.licensing.decision;

import dev.portcullis.contracts.CountryCode;
import dev.portcullis.contracts.DeterminationState.Activity;
import dev.portcullis.licensing.determination.Origin;
import dev.portcullis.licensing.determination.Route;
import dev.portcullis.licensing.determination.Transaction.PartyRole;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Asks for a determination.
 *
 * @param route how the item gets there; a shipment from the United States where left out
 * @param origin where the item comes from; it counts as subject to the EAR where left out
 * @param reference the business's own number of the order or project; red flags on it count
 * @param asOf the day whose law applies; today where left out
 */
public record DeterminationRequest(
        @NotNull Activity activity,
        @NotBlank @Size(max = 64) String itemId,
        @Nullable @Size(max = 50) List<@NotNull @Valid PartyRole> parties,
        @Nullable @Size(min = 1, max = 64) String personId,
        @Nullable CountryCode destination,
        @Nullable @Size(min = 1, max = 40) String region,
        @Nullable @Size(max = 20) List<@NotBlank @Size(max = 60) String> endUses,

        @Nullable @Size(max = 40)
        Map<@NotBlank @Size(max = 60) String, @NotBlank @Size(max = 200) String> exceptionFacts,

        @Nullable @Valid Route route,
        @Nullable @Valid Origin origin,
        @Nullable @Size(min = 1, max = 64) String reference,
        @Nullable LocalDate asOf)
        implements TransactionRequest {}

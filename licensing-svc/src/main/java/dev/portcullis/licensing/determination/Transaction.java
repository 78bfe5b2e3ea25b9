package dev.portcullis.licensing.determination;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.portcullis.contracts.CountryCode;
import dev.portcullis.contracts.DeterminationState.Activity;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A transaction as its sender describes it.
 *
 * @param activity what is to happen
 * @param itemId the item
 * @param parties everybody who takes part, each in a role
 * @param personId the person who would receive technology or source code
 * @param destination where the item is to go; left out for a release to a person, whose country the personnel service knows
 * @param region the part of the destination where the law tells parts apart, such as {@code CRIMEA}
 * @param endUses the end uses that are known or suspected, by the codes of the law files; none is not the same as CIVIL
 * @param exceptionFacts what a license exception asks for and no other service knows, by name, such as {@code TSR.writtenAssurance}
 * @param route how it gets there; null where it is carried from the United States without a stop that matters
 * @param origin where the item comes from; null where that was not said, and then it counts as subject to the EAR
 * @param reference the business's own number of the order or project, by which red flags are raised on it
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Transaction(
        Activity activity,
        String itemId,
        List<PartyRole> parties,
        @Nullable String personId,
        @Nullable CountryCode destination,
        @Nullable String region,
        List<String> endUses,
        Map<String, String> exceptionFacts,
        @Nullable Route route,
        @Nullable Origin origin,
        @Nullable String reference) {

    /** A transaction that the business has given no number. */
    public Transaction(
            Activity activity,
            String itemId,
            List<PartyRole> parties,
            @Nullable String personId,
            @Nullable CountryCode destination,
            @Nullable String region,
            List<String> endUses,
            Map<String, String> exceptionFacts) {
        this(activity, itemId, parties, personId, destination, region, endUses, exceptionFacts, null, null, null);
    }

    public Transaction {
        parties = parties == null ? List.of() : List.copyOf(parties);
        endUses = endUses == null ? List.of() : List.copyOf(endUses);
        exceptionFacts = exceptionFacts == null ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(exceptionFacts));
    }

    /** Roles in a transaction (15 CFR 748.5). */
    public enum Role {
        PURCHASER,
        INTERMEDIATE_CONSIGNEE,
        ULTIMATE_CONSIGNEE,
        END_USER
    }

    /**
     * A party in its role.
     *
     * @param partyId the party's id at screening-svc
     * @param role what it does in the transaction
     */
    @RegisterForReflection
    public record PartyRole(
            @NotBlank @Size(max = 64) String partyId,
            @NotNull Role role) {}

    /** Whether something is released to a person. */
    public boolean toPerson() {
        return activity == Activity.DEEMED_EXPORT || activity == Activity.DEEMED_REEXPORT;
    }

    /**
     * Whatever a red flag can be raised on here, as {@link RedFlag.Kind#scope} writes it. A flag on a destination is about what goes
     * there: it is held against no person for where the person is from.
     */
    public Set<String> redFlagScopes() {
        Set<String> scopes = new TreeSet<>();
        scopes.add(RedFlag.Kind.ITEM.scope(itemId));
        parties.forEach(party -> scopes.add(RedFlag.Kind.PARTY.scope(party.partyId())));
        if (destination != null) {
            scopes.add(RedFlag.Kind.DESTINATION.scope(destination.value()));
        }
        if (reference != null) {
            scopes.add(RedFlag.Kind.REFERENCE.scope(reference));
        }
        return scopes;
    }

    /** The parties, each once, in the order in which they were named. */
    public List<String> partyIds() {
        if (parties.size() <= 1) {
            return parties.isEmpty() ? List.of() : List.of(parties.get(0).partyId());
        }
        Set<String> ids = new LinkedHashSet<>();
        for (PartyRole party : parties) {
            ids.add(party.partyId());
        }
        return List.copyOf(ids);
    }
}

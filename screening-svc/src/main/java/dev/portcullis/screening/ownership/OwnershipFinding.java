package dev.portcullis.screening.ownership;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.portcullis.contracts.PartyState;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.math.BigDecimal;
import java.util.List;

/**
 * What one rule says of one party.
 *
 * @param rule the rule's id
 * @param degree how sure it is that listed parties own it so
 * @param low percent that listed parties own in the aggregate at the least
 * @param high the same at the most
 * @param threshold percent from which the rule holds
 * @param standing how the rule stands on the day
 * @param citation where that is said
 * @param lists the codes of all lists from which it comes; the most restrictive of them is followed
 * @param listings the entries that the chain begins with
 * @param chain the links that lead from them to the party, nearest to them first
 * @param links how many links were followed; more than the chain shows where it was cut
 * @param redFlags what must be found out
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record OwnershipFinding(
        String rule,
        Degree degree,
        BigDecimal low,
        BigDecimal high,
        BigDecimal threshold,
        Posture.Standing standing,
        String citation,
        List<String> lists,
        List<Listing> listings,
        List<ChainLink> chain,
        int links,
        List<RedFlag> redFlags) {

    public OwnershipFinding {
        lists = List.copyOf(lists);
        listings = List.copyOf(listings);
        chain = List.copyOf(chain);
        redFlags = List.copyOf(redFlags);
    }

    /** Links of the chain that other services are told. */
    private static final int TOLD_LINKS = 20;

    PartyState.OwnershipFinding toState() {
        return new PartyState.OwnershipFinding(
                rule,
                PartyState.OwnershipDegree.valueOf(degree.name()),
                low,
                high,
                lists,
                chain.stream().limit(TOLD_LINKS).map(ChainLink::toString).toList(),
                redFlags.stream().map(flag -> flag.code().name()).distinct().toList());
    }

    /** How sure it is that a party is owned so. */
    @RegisterForReflection
    public enum Degree {
        /** No listed party is known to own any of it. */
        NONE,
        /** Listed parties own some of it, less than the threshold for certain. */
        BELOW,
        /** What is not known could reach the threshold: a duty to find out, never a pass. */
        POSSIBLE,
        CERTAIN
    }
}

package dev.portcullis.contracts;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The whole current state of an item on {@value Topics#ITEMS}, owned by classification-svc.
 *
 * @param id opaque id of the item, the record's key
 * @param version rises by one with each change
 * @param name the item's name as its owner calls it
 * @param partNumber the owner's stock-keeping number, where one was given
 * @param form what the item is made of, which decides how it can leave
 * @param classification the classification in effect; absent until one is in effect, and then nothing is permitted
 * @param proposal a classification that awaits its review or approval; absent where none does
 * @param changedAt when this state came about
 */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ItemState(
        String id,
        long version,
        String name,
        @Nullable String partNumber,
        Form form,
        @Nullable Classification classification,
        @Nullable Proposal proposal,
        Instant changedAt) {

    public ItemState {
        Require.text(id, "id");
        Require.version(version);
        Require.text(name, "name");
        Require.present(form, "form");
        Require.present(changedAt, "changedAt");
    }

    /** What an item is, as the EAR tells commodities, software and technology apart (15 CFR 772.1). */
    public enum Form {
        COMMODITY,
        OBJECT_CODE,
        SOURCE_CODE,
        TECHNOLOGY,
        /** Parameters of a trained model; technology in the words of ECCN 4E091. */
        MODEL_WEIGHTS
    }

    /** How far a classification got. Only {@code CLASSIFIED} may ever permit. */
    public enum Status {
        CLASSIFIED,
        /** Facts are missing that would change the answer. */
        INSUFFICIENT_DATA,
        /** The text of the list leaves the answer to a person. */
        REVIEW
    }

    /** Whether an item is published in the sense of 15 CFR 734.7 and so not subject to the EAR. */
    public enum Publication {
        PUBLISHED,
        NOT_PUBLISHED,
        UNKNOWN
    }

    /**
     * A classification that is not in effect yet.
     *
     * @param number its number within the item
     * @param state how far it got
     * @param since when it came to that state
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Proposal(int number, ProposalState state, Instant since) {
        public Proposal {
            Require.present(state, "proposal.state");
            Require.present(since, "proposal.since");
        }
    }

    /** How far a proposed classification got. */
    public enum ProposalState {
        PROPOSED,
        REVIEWED
    }

    /**
     * The classification in effect, with the figures that license requirements and review policies turn on.
     *
     * @param status how far it got
     * @param eccn the entry; absent unless {@code CLASSIFIED}
     * @param paragraph the paragraph within the entry without a leading dot, such as {@code a.1}; absent where the entry has
     *     none that matters
     * @param relatedTo for software and technology, the controlled items that it is for, such as {@code 3A090.a}
     * @param edition the issue date of the control list that was read
     * @param datasheetVersion the datasheet that was read
     * @param publication whether the item is published
     * @param totalProcessingPerformance TPP (ECCN 3A090, technical notes), a pure number; for an assembly the aggregate
     * @param performanceDensity TPP per square millimeter of applicable die area
     * @param totalDramBandwidth gigabytes per second over all memory of the commodity (15 CFR 742.6(b)(10))
     * @param dataCenter whether the item is designed or marketed for data centers (ECCN 3A090, Note 2)
     * @param missing the facts that are missing, as questions for a person
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Classification(
            Status status,
            @Nullable Eccn eccn,
            @Nullable String paragraph,
            List<String> relatedTo,
            String edition,
            int datasheetVersion,
            Publication publication,
            @Nullable Double totalProcessingPerformance,
            @Nullable Double performanceDensity,
            @Nullable Double totalDramBandwidth,
            @Nullable Boolean dataCenter,
            List<String> missing) {

        public Classification {
            Require.present(status, "classification.status");
            Require.present(publication, "classification.publication");
            Require.text(edition, "classification.edition");
            relatedTo = relatedTo == null ? List.of() : List.copyOf(relatedTo);
            missing = missing == null ? List.of() : List.copyOf(missing);
            if (status == Status.CLASSIFIED && eccn == null) {
                throw new IllegalArgumentException("classification.eccn is missing although the item is classified");
            }
        }
    }
}

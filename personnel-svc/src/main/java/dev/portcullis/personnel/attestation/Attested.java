package dev.portcullis.personnel.attestation;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.portcullis.personnel.deemed.Access;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is attested.
 *
 * @param personId the beneficiary
 * @param petition the classification that is petitioned for
 * @param commerce which alternative the Export Administration Regulations lead to; {@code UNDETERMINED} where a question is open
 * @param state which alternative the International Traffic in Arms Regulations lead to, as a person answered: this suite does not
 *     determine it
 * @param alternative which box is to be checked
 * @param determinations the answers behind it, item by item
 * @param draftedAt when
 */
@RegisterForReflection
public record Attested(
        String personId,
        Petition petition,
        Alternative commerce,
        Alternative state,
        Alternative alternative,
        List<Behind> determinations,
        Instant draftedAt) {
    public Attested {
        determinations = List.copyOf(determinations);
    }

    /** The petitions that ask for the attestation. */
    public enum Petition {
        H_1B("H-1B"),
        H_1B1("H-1B1"),
        L_1("L-1"),
        O_1A("O-1A");

        private final String onForm;

        Petition(String onForm) {
            this.onForm = onForm;
        }

        String onForm() {
            return onForm;
        }
    }

    /** The alternatives of the form, and that there is none yet. */
    public enum Alternative {
        LICENSE_NOT_REQUIRED,
        /** And access is prevented until it is received. */
        LICENSE_REQUIRED,
        UNDETERMINED
    }

    /**
     * An answer behind it.
     *
     * @param determination id of the answer; absent where there is none
     * @param version of the answer
     * @param license number of the license that covers; absent where none does or none is needed
     */
    @RegisterForReflection
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Behind(
            String itemId,
            Access.Answer access,
            @Nullable String determination,
            @Nullable Long version,
            @Nullable String authority,
            @Nullable String license,
            List<Access.Reason> reasons) {
        static Behind of(Access access) {
            return new Behind(
                    access.itemId(),
                    access.access(),
                    access.determination(),
                    access.determinationVersion(),
                    access.authority(),
                    access.license() == null ? null : access.license().number(),
                    access.reasons());
        }

        private Alternative alternative() {
            return switch (access) {
                // A license that was received already was required nevertheless: the second alternative says so.
                case MAY_RECEIVE -> license == null ? Alternative.LICENSE_NOT_REQUIRED : Alternative.LICENSE_REQUIRED;
                case LICENSE_REQUIRED, MAY_NOT -> Alternative.LICENSE_REQUIRED;
                case REVIEW -> Alternative.UNDETERMINED;
            };
        }
    }

    /** What the answers come to. One that is open leaves all open; one that needs a license makes the second alternative that of all. */
    static Attested of(String personId, Petition petition, List<Access> accesses, boolean stateRequires, Instant now) {
        if (accesses.isEmpty()) {
            throw new IllegalArgumentException("what will be released is named");
        }
        List<Behind> behind = accesses.stream().map(Behind::of).toList();
        Alternative commerce = Alternative.LICENSE_NOT_REQUIRED;
        for (Behind one : behind) {
            commerce = stricter(commerce, one.alternative());
        }
        Alternative state = stateRequires ? Alternative.LICENSE_REQUIRED : Alternative.LICENSE_NOT_REQUIRED;
        return new Attested(personId, petition, commerce, state, stricter(commerce, state), behind, now);
    }

    /** Whether two rest on the same answers, whenever they were drafted. */
    boolean restsOnTheSameAs(Attested other) {
        return alternative == other.alternative && Objects.equals(determinations, other.determinations);
    }

    private static Alternative stricter(Alternative one, Alternative other) {
        return one.compareTo(other) >= 0 ? one : other;
    }
}

package dev.portcullis.screening.ownership;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A link of the chain that decides, nearest to the listed parties first.
 *
 * @param owner who owns
 * @param owned what is owned
 * @param share the share that counts, as {@link Share} writes it
 * @param why why the owner's whole share counts: where it is listed, or that it is itself owned so
 * @param told what the sources say
 */
@RegisterForReflection
public record ChainLink(Owner owner, Owner owned, String share, String why, List<Told> told) {
    public ChainLink {
        told = List.copyOf(told);
    }

    /** The link in one line. */
    @Override
    public String toString() {
        return owner + " owns " + share + " % of " + owned + " (" + why + ")";
    }

    /**
     * What one source says of the stake.
     *
     * @param source the source
     * @param share the share
     * @param from first day
     * @param to last day
     */
    @RegisterForReflection
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Told(
            String source,
            String share,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {}
}

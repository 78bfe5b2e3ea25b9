package dev.portcullis.classification.datasheet;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * That software or technology is for another item.
 *
 * @param controlledBy the other item's entry and paragraph, such as {@code 3A090.a}; {@code EAR99} where it is on no entry
 * @param itemId the other item where it is registered; its classification in effect then stands for {@code controlledBy}
 * @param purposes what it is for (15 CFR 772.1)
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Relation(
        @Nullable
        @Pattern(
                regexp = "([0-9][A-E][0-9]{3}(\\.[a-z0-9]{1,3}){0,6}|EAR99)",
                message = "must read like 3A090.a, or EAR99")
        String controlledBy,

        @Nullable @Size(min = 1, max = 64) String itemId,
        @NotEmpty @Size(max = 3) Set<@NotNull Purpose> purposes) {

    public Relation {
        purposes = purposes == null ? Set.of() : Collections.unmodifiableSet(new TreeSet<>(purposes));
        if (controlledBy == null && itemId == null) {
            throw new IllegalArgumentException("must have controlledBy or itemId");
        }
    }

    /** The same relation with the classification of its item, or with none where it has none yet. */
    public Relation resolved(@Nullable String classification) {
        return new Relation(classification, itemId, purposes);
    }

    /** Stages of an item's life that software and technology are for, as 15 CFR 772.1 defines them. */
    public enum Purpose {
        DEVELOPMENT,
        PRODUCTION,
        USE
    }
}

package dev.portcullis.classification.item;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a change of an item did beside the item itself, as the ledger keeps it.
 *
 * @param datasheetSha256 digest of the datasheet that it brought
 * @param resultSha256 digest of the reasoned answer that it brought
 * @param steps what was done to classifications of the item
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ItemChange(
        @Nullable String datasheetSha256, @Nullable String resultSha256, List<Step> steps) {
    /** A change of the item alone. */
    public static final ItemChange NONE = new ItemChange(null, null, List.of());

    public ItemChange {
        steps = List.copyOf(steps);
    }

    /** Both changes as one. */
    public ItemChange and(ItemChange other) {
        List<Step> all = new ArrayList<>(steps);
        all.addAll(other.steps);
        return new ItemChange(
                datasheetSha256 == null ? other.datasheetSha256 : datasheetSha256,
                resultSha256 == null ? other.resultSha256 : resultSha256,
                all);
    }

    /**
     * A step in the life of a classification.
     *
     * @param classification its number within the item
     * @param step what was done
     * @param sha256 digest of the step as stored, with who did it
     */
    public record Step(int classification, String step, String sha256) {}
}

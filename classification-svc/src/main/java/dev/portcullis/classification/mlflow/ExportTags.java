package dev.portcullis.classification.mlflow;

import dev.portcullis.classification.approval.Standing;
import dev.portcullis.classification.approval.State;
import dev.portcullis.contracts.ItemState;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is written to a model version. Only {@code export.status=approved} says that {@code export.eccn} is in effect; that something may go
 * to somebody is for the release gate to say and never for a tag.
 *
 * @param eccn the entry and paragraph in effect, {@code not-subject} for what the EAR does not cover, else {@code unclassified}
 * @param status {@code approved}, {@code reopened}, {@code proposed}, {@code reviewed} or {@code none}
 * @param record where the record of the classification is
 */
record ExportTags(String eccn, String status, String record) {
    static final String PREFIX = "export.";
    private static final String ECCN = PREFIX + "eccn";
    private static final String STATUS = PREFIX + "status";
    private static final String RECORD = PREFIX + "record";

    /** The tags by their names. */
    Map<String, String> byName() {
        Map<String, String> tags = new LinkedHashMap<>();
        tags.put(ECCN, eccn);
        tags.put(STATUS, status);
        tags.put(RECORD, record);
        return tags;
    }

    /**
     * What an item's classifications come to.
     *
     * @param standings what the item goes by and what awaits somebody
     * @param inEffect what is in effect
     * @param place the address of the item
     */
    static ExportTags of(List<Standing> standings, ItemState.@Nullable Classification inEffect, String place) {
        Standing shown = standings.stream()
                .filter(Standing::stands)
                .findFirst()
                .orElse(standings.isEmpty() ? null : standings.get(standings.size() - 1));
        if (shown == null) {
            return new ExportTags("unclassified", "none", place);
        }
        boolean approved = shown.state() == State.APPROVED && inEffect != null;
        return new ExportTags(
                approved ? entry(shown) : "unclassified",
                shown.state().name().toLowerCase(Locale.ROOT),
                place + "/classifications/" + shown.number() + "/record");
    }

    private static String entry(Standing shown) {
        return shown.entry().isEmpty() ? "not-subject" : shown.entry();
    }
}

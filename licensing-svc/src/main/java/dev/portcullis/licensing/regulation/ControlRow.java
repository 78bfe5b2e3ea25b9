package dev.portcullis.licensing.regulation;

import dev.portcullis.contracts.Eccn;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One reason for control of an entry, or of part of it.
 *
 * @param eccn the entry
 * @param reason such as {@code NS}
 * @param paragraphs the paragraphs that it speaks of; empty where it speaks of the whole entry
 * @param relatedTo for software and technology, the items that it must be for; empty where that does not matter
 * @param chartColumn the column of the Country Chart; null where a prose rule decides
 * @param ruleId the prose rule; null where the chart decides
 * @param citation where it stands
 */
public record ControlRow(
        Eccn eccn,
        String reason,
        List<String> paragraphs,
        List<String> relatedTo,
        @Nullable String chartColumn,
        @Nullable String ruleId,
        String citation) {

    /** Whether the row speaks of an item. */
    public enum Applies {
        YES,
        NO,
        /** The item's paragraph, or what it is for, is not known. */
        UNKNOWN
    }

    /**
     * Whether the row speaks of an item.
     *
     * @param paragraph the item's paragraph; null where it is not known
     * @param itemRelatedTo what the item is for
     */
    public Applies applies(@Nullable String paragraph, List<String> itemRelatedTo) {
        if (!paragraphs.isEmpty()) {
            if (paragraph == null) {
                return Applies.UNKNOWN;
            }
            if (paragraphs.stream().noneMatch(scope -> isWithin(paragraph, scope))) {
                return Applies.NO;
            }
        }
        if (!relatedTo.isEmpty()) {
            if (itemRelatedTo.isEmpty()) {
                return Applies.UNKNOWN;
            }
            boolean met = false;
            boolean coarse = false;
            for (String item : itemRelatedTo) {
                for (String scope : relatedTo) {
                    met |= isWithin(item, scope);
                    // Said only as 3A090 where the row turns on 3A090.a: it may or may not be meant.
                    coarse |= isWithin(scope, item);
                }
            }
            return met ? Applies.YES : coarse ? Applies.UNKNOWN : Applies.NO;
        }
        return Applies.YES;
    }

    /** Whether the row is about what software or technology is for, and speaks of this. */
    public boolean speaksOf(String related) {
        return relatedTo.stream().anyMatch(scope -> isWithin(related, scope) || isWithin(scope, related));
    }

    /** Whether the row is of the reasons that every entry has, and that no column of the chart bites on. */
    public boolean isAntiTerrorism() {
        return reason.equals("AT");
    }

    /** Whether a paragraph is the scope itself or stands below it: a.1 is within a, and aa is not. */
    static boolean isWithin(String paragraph, String scope) {
        return paragraph.equals(scope) || paragraph.startsWith(scope + ".");
    }
}

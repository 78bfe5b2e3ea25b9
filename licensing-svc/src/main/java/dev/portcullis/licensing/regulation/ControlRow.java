package dev.portcullis.licensing.regulation;

import dev.portcullis.contracts.Eccn;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One reason for control of an entry, or of part of it.
 *
 * @param id names the row within an edition, such as {@code control.6A008.2}; by it a transaction says whether the row speaks of its
 *     item
 * @param eccn the entry
 * @param reason such as {@code NS}
 * @param paragraphs the paragraphs that it speaks of; empty where it speaks of the whole entry
 * @param exceptParagraphs the paragraphs that it leaves out
 * @param relatedTo for software and technology, the items that it must be for; empty where that does not matter
 * @param words what else the list says of the items that the row speaks of, which only a person can hold against an item; null for
 *     nothing
 * @param chartColumn the column of the Country Chart; null where a prose rule decides
 * @param ruleId the prose rule; null where the chart decides
 * @param citation where it stands
 */
public record ControlRow(
        String id,
        Eccn eccn,
        String reason,
        List<String> paragraphs,
        List<String> exceptParagraphs,
        List<String> relatedTo,
        @Nullable String words,
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
        Applies placed = placed(paragraph);
        Applies related = placed == Applies.NO ? Applies.NO : related(itemRelatedTo);
        if (placed == Applies.NO || related == Applies.NO) {
            return Applies.NO;
        }
        return placed == Applies.YES && related == Applies.YES && words == null ? Applies.YES : Applies.UNKNOWN;
    }

    private Applies placed(@Nullable String paragraph) {
        if (paragraphs.isEmpty() && exceptParagraphs.isEmpty()) {
            return Applies.YES;
        }
        if (paragraph == null) {
            return Applies.UNKNOWN;
        }
        Applies excepted = among(paragraph, exceptParagraphs);
        if (excepted != Applies.NO) {
            return excepted == Applies.YES ? Applies.NO : Applies.UNKNOWN;
        }
        return paragraphs.isEmpty() ? Applies.YES : among(paragraph, paragraphs);
    }

    private Applies related(List<String> itemRelatedTo) {
        if (relatedTo.isEmpty()) {
            return Applies.YES;
        }
        Applies any = itemRelatedTo.isEmpty() ? Applies.UNKNOWN : Applies.NO;
        for (String item : itemRelatedTo) {
            Applies one = among(item, relatedTo);
            any = one == Applies.YES || any == Applies.NO ? one : any;
            if (any == Applies.YES) {
                break;
            }
        }
        return any;
    }

    /** UNKNOWN where the place is said more coarsely than a scope: as 3A090 where the row turns on 3A090.a. */
    private static Applies among(String place, List<String> scopes) {
        boolean coarse = false;
        for (String scope : scopes) {
            if (isWithin(place, scope)) {
                return Applies.YES;
            }
            coarse |= isWithin(scope, place);
        }
        return coarse ? Applies.UNKNOWN : Applies.NO;
    }

    /** Whether the row is about what software or technology is for, and speaks of this. */
    public boolean speaksOf(String related) {
        for (String scope : relatedTo) {
            if (isWithin(related, scope) || isWithin(scope, related)) {
                return true;
            }
        }
        return false;
    }

    /** Whether the row is of the reasons that every entry has, and that no column of the chart bites on. */
    public boolean isAntiTerrorism() {
        return reason.equals("AT");
    }

    /** Whether a paragraph is the scope itself or stands below it: a.1 is within a, and aa is not. */
    static boolean isWithin(String paragraph, String scope) {
        return paragraph.startsWith(scope)
                && (paragraph.length() == scope.length() || paragraph.charAt(scope.length()) == '.');
    }
}

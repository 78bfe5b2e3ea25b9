package dev.portcullis.licensing.regulation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a footnote of the Country Chart asks for beside its columns (Supplement No. 1 to 15 CFR Part 738).
 *
 * @param footnote its number
 * @param items the items that it speaks of
 * @param except the items that it leaves out
 * @param reason the reason for control that it belongs to
 * @param question what a person must settle; null where it requires a license
 */
public record ChartFootnote(
        String footnote,
        List<ItemScope> items,
        List<ItemScope> except,
        Effect effect,
        String reason,
        String citation,
        @Nullable String question) {

    /** What a footnote does. */
    public enum Effect {
        /** A license is required although the column is blank. */
        REQUIRED,
        /** A person must read the provision. */
        REVIEW,
        /** The provision may free what a column controls; a license stays required until a person has read it. */
        NOTE
    }

    /**
     * Whether the footnote speaks of an item, or may: an entry without its paragraph may be one that is meant.
     *
     * @param entryAndParagraph such as {@code 6A003.b.4.b}, or the entry alone
     */
    public boolean mayConcern(String entryAndParagraph) {
        return items.stream()
                        .anyMatch(scope -> scope.holds(entryAndParagraph, List.of())
                                || ControlRow.isWithin(scope.entry(), entryAndParagraph))
                && except.stream().noneMatch(scope -> scope.holds(entryAndParagraph, List.of()));
    }
}

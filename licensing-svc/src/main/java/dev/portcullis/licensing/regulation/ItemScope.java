package dev.portcullis.licensing.regulation;

import dev.portcullis.contracts.Eccn;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Items as an exception names them: {@code 3A090.a}, or {@code 3E001:3A001} for technology for 3A001.
 *
 * @param entry entry and paragraph
 * @param relatedTo what the item is for; null where that does not matter
 */
public record ItemScope(String entry, @Nullable String relatedTo) {
    static ItemScope of(String text) {
        int colon = text.indexOf(':');
        return colon < 0
                ? new ItemScope(text, null)
                : new ItemScope(text.substring(0, colon), text.substring(colon + 1));
    }

    /**
     * Whether an item is among these.
     *
     * @param entryAndParagraph such as {@code 3A090.a.1}
     * @param itemRelatedTo what the item is for
     */
    public boolean holds(String entryAndParagraph, List<String> itemRelatedTo) {
        if (!ControlRow.isWithin(entryAndParagraph, entry)) {
            return false;
        }
        if (relatedTo == null) {
            return true;
        }
        for (String item : itemRelatedTo) {
            if (ControlRow.isWithin(item, relatedTo)) {
                return true;
            }
        }
        return false;
    }

    /** Whether items of an entry, of whichever paragraph, may be among these. */
    boolean mayHold(Eccn eccn) {
        return ControlRow.isWithin(entry, eccn.value());
    }
}

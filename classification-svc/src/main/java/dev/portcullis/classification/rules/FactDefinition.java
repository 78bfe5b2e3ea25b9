package dev.portcullis.classification.rules;

import dev.portcullis.classification.datasheet.Characteristic;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A fact that rules ask for.
 *
 * @param label its name for people
 * @param unit the unit of a figure
 * @param field where a datasheet states it, as a JSON pointer
 * @param question what to ask a person who can find it out
 * @param stated how a datasheet states it among its characteristics; null where it follows from fields of the datasheet's own
 * @param unlessSaid what it is taken as where a datasheet does not speak of it, but a person has read the remaining entries and excluded
 *     them ({@code otherEntriesExcluded}); null where it is then still unknown
 * @param standing whether it is taken so without that statement as well: for what hardly any item is, and what nobody is asked
 */
public record FactDefinition(
        String label,
        @Nullable String unit,
        String field,
        String question,
        @Nullable Stated stated,
        @Nullable Characteristic unlessSaid,
        boolean standing) {
    private static final String CHARACTERISTICS = "/characteristics/";

    /** Where a characteristic of that name stands in a datasheet. */
    static String fieldOf(String name) {
        return CHARACTERISTICS + name;
    }

    /**
     * A fact that needs no field of its own.
     *
     * @param as the form of its values
     * @param words of {@link Form#WORD}: those that may be said
     */
    public record Stated(Form as, Set<String> words) {
        public Stated {
            words = words == null ? Set.of() : Set.copyOf(words);
            if (as == null || words.isEmpty() == (as == Form.WORD)) {
                throw new IllegalArgumentException("a fact is stated as FIGURE, FLAG, or WORD with its words");
            }
        }
    }

    /** The form of a characteristic. */
    public enum Form {
        FIGURE,
        FLAG,
        WORD
    }
}

package dev.portcullis.classification.controllist;

import dev.portcullis.contracts.Eccn;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the list, as facts. What its paragraphs ask of an item is for the rules to say: an entry without rules is one that
 * a person must read, never one that does not apply.
 *
 * @param eccn its number
 * @param title what it is about: in our own words where we have any, else its heading, shortened
 * @param heading the heading of the official text
 * @param reasonsForControl the reasons that its heading names, such as {@code RS}
 * @param reasonsInProse those of them for which the list has no row of a table: the requirement stands in its prose
 * @param requirement how the list states its license requirements
 * @param controls the rows of its license requirements; none where the list has no table
 * @param exceptions what it says of list-based license exceptions
 * @param relatedControls where it points for related controls; null where it points nowhere
 * @param related the entries that it names there
 * @param paragraphsHeld whether the source of this edition carried the entry's paragraphs
 * @param paragraphs the official text of its paragraphs and notes, in their order
 * @param citation where it stands
 */
public record ControlListEntry(
        Eccn eccn,
        String title,
        String heading,
        List<String> reasonsForControl,
        List<String> reasonsInProse,
        Requirement requirement,
        List<Control> controls,
        List<ListException> exceptions,
        @Nullable String relatedControls,
        List<Eccn> related,
        boolean paragraphsHeld,
        List<Paragraph> paragraphs,
        String citation) {
    public ControlListEntry {
        reasonsForControl = List.copyOf(reasonsForControl);
        reasonsInProse = List.copyOf(reasonsInProse);
        controls = List.copyOf(controls);
        exceptions = List.copyOf(exceptions);
        related = List.copyOf(related);
        paragraphs = List.copyOf(paragraphs);
    }

    /** How an entry states what needs a license. */
    public enum Requirement {
        /** By a table of controls with columns of the Country Chart or a sentence for each. */
        TABLE,
        /** Its items are subject to another agency's rules; the heading says so. */
        OTHER_AGENCY,
        /** In prose alone, which has to be read. */
        PROSE
    }

    /**
     * A row of the license requirements.
     *
     * @param reason the reason for control, such as {@code NS}; null where the row names none, as for industry sector sanctions
     * @param appliesTo what the row covers, in the words of the list, such as {@code entire entry}
     * @param columns columns of the Country Chart (15 CFR 738 Supp. 1), such as {@code NS Column 2}; none where prose rules alone
     * @param prose the rule in the words of the list where it says more than columns; null where it does not
     */
    public record Control(
            @Nullable String reason,
            String appliesTo,
            List<String> columns,
            @Nullable String prose) {
        public Control {
            columns = List.copyOf(columns);
        }
    }

    /** Whether an entry's items may go under a license exception, before the exception's own conditions (15 CFR 740). */
    public enum Eligibility {
        /** All of them. */
        YES,
        /** None of them. */
        NO,
        /** Some of them, or up to a value: the terms say. */
        PARTLY,
        /** The exception applies by its own section; the entry narrows it, as it does for STA. */
        RESTRICTED
    }

    /**
     * What an entry says of a list-based license exception.
     *
     * @param code the exception, such as {@code LVS}
     * @param limitsUsd the values in US dollars that the terms name, in their order; only LVS has them
     * @param paragraphs the paragraphs that the terms name, such as {@code 3A090.a}
     * @param terms the words of the list
     */
    public record ListException(
            String code, Eligibility eligibility, List<Integer> limitsUsd, List<String> paragraphs, String terms) {
        public ListException {
            limitsUsd = List.copyOf(limitsUsd);
            paragraphs = List.copyOf(paragraphs);
        }
    }

    /**
     * A paragraph of the official text.
     *
     * @param label the designator at its head, such as {@code a.1} or, in notes, {@code 1}; null where it has none. A note counts
     *     its own paragraphs, so a label can occur more than once.
     * @param text the rest
     */
    public record Paragraph(@Nullable String label, String text) {}
}

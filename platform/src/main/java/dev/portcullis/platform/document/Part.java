package dev.portcullis.platform.document;

import java.util.Arrays;
import java.util.List;

/** A part of a document. Its texts are plain: whatever stands in them is shown, and nothing of it is obeyed. */
public sealed interface Part {
    /** Begins a section. */
    record Heading(String text) implements Part {}

    /** A paragraph. */
    record Text(String text) implements Part {}

    /** A paragraph in words that are prescribed or quoted and must stand as they are. */
    record Quote(String text) implements Part {}

    /** Text in which each character matters, such as a digest or a signed note. */
    record Code(String text) implements Part {}

    /** Items of equal weight. */
    record Items(List<String> items) implements Part {
        public Items {
            items = List.copyOf(items);
        }
    }

    /** Labels and what they name. */
    record Facts(List<Fact> facts) implements Part {
        public Facts {
            facts = List.copyOf(facts);
        }
    }

    /**
     * A label and what it names.
     *
     * @param exact whether each character matters
     */
    record Fact(String label, String value, boolean exact) {
        public static Fact of(String label, String value) {
            return new Fact(label, value, false);
        }

        public static Fact exact(String label, String value) {
            return new Fact(label, value, true);
        }
    }

    /**
     * Rows under titles.
     *
     * @param caption what the table is about, for those who hear it read
     * @param shares of the width, in proportion; one for each title
     * @param rows each with a cell for each title
     */
    record Table(String caption, List<String> titles, List<Double> shares, List<List<String>> rows) implements Part {
        public Table {
            titles = List.copyOf(titles);
            shares = List.copyOf(shares);
            rows = rows.stream().map(List::copyOf).toList();
            int columns = titles.size();
            if (shares.size() != columns || rows.stream().anyMatch(row -> row.size() != columns)) {
                throw new IllegalArgumentException("a row has a cell for each title");
            }
        }
    }

    /** Lines to be signed by hand, each with what belongs on it. */
    record Signature(List<String> labels) implements Part {
        public Signature {
            labels = List.copyOf(labels);
        }

        public static Signature of(String... labels) {
            return new Signature(Arrays.asList(labels));
        }
    }
}

package dev.portcullis.platform.document;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A document.
 *
 * @param title what it is
 * @param basis under which law it is made, in a line
 * @param headline what it comes to, in a line
 * @param mark one or two words beside the headline
 * @param tone how the mark is meant
 * @param parts in their order
 * @param issuedAt when it was made
 * @param reference what it is about, for the foot of each page
 */
public record Paper(
        String title,
        String basis,
        String headline,
        String mark,
        Tone tone,
        List<Part> parts,
        Instant issuedAt,
        String reference) {
    public Paper {
        parts = List.copyOf(parts);
    }

    /** How a mark is meant. It is also said in words: color alone tells nothing. */
    public enum Tone {
        /** Something may go on. */
        OPEN,
        /** A person must act. */
        WAITS,
        /** Something must not go on. */
        SHUT
    }

    /** Gathers the parts of a document. */
    public static final class Draft {
        private final List<Part> parts = new ArrayList<>();

        public Draft heading(String text) {
            parts.add(new Part.Heading(text));
            return this;
        }

        public Draft text(String text) {
            parts.add(new Part.Text(text));
            return this;
        }

        /** Adds a part. */
        public Draft add(Part part) {
            parts.add(part);
            return this;
        }

        /** Adds a list; nothing where it is empty. */
        public Draft items(List<String> items) {
            if (!items.isEmpty()) {
                parts.add(new Part.Items(items));
            }
            return this;
        }

        public List<Part> parts() {
            return List.copyOf(parts);
        }
    }
}

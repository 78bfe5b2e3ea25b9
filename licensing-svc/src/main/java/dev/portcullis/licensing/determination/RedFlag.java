package dev.portcullis.licensing.determination;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A Know-Your-Customer red flag that somebody has seen (Supplement No. 3 to 15 CFR Part 732). It stands until somebody else closes
 * it with a reason; whoever goes on meanwhile closes his eyes to what he could know.
 *
 * @param id the flag's id
 * @param number its number in the Supplement, or {@code OTHER}
 * @param title what the number stands for, in words
 * @param kind what it was raised on
 * @param subject the id of that: a party, an item, a country, or a business's own reference
 * @param seen what was seen
 * @param closing why it no longer stands; null while it does
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RedFlag(
        String id,
        String number,
        String title,
        Kind kind,
        String subject,
        String seen,
        @Nullable Closing closing) {

    /** What a flag is raised on. */
    public enum Kind {
        PARTY("party"),
        ITEM("item"),
        /** What goes to a country; no person is held to be from there. */
        DESTINATION("destination"),
        /** An order, a quotation or a project, by the business's own number. */
        REFERENCE("reference");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        /** The subject in the one way of writing by which it is looked for: people write references and countries in either case. */
        public String scope(String subject) {
            String text = subject.strip();
            return this + " " + (this == DESTINATION || this == REFERENCE ? text.toUpperCase(Locale.ROOT) : text);
        }

        String word() {
            return word;
        }
    }

    /**
     * How a flag was closed.
     *
     * @param by who, by the subject of the account
     * @param reason what was found
     * @param at when
     */
    @RegisterForReflection
    public record Closing(String by, String reason, Instant at) {}

    /** Whether it stands. */
    boolean stands() {
        return closing == null;
    }
}

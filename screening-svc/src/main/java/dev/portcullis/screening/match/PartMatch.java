package dev.portcullis.screening.match;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import org.jspecify.annotations.Nullable;

/**
 * One part of a score: a word of either name, its counterpart in the other, and what that is worth.
 *
 * @param query the word or words of the name that was asked for; absent where only the listed name has the word
 * @param listed the word or words of the listed name; absent where only the other has the word
 * @param similarity 0 to 1
 * @param weight how telling the word is, against the other words of the same two names
 * @param how why they are alike
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@RegisterForReflection
public record PartMatch(@Nullable String query, @Nullable String listed, double similarity, double weight, How how) {
    /** Why two words are alike. */
    public enum How {
        EQUAL,
        /** Written as one word in one name and as two in the other. */
        JOINED,
        /** One name, as two languages or romanizations write it. */
        ROMANIZATION,
        /** Another romanization of the same sound, or the plural. */
        SOUND,
        /** One or two letters differ. */
        SPELLING,
        /** The same consonants in the same order. */
        CONSONANTS,
        /** A letter that stands for the word. */
        INITIAL,
        /** A family name in one name and a given name in the other. */
        SWAPPED,
        /** The other name does not have it. */
        MISSING
    }
}

package dev.portcullis.classification.rules;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.portcullis.contracts.Eccn;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the control list, or a paragraph of one.
 *
 * @param eccn the entry
 * @param paragraph the paragraph without a leading dot, such as {@code a.1}; null for the entry as a whole
 */
public record ParagraphRef(Eccn eccn, @Nullable String paragraph) {
    private static final Pattern FORM =
            Pattern.compile("([0-9][A-E][0-9]{3}|EAR99)(?:\\.([a-z0-9]{1,3}(?:\\.[a-z0-9]{1,3}){0,5}))?");

    /**
     * Reads {@code 3A090} or {@code 3A090.a.1}.
     *
     * @throws IllegalArgumentException where the text is neither
     */
    @JsonCreator
    public static ParagraphRef of(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("an entry or paragraph reads like 3A090 or 3A090.a.1");
        }
        return new ParagraphRef(Eccn.of(matcher.group(1)), matcher.group(2));
    }

    /** Whether the other is the same paragraph or lies within it. */
    public boolean covers(ParagraphRef other) {
        if (!eccn.equals(other.eccn)) {
            return false;
        }
        return paragraph == null
                || other.paragraph != null
                        && (other.paragraph.equals(paragraph) || other.paragraph.startsWith(paragraph + "."));
    }

    @JsonValue
    @Override
    public String toString() {
        return paragraph == null ? eccn.value() : eccn.value() + "." + paragraph;
    }
}

package dev.portcullis.classification.datasheet;

import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A fact of an item for which a datasheet has no field of its own: a number, true or false, or a word. Exactly one of the three is
 * there. Which facts there are, in which form and unit, the rules' dictionary says.
 */
@JsonDeserialize(using = Characteristic.Reader.class)
@Schema(
        description = "A number, true or false, or a word, as the dictionary of facts defines it",
        anyOf = {BigDecimal.class, Boolean.class, String.class},
        example = "64")
public record Characteristic(
        @Digits(integer = 34, fraction = 12) @Nullable BigDecimal figure,
        @Nullable Boolean flag,
        @Size(min = 1, max = 64) @Nullable String word) {

    public static Characteristic of(BigDecimal figure) {
        return new Characteristic(figure, null, null);
    }

    public static Characteristic of(boolean flag) {
        return new Characteristic(null, flag, null);
    }

    public static Characteristic of(String word) {
        return new Characteristic(null, null, word);
    }

    /** The value as JSON writes it. */
    @JsonValue
    public Object value() {
        if (figure != null) {
            return figure;
        }
        return flag != null ? flag : String.valueOf(word);
    }

    static final class Reader extends StdDeserializer<Characteristic> {
        private static final long serialVersionUID = 1;

        Reader() {
            super(Characteristic.class);
        }

        @Override
        public Characteristic deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            return switch (parser.currentToken()) {
                case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> of(parser.getDecimalValue());
                case VALUE_TRUE, VALUE_FALSE -> of(parser.getBooleanValue());
                case VALUE_STRING -> of(parser.getText());
                default -> context.reportInputMismatch(this, "must be a number, true, false or a word");
            };
        }
    }
}

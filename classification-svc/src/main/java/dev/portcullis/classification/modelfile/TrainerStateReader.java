package dev.portcullis.classification.modelfile;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code trainer_state.json} of the transformers library. Its history, which can be long, is passed over. */
final class TrainerStateReader {
    private static final Set<String> KEPT =
            Set.of("total_flos", "num_input_tokens_seen", "global_step", "epoch", "train_batch_size");

    /** Beyond this no figure of training has a meaning; it also bounds what a small text with a large exponent unfolds to. */
    private static final int MOST_DIGITS = 40;

    private final Map<String, BigDecimal> values = new HashMap<>();

    private TrainerStateReader() {}

    static TrainingRecord read(ByteCursor cursor) throws IOException {
        TrainerStateReader reader = new TrainerStateReader();
        try (JsonHeader json = JsonHeader.deep(cursor)) {
            json.object(reader::members);
        }
        return new TrainingRecord(
                reader.counted("total_flos"),
                reader.counted("num_input_tokens_seen"),
                reader.values.get("global_step"),
                reader.values.get("epoch"),
                reader.values.get("train_batch_size"));
    }

    /** The trainer writes 0 where it did not count. */
    @Nullable
    private BigDecimal counted(String name) {
        BigDecimal value = values.get(name);
        return value == null || value.signum() == 0 ? null : value;
    }

    private void members(JsonParser json) throws IOException {
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            JsonToken value = json.nextToken();
            if (value != null && value.isNumeric() && KEPT.contains(name)) {
                BigDecimal number = json.getDecimalValue();
                if (number.signum() < 0
                        || number.precision() - number.scale() > MOST_DIGITS
                        || number.scale() > MOST_DIGITS) {
                    throw ModelFileException.malformed("%s is a number that no training reaches", name);
                }
                if (values.put(name, plain(number)) != null) {
                    throw ModelFileException.malformed("%s is there twice", name);
                }
            } else {
                json.skipChildren();
            }
        }
    }

    private static BigDecimal plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}

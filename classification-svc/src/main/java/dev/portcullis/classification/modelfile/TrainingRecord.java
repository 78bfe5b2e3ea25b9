package dev.portcullis.classification.modelfile;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What a trainer kept of its run. It speaks of that run alone: where the run started from other weights, their training is not in it.
 *
 * @param operations floating-point operations that the trainer estimated (total_flos); absent where it kept none
 * @param tokensSeen elements of training data that it counted (num_input_tokens_seen); absent where it did not count
 * @param steps optimizer steps (global_step)
 * @param epochs passes over the data
 * @param batchSize examples of a device and step (train_batch_size)
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TrainingRecord(
        @Nullable BigDecimal operations,
        @Nullable BigDecimal tokensSeen,
        @Nullable BigDecimal steps,
        @Nullable BigDecimal epochs,
        @Nullable BigDecimal batchSize) {}

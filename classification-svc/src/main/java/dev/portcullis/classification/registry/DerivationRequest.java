package dev.portcullis.classification.registry;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The files of one model.
 *
 * @param files its weights and, where they are at hand, the index of its shards, config.json, adapter_config.json and
 *     trainer_state.json
 * @param trainingTokens elements of data that it was trained on, over all its training; absent where unknown
 */
public record DerivationRequest(
        @NotEmpty @Size(max = 500) List<@NotNull @Valid FileReference> files,

        @Nullable @Positive @Digits(integer = 18, fraction = 0)
        BigDecimal trainingTokens) {

    public DerivationRequest {
        files = files == null ? List.of() : Collections.unmodifiableList(new ArrayList<>(files));
    }
}

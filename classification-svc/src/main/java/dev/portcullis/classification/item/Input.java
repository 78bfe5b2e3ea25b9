package dev.portcullis.classification.item;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * Another item that was read for a classification.
 *
 * @param itemId its id
 * @param itemVersion its version when it was read
 * @param datasheetNumber the datasheet that was read; absent where its classification was, or where it has none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Input(
        String itemId, long itemVersion, @Nullable Integer datasheetNumber) {}

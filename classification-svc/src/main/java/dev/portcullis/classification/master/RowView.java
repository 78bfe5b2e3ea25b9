package dev.portcullis.classification.master;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import dev.portcullis.platform.problem.Problem.FieldError;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A row of a product master as callers see it.
 *
 * @param line where it begins in the file, the header counted
 * @param itemId the item that it became or changed
 * @param errors what is not in order, with its place in the row
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RowView(
        int line,
        RowState state,
        @Nullable String partNumber,
        @Nullable String itemId,

        @JsonRawValue @Schema(implementation = FieldError[].class) @Nullable
        String errors) {}

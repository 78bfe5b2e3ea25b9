package dev.portcullis.screening.batch;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import org.jspecify.annotations.Nullable;

/**
 * How a column of a file was read.
 *
 * @param header its header
 * @param readAs what it was taken for; absent where it was passed over
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ColumnRead(String header, @Nullable String readAs) {}

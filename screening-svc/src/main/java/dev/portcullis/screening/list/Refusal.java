package dev.portcullis.screening.list;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A file that was refused: malformed, shrunken or older than the present edition. Nothing of it was taken in.
 *
 * @param id opaque id, prefix {@code lrf}
 * @param source the source that it was sent for
 * @param digest SHA-256 of the file, in hexadecimal
 * @param bytes the file's size
 * @param published when the publisher made it, where that could be read
 * @param reason why, without the file's content
 * @param refusedAt when
 * @param sentBy who sent it
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Refusal(
        String id,
        String source,
        String digest,
        long bytes,
        @Nullable LocalDate published,
        String reason,
        Instant refusedAt,
        String sentBy) {}

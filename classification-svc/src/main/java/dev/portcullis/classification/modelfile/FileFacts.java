package dev.portcullis.classification.modelfile;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * One file that was read.
 *
 * @param name its name
 * @param kind what it is
 * @param version of its format, where the file states one
 * @param size bytes
 * @param bytesRead how many of them were read
 * @param sha256 digest of its header or, where it holds no weights, of the whole file; small hexadecimal digits
 * @param sha256Of which bytes were digested. It is no digest of the weights
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FileFacts(
        String name,
        FileKind kind,
        @Nullable String version,
        long size,
        long bytesRead,
        String sha256,
        String sha256Of) {}

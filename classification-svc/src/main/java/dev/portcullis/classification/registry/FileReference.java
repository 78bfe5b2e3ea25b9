package dev.portcullis.classification.registry;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * A file of a model: by its address, or by its name, size and leading bytes.
 *
 * @param url where it lies, at a host that is configured
 * @param name of the file
 * @param size bytes of the whole file
 * @param head its leading bytes in base64: for safetensors and GGUF as far as the header goes, for a small file all of it
 */
public record FileReference(
        @Nullable @Size(min = 1, max = 4096) String url,

        @Nullable
        @Pattern(regexp = "[^/\\\\\\p{Cntrl}]{1,255}", message = "must be the name of a file, without folders")
        String name,

        @Nullable @PositiveOrZero Long size,
        @Nullable @Size(max = 1 << 18) String head) {

    public FileReference {
        boolean sent = name != null && size != null && head != null;
        boolean none = name == null && size == null && head == null;
        if (url == null ? !sent : !none) {
            throw new IllegalArgumentException("must have a url, or else name, size and head");
        }
    }
}

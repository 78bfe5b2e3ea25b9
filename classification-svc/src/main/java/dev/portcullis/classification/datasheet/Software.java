package dev.portcullis.classification.datasheet;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Software.
 *
 * @param form source or object code
 * @param published whether it is published in the sense of 15 CFR 734.7(a)
 * @param speciallyDesignedFor the items for whose development, production or use it is specially designed; an empty list says none
 * @param cryptography what it does with cryptography; absent where it was not said
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Software(
        @NotNull Provenance provenance,
        @Nullable @Valid SourceDocument source,
        @NotNull CodeForm form,
        @Nullable Boolean published,
        @Nullable @Size(max = 32) List<@NotNull @Valid Relation> speciallyDesignedFor,
        @Nullable @Valid Cryptography cryptography,
        @Nullable Boolean otherEntriesExcluded,

        @Nullable @Size(max = 64)
        Map<
                        @NotNull @Pattern(regexp = "[a-z][A-Za-z0-9]{1,63}", message = "is no name of a fact") String,
                        @NotNull @Valid Characteristic>
                characteristics)
        implements Datasheet {

    public Software {
        characteristics = Lists.copy(characteristics);
        speciallyDesignedFor = Lists.copy(speciallyDesignedFor);
    }

    @Override
    @JsonIgnore
    public Kind kind() {
        return Kind.SOFTWARE;
    }

    /** The same software for other items. */
    public Software with(List<Relation> relations) {
        return new Software(
                provenance, source, form, published, relations, cryptography, otherEntriesExcluded, characteristics);
    }

    /** The form in which software leaves. */
    public enum CodeForm {
        SOURCE_CODE,
        OBJECT_CODE
    }
}

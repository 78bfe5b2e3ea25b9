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
 * Technology: drawings, process recipes, manuals, know-how.
 *
 * @param published whether it is published in the sense of 15 CFR 734.7(a)
 * @param requiredFor the items for whose development, production or use it is required (General Technology Note); an empty list says
 *     none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Technology(
        @NotNull Provenance provenance,
        @Nullable @Valid SourceDocument source,
        @Nullable Boolean published,
        @Nullable @Size(max = 32) List<@NotNull @Valid Relation> requiredFor,
        @Nullable Boolean otherEntriesExcluded,

        @Nullable @Size(max = 64)
        Map<
                        @NotNull @Pattern(regexp = "[a-z][A-Za-z0-9]{1,63}", message = "is no name of a fact") String,
                        @NotNull @Valid Characteristic>
                characteristics)
        implements Datasheet {

    public Technology {
        characteristics = Lists.copy(characteristics);
        requiredFor = Lists.copy(requiredFor);
    }

    @Override
    @JsonIgnore
    public Kind kind() {
        return Kind.TECHNOLOGY;
    }

    /** The same technology for other items. */
    public Technology with(List<Relation> relations) {
        return new Technology(provenance, source, published, relations, otherEntriesExcluded, characteristics);
    }
}

package dev.portcullis.classification.datasheet;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.OptBoolean;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The technical facts of one item. A field that is absent is unknown, never zero and never "no": the classifier asks for it where it
 * would change the answer. In JSON, {@code kind} tells the five forms apart.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind", requireTypeIdForSubtypes = OptBoolean.FALSE)
@JsonSubTypes({
    @JsonSubTypes.Type(value = IntegratedCircuit.class, name = "INTEGRATED_CIRCUIT"),
    @JsonSubTypes.Type(value = Computer.class, name = "COMPUTER"),
    @JsonSubTypes.Type(value = Model.class, name = "MODEL"),
    @JsonSubTypes.Type(value = Software.class, name = "SOFTWARE"),
    @JsonSubTypes.Type(value = Technology.class, name = "TECHNOLOGY")
})
public sealed interface Datasheet permits IntegratedCircuit, Computer, Model, Software, Technology {
    /** Where the figures come from. */
    Provenance provenance();

    /** The document that they were read from, where there is one. */
    @Nullable
    SourceDocument source();

    /**
     * Whether a person has read the entries that no rule evaluates, and those of whose facts the datasheet does not speak, and found that
     * none of them describes the item. Without it no item is EAR99.
     */
    @Nullable
    Boolean otherEntriesExcluded();

    /** Facts without a field of their own, by the names of the rules' dictionary; null where none is said. */
    @Nullable
    Map<String, Characteristic> characteristics();

    /** Which of the five forms this is. */
    @JsonIgnore
    Kind kind();

    /** The forms of a datasheet. */
    enum Kind {
        INTEGRATED_CIRCUIT,
        COMPUTER,
        MODEL,
        SOFTWARE,
        TECHNOLOGY
    }
}

package dev.portcullis.classification.datasheet;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A computer, an electronic assembly or a component of either, up to a cluster: what it is made of, with counts.
 *
 * @param components what it contains that matters; an empty list says that it contains no processing circuit
 * @param dataCenter whether it is designed or marketed for use in data centers
 * @param cryptography what it does with cryptography, where it does
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Computer(
        @NotNull Provenance provenance,
        @Nullable @Valid SourceDocument source,
        @Nullable @Size(max = 100) List<@NotNull @Valid Component> components,
        @Nullable Boolean dataCenter,
        @Nullable @Valid Cryptography cryptography,
        @Nullable Boolean otherEntriesExcluded,

        @Nullable @Size(max = 64)
        Map<
                        @NotNull @Pattern(regexp = "[a-z][A-Za-z0-9]{1,63}", message = "is no name of a fact") String,
                        @NotNull @Valid Characteristic>
                characteristics)
        implements Datasheet {

    /** Chip, board, server, rack, row, hall: more levels than that are no computer but an attack. */
    private static final int DEEPEST = 8;

    public Computer {
        characteristics = Lists.copy(characteristics);
        components = Lists.copy(components);
        if (components != null && depth(components) >= DEEPEST) {
            throw new IllegalArgumentException("must not be nested more than " + DEEPEST + " levels deep");
        }
    }

    private static int depth(List<Component> components) {
        int deepest = 0;
        for (Component component : components) {
            Computer inner = component == null ? null : component.computer();
            if (inner != null) {
                deepest = Math.max(deepest, 1 + (inner.components() == null ? 0 : depth(inner.components())));
            }
        }
        return deepest;
    }

    @Override
    @JsonIgnore
    public Kind kind() {
        return Kind.COMPUTER;
    }

    /** The same computer with other components. */
    public Computer with(List<Component> others) {
        return new Computer(
                provenance, source, others, dataCenter, cryptography, otherEntriesExcluded, characteristics);
    }

    /**
     * Something that the computer contains: written out, or an item of its own.
     *
     * @param name what to call it in the answer
     * @param count how many, 1 or more
     * @param integratedCircuit the circuit, written out
     * @param computer the assembly or server, written out
     * @param itemId the registered item whose latest datasheet stands here
     * @param datasheetNumber which datasheet of the item was read; filled in when the item is looked up
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Component(
            @NotBlank @Size(max = 100) String name,
            @Min(1) @Max(1_000_000) int count,
            @Nullable @Valid IntegratedCircuit integratedCircuit,
            @Nullable @Valid Computer computer,
            @Nullable @Size(min = 1, max = 64) String itemId,
            @Nullable @Positive Integer datasheetNumber) {

        public Component {
            boolean both = integratedCircuit != null && computer != null;
            if (both || integratedCircuit == null && computer == null && itemId == null) {
                throw new IllegalArgumentException("must have one of integratedCircuit, computer and itemId");
            }
        }

        /** What it is, or null where it is named by item and was not looked up. */
        @JsonIgnore
        public @Nullable Datasheet datasheet() {
            return integratedCircuit != null ? integratedCircuit : computer;
        }

        /** The same component with the datasheet of its item. */
        public Component resolved(Datasheet datasheet, int number) {
            return new Component(
                    name,
                    count,
                    datasheet instanceof IntegratedCircuit circuit ? circuit : null,
                    datasheet instanceof Computer assembly ? assembly : null,
                    itemId,
                    number);
        }
    }
}

package dev.portcullis.classification.datasheet;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.stream.Stream;
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
        @Nullable Boolean otherEntriesExcluded)
        implements Datasheet {

    public Computer {
        components = Lists.copy(components);
    }

    @Override
    @JsonIgnore
    public Kind kind() {
        return Kind.COMPUTER;
    }

    /** The same computer with other components. */
    public Computer with(List<Component> others) {
        return new Computer(provenance, source, others, dataCenter, cryptography, otherEntriesExcluded);
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

        @JsonIgnore
        @AssertTrue(message = "must have one of integratedCircuit, computer and itemId")
        public boolean isOneThing() {
            long written = Stream.of(integratedCircuit != null, computer != null)
                    .filter(Boolean::booleanValue)
                    .count();
            return itemId == null ? written == 1 : written <= 1;
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

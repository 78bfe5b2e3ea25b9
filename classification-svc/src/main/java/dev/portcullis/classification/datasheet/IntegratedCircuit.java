package dev.portcullis.classification.datasheet;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A packaged integrated circuit.
 *
 * @param processingUnits its digital processing units; an empty list says that it has none
 * @param dies its dice
 * @param aggregateIoGBs aggregate bidirectional transfer rate over all inputs and outputs other than to volatile memories, gigabytes
 *     per second (3A991.p.2)
 * @param totalDramBandwidthGBs total bandwidth of its memory, gigabytes per second, SRAM not counted (15 CFR 742.6(b)(10))
 * @param dataCenter whether it is designed or marketed for use in data centers (3A090, Note 2)
 * @param memory present where the item is a memory device
 * @param cryptography what it does with cryptography, where it does
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record IntegratedCircuit(
        @NotNull Provenance provenance,
        @Nullable @Valid SourceDocument source,
        @Nullable @Size(max = 64) List<@NotNull @Valid ProcessingUnit> processingUnits,
        @Nullable @Size(max = 64) List<@NotNull @Valid Die> dies,

        @Nullable @PositiveOrZero @DecimalMax("10000000") @Digits(integer = 8, fraction = 6)
        BigDecimal aggregateIoGBs,

        @Nullable @PositiveOrZero @DecimalMax("10000000") @Digits(integer = 8, fraction = 6)
        BigDecimal totalDramBandwidthGBs,

        @Nullable Boolean dataCenter,
        @Nullable @Valid MemoryDevice memory,
        @Nullable @Valid Cryptography cryptography,
        @Nullable Boolean otherEntriesExcluded,

        @Nullable @Size(max = 64)
        Map<
                        @NotNull @Pattern(regexp = "[a-z][A-Za-z0-9]{1,63}", message = "is no name of a fact") String,
                        @NotNull @Valid Characteristic>
                characteristics)
        implements Datasheet {

    public IntegratedCircuit {
        characteristics = Lists.copy(characteristics);
        processingUnits = Lists.copy(processingUnits);
        dies = Lists.copy(dies);
    }

    @Override
    @JsonIgnore
    public Kind kind() {
        return Kind.INTEGRATED_CIRCUIT;
    }
}

package dev.portcullis.classification.datasheet;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Positive;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A dynamic random access memory that is the item itself (3A090.c). Memory beside the logic of a processor is no such device: its
 * bandwidth goes to {@code totalDramBandwidthGBs}.
 *
 * @param bandwidthGBs gigabytes per second of the packaged device
 * @param areaMm2 area of the package, or of the stack where there is no package, square millimeters
 * @param processingDominates whether it is packaged with logic and processing is the dominant function of the package
 */
public record MemoryDevice(
        @Nullable @Positive @DecimalMax("10000000") @Digits(integer = 8, fraction = 6)
        BigDecimal bandwidthGBs,

        @Nullable @Positive @DecimalMax("100000") @Digits(integer = 6, fraction = 6)
        BigDecimal areaMm2,

        @Nullable Boolean processingDominates) {}

package dev.portcullis.classification.technical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

/** Worked examples of the technical notes in 15 CFR 774 Supp. 1. */
class FiguresTest {
    @Test
    void six_hundred_tops_at_8_bits_and_three_hundred_at_16_are_4800() {
        // 3A090, Technical Note 2.
        assertThat(TotalProcessingPerformance.ofTops(new BigDecimal("600"), 8).value())
                .isEqualByComparingTo("4800");
        assertThat(TotalProcessingPerformance.ofMacTops(new BigDecimal("300"), 8)
                        .value())
                .isEqualByComparingTo("4800");
        assertThat(TotalProcessingPerformance.ofMacTops(new BigDecimal("150"), 16)
                        .value())
                .isEqualByComparingTo("4800");
    }

    @Test
    void units_add_up() {
        // 3A090, Technical Note 1.d.
        TotalProcessingPerformance one = TotalProcessingPerformance.ofTops(new BigDecimal("191.5"), 16);
        assertThat(one.plus(one)).isEqualTo(one.times(2));
    }

    @Test
    void a_density_is_cut_and_never_rounded_up_to_a_threshold() {
        BigDecimal density = PerformanceDensity.of(
                        new TotalProcessingPerformance(new BigDecimal("1.999999")), new BigDecimal("3"))
                .value();
        assertThat(density.multiply(new BigDecimal("3"))).isLessThan(new BigDecimal("1.999999"));
        assertThat(density).hasScaleOf(34);
    }

    @Test
    void an_area_of_nothing_has_no_density() {
        assertThatThrownBy(() -> PerformanceDensity.of(TotalProcessingPerformance.NONE, BigDecimal.ZERO))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> MemoryBandwidthDensity.of(BigDecimal.ONE, new BigDecimal("-1")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_dense_model_takes_six_operations_for_each_parameter_and_element() {
        // 4E091, Technical Note 2.
        assertThat(TrainingCompute.ofDenseModel(new BigDecimal("4.05e11"), new BigDecimal("1.56e13"))
                        .operations())
                .isEqualByComparingTo("3.7908e25");
    }

    @Test
    void nothing_is_negative() {
        assertThatThrownBy(() -> TotalProcessingPerformance.ofTops(new BigDecimal("-1"), 8))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> TotalProcessingPerformance.ofTops(BigDecimal.ONE, 0))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new TrainingCompute(new BigDecimal("-1")))
                .isInstanceOf(IllegalArgumentException.class);
    }
}

package dev.portcullis.licensing.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Conversions by the exact definitions of the units. */
class UnitsTest {
    private static final Units UNITS = shipped();

    @ParameterizedTest
    @CsvSource({
        "1, DZN, C62, 12",
        "1, LBR, GRM, 453.59237",
        "1, TNE, KGM, 1000",
        "1, INH, CMT, 2.54",
        "1, SMI, MTR, 1609.344",
        "1, FTK, INK, 144",
        "1, GLL, MLT, 3785.411784",
        "1, GLL, OZA, 128",
        "16, ONZ, LBR, 1",
        "90, MIN, HUR, 1.5",
        "1, CUR, GBQ, 37"
    })
    void what_comes_out_even_is_exact(BigDecimal quantity, String from, String to, BigDecimal expected) {
        assertThat(UNITS.convert(quantity, from, to, RoundingMode.UNNECESSARY)).isEqualByComparingTo(expected);
    }

    @Test
    void what_does_not_come_out_even_is_rounded_to_the_side_that_is_asked_for() {
        assertThat(UNITS.convert(BigDecimal.ONE, "C62", "DZN", RoundingMode.UP)).isEqualByComparingTo("0.083334");
        assertThat(UNITS.convert(BigDecimal.ONE, "C62", "DZN", RoundingMode.DOWN))
                .isEqualByComparingTo("0.083333");
    }

    @Property
    void what_is_used_and_comes_back_never_makes_a_license_larger(
            @ForAll @IntRange(min = 1, max = 1_000_000) int millis) {
        BigDecimal pounds = BigDecimal.valueOf(millis, 3);
        BigDecimal used = UNITS.convert(pounds, "LBR", "KGM", RoundingMode.UP);
        BigDecimal back = UNITS.convert(pounds, "LBR", "KGM", RoundingMode.DOWN);
        assertThat(back).isLessThanOrEqualTo(used);
        assertThat(used.subtract(back)).isLessThanOrEqualTo(new BigDecimal("0.000001"));
    }

    @Test
    void another_dimension_is_refused() {
        assertThat(UNITS.comparable("KGM", "LTR")).isFalse();
        assertThat(UNITS.comparable("KGM", "XXX")).isFalse();
        assertThatThrownBy(() -> UNITS.convert(BigDecimal.ONE, "KGM", "LTR", RoundingMode.UP))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_table_that_is_none_is_refused_with_the_line() {
        assertThatThrownBy(() -> UnitFile.read("code,dimension,factor,name\nC62,count,1,one\nKGM,mass,much,kilogram\n"))
                .hasMessageContaining("line 3")
                .hasMessageNotContaining("much");
        assertThatThrownBy(() -> UnitFile.read("code,dimension,factor,name\nC62,count,1,one\nC62,count,1,one\n"))
                .hasMessageContaining("twice");
    }

    private static Units shipped() {
        try (InputStream file = Units.class.getResourceAsStream("/licenses/units.csv")) {
            return UnitFile.read(new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}

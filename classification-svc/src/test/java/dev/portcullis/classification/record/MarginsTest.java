package dev.portcullis.classification.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Margins as a record shows them. */
class MarginsTest {
    @Test
    void one_comparison_in_several_paragraphs_is_one_margin() throws Exception {
        String leaf =
                "{\"criterion\":\"fact\",\"fact\":\"tpp\",\"label\":\"TPP\",\"value\":4799.5,\"comparison\":\"atLeast\","
                        + "\"threshold\":4800,\"margin\":-0.5,\"outcome\":\"NOT_MET\",\"citation\":\"c1\"}";
        String other = leaf.replace("4800", "1600")
                .replace("-0.5", "3199.5")
                .replace("NOT_MET", "MET")
                .replace("c1", "c2");
        String walk = "{\"walk\":[{\"paragraph\":\"3A001.z\",\"citation\":\"x\",\"criteria\":{\"parts\":[" + leaf + ","
                + other
                + "]},\"notes\":[{\"citation\":\"n\",\"finding\":" + leaf
                + "}]},{\"paragraph\":\"3A090.a\",\"citation\":\"y\","
                + "\"criteria\":" + leaf + "}]}";
        List<Margin> margins = Margins.of(JsonMapper.builder()
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .build()
                .readTree(walk));
        assertThat(margins).hasSize(2);
        assertThat(margins.get(0).paragraphs()).containsExactly("3A001.z", "3A090.a");
        assertThat(margins.get(0).met()).isFalse();
        assertThat(margins.get(0).margin()).isEqualByComparingTo("-0.5");
        assertThat(margins.get(1).paragraphs()).containsExactly("3A001.z");
        assertThat(margins.get(1).met()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"4800,4800,0", "48000,4800,1", "480,4800,-1", "0,4800,-3", "1e40,1,3", "5,0,3", "0,0,0", "1e-400,1,-3"})
    void places_are_powers_of_ten_within_the_scale(String value, String threshold, double decades) {
        assertThat(MarginChart.decades(margin(value, threshold))).isCloseTo(decades, within(1e-9));
    }

    @ParameterizedTest
    @CsvSource({
        "5.9199999999999999999,5.91999999999…",
        "4799.9999999999999,4799.99999999…",
        "-0.99999999999999,-0.999999999999…",
        "1e26,1E+26",
        "0.000,0",
        "15831.20,15831.2",
        "100000000000000,100000000000000"
    })
    void a_figure_is_never_rounded_over_a_threshold(String value, String shown) {
        assertThat(Words.figure(new BigDecimal(value))).isEqualTo(shown);
    }

    private static Margin margin(String value, String threshold) {
        BigDecimal figure = new BigDecimal(value);
        BigDecimal limit = new BigDecimal(threshold);
        return new Margin(
                "f",
                figure,
                "atLeast",
                limit,
                null,
                figure.subtract(limit),
                figure.compareTo(limit) >= 0,
                List.of(),
                List.of());
    }
}

package dev.portcullis.screening.ownership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShareTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "50 | 50",
                "50.000 % | 50",
                "'33,3%' | 33.3",
                "25-50 | 25-50",
                "75% to 100% | 75-100",
                "25..50 | 25-50",
                "25 – 50 | 25-50",
                ">25 | 25-100",
                ">= 25 | 25-100",
                "< 10 | 0-10",
                "≤10% | 0-10",
                "unknown | 0-100",
                "0 | 0",
                "100 | 100"
            })
    void it_is_read_as_registers_write_it(String text, String share) {
        assertThat(Share.parse(text)).hasToString(share);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "-1",
                "100.1",
                "101",
                "50-25",
                "half",
                "1e2",
                "5 0",
                "0x10",
                "50%%",
                "1,000.5",
                "NaN",
                "٥٠",
                "99999999999999999999999999999999999999999999999999999999999999999999999999"
            })
    void what_is_no_share_is_refused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Share.parse(text));
    }

    @ParameterizedTest
    @CsvSource({"33.333333333333336, 33.333333333-33.333333334", "49.9999999999, 49.999999999-50"})
    void a_share_of_more_places_becomes_the_range_that_holds_it(String text, String range) {
        assertThat(Share.parse(text)).hasToString(range);
    }

    @Property
    void what_is_written_is_read_again(
            @ForAll @BigRange(min = "0", max = "100") @Scale(12) BigDecimal a,
            @ForAll @BigRange(min = "0", max = "100") @Scale(12) BigDecimal b) {
        Share share = Share.between(a.min(b), a.max(b));
        assertThat(Share.parse(share.toString())).isEqualTo(share);
        assertThat(share.low()).isLessThanOrEqualTo(a.min(b));
        assertThat(share.high()).isGreaterThanOrEqualTo(a.max(b));
    }
}

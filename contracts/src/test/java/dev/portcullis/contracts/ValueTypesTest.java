package dev.portcullis.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.NumericChars;
import net.jqwik.api.constraints.Scale;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValueTypesTest {
    @Property
    void every_number_of_the_form_of_738_2_is_an_eccn(
            @ForAll @NumericChars @StringLength(1) String category,
            @ForAll @CharRange(from = 'A', to = 'E') @StringLength(1) String group,
            @ForAll @NumericChars @StringLength(3) String digits) {
        Eccn eccn = Eccn.of((category + group + digits).toLowerCase(java.util.Locale.ROOT));
        assertThat(eccn.value()).isEqualTo(category + group + digits);
        assertThat(eccn.category()).isEqualTo(Integer.parseInt(category));
        assertThat(eccn.productGroup()).isEqualTo(group.charAt(0));
        assertThat(eccn.isEar99()).isFalse();
    }

    @Test
    void ear99_has_no_category() {
        assertThat(Eccn.of("ear99")).isEqualTo(Eccn.EAR99);
        assertThat(Eccn.EAR99.category()).isEqualTo(-1);
        assertThat(Eccn.EAR99.productGroup()).isEqualTo('-');
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " ", "3A90", "3F090", "3A0900", "AA090", "EAR98", "3A090.a", "３A090"})
    void what_is_no_eccn_is_refused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Eccn.of(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"US", "cn", "MO", "HK", "XK", " de "})
    void countries_are_known_by_their_code(String code) {
        assertThat(CountryCode.isKnown(code)).isTrue();
        assertThat(CountryCode.of(code).value()).hasSize(2).isUpperCase();
        assertThat(CountryCode.of(code).displayName()).isNotBlank();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "XX", "ZZ", "USA", "D", "1A", "SU", "EU"})
    void what_is_no_country_is_refused(String code) {
        assertThat(CountryCode.isKnown(code)).isFalse();
        assertThatIllegalArgumentException().isThrownBy(() -> CountryCode.of(code));
    }

    @Property
    void money_keeps_its_digits(@ForAll @BigRange(min = "0", max = "999999999999999") @Scale(4) BigDecimal amount) {
        Money money = new Money(amount, "USD");
        assertThat(money.plus(new Money(BigDecimal.ZERO, "USD")).amount()).isEqualByComparingTo(amount);
    }

    @Test
    void money_is_never_negative_never_of_an_unknown_currency_and_never_added_across_currencies() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Money(new BigDecimal("-0.01"), "USD"));
        assertThatIllegalArgumentException().isThrownBy(() -> new Money(new BigDecimal("1.00001"), "USD"));
        assertThatIllegalArgumentException().isThrownBy(() -> new Money(new BigDecimal("1e15"), "USD"));
        assertThatIllegalArgumentException().isThrownBy(() -> new Money(BigDecimal.ONE, "QQQ"));
        assertThatIllegalArgumentException().isThrownBy(() -> new Money(null, "USD"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Money(BigDecimal.ONE, "USD").plus(new Money(BigDecimal.ONE, "EUR")));
    }

    @Property
    void no_text_of_letters_alone_is_an_eccn(@ForAll @AlphaChars @StringLength(max = 12) String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Eccn.of(text));
    }
}

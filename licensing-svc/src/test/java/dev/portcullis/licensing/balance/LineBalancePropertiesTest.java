package dev.portcullis.licensing.balance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** Whatever is done to a balance in whatever order, it is never overdrawn and never below nothing. */
class LineBalancePropertiesTest {
    private record Step(Movement kind, BigDecimal quantity, BigDecimal value) {}

    @Property(tries = 3000)
    void no_order_of_steps_leaves_more_used_than_is_authorized(
            @ForAll("limits") Limit limit, @ForAll("steps") List<Step> steps) {
        LineBalance balance = new LineBalance(limit, Amount.NONE, Amount.NONE);
        BigDecimal drawn = BigDecimal.ZERO;
        BigDecimal assigned = BigDecimal.ZERO;
        for (Step step : steps) {
            Amount amount = new Amount(step.quantity(), step.value());
            LineBalance before = balance;
            try {
                balance = apply(balance, step.kind(), amount);
                drawn = drawn.add(drawnBy(step.kind(), amount));
                assigned = assigned.add(assignedBy(step.kind(), amount));
            } catch (OverdrawnException refused) {
                assertThat(balance).isEqualTo(before);
            }
            assertThat(balance.keepsItsLimit()).as("%s after %s", balance, step).isTrue();
            assertThat(balance.drawn().quantity()).isEqualByComparingTo(drawn);
            assertThat(balance.assigned().quantity()).isEqualByComparingTo(assigned);
        }
    }

    @Property
    void what_has_room_is_drawn_and_what_has_none_is_refused(
            @ForAll("limits") Limit limit, @ForAll("amounts") Amount amount) {
        LineBalance balance = new LineBalance(limit, Amount.NONE, Amount.NONE);
        if (balance.has(amount)) {
            assertThat(balance.draw(amount, Amount.NONE).drawn()).isEqualTo(amount);
        } else {
            assertThatThrownBy(() -> balance.draw(amount, Amount.NONE)).isInstanceOf(OverdrawnException.class);
        }
    }

    @Property
    void a_draw_that_comes_back_leaves_the_balance_as_it_was(
            @ForAll("limits") Limit limit, @ForAll("amounts") Amount amount) {
        LineBalance balance = new LineBalance(limit, Amount.NONE, Amount.NONE);
        if (balance.has(amount)) {
            LineBalance again = balance.draw(amount, Amount.NONE).giveBack(amount);
            assertThat(again.drawn().quantity()).isEqualByComparingTo(BigDecimal.ZERO);
            assertThat(again.drawn().value()).isEqualByComparingTo(BigDecimal.ZERO);
        }
    }

    @Test
    void the_value_may_be_exceeded_by_ten_percent_until_the_full_quantity_is_shipped() {
        LineBalance line = line("10", "1000", "10");
        LineBalance nine = line.draw(amount("9", "1000"), Amount.NONE);
        assertThat(nine.valueLeft()).isEqualByComparingTo("100");
        LineBalance full = nine.draw(amount("1", "100"), Amount.NONE);
        assertThat(full.isExhausted()).isTrue();
        assertThat(full.valueLeft()).isEqualByComparingTo("0");
        assertThat(full.has(amount("0", "0.0001"))).isFalse();
        assertThat(nine.has(amount("1", "100.0001"))).isFalse();
        assertThat(nine.has(amount("1.000001", "1")))
                .as("quantity has no tolerance")
                .isFalse();
    }

    @Test
    void a_line_without_a_quantity_has_no_tolerance_in_value() {
        Limit limit = new Limit(null, new BigDecimal("1000"), BigDecimal.ZERO, BigDecimal.TEN, BigDecimal.ZERO);
        assertThat(new LineBalance(limit, Amount.NONE, Amount.NONE).has(amount("1", "1000.0001")))
                .isFalse();
    }

    @Test
    void what_is_assigned_is_left_for_nobody_else_and_for_its_own_draw() {
        LineBalance line = line("10", "1000", "0").assign(amount("7", "700"));
        assertThat(line.has(amount("4", "1"))).isFalse();
        LineBalance drawn = line.draw(amount("8", "800"), amount("7", "700"));
        assertThat(drawn.assigned().isNothing()).isTrue();
        assertThat(drawn.quantityLeft()).isEqualByComparingTo("2");
        assertThatThrownBy(() -> line.draw(amount("11", "800"), amount("7", "700")))
                .isInstanceOf(OverdrawnException.class);
        assertThatThrownBy(() -> line.unassign(amount("8", "1"))).isInstanceOf(OverdrawnException.class);
    }

    @Test
    void a_line_within_its_shortfall_counts_as_fulfilled_and_can_still_be_drawn() {
        Limit limit = new Limit(new BigDecimal("100"), null, BigDecimal.ZERO, BigDecimal.ZERO, new BigDecimal("5"));
        LineBalance line = new LineBalance(limit, amount("94.999999", "0"), Amount.NONE);
        assertThat(line.isFulfilled()).isFalse();
        LineBalance within = line.draw(amount("0.000001", "0"), Amount.NONE);
        assertThat(within.isFulfilled()).isTrue();
        assertThat(within.isExhausted()).isFalse();
    }

    private static LineBalance apply(LineBalance balance, Movement kind, Amount amount) {
        return switch (kind) {
            case DRAW -> balance.draw(amount, Amount.NONE);
            case RETURN -> balance.giveBack(amount);
            case ASSIGN -> balance.assign(amount);
            case UNASSIGN -> balance.unassign(amount);
            case ADJUST -> balance.adjust(amount);
        };
    }

    private static BigDecimal drawnBy(Movement kind, Amount amount) {
        return switch (kind) {
            case DRAW, ADJUST -> amount.quantity();
            case RETURN -> amount.quantity().negate();
            case ASSIGN, UNASSIGN -> BigDecimal.ZERO;
        };
    }

    private static BigDecimal assignedBy(Movement kind, Amount amount) {
        return switch (kind) {
            case ASSIGN -> amount.quantity();
            case UNASSIGN -> amount.quantity().negate();
            case DRAW, ADJUST, RETURN -> BigDecimal.ZERO;
        };
    }

    private static LineBalance line(String quantity, String value, String excess) {
        return new LineBalance(
                new Limit(
                        new BigDecimal(quantity),
                        new BigDecimal(value),
                        BigDecimal.ZERO,
                        new BigDecimal(excess),
                        BigDecimal.ZERO),
                Amount.NONE,
                Amount.NONE);
    }

    private static Amount amount(String quantity, String value) {
        return new Amount(new BigDecimal(quantity), new BigDecimal(value));
    }

    @Provide
    Arbitrary<Limit> limits() {
        return Combinators.combine(
                        numbers(60, 3).injectNull(0.2),
                        numbers(3000, 2).injectNull(0.2),
                        Arbitraries.of(BigDecimal.ZERO, BigDecimal.ONE, BigDecimal.TEN),
                        Arbitraries.of(BigDecimal.ZERO, BigDecimal.TEN, new BigDecimal("7.5")))
                .as((quantity, value, more, excess) -> new Limit(quantity, value, more, excess, BigDecimal.ZERO));
    }

    @Provide
    Arbitrary<Amount> amounts() {
        return Combinators.combine(numbers(90, 3), numbers(4000, 2)).as(Amount::new);
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        return Combinators.combine(Arbitraries.of(Movement.values()), numbers(20, 3), numbers(900, 2))
                .as(Step::new)
                .list()
                .ofMaxSize(40);
    }

    private static Arbitrary<BigDecimal> numbers(int most, int scale) {
        return Arbitraries.bigDecimals()
                .between(new BigDecimal(BigDecimal.ONE.movePointLeft(scale).toPlainString()), BigDecimal.valueOf(most))
                .ofScale(scale);
    }
}

package dev.portcullis.licensing.license;

import static dev.portcullis.licensing.license.LicenseExamples.PLAIN;
import static dev.portcullis.licensing.license.LicenseExamples.license;
import static dev.portcullis.licensing.license.LicenseExamples.line;
import static dev.portcullis.licensing.license.LicenseExamples.wanted;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portcullis.contracts.LicenseState.Line;
import dev.portcullis.licensing.balance.Amount;
import dev.portcullis.licensing.balance.Movement;
import dev.portcullis.licensing.license.Instruction.Exact;
import dev.portcullis.licensing.license.Instruction.Part;
import dev.portcullis.licensing.license.Instruction.Use;
import dev.portcullis.licensing.license.Outcome.Moved;
import dev.portcullis.licensing.license.Outcome.Refused;
import dev.portcullis.licensing.license.Outcome.Why;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The one place where balances move, against a model that knows only sums. */
class BookkeepingTest {
    private static final String[] NUMBERS = {"A", "B", "C"};

    /** A draw on one license or two, with a reference that may come again. */
    private record Wish(int reference, int first, @Nullable Integer second, int quantity, int value) {}

    @Property(tries = 500)
    void every_sequence_of_draws_ends_where_a_model_of_sums_ends(@ForAll("wishes") List<Wish> wishes) {
        Bookkeeping books = books();
        Map<String, int[]> model = new HashMap<>();
        for (String number : NUMBERS) {
            model.put(number, new int[2]);
        }
        Map<Integer, Wish> done = new HashMap<>();
        for (Wish wish : wishes) {
            Outcome outcome = books.post(draw(wish));
            Wish earlier = done.get(wish.reference());
            if (earlier != null) {
                if (earlier.equals(wish)) {
                    assertThat(outcome)
                            .isInstanceOfSatisfying(
                                    Moved.class,
                                    moved -> assertThat(moved.again()).isTrue());
                } else {
                    assertThat(outcome)
                            .isInstanceOfSatisfying(
                                    Refused.class,
                                    refused -> assertThat(refused.why()).isEqualTo(Why.REFERENCE_USED));
                }
                continue;
            }
            List<String> numbers = new ArrayList<>(List.of(NUMBERS[wish.first()]));
            if (wish.second() != null) {
                numbers.add(NUMBERS[wish.second()]);
            }
            boolean fits = fits(model, numbers, wish);
            assertThat(outcome instanceof Moved).as("%s on %s", wish, model).isEqualTo(fits);
            if (fits) {
                numbers.forEach(number -> {
                    int[] sums = model.get(number);
                    sums[0] += wish.quantity();
                    sums[1] += wish.value();
                });
                done.put(wish.reference(), wish);
            }
        }
        model.forEach((number, sums) -> {
            Account account = books.accounts().get(number);
            Line line = account.license().lines().get(0);
            assertThat(line.quantityDrawn()).isEqualByComparingTo(BigDecimal.valueOf(sums[0]));
            assertThat(line.valueDrawn().amount()).isEqualByComparingTo(BigDecimal.valueOf(sums[1]));
            List<MovementView> history = books.made().stream()
                    .filter(movement -> movement.licenseNumber().equals(number))
                    .toList();
            for (int i = 0; i < history.size(); i++) {
                assertThat(history.get(i).number()).isEqualTo(i + 1);
            }
            assertThat(account.movements()).isEqualTo(history.size());
        });
    }

    /** 50 units and 1000 of value, which may be exceeded by 10 % as long as some of the units are left. */
    private static boolean fits(Map<String, int[]> model, List<String> numbers, Wish wish) {
        Map<String, int[]> then = new HashMap<>();
        model.forEach((number, sums) -> then.put(number, sums.clone()));
        for (String number : numbers) {
            int[] sums = then.get(number);
            int most = sums[0] < 50 ? 1100 : 1000;
            if (sums[0] + wish.quantity() > 50 || sums[1] + wish.value() > most) {
                return false;
            }
            sums[0] += wish.quantity();
            sums[1] += wish.value();
        }
        return true;
    }

    @Test
    void a_shipment_over_several_licenses_draws_on_all_of_them_or_on_none() {
        Bookkeeping books = books();
        Outcome refused = books.post(draw("R1", use("A", "10", "1"), use("B", "51", "1")));
        assertThat(refused)
                .isInstanceOfSatisfying(
                        Refused.class, outcome -> assertThat(outcome.why()).isEqualTo(Why.NOT_COVERED));
        assertThat(drawn(books, "A")).isEqualByComparingTo("0");
        assertThat(books.made()).isEmpty();

        assertThat(books.post(draw("R2", use("A", "10", "1"), use("B", "50", "1"))))
                .isInstanceOf(Moved.class);
        assertThat(drawn(books, "A")).isEqualByComparingTo("10");
        assertThat(drawn(books, "B")).isEqualByComparingTo("50");
        assertThat(books.accounts().get("A").license().version()).isEqualTo(2);
    }

    @Test
    void what_is_assigned_is_drawn_by_its_own_draw_only() {
        Bookkeeping books = books();
        books.post(move(Movement.ASSIGN, "SO-1", null, use("A", "45", "900")));
        assertThat(books.post(draw("R1", use("A", "6", "1")))).isInstanceOf(Refused.class);
        assertThat(books.post(move(Movement.DRAW, "R2", "SO-1", use("A", "20", "400"))))
                .isInstanceOf(Moved.class);
        Line half = books.accounts().get("A").license().lines().get(0);
        assertThat(half.quantityAssigned()).isEqualByComparingTo("25");
        assertThat(books.post(move(Movement.DRAW, "R3", "SO-1", use("A", "31", "400"))))
                .isInstanceOf(Refused.class);
        assertThat(books.post(move(Movement.UNASSIGN, "SO-1", "SO-1", new Exact("A", 1, Amount.NONE))))
                .isInstanceOf(Moved.class);
        assertThat(books.accounts().get("A").license().lines().get(0).quantityAssigned())
                .isNull();
        assertThat(books.post(draw("R4", use("A", "30", "600")))).isInstanceOf(Moved.class);
        assertThat(books.post(move(Movement.UNASSIGN, "SO-2", "SO-1", new Exact("A", 1, Amount.NONE))))
                .isInstanceOfSatisfying(
                        Refused.class, outcome -> assertThat(outcome.why()).isEqualTo(Why.NOT_POSSIBLE));
    }

    @Test
    void no_more_comes_back_than_was_drawn_and_a_used_up_license_can_be_drawn_again() {
        Bookkeeping books = books();
        books.post(draw("R1", use("A", "30", "300")));
        books.post(draw("R2", use("A", "20", "200")));
        assertThat(books.accounts().get("A").license().status().name()).isEqualTo("EXHAUSTED");
        assertThat(books.post(move(Movement.RETURN, "RMA-1", "R2", back("A", "20.000001", "0"))))
                .isInstanceOf(Refused.class);
        assertThat(books.post(move(Movement.RETURN, "RMA-2", "R2", back("A", "15", "150"))))
                .isInstanceOf(Moved.class);
        assertThat(books.accounts().get("A").license().status().name()).isEqualTo("ACTIVE");
        assertThat(books.post(move(Movement.RETURN, "RMA-3", "R2", back("A", "6", "0"))))
                .isInstanceOf(Refused.class);
        assertThat(books.post(move(Movement.RETURN, "RMA-4", "R2", back("A", "5", "50"))))
                .isInstanceOf(Moved.class);
        assertThat(drawn(books, "A")).isEqualByComparingTo("30");
    }

    @Test
    void a_correction_never_goes_below_nothing_or_beyond_the_limit() {
        Bookkeeping books = books();
        assertThat(books.post(move(Movement.ADJUST, "1", null, back("A", "50", "1000"))))
                .isInstanceOf(Moved.class);
        assertThat(books.post(move(Movement.ADJUST, "2", null, back("A", "0.000001", "0"))))
                .isInstanceOf(Refused.class);
        assertThat(books.post(move(Movement.ADJUST, "3", null, back("A", "-51", "0"))))
                .isInstanceOf(Refused.class);
        assertThat(books.post(move(Movement.ADJUST, "4", null, back("A", "-50", "-1000"))))
                .isInstanceOf(Moved.class);
        assertThat(drawn(books, "A")).isEqualByComparingTo("0");
    }

    private static Bookkeeping books() {
        List<Account> accounts = new ArrayList<>();
        for (String number : NUMBERS) {
            accounts.add(new Account(license(number, LicenseKind.BIS_LICENSE, PLAIN, line(1, "50", "1000", 10)), 0));
        }
        return new Bookkeeping(
                new LicenseCoverage(LicenseTables.shippedKinds(), LicenseTables.shippedUnits()), accounts, List.of());
    }

    private static BigDecimal drawn(Bookkeeping books, String number) {
        return books.accounts().get(number).license().lines().get(0).quantityDrawn();
    }

    private static Instruction draw(Wish wish) {
        List<Part> parts = new ArrayList<>();
        String quantity = Integer.toString(wish.quantity());
        String value = Integer.toString(wish.value());
        parts.add(use(NUMBERS[wish.first()], quantity, value));
        if (wish.second() != null) {
            parts.add(use(NUMBERS[wish.second()], quantity, value));
        }
        return new Instruction(
                Movement.DRAW, "R" + wish.reference(), wish.toString(), parts, null, null, "test", Instant.EPOCH);
    }

    private static Instruction draw(String reference, Part... parts) {
        return move(Movement.DRAW, reference, null, parts);
    }

    private static Instruction move(Movement kind, String reference, @Nullable String relatesTo, Part... parts) {
        return new Instruction(kind, reference, reference, List.of(parts), relatesTo, null, "test", Instant.EPOCH);
    }

    private static Use use(String number, String quantity, String value) {
        return new Use(number, null, wanted(quantity, "C62", value));
    }

    private static Exact back(String number, String quantity, String value) {
        return new Exact(number, 1, new Amount(new BigDecimal(quantity), new BigDecimal(value)));
    }

    @Provide
    Arbitrary<List<Wish>> wishes() {
        return Combinators.combine(
                        Arbitraries.integers().between(1, 30),
                        Arbitraries.integers().between(0, 2),
                        Arbitraries.integers().between(0, 2).injectNull(0.7),
                        Arbitraries.integers().between(1, 15),
                        Arbitraries.integers().between(1, 300))
                .as(Wish::new)
                .list()
                .ofMaxSize(60);
    }
}

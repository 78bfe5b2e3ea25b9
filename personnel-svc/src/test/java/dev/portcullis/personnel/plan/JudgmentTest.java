package dev.portcullis.personnel.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portcullis.contracts.CountryCode;
import dev.portcullis.personnel.deemed.Access;
import dev.portcullis.personnel.deemed.Access.Answer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class JudgmentTest {
    private static final Instant NOW = Instant.parse("2026-11-29T12:00:00Z");
    private static final LocalDate TODAY = LocalDate.parse("2026-11-29");

    @Test
    void one_item_that_may_not_be_received_keeps_out_of_all() {
        Judgment judgment = Judgment.of(
                plan(false, "itm-1", "itm-2"),
                List.of(access("itm-1", Answer.MAY_RECEIVE, null), access("itm-2", Answer.LICENSE_REQUIRED, null)),
                true,
                null,
                NOW);
        assertThat(judgment.admits()).isFalse();
        assertThat(judgment.reasons()).containsExactly("itm-2: A license is needed for this technology.");
    }

    @Test
    void it_is_looked_at_again_when_the_first_of_all_days_has_passed() {
        Judgment judgment = Judgment.of(
                plan(true, "itm-1", "itm-2"),
                List.of(
                        access("itm-1", Answer.MAY_RECEIVE, TODAY.plusDays(30)),
                        access("itm-2", Answer.MAY_RECEIVE, TODAY.plusDays(3))),
                true,
                TODAY.plusDays(10),
                NOW);
        assertThat(judgment.admits()).isTrue();
        assertThat(judgment.recheckAt()).isEqualTo(Instant.parse("2026-12-03T00:00:00Z"));
    }

    @Test
    void a_signature_is_good_on_its_last_day_and_not_on_the_day_after() {
        Plan plan = plan(true, "itm-1");
        List<Access> free = List.of(access("itm-1", Answer.MAY_RECEIVE, null));
        assertThat(Judgment.of(plan, free, true, TODAY, NOW).admits()).isTrue();
        assertThat(Judgment.of(plan, free, true, TODAY.minusDays(1), NOW).admits())
                .isFalse();
        assertThat(Judgment.of(plan, free, true, null, NOW).admits()).isFalse();
    }

    @Property
    void what_is_too_old_passes_by_itself_and_nothing_else_does(
            @ForAll Answer one, @ForAll Answer other, @ForAll boolean current, @ForAll boolean briefed) {
        Judgment judgment = Judgment.of(
                plan(true, "itm-1", "itm-2"),
                List.of(access("itm-1", one, null), access("itm-2", other, null)),
                current,
                briefed ? TODAY : null,
                NOW);
        boolean free = one == Answer.MAY_RECEIVE && other == Answer.MAY_RECEIVE;
        assertThat(judgment.admits()).isEqualTo(free && briefed);
        boolean soft = (one == Answer.MAY_RECEIVE || one == Answer.REVIEW)
                && (other == Answer.MAY_RECEIVE || other == Answer.REVIEW);
        assertThat(judgment.mayPass()).isEqualTo(!current && briefed && soft && !free);
        assertThat(judgment.reasons().isEmpty()).isEqualTo(judgment.admits());
    }

    @Test
    void the_shipped_measures_are_whole_and_each_kind_of_plan_has_some_of_each_sort_that_it_needs() {
        UsualMeasures usual = UsualMeasures.shipped();
        for (Terms.Kind kind : Terms.Kind.values()) {
            assertThat(usual.of(kind)).as(kind.name()).hasSizeGreaterThan(6);
        }
        assertThat(usual.named("MFA")).isPresent();
        assertThat(usual.named("UNKNOWN")).isEmpty();
    }

    private static Plan plan(boolean briefed, String... items) {
        Terms.Briefing briefing = briefed ? new Terms.Briefing("b", "0".repeat(64), 1, 365) : null;
        return new Plan(
                "tcp-1",
                1,
                Plan.Status.ACTIVE,
                new Terms(Terms.Kind.LAB, "Lab", CountryCode.of("US"), List.of(items), briefing),
                List.of(),
                NOW);
    }

    private static Access access(String item, Answer answer, @Nullable LocalDate until) {
        String words = switch (answer) {
            case LICENSE_REQUIRED -> "A license is needed for this technology.";
            default -> answer.name();
        };
        return new Access(
                "per-1", item, answer, words, null, null, List.of(), List.of(), until, null, null, TODAY, null);
    }
}

package dev.portcullis.licensing.release;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portcullis.contracts.CountryCode;
import dev.portcullis.contracts.DeterminationState.Activity;
import dev.portcullis.contracts.DeterminationState.Outcome;
import dev.portcullis.contracts.ReleaseState.Decision;
import dev.portcullis.licensing.decision.Determination;
import dev.portcullis.licensing.decision.FactUsed;
import dev.portcullis.licensing.determination.Transaction;
import dev.portcullis.licensing.license.Drawing;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class VerdictTest {
    private static final FactUsed GOOD = new FactUsed(FactUsed.Kind.ITEM, "itm-1", 1, true, true, Instant.EPOCH, 5L);
    private static final FactUsed STALE =
            new FactUsed(FactUsed.Kind.PARTY, "pty-1", 1, true, false, Instant.EPOCH, 90_000L);
    private static final FactUsed UNKNOWN = new FactUsed(FactUsed.Kind.PERSON, "prs-1", 0, false, true, null, null);
    private static final Drawing.Drawn DRAWN =
            new Drawing.Drawn("lic-1", "D1", 1, BigDecimal.ONE, null, BigDecimal.TEN, null, 3);

    @Test
    void the_gate_opens_by_an_authority_only() {
        assertThat(decide(Outcome.NO_LICENSE_REQUIRED, "NLR", null, GOOD)).isEqualTo(Decision.PERMITTED);
        assertThat(decide(Outcome.EXCEPTION, "ENC", null, GOOD)).isEqualTo(Decision.PERMITTED);
        assertThat(decide(Outcome.EXCEPTION, null, null, GOOD)).isEqualTo(Decision.REVIEW);
        assertThat(decide(Outcome.LICENSE_REQUIRED, null, new Drawing(DRAWN, List.of()), GOOD))
                .isEqualTo(Decision.PERMITTED);
    }

    @Test
    void without_a_license_what_needs_one_is_denied() {
        assertThat(decide(Outcome.LICENSE_REQUIRED, null, null, GOOD)).isEqualTo(Decision.DENIED);
        assertThat(decide(Outcome.LICENSE_REQUIRED, null, new Drawing(null, List.of()), GOOD))
                .isEqualTo(Decision.DENIED);
    }

    @Test
    void no_outcome_whatever_opens_the_gate_on_a_fact_that_is_missing_or_old() {
        for (Outcome outcome : Outcome.values()) {
            for (FactUsed bad : List.of(STALE, UNKNOWN)) {
                assertThat(decide(outcome, "NLR", new Drawing(DRAWN, List.of()), GOOD, bad))
                        .as(outcome + " with " + bad.kind())
                        .isNotEqualTo(Decision.PERMITTED);
            }
        }
    }

    @Test
    void no_license_is_drawn_upon_for_facts_that_cannot_be_used() {
        assertThat(Verdict.wantsLicense(determination(Outcome.LICENSE_REQUIRED, null, GOOD)))
                .isTrue();
        assertThat(Verdict.wantsLicense(determination(Outcome.LICENSE_REQUIRED, null, GOOD, STALE)))
                .isFalse();
        assertThat(Verdict.wantsLicense(determination(Outcome.PROHIBITED, null, GOOD)))
                .isFalse();
    }

    private static Decision decide(Outcome outcome, String authority, Drawing drawing, FactUsed... facts) {
        return Verdict.of(determination(outcome, authority, facts), drawing).decision();
    }

    private static Determination determination(Outcome outcome, String authority, FactUsed... facts) {
        return new Determination(
                "det-1",
                new Transaction(
                        Activity.EXPORT,
                        "itm-1",
                        List.of(),
                        null,
                        CountryCode.of("DE"),
                        null,
                        List.of("CIVIL"),
                        Map.of()),
                outcome,
                authority,
                null,
                null,
                CountryCode.of("DE"),
                List.of(),
                List.of(),
                List.of(),
                List.of(facts),
                List.of(),
                List.of(),
                Map.of(),
                LocalDate.of(2026, 11, 23),
                Instant.EPOCH);
    }
}

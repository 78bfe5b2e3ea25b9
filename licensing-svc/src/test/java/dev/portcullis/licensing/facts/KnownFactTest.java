package dev.portcullis.licensing.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class KnownFactTest {
    private static final Instant NOW = Instant.parse("2026-11-23T09:30:00Z");
    private static final Duration LIMIT = Duration.ofSeconds(60);

    @Test
    void a_feed_is_fresh_up_to_its_limit_and_not_a_millisecond_longer() {
        assertThat(KnownFact.isFresh(NOW.minus(LIMIT), LIMIT, NOW)).isTrue();
        assertThat(KnownFact.isFresh(NOW.minus(LIMIT).minusMillis(1), LIMIT, NOW))
                .isFalse();
    }

    @Test
    void a_feed_that_never_told_is_not_fresh() {
        assertThat(KnownFact.isFresh(null, LIMIT, NOW)).isFalse();
    }

    @Test
    void a_claim_from_far_ahead_is_not_believed() {
        assertThat(KnownFact.isFresh(NOW.plusSeconds(61), LIMIT, NOW)).isFalse();
    }

    @Test
    void an_old_fact_is_shown_but_not_used() {
        KnownFact<String> old = new KnownFact<>("itm-1", 3, "state", NOW.minusSeconds(90), false);
        assertThat(old.value()).isEqualTo("state");
        assertThat(old.usable()).isNull();
    }
}

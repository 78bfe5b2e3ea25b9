package dev.portcullis.platform.pulse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StepsTest {
    private static final Duration LONG = Duration.ofSeconds(30);

    private final ExecutorService loop = Executors.newSingleThreadExecutor();
    private final AtomicInteger done = new AtomicInteger();

    @AfterEach
    void stop() {
        loop.shutdownNow();
    }

    /** Each step answers on another thread than it was asked on, as a database does. */
    private Uni<Boolean> step(int last) {
        return Uni.createFrom().emitter(emitter -> loop.execute(() -> emitter.complete(done.incrementAndGet() < last)));
    }

    @Test
    void a_hundred_thousand_steps_end() {
        Steps.whileMore(() -> step(100_000), Integer.MAX_VALUE).await().atMost(LONG);
        assertThat(done).hasValue(100_000);
    }

    @Test
    void what_is_left_after_the_most_steps_is_for_the_next_call() {
        Steps.whileMore(() -> step(10), 4).await().atMost(LONG);
        assertThat(done).hasValue(4);
    }

    @Test
    void a_step_that_fails_is_the_last() {
        Uni<Void> work = Steps.whileMore(
                () -> done.incrementAndGet() == 3
                        ? Uni.createFrom().failure(new IllegalStateException("broken"))
                        : Uni.createFrom().item(true),
                100);
        assertThatThrownBy(() -> work.await().atMost(LONG)).hasMessage("broken");
        assertThat(done).hasValue(3);
    }
}

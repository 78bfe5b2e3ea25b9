package dev.portcullis.screening.batch;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;

/** How many rows of batches are screened, and with what outcome. */
@ApplicationScoped
public class BatchMetrics {
    @Inject
    MeterRegistry metrics;

    /** Counts a chunk; none where its batch was stopped before it was stored. */
    void screened(@Nullable ScreenedChunk chunk) {
        if (chunk != null) {
            count("clear", chunk.screened() - chunk.hits());
            count("possible_match", chunk.possible());
            count("listed", chunk.listed());
        }
    }

    private void count(String outcome, int rows) {
        Counter.builder("portcullis.screening.batch.rows")
                .description("Rows of batch files that were screened")
                .tag("outcome", outcome)
                .register(metrics)
                .increment(rows);
    }
}

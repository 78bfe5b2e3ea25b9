package dev.portcullis.screening.batch;

import io.smallrye.config.ConfigMapping;
import java.time.Duration;

/** How batches are screened and kept. */
@ConfigMapping(prefix = "portcullis.screening.batch")
public interface BatchSettings {
    /** How often it is looked for a batch that waits. */
    Duration every();

    /** How long a batch that has ended is kept with its results. Five years unless said otherwise: 15 CFR 762.6. */
    Duration retention();

    /** Threads that screen, 1 or more; one a processor where 0. */
    int threads();
}

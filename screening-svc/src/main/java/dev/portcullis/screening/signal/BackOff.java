package dev.portcullis.screening.signal;

import java.time.Duration;

/**
 * When a source is asked again.
 *
 * @param every the usual time between two requests
 * @param longest the longest time after failures
 * @param jitter the share of the time by which requests are set apart, 0 to 1
 */
record BackOff(Duration every, Duration longest, double jitter) {
    BackOff {
        if (every.isZero() || every.isNegative() || longest.compareTo(every) < 0 || !(jitter >= 0 && jitter <= 1)) {
            throw new IllegalArgumentException(
                    "a back-off has a time between requests, a longest one not below it and a jitter from 0 to 1");
        }
    }

    /**
     * The time until the next request: twice as long with each failure in a row, and what the source asks for where that is longer,
     * but never more than the longest.
     *
     * @param failures how often in a row it failed; 0 after an answer
     * @param asked how long the source asks to be left alone; zero where it does not
     * @param random a number from 0 to 1 that was drawn
     */
    Duration next(int failures, Duration asked, double random) {
        long doubled = every.toMillis() << Math.min(failures, 20);
        long wait = Math.min(Math.max(doubled, asked.toMillis()), longest.toMillis());
        return Duration.ofMillis(wait + (long) (wait * jitter * random));
    }
}

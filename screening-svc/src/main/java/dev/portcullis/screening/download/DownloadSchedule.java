package dev.portcullis.screening.download;

import java.time.Duration;

/**
 * When a list is asked for again.
 *
 * @param interval the time between two requests that went well
 * @param retry the time after a first failure; it doubles with each further one, up to the interval
 * @param jitter the share by which a time may be shorter or longer, 0 to less than 1, so that sites do not ask all at once
 */
record DownloadSchedule(Duration interval, Duration retry, double jitter) {
    private static final int DOUBLINGS = 30;

    DownloadSchedule {
        if (interval.isNegative() || interval.isZero() || retry.isNegative() || retry.isZero()) {
            throw new IllegalArgumentException("times between downloads are positive");
        }
        if (!(jitter >= 0 && jitter < 1)) {
            throw new IllegalArgumentException("jitter lies between 0 and 1");
        }
    }

    /**
     * The time until the next request.
     *
     * @param failures how many requests failed since the last that went well
     * @param chance a random number of at least 0 and less than 1
     */
    Duration next(int failures, double chance) {
        long base = interval.toMillis();
        if (failures > 0) {
            long doubled = retry.toMillis() * (1L << Math.min(failures - 1, DOUBLINGS));
            base = doubled <= 0 ? base : Math.min(base, doubled);
        }
        return Duration.ofMillis(Math.max(1, Math.round(base * (1 + jitter * (2 * chance - 1)))));
    }
}

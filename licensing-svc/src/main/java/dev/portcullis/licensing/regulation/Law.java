package dev.portcullis.licensing.regulation;

import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The law of all days, read once. Safe for use by several threads. */
public final class Law {
    private static final int DAYS_KEPT = 64;
    private final LawData data;
    private final Map<LocalDate, Regulations> days = new ConcurrentHashMap<>();

    private Law(LawData data) {
        this.data = data;
    }

    /**
     * Reads the shipped law.
     *
     * @throws IllegalStateException where a file is missing or does not make sense
     */
    public static Law shipped() {
        return new Law(new LawFiles().read());
    }

    /** The law as it stood on a day. */
    public Regulations asOf(LocalDate day) {
        if (days.size() > DAYS_KEPT) {
            days.clear();
        }
        return days.computeIfAbsent(day, key -> new Regulations(data, key));
    }
}

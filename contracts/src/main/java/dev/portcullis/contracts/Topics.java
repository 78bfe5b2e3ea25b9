package dev.portcullis.contracts;

/**
 * Names of the Kafka topics. All but the streams are compacted: a record's key is the aggregate's id, its value the whole
 * current state with a rising {@code version}.
 */
public final class Topics {
    public static final String ITEMS = "portcullis.items";
    public static final String PARTIES = "portcullis.parties";
    public static final String PERSONS = "portcullis.persons";
    public static final String DETERMINATIONS = "portcullis.determinations";
    public static final String LICENSES = "portcullis.licenses";
    public static final String RELEASES = "portcullis.releases";

    /** A stream: it is not compacted, and a consumer cannot rebuild from it what it has missed for longer than it is kept. */
    public static final String SIGNALS = "portcullis.signals";

    /** A stream, likewise: what becomes of cases. What they permit travels with the party. */
    public static final String CASES = "portcullis.cases";

    private Topics() {}
}

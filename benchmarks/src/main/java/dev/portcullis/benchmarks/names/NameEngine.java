package dev.portcullis.benchmarks.names;

import java.util.List;

/** A way to find listed names that one is like. */
public interface NameEngine {
    /**
     * What an engine finds.
     *
     * @param entry the entry's id
     * @param score in the engine's own measure; more is better
     */
    record Hit(String entry, double score) {}

    /** The best hits, at most some tens. */
    List<Hit> search(String name) throws Exception;
}

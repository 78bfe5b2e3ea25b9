package dev.portcullis.local.parts;

/** A server that the services stand on. Not safe for use by several threads at once. */
public interface Part extends AutoCloseable {
    /** For people. */
    String name();

    /** Where people reach it. */
    String address();

    /**
     * Starts it, or starts it again after {@link #stop} or {@link #kill} on the same port and data, and returns when it
     * answers.
     *
     * @throws PartFailedException if it does not
     */
    void start();

    /** Stops it in its own orderly way; nothing happens where it does not run. */
    void stop();

    /** Stops it as {@code kill -9} does; nothing happens where it does not run. */
    void kill();

    /** Whether its process lives. */
    boolean isAlive();

    @Override
    default void close() {
        stop();
    }
}

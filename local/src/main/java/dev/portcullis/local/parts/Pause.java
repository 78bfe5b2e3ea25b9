package dev.portcullis.local.parts;

/** Waiting between two looks at something that will answer soon. */
final class Pause {
    private static final long MILLISECONDS = 50;

    private Pause() {}

    /** @throws PartFailedException if the thread is interrupted */
    static void briefly() {
        try {
            Thread.sleep(MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PartFailedException("Interrupted while waiting", e);
        }
    }
}

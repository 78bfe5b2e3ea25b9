package dev.portcullis.local.mainjob;

/** Waiting before another look. */
final class Sleep {
    private Sleep() {}

    static void milliseconds(long milliseconds) {
        try {
            Thread.sleep(milliseconds);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new MainJobFailedException("Interrupted", e);
        }
    }
}

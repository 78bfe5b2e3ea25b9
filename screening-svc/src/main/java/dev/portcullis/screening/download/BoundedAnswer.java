package dev.portcullis.screening.download;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/**
 * A body that ends with an error when its time is up, also while somebody waits for its next byte, and when there is too much of it: a publisher who never
 * ends holds up nobody.
 */
final class BoundedAnswer extends FilterInputStream {
    private final Duration longest;
    private final long most;
    private long taken;
    private volatile boolean open = true;
    private volatile boolean late;

    BoundedAnswer(InputStream body, Duration longest, long most) {
        super(body);
        this.longest = longest;
        this.most = most;
        Executor then = CompletableFuture.delayedExecutor(longest.toMillis(), TimeUnit.MILLISECONDS);
        then.execute(this::end);
    }

    private void end() {
        if (open) {
            late = true;
            try {
                in.close();
            } catch (IOException e) {
                // It is not read any more; whoever reads is told below.
            }
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] to, int from, int count) throws IOException {
        int read;
        try {
            read = super.read(to, from, count);
        } catch (IOException e) {
            throw late ? tooLate() : e;
        }
        if (late) {
            throw tooLate();
        }
        taken += Math.max(0, read);
        if (taken > most) {
            throw new IOException("the publisher's answer has more than " + most + " bytes");
        }
        return read;
    }

    private IOException tooLate() {
        return new IOException("the publisher's answer did not end within " + longest.toSeconds() + " s");
    }

    @Override
    public void close() throws IOException {
        open = false;
        super.close();
    }
}

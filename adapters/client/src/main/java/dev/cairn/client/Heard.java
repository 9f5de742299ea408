package dev.cairn.client;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** The bytes of an answer; its connection is closed when a read gets none for too long. */
final class Heard extends FilterInputStream {
    private final Duration silenceMax;

    Heard(InputStream in, Duration silenceMax) {
        super(in);
        this.silenceMax = silenceMax;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        if (in.available() > 0) {
            return in.read(into, from, length);
        }
        CompletableFuture<Integer> silence = new CompletableFuture<>();
        silence.orTimeout(silenceMax.toMillis(), TimeUnit.MILLISECONDS).exceptionally(_ -> hangUp());
        try {
            int count = in.read(into, from, length);
            if (silence.complete(count)) {
                return count;
            }
        } catch (IOException e) {
            if (silence.complete(-1)) {
                throw e;
            }
        }
        throw new HttpTimeoutException("Nothing was heard for " + silenceMax);
    }

    private int hangUp() {
        try {
            in.close();
        } catch (IOException e) {
            // Closing failed; the connection is discarded anyway.
        }
        return -1;
    }
}

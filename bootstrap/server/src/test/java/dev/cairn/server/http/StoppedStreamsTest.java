package dev.cairn.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** E9, P20: who follows when the server stops gets a whole answer, and at once. */
final class StoppedStreamsTest {
    @TempDir
    Path directory;

    @Test
    void streamsAreCompletedBeforeTheServerStops() {
        TestServer server = TestServer.start(directory);
        try (EventReader events = EventReader.open(server, "/events")) {
            events.until(": live");
            CompletableFuture<Void> stopping = CompletableFuture.runAsync(server::stop);
            assertThat(events.rest()).isEmpty();
            assertThat(events.isWhole()).isTrue();
            stopping.orTimeout(7, TimeUnit.SECONDS).join();
        } finally {
            server.close();
        }
    }
}

package dev.cairn.server.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;

/** What a process says, read all the time: a full pipe would stop it. */
final class Transcript {
    private final Queue<String> lines = new ConcurrentLinkedQueue<>();
    private final List<Thread> readers;

    /**
     * On threads of the platform: whoever reads a pipe keeps its carrier, and those that stand in for it end when they are idle. On two cores
     * two readers would then leave none to a provider that pretends in this process.
     */
    Transcript(String first, BufferedReader... streams) {
        lines.add(first);
        this.readers = Stream.of(streams)
                .map(stream -> Thread.ofPlatform().daemon().start(() -> read(stream)))
                .toList();
    }

    private void read(BufferedReader stream) {
        try (stream) {
            for (String line = stream.readLine(); line != null; line = stream.readLine()) {
                lines.add(line);
            }
        } catch (IOException e) {
            lines.add("(the process was killed: " + e.getMessage() + ")");
        }
    }

    /** Waits until the process has said its last. */
    String whole() throws InterruptedException {
        for (Thread reader : readers) {
            reader.join();
        }
        return String.join("\n", lines);
    }
}

package dev.cairn.benchmarks.peers;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * Answers {@code run <operation> <times>} on its standard input with one line of JSON, until the input ends. Arguments:
 * peer, database, plan, {@code normal} or {@code full}.
 */
public final class PeerWorker {
    private static final String NOT_AVAILABLE = "{\"skipped\":\"not available\"}";
    private static final Map<Operation, Integer> DONE = new EnumMap<>(Operation.class);

    private PeerWorker() {}

    public static void main(String[] args) throws IOException {
        Path file = Path.of(args[1]);
        Plan plan = Plan.read(Path.of(args[2]));
        boolean fast = args[3].equals("normal");
        try (Peer peer = args[0].equals("cairn") ? new CairnPeer(file, plan, fast) : new JdbcPeer(file, plan, fast);
                BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            System.out.println("{\"ready\":\"%s\"}".formatted(Runtime.version()));
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                String[] words = line.split(" ", -1);
                System.out.println(Operation.parse(words[1])
                        .map(operation -> run(peer, operation, Integer.parseInt(words[2])))
                        .orElse(NOT_AVAILABLE));
            }
        }
    }

    private static String run(Peer peer, Operation operation, int times) {
        Optional<Work<?, ?>> work = peer.work(operation);
        if (work.isEmpty()) {
            return NOT_AVAILABLE;
        }
        int from = DONE.getOrDefault(operation, 0);
        DONE.put(operation, from + times);
        return work.get().measure(from, times).json();
    }
}

package dev.cairn.server.process;

import dev.cairn.Cairn;
import dev.cairn.CairnOptions;
import dev.cairn.application.database.DatabaseOptions;
import dev.cairn.application.ticket.CreateTicket;
import dev.cairn.domain.project.ProjectRef;
import java.io.FileOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * Writes tickets through the library from several threads and notes the title of each acknowledged one in
 * {@code cairn.acks}; then ends without closing. Arguments: database, fast, project, threads, tickets per thread.
 */
final class PowerLossWriter {
    private PowerLossWriter() {}

    public static void main(String[] arguments) throws Exception {
        Path file = Path.of(arguments[0]);
        boolean fast = Boolean.parseBoolean(arguments[1]);
        Cairn cairn = Cairn.open(CairnOptions.of(new DatabaseOptions.Sqlite(file, fast)));
        ProjectRef project = ProjectRef.parse(arguments[2]);
        int tickets = Integer.parseInt(arguments[4]);
        Thread[] threads = new Thread[Integer.parseInt(arguments[3])];
        try (FileOutputStream acknowledged =
                new FileOutputStream(file.resolveSibling("cairn.acks").toFile())) {
            for (int i = 0; i < threads.length; i++) {
                String name = "w" + i + "-";
                threads[i] = Thread.ofPlatform().start(() -> write(cairn, project, name, tickets, acknowledged));
            }
            for (Thread thread : threads) {
                thread.join();
            }
        }
        Runtime.getRuntime().halt(0);
    }

    private static void write(
            Cairn cairn, ProjectRef project, String name, int tickets, FileOutputStream acknowledged) {
        try {
            for (int i = 0; i < tickets; i++) {
                String title = name + i;
                cairn.tickets().create(cairn.owner(), project, CreateTicket.titled(title));
                synchronized (acknowledged) {
                    acknowledged.write((title + "\n").getBytes(StandardCharsets.UTF_8));
                }
            }
        } catch (Exception e) {
            e.printStackTrace();
            Runtime.getRuntime().halt(1);
        }
    }
}

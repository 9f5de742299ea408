package dev.cairn.benchmarks.operation;

import dev.cairn.Cairn;
import dev.cairn.application.ticket.CreateTicket;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.project.ProjectRef;
import dev.cairn.domain.ticket.TicketRef;
import dev.cairn.domain.ticket.TicketWithTasks;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Group;
import org.openjdk.jmh.annotations.GroupThreads;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Threads;

/** Throughput of many clients at once, always durable: writes that share commits, readers beside a writer that never rests. */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@SuppressWarnings("NullAway.Init") // JMH calls open() first
public class ConcurrencyBenchmark extends Measured {
    private static final CreateTicket NEW = CreateTicket.titled("A ticket with a title of its own");
    private static final int CLIENTS = 256;

    private Cairn cairn;

    @Override
    void start() {
        cairn = Dataset.open(file, true);
    }

    @Override
    void stop() {
        cairn.close();
    }

    @Benchmark
    @Threads(1)
    public TicketWithTasks durableWritesOfOneClient() {
        return write();
    }

    @Benchmark
    @Threads(CLIENTS)
    public TicketWithTasks durableWritesOf256Clients() {
        return write();
    }

    @Benchmark
    @Threads(1)
    public TicketWithTasks oneReaderAlone() {
        return read();
    }

    @Benchmark
    @Group("oneReaderBesideAWriter")
    @GroupThreads(1)
    public TicketWithTasks reader() {
        return read();
    }

    @Benchmark
    @Group("oneReaderBesideAWriter")
    @GroupThreads(1)
    public TicketWithTasks writer() {
        return write();
    }

    private TicketWithTasks write() {
        return cairn.tickets().create(cairn.owner(), ProjectRef.of(new Id<>(anyProject())), NEW);
    }

    private TicketWithTasks read() {
        return cairn.tickets().get(cairn.owner(), TicketRef.of(new Id<>(anyTicket())));
    }
}

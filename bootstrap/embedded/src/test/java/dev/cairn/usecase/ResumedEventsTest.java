package dev.cairn.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.Cairn;
import dev.cairn.CairnOptions;
import dev.cairn.application.database.DatabaseOptions;
import dev.cairn.application.event.EventRequest;
import dev.cairn.application.event.EventStream;
import dev.cairn.application.event.Signal;
import dev.cairn.application.event.Signal.Happened;
import dev.cairn.application.project.CreateProject;
import dev.cairn.application.ticket.CreateTicket;
import dev.cairn.domain.activity.ActivityFilter;
import dev.cairn.domain.activity.Event;
import dev.cairn.domain.project.ProjectRef;
import dev.cairn.domain.user.Caller;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * E2, G2: whoever goes on after the last number it has seen, wherever it was interrupted and on whichever server, has seen the log at
 * the end: each entry once, in order. {@code -Dcairn.seed=} repeats a history.
 */
class ResumedEventsTest {
    private static final ProjectRef PROJECT = ProjectRef.parse("CRN");
    private static final int WRITERS = 4;
    private static final int FOLLOWERS = 6;
    private static final int WRITES = 40;
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final long seed = Long.getLong("cairn.seed", new Random().nextLong());

    @TempDir
    Path directory;

    @Test
    void interruptedFollowersMissNothingAndSeeNothingTwice() {
        DatabaseOptions database = FreshSqlite.database(directory);
        try (Cairn cairn = Cairn.open(CairnOptions.of(database))) {
            follow(List.of(cairn));
        }
    }

    @Test
    void twoServersOnOnePostgresTellEverybodyEverything() {
        DatabaseOptions database = FreshPostgres.database();
        try (Cairn one = Cairn.open(CairnOptions.of(database));
                Cairn other = Cairn.open(CairnOptions.of(database))) {
            follow(List.of(one, other));
        }
    }

    private void follow(List<Cairn> servers) {
        Caller owner = servers.getFirst().owner();
        servers.getFirst().projects().create(owner, CreateProject.of("CRN", "Cairn"));
        List<CompletableFuture<Integer>> writers = IntStream.range(0, WRITERS)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> write(server(servers, i), owner, i)))
                .toList();
        CompletableFuture<Long> last = CompletableFuture.allOf(writers.toArray(CompletableFuture<?>[]::new))
                .thenApply(
                        _ -> writers.stream().mapToInt(CompletableFuture::join).sum())
                .thenApply(tickets -> last(servers.getFirst(), owner, 1 + tickets));
        List<CompletableFuture<List<Event>>> followers = IntStream.range(0, FOLLOWERS)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> seen(servers, owner, new Random(seed + i), last)))
                .toList();
        for (CompletableFuture<List<Event>> follower : followers) {
            List<Event> seen = follower.orTimeout(2, TimeUnit.MINUTES).join();
            assertThat(seen).as("-Dcairn.seed=%d", seed).isEqualTo(log(servers.getFirst(), owner));
        }
    }

    private static Cairn server(List<Cairn> servers, int i) {
        return servers.get(i % servers.size());
    }

    /** The number of the last of so many entries: PostgreSQL holds them back while anybody writes who began before. */
    private static long last(Cairn cairn, Caller owner, int entries) {
        List<Event> log = log(cairn, owner);
        while (log.size() < entries) {
            Thread.onSpinWait();
            log = log(cairn, owner);
        }
        return log.getLast().seq();
    }

    private int write(Cairn cairn, Caller owner, int writer) {
        Random random = new Random(seed * WRITERS + writer);
        int written = 0;
        for (int i = 0; i < WRITES; i++) {
            int many = random.nextInt(10) == 0 ? 1 + random.nextInt(400) : 1;
            cairn.tickets().createAll(owner, PROJECT, Collections.nCopies(many, CreateTicket.titled("T")));
            written += many;
        }
        return written;
    }

    /** Follows, is interrupted after a while, and goes on elsewhere, until it has seen the last entry. */
    private List<Event> seen(List<Cairn> servers, Caller owner, Random random, CompletableFuture<Long> last) {
        List<Event> seen = new ArrayList<>();
        long after = 0;
        while (!last.isDone() || after < last.join()) {
            Cairn cairn = server(servers, random.nextInt(servers.size()));
            EventRequest wanted = EventRequest.of(PROJECT).after(after);
            int before = seen.size();
            if (random.nextInt(4) == 0) {
                seen.addAll(cairn.events().poll(owner, wanted, Duration.ZERO).items());
            } else {
                take(cairn, owner, wanted, 1 + random.nextInt(300), seen);
            }
            after = seen.size() == before ? after : seen.getLast().seq();
        }
        return seen;
    }

    private static void take(Cairn cairn, Caller owner, EventRequest wanted, int many, List<Event> seen) {
        try (EventStream stream = cairn.events().open(owner, wanted)) {
            cairn.events().begin(stream);
            for (int i = 0; i < many; i++) {
                @Nullable Signal next = stream.poll(i == 0 ? PATIENCE : Duration.ofMillis(20));
                switch (next) {
                    case null -> {
                        return;
                    }
                    case Happened(Event event) -> seen.add(event);
                    case Signal.Hello _, Signal.Live _ -> {}
                    case Signal.Resync resync -> throw new AssertionError(resync);
                }
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<Event> log(Cairn cairn, Caller owner) {
        List<Event> all = new ArrayList<>();
        long after = 0;
        while (true) {
            var part = cairn.activity()
                    .follow(owner, PROJECT, new ActivityFilter(null, null, null, List.of()), after, 200);
            if (part.entries().isEmpty()) {
                return all;
            }
            part.entries().stream().map(Event::of).forEach(all::add);
            after = part.after();
        }
    }
}

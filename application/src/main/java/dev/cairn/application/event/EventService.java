package dev.cairn.application.event;

import dev.cairn.application.activity.LogIdentity;
import dev.cairn.application.event.Signal.Happened;
import dev.cairn.application.event.Signal.Hello;
import dev.cairn.application.event.Signal.Live;
import dev.cairn.application.event.Signal.Reason;
import dev.cairn.application.event.Signal.Resync;
import dev.cairn.application.work.UnitOfWork;
import dev.cairn.domain.access.Access;
import dev.cairn.domain.activity.Activity;
import dev.cairn.domain.activity.ActivityFilter;
import dev.cairn.domain.activity.ActivityLog;
import dev.cairn.domain.activity.Event;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.kernel.Limits;
import dev.cairn.domain.project.Project;
import dev.cairn.domain.project.ProjectRepository;
import dev.cairn.domain.user.Caller;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Follows the log: past entries behind the last number that a follower has seen, then new ones as they happen (E1–E9). */
public final class EventService {
    /** The most events in one answer to a poll. */
    public static final int POLLED_MAX = 200;
    /** The longest wait of a poll, in seconds. */
    public static final int WAIT_SECONDS_MAX = 25;

    private static final Logger LOG = System.getLogger(EventService.class.getName());
    private static final int PAGE_SIZE = 200;
    private static final Duration FOR_EVER = Duration.ofDays(1);
    /** The most threads that read the log for followers, because all of them come back at once after a restart. */
    private static final int READERS_MAX = 8;

    private final UnitOfWork work;
    private final ActivityLog log;
    private final ProjectRepository projects;
    private final LogIdentity identity;
    private final EventDispatcher dispatcher;
    private final Semaphore readers = new Semaphore(READERS_MAX);

    public EventService(
            UnitOfWork work,
            ActivityLog log,
            ProjectRepository projects,
            LogIdentity identity,
            EventDispatcher dispatcher) {
        this.work = work;
        this.log = log;
        this.projects = projects;
        this.identity = identity;
        this.dispatcher = dispatcher;
        dispatcher.whoIsBehind(stream -> inBackground(stream, () -> readOn(stream, stream.told())));
    }

    /**
     * Sends events to a listener until the returned stream is closed. Entries behind {@link EventRequest#after} come
     * first.
     *
     * {@snippet file="dev/cairn/example/FollowEvents.java" region="example"}
     *
     * @throws dev.cairn.domain.error.NotFound when there is no such project that the caller may see
     * @throws dev.cairn.domain.error.Unavailable {@code too_many_streams}
     */
    public EventStream listen(Caller caller, EventRequest wanted, EventListener listener) {
        LogIdentity.Known now = identity.know(); // Before the answer, so that the caller's next changes are sent.
        EventStream stream = open(caller, wanted);
        inBackground(stream, () -> catchUp(stream, now));
        Thread.ofVirtual().name("cairn-listener").start(() -> tell(stream, listener));
        return stream;
    }

    /**
     * Registers a follower, who is told nothing before {@link #begin}: the log is not asked yet (E4).
     */
    public EventStream open(Caller caller, EventRequest wanted) {
        return dispatcher.add(new EventStream(caller, wanted, asked(caller, wanted), dispatcher::remove));
    }

    /** Sends hello, catches up with the log, and goes over to new events, on a thread of its own. */
    public void begin(EventStream stream) {
        inBackground(stream, () -> catchUp(stream, identity.know()));
    }

    private interface Reading {
        void run() throws InterruptedException;
    }

    private void inBackground(EventStream stream, Reading reading) {
        Thread.ofVirtual().name("cairn-catching-up").start(() -> {
            try {
                reading.run();
            } catch (RuntimeException | Error e) {
                Level level = dispatcher.stopped() ? Level.DEBUG : Level.WARNING;
                LOG.log(level, "A follower could not catch up with the log and is left behind", e);
                stream.end();
            } catch (InterruptedException e) {
                stream.end();
            }
        });
    }

    /**
     * Answers what happened, and waits for it when nothing has.
     *
     * @param wait at most {@value #WAIT_SECONDS_MAX} s
     */
    public Polled poll(Caller caller, EventRequest wanted, Duration wait) {
        Limits.range("wait", Math.toIntExact(wait.toSeconds()), 0, WAIT_SECONDS_MAX);
        @Nullable Id<Project> asked = asked(caller, wanted);
        Polled before = polled(caller, wanted, asked);
        if (!before.items().isEmpty() || before.resync() != null || wait.isZero()) {
            return before;
        }
        EventRequest next = wanted.after(before.after());
        try (EventStream stream = open(caller, next)) {
            stream.goLive(before.after());
            Polled meanwhile = polled(caller, next, asked);
            if (!meanwhile.items().isEmpty() || stream.poll(wait) == null) {
                return meanwhile;
            }
            return polled(caller, next, asked(caller, next));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return before;
        }
    }

    private Polled polled(Caller caller, EventRequest wanted, @Nullable Id<Project> asked) {
        LogIdentity.Known known = identity.know();
        Long after = wanted.after();
        Reason reason = after == null ? null : reason(known, after);
        if (after == null || reason != null) {
            return new Polled(known.epoch(), known.state().newest(), reason, List.of());
        }
        Part part = part(caller, filter(wanted, asked), after, POLLED_MAX);
        if (after < part.forgotten()) { // Old entries were removed since the check above.
            return new Polled(known.epoch(), part.top(), Reason.TOO_OLD, List.of());
        }
        long reached = part.entries().size() < POLLED_MAX
                ? Math.max(after, part.top())
                : part.entries().getLast().seq();
        return new Polled(
                known.epoch(),
                reached,
                null,
                part.entries().stream().map(Event::of).toList());
    }

    private @Nullable Id<Project> asked(Caller caller, EventRequest wanted) {
        Access access = Access.read(caller);
        return wanted.project() == null
                ? null
                : work.read(() -> projects.require(access, Objects.requireNonNull(wanted.project()))
                        .id());
    }

    /** Returns why the log cannot continue after this number, which needs a resync (E8); null when it can. */
    private static @Nullable Reason reason(LogIdentity.Known known, long after) {
        return after < known.forgotten()
                ? Reason.TOO_OLD
                : after > known.state().last() ? Reason.TOO_NEW : null;
    }

    /**
     * Reads the log for a stream that is registered already, so that events which happen during the read are noticed as
     * missing (E2).
     */
    private void catchUp(EventStream stream, LogIdentity.Known known) throws InterruptedException {
        long newest = known.state().newest();
        boolean goesOn = stream.put(new Hello(known.epoch(), newest));
        Long after = stream.wanted().after();
        Reason reason = after == null ? null : reason(known, after);
        if (reason != null) {
            goesOn = goesOn && stream.put(new Resync(reason, newest));
        }
        if (goesOn) {
            readOn(stream, after == null || reason != null ? newest : after);
        }
    }

    private void readOn(EventStream stream, long from) throws InterruptedException {
        ActivityFilter filter = filter(stream.wanted(), stream.asked());
        boolean goesOn = true;
        long read = from;
        while (goesOn) {
            Part part = part(stream.caller(), filter, read, PAGE_SIZE);
            if (read < part.forgotten()) { // Old entries were removed faster than they were read.
                goesOn = stream.put(new Resync(Reason.TOO_OLD, part.top()));
            }
            for (Activity entry : part.entries()) {
                goesOn = goesOn && stream.put(new Happened(Event.of(entry)));
                read = entry.seq();
            }
            if (part.entries().size() < PAGE_SIZE) {
                read = Math.max(read, part.top());
                goesOn = goesOn && !stream.join(read);
            }
        }
    }

    /**
     * A part of the log as read at one moment.
     *
     * @param top how far the log went
     * @param forgotten entries up to this number may have gone
     */
    private record Part(List<Activity> entries, long top, long forgotten) {}

    private Part part(Caller caller, ActivityFilter filter, long after, int limit) {
        return reading(() -> {
            LogIdentity.Known known = identity.know();
            List<Activity> entries = log.after(Access.read(caller), filter, after, limit);
            long newest = known.state().newest();
            long top = entries.isEmpty()
                    ? newest
                    : Math.max(newest, entries.getLast().seq());
            return new Part(entries, top, known.forgotten());
        });
    }

    private <T> T reading(Supplier<T> query) {
        readers.acquireUninterruptibly();
        try {
            return work.read(query);
        } finally {
            readers.release();
        }
    }

    private static ActivityFilter filter(EventRequest wanted, @Nullable Id<Project> asked) {
        return new ActivityFilter(asked, null, null, wanted.types());
    }

    private static void tell(EventStream stream, EventListener listener) {
        try (stream) {
            while (!stream.isOver()) {
                switch (stream.poll(FOR_EVER)) {
                    case null -> {}
                    case Hello hello -> listener.hello(hello);
                    case Happened(Event event) -> listener.happened(event);
                    case Resync resync -> listener.resync(resync);
                    case Live _ -> listener.live();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            listener.ended();
        }
    }
}

package dev.cairn.application.event;

import dev.cairn.application.user.PeopleStores;
import dev.cairn.application.work.Commits;
import dev.cairn.application.work.UnitOfWork;
import dev.cairn.domain.activity.ActivityLog;
import dev.cairn.domain.activity.Event;
import dev.cairn.domain.conversation.Conversation;
import dev.cairn.domain.conversation.ConversationRepository;
import dev.cairn.domain.error.DomainError;
import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.error.Unavailable;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.project.MemberRepository;
import dev.cairn.domain.project.Project;
import dev.cairn.domain.user.Caller;
import dev.cairn.domain.user.User;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The only thread that reads the log behind its last number; it sends each follower the events that it wants and its
 * caller may see (E6). It is woken after commits, and looks every {@value #LOOK_MILLIS} ms where other servers write
 * too. Without followers it does nothing. No write waits for it, and it waits for no follower.
 */
public final class EventDispatcher implements AutoCloseable {
    /** The most followers of all users; a further one has to come back later (E7). */
    public static final int STREAMS_MAX = 1_000;
    /** The most followers of one user. */
    public static final int STREAMS_PER_USER_MAX = 20;

    private static final Logger LOG = System.getLogger(EventDispatcher.class.getName());
    private static final int BATCH_SIZE = 500;
    private static final int LOOK_MILLIS = 250;
    /** The number of followers that are told in one slice, so that an answer to a request waits for no more. */
    private static final int SLICE_SIZE = 64;
    /**
     * The pause between two slices, and before the first of several, so that the request that made the change is
     * answered first.
     */
    private static final long PAUSE_NANOS = TimeUnit.MICROSECONDS.toNanos(500);

    private static final long UNKNOWN = Long.MIN_VALUE;
    /** The entities whose changes may end a session, a token or a membership. */
    private static final Set<String> ABOUT_PEOPLE = Set.of("session", "token", "user", "account", "project");

    private final UnitOfWork work;
    private final ActivityLog log;
    private final MemberRepository members;
    private final ConversationRepository conversations;
    private final Standings standings;
    private final List<EventStream> streams = new CopyOnWriteArrayList<>();
    private final List<Watcher> watchers = new CopyOnWriteArrayList<>();
    private volatile Consumer<EventStream> behind = EventStream::end;
    private volatile @Nullable Thread thread;
    private volatile boolean rung;
    private volatile boolean stopped;
    private volatile long last = UNKNOWN;
    private final LongAdder overflows = new LongAdder();
    /** The time at which the first session or token of the followers expires. */
    private Instant standUntil = Instant.MAX;
    /** Whether a follower was added since the last check of sessions and tokens, so that one that ended meanwhile is found. */
    private volatile boolean newcomers;

    public EventDispatcher(
            UnitOfWork work,
            ActivityLog log,
            MemberRepository members,
            ConversationRepository conversations,
            PeopleStores people,
            Commits commits) {
        this.work = work;
        this.log = log;
        this.members = members;
        this.conversations = conversations;
        this.standings = new Standings(people);
        commits.tell(this::ring);
    }

    /** A listener inside the server, which receives all events whoever may see them, and must not pass them on. */
    public interface Watcher {
        /** Called with events in order, in parts. */
        void happened(List<Event> events);

        /** Called now and then, for changes that come with time alone. */
        void timePasses();
    }

    /** A part of the log with its readers. */
    private record Batch(
            List<Event> events, Set<Id<Project>> projects, Audience audience, Standings.@Nullable Known standing) {
        /** Whether the log may have more entries. */
        boolean full() {
            return events.size() == BATCH_SIZE;
        }
    }

    /**
     * Sends new events to the stream from now on.
     *
     * @throws Unavailable {@code too_many_streams}
     */
    synchronized EventStream add(EventStream stream) {
        Id<User> user = stream.caller().userId();
        long ofUser = streams.stream()
                .filter(other -> other.caller().userId().equals(user))
                .count();
        if (stopped || streams.size() >= STREAMS_MAX || ofUser >= STREAMS_PER_USER_MAX) {
            throw new Unavailable(
                    ErrorCode.TOO_MANY_STREAMS,
                    stopped
                            ? "The server is about to stop"
                            : ofUser >= STREAMS_PER_USER_MAX
                                    ? "You follow %d streams already: close one of them".formatted(STREAMS_PER_USER_MAX)
                                    : "%d streams are open already: try again later".formatted(STREAMS_MAX),
                    null);
        }
        begin();
        streams.add(stream);
        newcomers = true;
        ring();
        return stream;
    }

    /**
     * Counts somebody who follows something else than the log, and ends what this answers when their session or token ends (E7, E9).
     * It is told nothing.
     *
     * @throws Unavailable {@code too_many_streams}
     */
    public EventStream seat(Caller caller) {
        EventStream seat = new EventStream(caller, EventRequest.NOW, null, this::remove);
        seat.goLive(Long.MAX_VALUE);
        return add(seat);
    }

    synchronized void remove(EventStream stream) {
        if (streams.remove(stream)) {
            overflows.add(stream.overflows());
        }
        end();
    }

    /** Sends new events to the watcher from now on, until it is removed. */
    public synchronized void add(Watcher watcher) {
        begin();
        watchers.add(watcher);
        ring();
    }

    public synchronized void remove(Watcher watcher) {
        watchers.remove(watcher);
        end();
    }

    /** Sets the receiver of followers that have to catch up with the log again. */
    void whoIsBehind(Consumer<EventStream> reader) {
        behind = reader;
    }

    /** Returns the number of followers. */
    public int streams() {
        return streams.size();
    }

    /** Returns the number of followers that are catching up with the log. */
    long behind() {
        return streams.stream().filter(stream -> !stream.live()).count();
    }

    /** Returns the number of signals that wait in the buffers of all followers. */
    long waiting() {
        return streams.stream().mapToLong(EventStream::waiting).sum();
    }

    /** Returns how often a follower lost events because its buffer was full. */
    long overflows() {
        return overflows.sum()
                + streams.stream().mapToLong(EventStream::overflows).sum();
    }

    /** Whether the dispatcher was stopped and sends nothing any more. */
    public boolean stopped() {
        return stopped;
    }

    /** Ends all streams and refuses new ones, because the server is about to stop (E9). */
    public void stop() {
        synchronized (this) {
            stopped = true;
        }
        streams.forEach(EventStream::end);
        watchers.forEach(Watcher::timePasses);
    }

    /** Stops, and ends the thread, too. */
    @Override
    public void close() {
        stop();
        Thread running = thread;
        if (running != null) {
            LockSupport.unpark(running);
            try {
                running.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void begin() {
        if (last == UNKNOWN) {
            last = work.read(log::state).newest();
        }
        if (thread == null) {
            thread = Thread.ofPlatform().daemon().name("cairn-events").start(this::run);
        }
    }

    private void end() {
        if (nobody()) {
            last = UNKNOWN;
        }
    }

    private boolean nobody() {
        return streams.isEmpty() && watchers.isEmpty();
    }

    private void ring() {
        Thread running = thread;
        if (!rung && running != null && !nobody()) {
            rung = true;
            LockSupport.unpark(running);
        }
    }

    private void run() {
        while (!stopped) {
            if (!rung && nobody()) {
                LockSupport.park(this);
            } else if (!rung) {
                LockSupport.parkNanos(this, TimeUnit.MILLISECONDS.toNanos(LOOK_MILLIS));
            }
            try {
                if (streams.size() > SLICE_SIZE) {
                    LockSupport.parkNanos(this, PAUSE_NANOS);
                }
                look();
            } catch (RuntimeException | Error e) {
                rung = true;
                newcomers = true;
                LOG.log(e instanceof DomainError ? Level.DEBUG : Level.WARNING, "The log is read again in a moment", e);
                LockSupport.parkNanos(this, TimeUnit.MILLISECONDS.toNanos(LOOK_MILLIS));
            }
        }
    }

    private void look() {
        boolean more = rung || !work.alone();
        rung = false;
        while (more && !stopped && !nobody()) {
            more = told();
        }
        if (takeDue()) {
            List<EventStream> known = List.copyOf(streams);
            endUnless(known, work.read(() -> standing(known)));
        }
        watchers.forEach(Watcher::timePasses);
    }

    /** Reads the next part of the log and sends it; returns whether there may be more. */
    private boolean told() {
        long from = last;
        if (from == UNKNOWN) {
            return false;
        }
        boolean due = takeDue();
        List<EventStream> known = List.copyOf(streams);
        Batch batch = work.read(() -> batch(from, due, known));
        if (batch.events().isEmpty()) {
            newcomers = newcomers || due;
            return false;
        }
        endUnless(known, batch.standing());
        known.stream().filter(stream -> !isMember(stream, batch)).forEach(EventStream::end);
        int count = 0;
        for (EventStream stream : streams) {
            if (count++ % SLICE_SIZE == SLICE_SIZE - 1) {
                LockSupport.parkNanos(this, PAUSE_NANOS);
            }
            tell(stream, batch);
        }
        watchers.forEach(watcher -> watcher.happened(batch.events()));
        advance(from, batch.events().getLast().seq());
        return batch.full();
    }

    /** Sends a part of the log to a stream; closes one that fails, so that it holds up no other. */
    private void tell(EventStream stream, Batch batch) {
        try {
            if (!stream.happened(batch.events(), batch.audience())) {
                behind.accept(stream);
            }
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "A follower could not be told and is left behind", e);
            stream.close();
        }
    }

    /** Advances the last number, unless all followers left and it was reset meanwhile. */
    private synchronized void advance(long from, long to) {
        if (last == from) {
            last = to;
        }
    }

    private Batch batch(long from, boolean due, List<EventStream> known) {
        List<Event> events = log.events(from, BATCH_SIZE);
        if (events.isEmpty()) {
            return new Batch(events, Set.of(), Audience.NOBODY, null);
        }
        Set<Id<Project>> projects = new HashSet<>();
        Set<Id<Conversation>> talks = new HashSet<>();
        boolean people = due || over(); // Checked after the entries are read, so that no later entry is sent.
        for (Event event : events) {
            if (event.conversation() != null) {
                talks.add(event.conversation());
            }
            people |= ABOUT_PEOPLE.contains(event.entity());
            // The log entry of a purged project has no project, so its subject is taken.
            Id<Project> project =
                    event.entity().equals("project") ? new Id<>(event.id().value()) : event.project();
            if (project != null) {
                projects.add(project);
            }
        }
        return new Batch(
                events,
                projects,
                new Audience(
                        projects.isEmpty() ? Map.of() : members.ofEach(projects),
                        talks.isEmpty() ? Map.of() : conversations.readersOf(talks)),
                people ? standing(known) : null);
    }

    /** Whether the caller of a stream that is limited to one project of this batch is still a member of it (E9). */
    private static boolean isMember(EventStream stream, Batch batch) {
        Id<?> only = stream.only();
        if (only == null) {
            return true;
        }
        Id<Project> project = new Id<>(only.value());
        return !batch.projects().contains(project)
                || batch.audience().isMember(stream.caller().userId(), project);
    }

    /**
     * Whether the followers' sessions and tokens have to be checked; resets the mark of newcomers. The list of followers
     * is taken before the check reads: for one that comes later, the snapshot may not have the session, token or member
     * yet.
     */
    private boolean takeDue() {
        boolean due = newcomers || over();
        if (due) {
            newcomers = false;
        }
        return due;
    }

    /** Whether the caller's session or token is still valid; a local caller needs none. */
    public boolean stands(Caller caller) {
        return work.read(() -> standings.of(List.of(caller), work.now()).holds(caller));
    }

    /** Whether a follower's session or token has expired. */
    private boolean over() {
        return !work.now().isBefore(standUntil);
    }

    private Standings.Known standing(List<EventStream> known) {
        return standings.of(known.stream().map(EventStream::caller).toList(), work.now());
    }

    private void endUnless(List<EventStream> known, Standings.@Nullable Known standing) {
        if (standing != null) {
            standUntil = standing.until();
            known.stream().filter(stream -> !standing.holds(stream.caller())).forEach(EventStream::end);
        }
    }
}

package dev.cairn.files;

import dev.cairn.application.file.FolderWatch;
import dev.cairn.application.file.FolderWatches;
import dev.cairn.domain.file.ProjectFolder;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.project.Project;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Watches folders on the disks of this machine (L32). An event is a hint that the folder is to be walked, which shows what happened and
 * says what is watched then. One thread hears of all projects; there is none before the first walk.
 */
public final class DiskWatches implements FolderWatches, AutoCloseable {
    /** The most folders that are watched: each costs kernel memory, which a user's programs share. */
    private static final int FOLDERS_MAX = 100_000;

    private static final Logger LOG = System.getLogger(DiskWatches.class.getName());

    private final int foldersMax;
    private final WatchTimes times;
    private final Map<Id<Project>, Watch> watches = new HashMap<>();
    private @Nullable Listener listener;
    private @Nullable WatchService service;
    private @Nullable Thread thread;
    private boolean said;
    private boolean waits;

    public DiskWatches() {
        this(FOLDERS_MAX, WatchTimes.DEFAULT);
    }

    DiskWatches(int foldersMax, WatchTimes times) {
        this.foldersMax = foldersMax;
        this.times = times;
    }

    @Override
    public synchronized void start(Listener told) {
        listener = told;
    }

    @Override
    public synchronized FolderWatch walk(ProjectFolder folder) {
        if (listener == null) {
            return FolderWatch.NONE;
        }
        if (thread == null) {
            begin();
        }
        Watch watch = watches.get(folder.projectId());
        Path root = Path.of(folder.root());
        if (watch == null || !watch.root().equals(root)) {
            end(folder.projectId());
            watch = new Watch(this, folder.projectId(), root, times);
            watches.put(folder.projectId(), watch);
        }
        watch.walk();
        return watch;
    }

    private void begin() {
        WatchService opened = null;
        try {
            opened = FileSystems.getDefault().newWatchService();
        } catch (IOException e) {
            unwatched(e.getMessage());
        }
        service = opened;
        WatchService heard = opened;
        thread = Thread.ofPlatform().daemon().name("cairn-watch").start(() -> run(heard));
    }

    private void run(@Nullable WatchService heard) {
        try {
            while (begins()) {
                @Nullable WatchKey key = next(heard, due());
                if (key != null) {
                    hear(key);
                }
                tell();
            }
        } catch (ClosedWatchServiceException _) {
            // The watch service was closed, which ends the thread.
        }
    }

    /** Begins a wait; from now on, an earlier due time wakes the waiting thread. */
    private synchronized boolean begins() {
        waits = listener != null;
        return waits;
    }

    private @Nullable WatchKey next(@Nullable WatchService heard, long nanos) {
        try {
            if (heard != null) {
                return heard.poll(nanos, TimeUnit.NANOSECONDS);
            }
            TimeUnit.NANOSECONDS.sleep(nanos);
            return null;
        } catch (InterruptedException _) {
            return null; // Interrupted by wake(): something is due earlier.
        } finally {
            wakened();
        }
    }

    /** Ends the wait and clears the interrupt, so that the work that follows is not interrupted. */
    private synchronized void wakened() {
        waits = false;
        var _ = Thread.interrupted();
    }

    synchronized void wake() {
        Thread waiting = thread;
        if (waits && waiting != null) {
            waiting.interrupt();
        }
    }

    /** Returns the nanoseconds until the next project is due. */
    private synchronized long due() {
        long now = System.nanoTime();
        return watches.values().stream()
                .mapToLong(watch -> Math.max(0, watch.due() - now))
                .min()
                .orElse(times.every().toNanos());
    }

    private synchronized void hear(WatchKey key) {
        List<WatchEvent<?>> events = key.pollEvents();
        boolean valid = key.reset();
        watches.values().forEach(watch -> watch.hear(key, events, valid));
    }

    /** Tells of the projects that are due, without holding up a walk. */
    private void tell() {
        Map<Watch, Long> due = new HashMap<>();
        Listener told;
        synchronized (this) {
            told = listener;
            long now = System.nanoTime();
            for (Watch watch : watches.values()) {
                if (watch.due() - now <= 0) {
                    watch.told();
                    due.put(watch, watch.due());
                }
            }
        }
        if (told != null) {
            due.forEach((watch, next) -> tell(told, watch, next));
        }
    }

    /** @param next when it is told again; another time says that a walk began meanwhile, or something happened */
    private void tell(Listener told, Watch watch, long next) {
        try {
            Outcome outcome = told.changed(watch.project());
            synchronized (this) {
                switch (outcome) {
                    case EXPECTED -> {}
                    case RUNNING -> watch.changed();
                    case OVER -> {
                        if (watch.due() == next) {
                            end(watch.project());
                        }
                    }
                }
            }
        } catch (RuntimeException | Error e) {
            LOG.log(Level.WARNING, "A changed folder could not be indexed, which is tried again: " + e.getMessage());
            synchronized (this) {
                watch.changed();
            }
        }
    }

    /** @return null where it cannot be watched */
    synchronized @Nullable WatchKey register(Path folder) throws IOException {
        WatchService open = service;
        return open == null || size() >= foldersMax ? null : folder.register(open, Watch.KINDS);
    }

    /** Returns the number of watched folders. */
    synchronized int size() {
        return watches.values().stream().mapToInt(watch -> watch.keys().size()).sum();
    }

    /** Says once that not all is watched. */
    synchronized void unwatched(@Nullable String why) {
        if (!said && listener != null) {
            said = true;
            LOG.log(
                    Level.WARNING,
                    "Not all folders of projects can be watched (%s); these are looked through every %d s instead"
                            .formatted(why, times.everyUnwatched().toSeconds()));
        }
    }

    synchronized void end(Id<Project> project) {
        Watch watch = watches.remove(project);
        if (watch != null) {
            watch.keys().forEach(this::cancel);
        }
    }

    /** Cancels the key unless another project that shares the folder still needs it. */
    synchronized void cancel(WatchKey key) {
        if (watches.values().stream().noneMatch(watch -> watch.keys().contains(key))) {
            key.cancel();
        }
    }

    @Override
    public void close() {
        Thread running;
        synchronized (this) {
            listener = null;
            watches.clear();
            running = thread;
            closeService();
            wake();
        }
        if (running != null) {
            try {
                running.join();
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void closeService() {
        WatchService open = service;
        service = null;
        if (open != null) {
            try {
                open.close();
            } catch (IOException e) {
                LOG.log(Level.WARNING, "Watching folders did not end well: " + e.getMessage());
            }
        }
    }
}

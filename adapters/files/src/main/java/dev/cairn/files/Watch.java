package dev.cairn.files;

import static java.nio.file.StandardWatchEventKinds.ENTRY_CREATE;
import static java.nio.file.StandardWatchEventKinds.ENTRY_DELETE;
import static java.nio.file.StandardWatchEventKinds.ENTRY_MODIFY;

import dev.cairn.application.file.FolderWatch;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.project.Project;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** The watch over the folder of one project. What it holds is guarded by those who are watched together. */
final class Watch implements FolderWatch {
    static final WatchEvent.Kind<?>[] KINDS = {ENTRY_CREATE, ENTRY_MODIFY, ENTRY_DELETE};

    /** File systems on which others write without this machine's hearing of it. */
    private static final Set<String> REMOTE =
            Set.of("nfs nfs4 cifs smb smb2 smb3 smbfs afs 9p virtiofs vboxsf drvfs ceph glusterfs lustre ocfs2 gfs2"
                    .split(" ", -1));

    /**
     * The rest after a walk, as a multiple of its duration: a folder that changes constantly is walked a third of the time at
     * most.
     */
    private static final int RESTS = 2;

    private final DiskWatches together;
    private final Id<Project> project;
    private final Path root;
    private final WatchTimes times;
    private final Map<WatchKey, Place> places = new HashMap<>();
    private long resting = System.nanoTime();
    private int walk;
    private boolean whole;
    private boolean changed;
    private long due;
    private long latest;
    private long begun;
    private Place last = new Place(0);

    /** A watched folder. */
    private static final class Place {
        private final int walk;
        private Predicate<String> ignored = _ -> false;

        Place(int walk) {
            this.walk = walk;
        }
    }

    Watch(DiskWatches together, Id<Project> project, Path root, WatchTimes times) {
        this.together = together;
        this.project = project;
        this.root = root;
        this.times = times;
    }

    Id<Project> project() {
        return project;
    }

    Path root() {
        return root;
    }

    Set<WatchKey> keys() {
        return places.keySet();
    }

    /** Begins a walk, which finds all changes until now. */
    void walk() {
        walk++;
        begun = System.nanoTime();
        whole = !isRemote();
        told();
    }

    private boolean isRemote() {
        try {
            String type = Files.getFileStore(root).type().toLowerCase(Locale.ROOT);
            boolean remote = REMOTE.contains(type) || type.startsWith("fuse");
            if (remote) {
                together.unwatched("%s is on %s".formatted(root, type));
            }
            return remote;
        } catch (IOException _) {
            return false; // The folder is gone, which the walk reports.
        }
    }

    @Override
    public void folder(String path) {
        synchronized (together) {
            last = new Place(walk);
            if (whole) {
                register(root.resolve(path));
            }
        }
    }

    private void register(Path folder) {
        try {
            WatchKey key = together.register(folder);
            if (key == null) {
                unwatched("there are too many");
            } else if (folder.toRealPath().equals(folder)) {
                places.put(key, last);
            } else {
                together.cancel(key); // A link has replaced the folder, which the watch of the parent reports.
            }
        } catch (NoSuchFileException | NotDirectoryException _) {
            changed();
        } catch (IOException limit) {
            unwatched(String.valueOf(limit.getMessage()));
        }
    }

    private void unwatched(String why) {
        whole = false;
        together.unwatched(why);
    }

    @Override
    public void ignored(Predicate<String> names) {
        synchronized (together) {
            last.ignored = names;
        }
    }

    @Override
    public void walked() {
        synchronized (together) {
            List<WatchKey> gone = new ArrayList<>();
            places.forEach((key, place) -> {
                if (place.walk != walk) {
                    gone.add(key);
                }
            });
            gone.forEach(places::remove);
            gone.forEach(together::cancel);
            long now = System.nanoTime();
            resting = now + (now - begun) * RESTS;
            if (!changed) {
                told();
            }
            together.wake();
        }
    }

    @Override
    public void failed() {
        synchronized (together) {
            List<WatchKey> gone = List.copyOf(places.keySet());
            places.clear();
            gone.forEach(together::cancel);
            told();
            together.wake();
        }
    }

    void hear(WatchKey key, List<WatchEvent<?>> events, boolean valid) {
        Place place = places.get(key);
        if (place != null && (!valid || events.stream().anyMatch(event -> matters(place, event)))) {
            changed();
        }
    }

    /** Returns whether an event concerns a file that is not ignored; an overflow event has no name, and always does. */
    private static boolean matters(Place place, WatchEvent<?> event) {
        return !(event.context() instanceof Path name) || !place.ignored.test(name.toString());
    }

    void changed() {
        long now = System.nanoTime();
        if (!changed) {
            changed = true;
            latest = now + times.patience().toNanos();
        }
        due = Math.max(Math.min(now + times.quiet().toNanos(), latest), resting);
    }

    /** Clears the change, and sets the next regular look. */
    void told() {
        changed = false;
        due = System.nanoTime() + (whole ? times.every() : times.everyUnwatched()).toNanos();
    }

    /** Returns when the folder is due, in {@link System#nanoTime} terms. */
    long due() {
        return due;
    }
}

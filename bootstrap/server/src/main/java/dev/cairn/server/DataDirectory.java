package dev.cairn.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cairn.DatabaseLock;
import dev.cairn.ProcessCode;
import dev.cairn.cli.CairnCommand;
import dev.cairn.domain.error.Denied;
import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.error.Invalid;
import dev.cairn.sqlite.PrivateFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The folder with the database, the lock, the token and, while a server runs, its address; for this user only. */
record DataDirectory(Path path) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SERVER_FILE = "server.json";
    private static final Duration START_TOLERANCE = Duration.ofSeconds(2);
    private static final List<String> OWN_FILES =
            List.of("cairn.db", "cairn.db-wal", "cairn.db-shm", "cairn.db-journal", "cairn.lock");

    /** Answers {@code --data-dir}, {@code CAIRN_HOME}, or the place where this system keeps a user's data. */
    static Path path(@Nullable Path asked, Map<String, String> environment, String system, Path home) {
        if (asked != null) {
            return asked.toAbsolutePath().normalize();
        }
        String chosen = environment.get("CAIRN_HOME");
        if (chosen != null && !chosen.isBlank()) {
            return Path.of(chosen).toAbsolutePath().normalize();
        }
        String name = system.toLowerCase(Locale.ROOT);
        if (name.contains("mac")) {
            return home.resolve("Library/Application Support/cairn");
        }
        String base = environment.get(name.contains("windows") ? "LOCALAPPDATA" : "XDG_DATA_HOME");
        Path standard = name.contains("windows") ? home.resolve("AppData/Local") : home.resolve(".local/share");
        return (base == null || base.isBlank() ? standard : Path.of(base)).resolve("cairn");
    }

    Path database() {
        return path.resolve("cairn.db");
    }

    /** Answers where answers wait until they are whole: beside the data, and so on a disk that is looked after. */
    Path temporary() {
        return path.resolve("tmp");
    }

    TokenFile token() {
        return new TokenFile(tokenFile());
    }

    Path tokenFile() {
        return path.resolve("token");
    }

    /**
     * Refuses what can be no data directory before anything is looked for in it.
     *
     * @throws Denied {@code folder_unreadable} when this user may not look into it
     * @throws Invalid {@code format} when it is no folder
     */
    void requireReadable() {
        Optional<BasicFileAttributes> found = attributes();
        if (found.isEmpty()) {
            if (Files.isSymbolicLink(path)) {
                throw unusable("%s is a link to a folder that is not there".formatted(path));
            }
            return;
        }
        if (!found.get().isDirectory()) {
            throw unusable("%s is a file: the data directory is a folder".formatted(path));
        }
        if (!Files.isReadable(path) || !Files.isExecutable(path)) {
            throw denied("read");
        }
    }

    private Optional<BasicFileAttributes> attributes() {
        try {
            return Optional.of(Files.readAttributes(path, BasicFileAttributes.class));
        } catch (AccessDeniedException e) {
            throw denied("read");
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw unusable("The data directory %s cannot be used: %s".formatted(path, PrivateFiles.reason(e)));
        }
    }

    /** Makes the folder where there is none; the permissions of one that is there are its owner's affair. */
    void create() {
        requireReadable();
        try {
            PrivateFiles.createFolders(path);
        } catch (AccessDeniedException e) {
            throw new Denied(
                    ProcessCode.FOLDER_DENIED,
                    "The data directory %s may not be made by you: %s".formatted(path, PrivateFiles.reason(e)));
        } catch (IOException e) {
            throw unusable("The data directory %s cannot be made: %s".formatted(path, PrivateFiles.reason(e)));
        }
        if (!Files.isWritable(path)
                || permissions().filter(DataDirectory::isReadOnly).isPresent()) {
            throw denied("written");
        }
    }

    Path logFile() {
        return path.resolve("logs").resolve("cairn.log");
    }

    /** Creates the log's file for its owner only, as the logger would not; on a failure the server serves all the same. */
    boolean makeLogFile() {
        try {
            PrivateFiles.createFolders(path.resolve("logs"));
            if (!Files.exists(logFile())) {
                PrivateFiles.create(logFile());
            }
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * Whether nobody may write the folder, which counts also for those who may write everything: its owner has said that
     * nothing is to change in it.
     */
    private static boolean isReadOnly(Set<PosixFilePermission> permissions) {
        return permissions.stream()
                .noneMatch(Set.of(
                        PosixFilePermission.OWNER_WRITE,
                        PosixFilePermission.GROUP_WRITE,
                        PosixFilePermission.OTHERS_WRITE)::contains);
    }

    /** Returns a warning about a folder that others can look into. */
    Optional<String> warning() {
        return permissions()
                .filter(permissions -> permissions.contains(PosixFilePermission.GROUP_READ)
                        || permissions.contains(PosixFilePermission.OTHERS_READ))
                .map(permissions ->
                        "Others may look into %s (%s). What Cairn makes in it they cannot read; chmod 700 keeps them out"
                                .formatted(path, PosixFilePermissions.toString(permissions)));
    }

    private Optional<Set<PosixFilePermission>> permissions() {
        try {
            return Optional.of(Files.getPosixFilePermissions(path));
        } catch (IOException | UnsupportedOperationException e) {
            return Optional.empty();
        }
    }

    private Denied denied(String how) {
        return new Denied(
                ProcessCode.FOLDER_DENIED,
                "The data directory %s may not be %s by you%s: choose another with --data-dir or CAIRN_HOME"
                        .formatted(
                                path,
                                how,
                                permissions()
                                        .map(found -> " (" + PosixFilePermissions.toString(found) + ")")
                                        .orElse("")));
    }

    private static Invalid unusable(String reason) {
        return Invalid.of(ErrorCode.FORMAT, "data-dir", reason);
    }

    boolean hasDatabase() {
        return Files.exists(database());
    }

    /** Restricts existing files to their owner; does not follow links. */
    void restrictFiles() {
        try {
            for (String name : OWN_FILES) {
                Path file = path.resolve(name);
                if (Files.exists(file)) {
                    PrivateFiles.restrict(file);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot restrict the files in " + path, e);
        }
    }

    /**
     * The address and process that a server has announced.
     *
     * @param database the address of the one that is no file here
     * @param started when the process began, by which it is told from a later one with its number; empty where the system does not tell
     */
    record Announced(URI url, Optional<String> database, long pid, Optional<Instant> started) {
        /** Whether the process lives. The system derives the time of its start from the clock, which may have been set a little. */
        boolean isAlive() {
            return ProcessHandle.of(pid)
                    .map(DataDirectory::started)
                    .filter(this::isStart)
                    .isPresent();
        }

        private boolean isStart(Optional<Instant> other) {
            return started.isPresent() == other.isPresent()
                    && started.flatMap(own ->
                                    other.map(its -> Duration.between(own, its).abs()))
                            .filter(apart -> apart.compareTo(START_TOLERANCE) > 0)
                            .isEmpty();
        }
    }

    private static Optional<Instant> started(ProcessHandle process) {
        return process.info().startInstant();
    }

    /** Returns the server that owns this directory; the file that a dead one left behind does not count. */
    Optional<Announced> server() {
        return DatabaseLock.owner(database())
                .flatMap(this::server)
                .or(() -> announced(serverFile()).filter(DataDirectory::isAliveElsewhere));
    }

    /** Finds the owner's file, which stands beside the database under the owner's path; by a link that may be elsewhere. */
    private Optional<Announced> server(DatabaseLock.Owner owner) {
        return Stream.of(serverFile(), owner.database().resolveSibling(SERVER_FILE))
                .flatMap(file -> announced(file).stream())
                .filter(server -> server.pid() == owner.pid())
                .findFirst();
    }

    /** Asks a server on another database itself, as no lock here tells of it. */
    private static boolean isAliveElsewhere(Announced server) {
        return server.database().isPresent() && server.isAlive() && Liveness.answers(server.url());
    }

    private static Optional<Announced> announced(Path file) {
        try {
            JsonNode server = JSON.readTree(Files.readString(file));
            return Optional.of(new Announced(
                    URI.create(server.path("url").asText()),
                    Optional.ofNullable(server.path("database").textValue()),
                    server.path("pid").asLong(),
                    Optional.ofNullable(server.path("started").textValue()).map(Instant::parse)));
        } catch (IOException | IllegalArgumentException | DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** Tells other processes where the server is, once it is ready, and its database where that is no file here. */
    void announce(URI url, Optional<String> elsewhere) {
        ObjectNode server = JSON.createObjectNode()
                .put("url", url.toString())
                .put("pid", ProcessHandle.current().pid())
                .put("version", CairnCommand.version());
        elsewhere.ifPresent(database -> server.put("database", database));
        started(ProcessHandle.current()).ifPresent(instant -> server.put("started", instant.toString()));
        String json = server.toString();
        try {
            Path part = Files.createTempFile(path, "server", ".part");
            Files.writeString(part, json + "\n");
            Files.move(part, serverFile(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + serverFile(), e);
        }
    }

    /** Takes the address away, unless another server on the same database elsewhere has taken this one's place. */
    void withdraw() {
        try {
            if (Files.exists(serverFile())
                    && JSON.readTree(Files.readString(serverFile())).path("pid").asLong()
                            == ProcessHandle.current().pid()) {
                Files.deleteIfExists(serverFile());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot delete " + serverFile(), e);
        }
    }

    private Path serverFile() {
        return path.resolve(SERVER_FILE);
    }
}

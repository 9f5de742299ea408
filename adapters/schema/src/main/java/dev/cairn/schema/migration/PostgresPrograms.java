package dev.cairn.schema.migration;

import dev.cairn.application.database.StorageException;
import dev.cairn.schema.migration.Target.PostgresTarget;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.postgresql.Driver;

/**
 * PostgreSQL's own programs, of a version that knows the server. They learn where the database is, and its password, from their
 * environment: the arguments of a process are for all to read.
 */
final class PostgresPrograms {
    /** The folders where systems install the programs of each version; others are found in PATH. */
    private static final Map<Path, String> FOLDERS = Map.of(
            Path.of("/usr/lib/postgresql"), "*",
            Path.of("/usr"), "pgsql-*",
            Path.of("/opt/homebrew/opt"), "postgresql@*",
            Path.of("/usr/local/opt"), "postgresql@*");

    private static final Pattern VERSION = Pattern.compile("\\(PostgreSQL\\) (\\d+)");
    /** The environment variables of the programs, by the driver's parameters. */
    private static final Map<String, String> VARIABLES = Map.of(
            "PGHOST", "PGHOST",
            "PGPORT", "PGPORT",
            "PGDBNAME", "PGDATABASE",
            "sslmode", "PGSSLMODE",
            "sslrootcert", "PGSSLROOTCERT",
            "sslcert", "PGSSLCERT",
            "sslkey", "PGSSLKEY",
            "channelBinding", "PGCHANNELBINDING",
            "options", "PGOPTIONS");

    /** The programs' values for the choice among several hosts, by the driver's. */
    private static final Map<String, String> SERVERS = Map.of(
            "primary", "primary",
            "master", "primary",
            "secondary", "standby",
            "slave", "standby",
            "preferSecondary", "prefer-standby",
            "preferSlave", "prefer-standby");

    private static final Logger LOG = System.getLogger(PostgresPrograms.class.getName());

    private final PostgresTarget target;
    private final List<Path> path;

    PostgresPrograms(PostgresTarget target) {
        this(target, searched());
    }

    /** @param path the folders in which they are looked for */
    PostgresPrograms(PostgresTarget target, List<Path> path) {
        this.target = target;
        this.path = path;
    }

    /** A program, and the major version of PostgreSQL that it belongs to. */
    record Program(Path file, int major) {}

    /** Reads a program's standard output. */
    interface Output<T> {
        T read(InputStream out) throws IOException;
    }

    /**
     * The oldest that is new enough: an older one refuses to read the server, a newer one may write what the server does not know.
     *
     * @param server the server's major version
     * @throws StorageException naming what there is instead
     */
    Program find(String name, int server) {
        List<Program> all = path.stream()
                .map(folder -> folder.resolve(name))
                .filter(Files::isExecutable)
                .flatMap(file -> version(file).map(major -> new Program(file, major)).stream())
                .sorted(Comparator.comparingInt(Program::major))
                .toList();
        return all.stream()
                .filter(program -> program.major() >= server)
                .findFirst()
                .orElseThrow(() -> new StorageException(
                        ("There is no %1$s here for PostgreSQL %2$d%3$s. Install PostgreSQL's client programs of version %2$d"
                                        + " (on Debian and Ubuntu: postgresql-client-%2$d), or do this on a machine that has"
                                        + " them")
                                .formatted(name, server, found(all))));
    }

    private static String found(List<Program> all) {
        return all.isEmpty()
                ? ""
                : all.stream()
                        .map(program -> "%s is of %d".formatted(program.file(), program.major()))
                        .collect(Collectors.joining(", ", ", only older: ", ""));
    }

    private static Optional<Integer> version(Path file) {
        try {
            Process process = new ProcessBuilder(file.toString(), "--version")
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            process.getOutputStream().close();
            Matcher version =
                    VERSION.matcher(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
            return process.waitFor() == 0 && version.find()
                    ? Optional.of(Integer.parseInt(version.group(1)))
                    : Optional.empty();
        } catch (IOException _) {
            return Optional.empty();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    /**
     * Runs a program to its end.
     *
     * @param said told each line that it writes to its standard error
     * @throws StorageException with its own words when it fails
     */
    <T> T run(Program program, List<String> arguments, Output<T> output, Consumer<String> said) {
        List<String> command = new ArrayList<>(List.of(program.file().toString()));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment()
                .keySet()
                .removeAll(List.of("PGSERVICE", "PGHOSTADDR", "PGOPTIONS", "PGTARGETSESSIONATTRS"));
        builder.environment().putAll(environment());
        List<String> errors = new ArrayList<>();
        Process process = null;
        try {
            process = builder.start();
            process.getOutputStream().close();
            Thread listener = Thread.ofVirtual().start(listening(process, said, errors));
            T result = output.read(process.getInputStream());
            int code = process.waitFor();
            listener.join();
            if (code != 0) {
                throw new StorageException("%s failed: %s".formatted(program.file(), String.join(" ", errors)));
            }
            return result;
        } catch (IOException e) {
            throw new StorageException("%s failed: %s".formatted(program.file(), e.getMessage()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StorageException(program.file() + " was interrupted", e);
        } finally {
            if (process != null) {
                process.destroy();
            }
        }
    }

    private static Runnable listening(Process process, Consumer<String> said, List<String> errors) {
        return () -> {
            try (BufferedReader lines = process.errorReader(StandardCharsets.UTF_8)) {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    said.accept(line);
                    if (line.contains("error:") || line.contains("detail:") || line.contains("hint:")) {
                        errors.add(line);
                    }
                }
            } catch (IOException _) {
                errors.add("what it said could not be read");
            }
        };
    }

    private Map<String, String> environment() {
        Properties known = Objects.requireNonNullElseGet(Driver.parseURL(target.url(), null), Properties::new);
        Map<String, String> environment = VARIABLES.entrySet().stream()
                .filter(variable -> known.getProperty(variable.getKey()) != null)
                .collect(Collectors.toMap(Map.Entry::getValue, variable -> known.getProperty(variable.getKey())));
        if (Boolean.parseBoolean(known.getProperty("ssl"))) {
            environment.putIfAbsent("PGSSLMODE", "verify-full"); // The driver, too, takes ssl=true for this.
        }
        String server = SERVERS.get(known.getProperty("targetServerType", "any"));
        if (server != null) {
            environment.put("PGTARGETSESSIONATTRS", server);
        }
        environment.put("PGAPPNAME", "cairn db");
        environment.put("PGCLIENTENCODING", "UTF8");
        if (!target.user().isEmpty()) {
            environment.put("PGUSER", target.user());
        }
        if (!target.password().isEmpty()) {
            environment.put("PGPASSWORD", target.password());
        }
        return environment;
    }

    private static List<Path> searched() {
        List<Path> folders = new ArrayList<>();
        FOLDERS.forEach((parent, names) -> {
            if (Files.isDirectory(parent)) {
                try (DirectoryStream<Path> versions = Files.newDirectoryStream(parent, names)) {
                    versions.forEach(version -> folders.add(version.resolve("bin")));
                } catch (IOException | DirectoryIteratorException e) {
                    LOG.log(Level.DEBUG, parent + " cannot be looked into for programs", e);
                }
            }
        });
        Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .filter(folder -> !folder.isEmpty())
                .map(Path::of)
                .forEach(folders::add);
        return folders;
    }
}

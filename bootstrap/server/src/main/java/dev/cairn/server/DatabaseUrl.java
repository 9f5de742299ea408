package dev.cairn.server;

import dev.cairn.application.database.DatabaseOptions;
import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.error.Invalid;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Reads {@code CAIRN_DATABASE_URL}, as PostgreSQL's own programs write it, {@code postgres://user:password@host/db}, or as JDBC does. */
final class DatabaseUrl {
    private static final String VARIABLE = "CAIRN_DATABASE_URL";
    private static final String PASSWORD = "CAIRN_DATABASE_PASSWORD";
    private static final String READ_VARIABLE = "CAIRN_DATABASE_READ_URL";
    private static final String LAG_VARIABLE = "CAIRN_DATABASE_READ_BEHIND_MAX_MILLIS";
    private static final String JDBC = "jdbc:postgresql:";

    private DatabaseUrl() {}

    /** Answers the database that the environment names, if it does. */
    static Optional<DatabaseOptions.Postgres> find(Map<String, String> environment) {
        return secret(environment, VARIABLE).map(url -> {
            DatabaseOptions.Postgres database = read(url, environment);
            return secret(environment, READ_VARIABLE)
                    .map(copy -> read(copy, environment))
                    .map(copy -> database.withReplica(new DatabaseOptions.Replica(copy, behindMax(environment))))
                    .orElse(database);
        });
    }

    private static Duration behindMax(Map<String, String> environment) {
        String text = environment.getOrDefault(LAG_VARIABLE, "").strip();
        if (text.isEmpty()) {
            return DatabaseOptions.Replica.BEHIND_MAX;
        }
        if (!text.matches("[1-9][0-9]{0,5}")) {
            throw Invalid.of(ErrorCode.FORMAT, LAG_VARIABLE, LAG_VARIABLE + " is a number of milliseconds, as 500");
        }
        return Duration.ofMillis(Long.parseLong(text));
    }

    static DatabaseOptions.Postgres read(String text, Map<String, String> environment) {
        String user = environment.getOrDefault("CAIRN_DATABASE_USER", "").strip();
        String password = secret(environment, PASSWORD).orElse("");
        if (text.startsWith(JDBC + "//")) {
            return new DatabaseOptions.Postgres(text, user, password);
        }
        if (!text.startsWith("postgres://") && !text.startsWith("postgresql://")) {
            throw wrong("it begins otherwise");
        }
        URI url;
        try {
            url = new URI(text);
        } catch (URISyntaxException e) {
            throw wrong("what is not a letter or digit in a user's name or password is written as %40, %2F and so on");
        }
        if (url.getHost() == null) {
            throw wrong("it names no host");
        }
        String[] known = Objects.requireNonNullElse(url.getRawUserInfo(), "").split(":", 2);
        return new DatabaseOptions.Postgres(
                JDBC + "//" + url.getHost() + (url.getPort() < 0 ? "" : ":" + url.getPort()) + url.getRawPath()
                        + (url.getRawQuery() == null ? "" : "?" + url.getRawQuery()),
                user.isEmpty() ? decoded(known[0]) : user,
                password.isEmpty() && known.length > 1 ? decoded(known[1]) : password);
    }

    /** Shows the address without user, password and parameters, which may hold secrets. */
    static String shown(DatabaseOptions.Postgres database) {
        return database.name();
    }

    /** Reads what is too secret for an environment from the file that {@code …_FILE} names. */
    private static Optional<String> secret(Map<String, String> environment, String variable) {
        String file = environment.getOrDefault(variable + "_FILE", "").strip();
        if (file.isEmpty()) {
            return Optional.ofNullable(environment.get(variable))
                    .map(String::strip)
                    .filter(text -> !text.isEmpty());
        }
        try {
            return Optional.of(Files.readString(Path.of(file)).strip());
        } catch (IOException | InvalidPathException e) {
            throw Invalid.of(
                    ErrorCode.INVALID,
                    variable + "_FILE",
                    "%s_FILE names the file %s, which cannot be read".formatted(variable, file));
        }
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    /** Refuses without quoting the text: it may hold a password. */
    private static Invalid wrong(String why) {
        return Invalid.of(
                ErrorCode.FORMAT,
                VARIABLE,
                "%s is like postgresql://user:password@host:5432/cairn, or begins with jdbc:postgresql://; %s"
                        .formatted(VARIABLE, why));
    }
}

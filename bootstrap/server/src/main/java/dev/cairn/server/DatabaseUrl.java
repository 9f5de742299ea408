package dev.cairn.server;

import dev.cairn.application.database.DatabaseOptions;
import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.error.Invalid;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads {@code CAIRN_DATABASE_URL}, as PostgreSQL's own programs write it, {@code postgres://user:password@host/db}, or as JDBC does. */
final class DatabaseUrl {
    private static final String VARIABLE = "CAIRN_DATABASE_URL";
    private static final String PASSWORD = "CAIRN_DATABASE_PASSWORD";
    private static final String READ_VARIABLE = "CAIRN_DATABASE_READ_URL";
    private static final String LAG_VARIABLE = "CAIRN_DATABASE_READ_BEHIND_MAX_MILLIS";
    private static final int PORT_MAX = 65_535;
    private static final Pattern FORM = Pattern.compile(
            "(?:jdbc:)?postgres(?:ql)?://(?:(?<who>[^/?@]*)@)?(?<hosts>[^/?@]*)(?<path>/[^?@]*)?(?:[?](?<query>.*))?");
    /** A host in a list of several, or an IPv6 address, with its port. */
    private static final Pattern HOST = Pattern.compile("(?:\\[[0-9A-Fa-f:.%]+]|[^:\\[\\]]+)(?::(?<port>[0-9]{1,5}))?");
    /** The JDBC names of parameters that PostgreSQL's own programs name otherwise, and that must not be overlooked. */
    private static final Map<String, String> JDBC_NAMES = Map.of(
            "channel_binding", "channelBinding",
            "connect_timeout", "connectTimeout",
            "application_name", "ApplicationName");

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
        if (!text.startsWith("postgres://")
                && !text.startsWith("postgresql://")
                && !text.startsWith("jdbc:postgresql://")) {
            throw wrong("it begins otherwise");
        }
        Matcher url = FORM.matcher(text);
        if (!url.matches() || text.chars().anyMatch(Character::isWhitespace)) {
            throw wrong("what is not a letter or digit in a user's name or password is written as %40, %2F and so on");
        }
        for (String host : url.group("hosts").split(",", -1)) {
            requireHost(host);
        }
        String path = Objects.requireNonNullElse(url.group("path"), "/");
        if (path.length() < 2) {
            throw wrong("it names no database");
        }
        String[] known = Objects.requireNonNullElse(url.group("who"), "").split(":", 2);
        Map<String, String> query = query(Objects.requireNonNullElse(url.group("query"), ""));
        String user = query.getOrDefault("user", known[0]);
        String password = query.getOrDefault("password", known.length > 1 ? known[1] : "");
        String rest = query.entrySet().stream()
                .filter(each -> !each.getKey().equals("user") && !each.getKey().equals("password"))
                .map(each -> each.getKey() + "=" + each.getValue())
                .collect(Collectors.joining("&"));
        decoded(path + rest); // The driver would quote an unreadable URL with the secrets in it.
        return new DatabaseOptions.Postgres(
                "jdbc:postgresql://" + url.group("hosts") + path + (rest.isEmpty() ? "" : "?" + rest),
                given(environment, "CAIRN_DATABASE_USER").orElseGet(() -> decoded(user)),
                secret(environment, PASSWORD).orElseGet(() -> decoded(password)));
    }

    private static void requireHost(String text) {
        Matcher host = HOST.matcher(text);
        if (!host.matches()) {
            throw wrong(text.isEmpty() ? "it names no host" : "its host or port is none");
        }
        int port = Integer.parseInt(Objects.requireNonNullElse(host.group("port"), "1"));
        if (port < 1 || port > PORT_MAX) {
            throw wrong("its port is not between 1 and " + PORT_MAX);
        }
    }

    private static Map<String, String> query(String text) {
        Map<String, String> query = new LinkedHashMap<>();
        for (String pair : text.split("&", -1)) {
            if (!pair.isEmpty()) {
                String[] parts = pair.split("=", 2);
                query.put(JDBC_NAMES.getOrDefault(parts[0], parts[0]), parts.length > 1 ? parts[1] : "");
            }
        }
        return query;
    }

    /** Shows the address without user, password and parameters, which may hold secrets. */
    static String shown(DatabaseOptions.Postgres database) {
        return database.name();
    }

    /** Reads a secret from the environment, or from the file that {@code …_FILE} names. */
    private static Optional<String> secret(Map<String, String> environment, String variable) {
        Optional<String> text = given(environment, variable);
        String naming = variable + "_FILE";
        Optional<String> file = given(environment, naming);
        if (file.isEmpty()) {
            return text;
        }
        if (text.isPresent()) {
            throw unusable(naming, "%s and %s are both set: leave one out".formatted(variable, naming));
        }
        String content;
        try {
            content = Files.readString(Path.of(file.get())).strip();
        } catch (NoSuchFileException | InvalidPathException _) {
            throw unusable(naming, "%s names the file %s, which is not there".formatted(naming, file.get()));
        } catch (AccessDeniedException _) {
            throw unusable(
                    naming, "%s names the file %s, which Cairn's user may not read".formatted(naming, file.get()));
        } catch (IOException _) {
            throw unusable(naming, "%s names %s, which cannot be read as a text".formatted(naming, file.get()));
        }
        if (content.isEmpty()) {
            throw unusable(naming, "%s names the file %s, which is empty".formatted(naming, file.get()));
        }
        return Optional.of(content);
    }

    private static Optional<String> given(Map<String, String> environment, String variable) {
        return Optional.ofNullable(environment.get(variable)).map(String::strip).filter(text -> !text.isEmpty());
    }

    private static Invalid unusable(String variable, String why) {
        return Invalid.of(ErrorCode.INVALID, variable, why);
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException _) {
            throw wrong("a % in it is not followed by two digits: it is written as %25 itself");
        }
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

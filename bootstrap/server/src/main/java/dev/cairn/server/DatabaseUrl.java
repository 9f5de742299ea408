package dev.cairn.server;

import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.error.Invalid;
import dev.cairn.persistence.jdbc.DatabaseOptions;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;

/** {@code CAIRN_DATABASE_URL}: as PostgreSQL's own programs write it, {@code postgres://user:password@host/db}, or as JDBC does. */
final class DatabaseUrl {
    private static final String VARIABLE = "CAIRN_DATABASE_URL";
    private static final String JDBC = "jdbc:postgresql:";

    private DatabaseUrl() {}

    static DatabaseOptions.Postgres read(String text, Map<String, String> environment) {
        String user = environment.getOrDefault("CAIRN_DATABASE_USER", "");
        String password = environment.getOrDefault("CAIRN_DATABASE_PASSWORD", "");
        if (text.startsWith(JDBC)) {
            return new DatabaseOptions.Postgres(text, user, password);
        }
        if (!text.startsWith("postgres://") && !text.startsWith("postgresql://")) {
            throw wrong("its scheme is none of these");
        }
        URI url;
        try {
            url = new URI(text);
        } catch (URISyntaxException e) {
            throw wrong(e.getReason());
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

    /** Without user, password and parameters, which may hold secrets. */
    static String shown(DatabaseOptions.Postgres database) {
        return database.url()
                .replaceFirst("^jdbc:", "")
                .replaceFirst("[?].*$", "")
                .replaceFirst("//[^/@]*@", "//");
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    /** Without the text itself: it may hold a password. */
    private static Invalid wrong(String why) {
        return Invalid.of(
                ErrorCode.FORMAT,
                VARIABLE,
                "%s is like postgres://user:password@host:5432/cairn, or begins with jdbc:postgresql://; %s"
                        .formatted(VARIABLE, why));
    }
}

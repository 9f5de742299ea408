package dev.cairn.server;

import dev.cairn.application.database.DatabaseOptions;
import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.error.Invalid;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** Reads the database that a command names beside the one that it works on. */
final class NamedDatabase {
    private static final String SQLITE = "sqlite:";
    private static final String FILE = "cairn.db";
    /** What is no file that anybody would name so: an address that was not finished, or a slip. */
    private static final Pattern WORD = Pattern.compile("[^/\\\\.:]+");

    private static final String PASSWORD = "CAIRN_MOVE_PASSWORD";

    private NamedDatabase() {}

    /** The variables of {@link DatabaseUrl} are of the other one; here only the password may be kept out of the address. */
    static DatabaseOptions read(String text, Map<String, String> environment) {
        if (text.matches("(jdbc:)?postgres(ql)?://.*")) {
            Map<String, String> own = new HashMap<>();
            for (String suffix : new String[] {"", "_FILE"}) {
                String password = environment.get(PASSWORD + suffix);
                if (password != null) {
                    own.put("CAIRN_DATABASE_PASSWORD" + suffix, password);
                }
            }
            try {
                return DatabaseUrl.read(text, own);
            } catch (Invalid e) {
                throw wrong();
            }
        }
        String path = text.startsWith(SQLITE) ? text.substring(SQLITE.length()) : text;
        if (path.isBlank() || path.matches("(?!file:)[a-z+]{2,}:.*")) {
            throw wrong();
        }
        try {
            Path file = Path.of(path).toAbsolutePath().normalize();
            if (WORD.matcher(text).matches() && !Files.exists(file)) {
                throw wrong();
            }
            return new DatabaseOptions.Sqlite(Files.isDirectory(file) ? file.resolve(FILE) : file);
        } catch (InvalidPathException e) {
            throw wrong();
        }
    }

    /** Refuses without quoting the text: it may hold a password. */
    private static Invalid wrong() {
        return Invalid.of(
                ErrorCode.FORMAT,
                "to",
                "--to is a file, like /srv/cairn/cairn.db, or an address like postgresql://user:password@host:5432/cairn");
    }
}

package dev.cairn;

import dev.cairn.application.database.DatabaseOptions;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * With which key a {@link Cairn} seals the secrets that it keeps (R45).
 *
 * @param masterKey 64 hexadecimal digits; several keys, the last one current, as {@code ID DIGITS} by comma; null for those of
 *     the file
 * @param keyFile where keys are kept, and one is made at the first secret; null for nowhere
 * @param variables what {@code secretEnv} of a provider of models may name, as a server's environment
 */
public record SecretOptions(
        @Nullable String masterKey, @Nullable Path keyFile, Map<String, String> variables) {
    private static final String FILE = "master.key";

    public SecretOptions {
        variables = Map.copyOf(variables);
    }

    /** Answers the usual ones: a file {@code master.key} beside a database file, and no variables. */
    public static SecretOptions of(DatabaseOptions database) {
        return switch (database) {
            case DatabaseOptions.Sqlite sqlite ->
                new SecretOptions(null, sqlite.file().toAbsolutePath().resolveSibling(FILE), Map.of());
            case DatabaseOptions.Postgres _ -> new SecretOptions(null, null, Map.of());
        };
    }

    /** Keeps the keys in this folder. */
    public static SecretOptions inFolder(Path folder) {
        return new SecretOptions(null, folder.resolve(FILE), Map.of());
    }

    public SecretOptions withMasterKey(@Nullable String key) {
        return new SecretOptions(key, keyFile, variables);
    }

    public SecretOptions withVariables(Map<String, String> named) {
        return new SecretOptions(masterKey, keyFile, named);
    }

    /** Says nothing of the key and the variables (R11). */
    @Override
    public String toString() {
        return "SecretOptions[" + keyFile + "]";
    }
}

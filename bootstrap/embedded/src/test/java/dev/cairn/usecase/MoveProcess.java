package dev.cairn.usecase;

import dev.cairn.Cairn;
import dev.cairn.CairnOptions;
import dev.cairn.application.database.DatabaseMove.Moved;
import dev.cairn.application.database.DatabaseMove.Progress;
import dev.cairn.application.database.DatabaseOptions;
import java.nio.file.Path;

/** A move in a process of its own, which says each step that it makes, so that it can be killed at any of them. */
final class MoveProcess {
    static final String DONE = "done";

    private MoveProcess() {}

    /** @param arguments from and to: a file, or an address, a user and a password */
    public static void main(String... arguments) {
        DatabaseOptions from = read(arguments[0]);
        DatabaseOptions to = read(arguments[1]);
        Moved moved = Cairn.move(CairnOptions.of(from)).move(to, MoveProcess::say);
        System.out.printf("%s %d %d%n", DONE, moved.rows(), moved.resumed());
    }

    private static void say(Progress progress) {
        System.out.printf("%s %s %d%n", progress.step(), progress.what(), progress.done());
    }

    private static DatabaseOptions read(String name) {
        return name.startsWith("jdbc:")
                ? new DatabaseOptions.Postgres(name, "postgres", "postgres")
                : new DatabaseOptions.Sqlite(Path.of(name));
    }

    /** How a database is named to it. */
    static String name(DatabaseOptions database) {
        return switch (database) {
            case DatabaseOptions.Sqlite sqlite -> sqlite.file().toString();
            case DatabaseOptions.Postgres postgres -> postgres.url();
        };
    }
}

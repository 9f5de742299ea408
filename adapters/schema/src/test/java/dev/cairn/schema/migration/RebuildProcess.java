package dev.cairn.schema.migration;

import java.nio.file.Path;
import java.sql.SQLException;

/** Makes the tickets of a database anew, in a process that can be killed; prints a line before each statement and at the end. */
final class RebuildProcess {
    private RebuildProcess() {}

    public static void main(String[] arguments) throws SQLException {
        TestDatabase database = new TestDatabase(Path.of(arguments[0]));
        new Migrator(database.target(), TestDatabase.rebuild(), statement -> {
                    System.out.println("line " + statement.line());
                    System.out.flush();
                })
                .migrate();
        System.out.println("done");
    }
}

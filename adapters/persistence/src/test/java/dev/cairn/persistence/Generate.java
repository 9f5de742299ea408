package dev.cairn.persistence;

import dev.cairn.schema.generate.Writer;
import dev.cairn.schema.model.Entities;
import dev.cairn.schema.plan.Renames;
import dev.cairn.testkit.TestPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * {@code mvn -q -Pschema -Dmigration=name}: writes the next migration from the rows. It lives among the tests because it starts a
 * PostgreSQL of its own. Arguments: the root of the checkout, the migration's name, and options.
 */
final class Generate {
    private static final String USAGE = """
            mvn -q -Pschema -Dmigration=NAME [-Drename=TABLE.OLD=NEW,OLD=NEW] [-DallowDestructive]
              NAME           lower case words with underscores, needed when something has changed
              rename         what has another name (or say it in the rows with @RenamedFrom)
              allowDestructive  write it even if tables, columns or values go""";

    private Generate() {}

    public static void main(String[] arguments) throws IOException, SQLException {
        Path root = Path.of(arguments[0]);
        String name = option("migration").orElse("unnamed");
        List<Renames.Rename> renames = option("rename").stream()
                .flatMap(all -> Arrays.stream(all.split(",", -1)))
                .map(Renames::parse)
                .toList();
        Writer writer = new Writer(
                Entities.model(),
                root.resolve("adapters/persistence/src/main/resources/db"),
                root.resolve("docs/schema"),
                TestPostgres::open);
        Writer.Written written =
                writer.write(name, renames, !"no".equals(System.getProperty("allowDestructive", "no")));
        written.findings().forEach(System.err::println);
        if (written.refused()) {
            System.err.println("Nothing was written. If this is meant, say so with -DallowDestructive\n" + USAGE);
            System.exit(1);
        }
        if (written.files().isEmpty()) {
            System.out.println("The rows and the migrations agree: nothing to write.");
        }
        written.files().forEach(file -> System.out.println("wrote " + root.relativize(file)));
        System.exit(0);
    }

    private static Optional<String> option(String name) {
        return Optional.ofNullable(System.getProperty(name)).filter(value -> !value.isBlank());
    }
}

package dev.cairn.persistence;

import dev.cairn.schema.generate.Writer;
import dev.cairn.schema.migration.Step;
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
            mvn -q -Pschema -Dmigration=NAME [-Drename=TABLE.OLD=NEW,OLD=NEW] [-DallowDestructive] [-Dstep=contract|break]
              NAME           lower case words with underscores, needed when something has changed
              rename         what has another name (or say it in the rows with @RenamedFrom)
              allowDestructive  write it even if tables, columns or values go
              step           what servers of the version before, which could not just go on beside the new ones, have to do with it:
                             contract  nothing, they no longer use what goes; break  they are stopped""";

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
        Step step = option("step").map(word -> Step.of(word).orElseThrow()).orElse(null);
        Writer.Written written = writer.write(
                name, new Writer.Said(renames, !"no".equals(System.getProperty("allowDestructive", "no")), step));
        written.findings().forEach(System.err::println);
        if (written.refusal() != null) {
            String option = switch (written.refusal()) {
                case DESTROYS -> "-DallowDestructive";
                case BREAKS_OLDER -> "-Dstep";
            };
            System.err.printf("Nothing was written. If this is meant, say so with %s%n%s%n", option, USAGE);
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

package dev.cairn.schema.migration;

import dev.cairn.application.database.StorageException;
import dev.cairn.schema.Engine;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * All migrations of one engine, in order. They are listed by name in {@code db/migrations}, one {@code number name} per
 * line, so that a missing file is noticed and nothing has to be searched for; a third word says which {@link Step} it is.
 */
public record Scripts(Engine engine, List<Script> all) {
    /** The name of the file that lists the migrations. */
    public static final String LIST = "migrations";

    private static final String FOLDER = "/db/";
    private static final Pattern MADE = Pattern.compile("(?m)^CREATE (?:UNLOGGED )?(?:TABLE|VIEW) (\\w+)");

    public Scripts {
        all = List.copyOf(all);
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).version() != i + 1) {
                throw new StorageException("Migration %d is missing: %s comes after %s. Numbers have no gaps"
                        .formatted(
                                i + 1,
                                all.get(i).file(),
                                i == 0 ? "nothing" : all.get(i - 1).file()));
            }
        }
    }

    /** Finds the text of a file, if it is there. */
    private interface Source {
        Optional<String> text(String file) throws IOException;
    }

    /** Reads the migrations that the program was built with. */
    public static Scripts builtIn(Engine engine) {
        return read(engine, file -> {
            try (InputStream stream = Scripts.class.getResourceAsStream(FOLDER + file)) {
                return stream == null
                        ? Optional.empty()
                        : Optional.of(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
            }
        });
    }

    /** Reads the migrations in a folder with one folder per engine; none where nothing has been written yet. */
    public static Scripts in(Path folder, Engine engine) {
        return read(engine, file -> {
            Path path = folder.resolve(file);
            return Files.exists(path) ? Optional.of(Files.readString(path)) : Optional.empty();
        });
    }

    /** The newest version, 0 when there is none. */
    public int newest() {
        return all.size();
    }

    /** Answers the names of all tables and views that they make, whatever became of these. */
    public Set<String> made() {
        return all.stream()
                .flatMap(script -> MADE.matcher(script.sql()).results())
                .map(made -> made.group(1))
                .collect(Collectors.toSet());
    }

    /** Returns the first {@code version} migrations. */
    public Scripts upTo(int version) {
        return new Scripts(engine, all.subList(0, version));
    }

    private static Scripts read(Engine engine, Source source) {
        try {
            List<Script> scripts = new ArrayList<>();
            for (String line : source.text(LIST).orElse("").lines().toList()) {
                String[] words = line.split(" ", 3);
                int version = Integer.parseInt(words[0]);
                scripts.add(new Script(
                        version,
                        words[1],
                        words.length == 2 ? Step.BREAK : step(line, words[2]),
                        required(source, engine, Script.up(version, words[1])),
                        required(source, engine, Script.down(version, words[1]))));
            }
            return new Scripts(engine, scripts);
        } catch (IOException e) {
            throw new StorageException("The migrations cannot be read", e);
        }
    }

    private static Step step(String line, String word) {
        return Step.of(word)
                .orElseThrow(() -> new StorageException(
                        "\"%s\" in the list of migrations names no step that there is".formatted(line)));
    }

    private static String required(Source source, Engine engine, String file) throws IOException {
        return source.text(engine.id() + "/" + file)
                .orElseThrow(() -> new StorageException("The migration %s/%s is missing".formatted(engine.id(), file)));
    }
}

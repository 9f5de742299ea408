package dev.cairn.schema.generate;

import dev.cairn.schema.Engine;
import dev.cairn.schema.catalogue.Scratch;
import dev.cairn.schema.migration.Script;
import dev.cairn.schema.migration.Scripts;
import dev.cairn.schema.migration.Step;
import dev.cairn.schema.model.Model;
import dev.cairn.schema.plan.Finding;
import dev.cairn.schema.plan.Lint;
import dev.cairn.schema.plan.Renames.Rename;
import dev.cairn.schema.sql.SqlText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writes the next migration of both engines, with its way back, and the documentation of the schema (S2, S8). */
public final class Writer {
    private final Model model;
    private final Path migrations;
    private final Path docs;
    private final Scratch.Source source;

    /**
     * @param migrations the folder {@code db} of the resources
     * @param docs the folder {@code docs/schema}
     */
    public Writer(Model model, Path migrations, Path docs, Scratch.Source source) {
        this.model = model;
        this.migrations = migrations;
        this.docs = docs;
        this.source = source;
    }

    /**
     * The result of writing: the files, or the reason why there are none.
     *
     * @param files in the order in which they were written; none when nothing has changed, or when it was refused
     * @param refusal why nothing was written; null when it was
     */
    public record Written(
            List<Path> files,
            List<Finding> findings,
            @Nullable Refusal refusal) {}

    /** The reason why a migration is not written without a declaration by its author. */
    public enum Refusal {
        /** Tables, columns or values may be lost; the author has to accept that. */
        DESTROYS,
        /** The version before may fail beside it; the author has to name the {@link Step}. */
        BREAKS_OLDER
    }

    /**
     * The author's declarations about a migration.
     *
     * @param allowDestructive whether tables, columns and values may go
     * @param step what it means to the version before; null for one that it can live with
     */
    public record Said(
            List<Rename> renames,
            boolean allowDestructive,
            @Nullable Step step) {
        public static final Said NOTHING = new Said(List.of(), false, null);
    }

    /**
     * Writes the next migration when the rows say other than the migrations.
     *
     * @param name words in lower case with underscores
     */
    public Written write(String name, Said said) throws IOException, SQLException {
        if (!name.matches("[a-z][a-z0-9_]{0,60}")) {
            throw new IllegalArgumentException("A migration's name is lower case words with underscores, not " + name);
        }
        Map<Engine, Script> next = new EnumMap<>(Engine.class);
        List<Finding> findings = new ArrayList<>();
        int version = 0;
        for (Engine engine : Engine.values()) {
            Scripts scripts = Scripts.in(migrations, engine);
            version = scripts.newest() + 1;
            Generation generation = new Generation(model, scripts, source);
            Optional<Generation.Change> change = generation.change(said.renames());
            if (change.isPresent()) {
                Script script = generation.script(name, change.get());
                next.put(engine, script);
                findings.addAll(Lint.usual()
                        .of(
                                engine.id() + "/" + script.file(),
                                change.get().difference(),
                                SqlText.statements(script.sql())));
            }
        }
        if (next.isEmpty()) {
            return new Written(docs(), List.of(), null);
        }
        if (!said.allowDestructive()
                && findings.stream().anyMatch(finding -> finding.isError() && finding.destroys())) {
            return new Written(List.of(), findings, Refusal.DESTROYS);
        }
        boolean breaks = findings.stream().anyMatch(Finding::breaksOlder);
        if (breaks && said.step() == null) {
            return new Written(List.of(), findings, Refusal.BREAKS_OLDER);
        }
        Step step = said.step() == null ? Step.EXPAND : said.step();
        List<Path> files = new ArrayList<>();
        for (Engine engine : Engine.values()) {
            String nothing = "-- V%d: nothing changes on this engine.\n".formatted(version);
            Script script = next.getOrDefault(engine, new Script(version, name, step, nothing, nothing));
            files.add(put(migrations.resolve(engine.id()).resolve(script.file()), script.sql()));
            files.add(put(migrations.resolve(engine.id()).resolve(script.backFile()), script.back()));
        }
        Path list = migrations.resolve(Scripts.LIST);
        String before = Files.exists(list) ? Files.readString(list) : "";
        files.add(put(list, before + new Script(version, name, step, "", "").line() + "\n"));
        files.addAll(docs());
        return new Written(files, findings, null);
    }

    private List<Path> docs() throws IOException {
        List<Path> files = new ArrayList<>();
        for (Map.Entry<String, String> file : SchemaDocs.of(model).entrySet()) {
            Path path = docs.resolve(file.getKey());
            if (!Files.exists(path) || !Files.readString(path).equals(file.getValue())) {
                files.add(put(path, file.getValue()));
            }
        }
        return files;
    }

    private static Path put(Path file, String text) throws IOException {
        Path folder = file.getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        return Files.writeString(file, text);
    }
}

package dev.cairn.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Exports a project. */
@Command(
        name = "export",
        description = "Export a project as one JSON-Lines file that imports to an equal project.",
        footer = {"", "Example: cairn export --project DEMO demo.cairn.jsonl"})
final class ExportCommand extends Subcommand implements Callable<Integer> {
    @Option(
            names = "--project",
            paramLabel = "KEY",
            description = "The project's key or id (default: CAIRN_PROJECT, or .cairn.toml).")
    @Nullable
    String named;

    @Parameters(arity = "0..1", paramLabel = "FILE", description = "The file to write (default: standard output).")
    @Nullable
    Path file;

    @Override
    public Integer call() throws IOException {
        CairnCommand parent = parent();
        if (file != null) {
            parent.requireForeign(file);
        }
        try (Session session = parent.session();
                InputStream export = session.api().exportProject(parent.project(named))) {
            if (file == null) {
                export.transferTo(parent.output());
            } else {
                long bytes = write(export, file.toAbsolutePath());
                parent.print(
                        JsonNodeFactory.instance
                                .objectNode()
                                .put("file", file.toString())
                                .put("bytes", bytes),
                        () -> parent.out().printf("%s: %d bytes%n", file, bytes));
            }
        }
        return ExitCode.OK;
    }

    /** Writes into a file beside the target first: an export that breaks off leaves the old one as it was. */
    static long write(InputStream export, Path target) throws IOException {
        Path folder = Objects.requireNonNull(target.getParent());
        if (!Files.isDirectory(folder)) {
            throw new CommandFailed(CommandCode.FILE_NOT_FOUND, "There is no folder " + folder, null);
        }
        Path part = Files.createTempFile(folder, ".cairn-export", ".part");
        try {
            long bytes = Files.copy(export, part, StandardCopyOption.REPLACE_EXISTING);
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return bytes;
        } finally {
            Files.deleteIfExists(part);
        }
    }
}

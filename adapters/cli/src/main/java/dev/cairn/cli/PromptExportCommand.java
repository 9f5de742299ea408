package dev.cairn.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.cairn.client.Bodies.ProjectFormatQuery;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Exports prompts: all into one file, or one into each file of a folder. */
@Command(
        name = "export",
        description = "Export prompts: as Markdown, as an archive (FILE.zip), or as files of a folder.",
        footer = {"", "Example: cairn prompt export --project DEMO prompts.md"})
final class PromptExportCommand implements Callable<Integer> {
    private static final Pattern PLAIN_NAME = Pattern.compile("[^/\\\\:]+\\.md");

    private final CairnCommand cairn;

    @Option(
            names = "--project",
            paramLabel = "KEY",
            description = "The project's key or id (default: CAIRN_PROJECT, or .cairn.toml).")
    @Nullable
    String named;

    @Parameters(
            arity = "0..1",
            paramLabel = "FILE",
            description = "The file to write, or a folder that is there (default: standard output).")
    @Nullable
    Path file;

    PromptExportCommand(CairnCommand cairn) {
        this.cairn = cairn;
    }

    @Override
    public Integer call() throws IOException {
        boolean folder = file != null && Files.isDirectory(file);
        boolean zip = folder
                || (file != null && file.toString().toLowerCase(Locale.ROOT).endsWith(".zip"));
        ProjectFormatQuery query = new ProjectFormatQuery().format(zip ? "zip" : "markdown");
        cairn.defaultProject(named).filter(key -> !key.isEmpty()).ifPresent(query::project);
        if (file != null) {
            cairn.requireForeign(file);
        }
        try (Session session = cairn.session();
                InputStream export = session.api().exportPrompts(query)) {
            if (file == null) {
                export.transferTo(cairn.output());
            } else if (folder) {
                said("files", unpack(export, file));
            } else {
                said("bytes", ExportCommand.write(export, file.toAbsolutePath()));
            }
        }
        return ExitCode.OK;
    }

    private void said(String what, long count) {
        cairn.print(
                JsonNodeFactory.instance
                        .objectNode()
                        .put("file", String.valueOf(file))
                        .put(what, count),
                () -> cairn.out().printf("%s: %d %s%n", file, count, what));
    }

    /** Writes each file of the archive, over one of its name; the server names them, and is not believed. */
    private static long unpack(InputStream archive, Path folder) throws IOException {
        long count = 0;
        try (ZipInputStream zip = new ZipInputStream(archive)) {
            ZipEntry entry;
            while ((entry = zip.getNextEntry()) != null) {
                if (!PLAIN_NAME.matcher(entry.getName()).matches()) {
                    throw CommandFailed.usage("The server sent a file of the name %s".formatted(entry.getName()));
                }
                ExportCommand.write(zip, folder.resolve(entry.getName()).toAbsolutePath());
                count++;
            }
        }
        return count;
    }
}

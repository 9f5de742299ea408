package dev.cairn.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is sent of that which is to be imported says what it is. */
class ImportFileTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "taskmaster, {}, application/json",
        "github, [], application/json",
        "beads, {}, application/x-ndjson",
        "cairn, {}, application/x-ndjson",
        "backlog, PK, application/zip",
        "promptliano, PK, application/zip"
    })
    void aFileGoesAsItIs(String format, String content, String mediaType) throws IOException {
        String text = content.equals("PK") ? "PK\3\4 and more" : content;
        Path file = Files.writeString(folder.resolve("file"), text);
        try (ImportFile sent = ImportFile.of(file, format)) {
            assertThat(sent.mediaType()).isEqualTo(mediaType);
            assertThat(sent.size()).isEqualTo(text.length());
            assertThat(new String(sent.content().readAllBytes(), StandardCharsets.UTF_8))
                    .isEqualTo(text);
        }
    }

    /** I10 */
    @Test
    void aDatabaseGoesWithWhatIsBesideItAndNothingOfItIsKeptHere() throws IOException {
        Path file = Files.writeString(folder.resolve("promptliano.db"), "SQLite format 3\0");
        Files.writeString(folder.resolve("promptliano.db-wal"), "more");
        List<Path> before = temporary();
        try (ImportFile sent = ImportFile.of(file, "promptliano")) {
            assertThat(temporary()).isEqualTo(before);
            assertThat(sent.mediaType()).isEqualTo("application/zip");
            assertThat(names(sent)).containsExactly("copy.db", "copy.db-wal");
        }
    }

    /** I10: what stands in the WAL is beside the file, not beside a link to it. */
    @Test
    void aLinkToADatabaseGoesAsTheDatabase() throws IOException {
        Path real = Files.createDirectories(folder.resolve("real"));
        Path file = Files.writeString(real.resolve("promptliano.db"), "SQLite format 3\0");
        Files.writeString(real.resolve("promptliano.db-wal"), "more");
        Path link = Files.createSymbolicLink(folder.resolve("link.db"), file);
        try (ImportFile sent = ImportFile.of(link, "promptliano")) {
            assertThat(names(sent)).containsExactly("copy.db", "copy.db-wal");
        }
    }

    @Test
    void aFolderGoesAsAnArchive() throws IOException {
        Path tasks = Files.createDirectories(folder.resolve("backlog/tasks"));
        Files.writeString(tasks.resolve("task-1.md"), "# One");
        try (ImportFile sent = ImportFile.of(folder, "backlog")) {
            assertThat(sent.mediaType()).isEqualTo("application/zip");
            assertThat(names(sent)).containsExactly("tasks/task-1.md");
        }
    }

    private static List<String> names(ImportFile sent) throws IOException {
        List<String> names = new ArrayList<>();
        try (ZipInputStream zip = new ZipInputStream(sent.content())) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                names.add(entry.getName());
            }
        }
        return names;
    }

    private static List<Path> temporary() throws IOException {
        try (Stream<Path> all = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return all.filter(path -> path.toString().endsWith(".zip")).sorted().toList();
        }
    }
}

package dev.cairn.server.process;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Cairn makes nobody else may read at any moment, whatever the shell's umask lets through. */
class PermissionsTest {
    @TempDir
    Path folder;

    @Test
    void filesAreForTheirOwnerOnlyFromTheirFirstMoment() throws Exception {
        assumeTrue(FileSystems.getDefault().supportedFileAttributeViews().contains("posix"), "skipped: no permissions");
        Path notes = Files.writeString(folder.resolve("notes.txt"), "mine");
        Files.setPosixFilePermissions(notes, PosixFilePermissions.fromString("rw-r--r--"));
        Map<String, String> seen = new TreeMap<>();
        Process server = cairn("serve", "--port", "0");
        try {
            while (!Files.exists(folder.resolve("server.json")) && !server.waitFor(1, TimeUnit.MILLISECONDS)) {
                look(seen);
            }
            Process backup = cairn("db", "backup");
            while (!backup.waitFor(1, TimeUnit.MILLISECONDS)) {
                look(seen);
            }
            assertThat(backup.exitValue())
                    .as(new String(backup.getErrorStream().readAllBytes(), UTF_8))
                    .isZero();
            look(seen);
        } finally {
            server.destroyForcibly().waitFor();
        }
        assertThat(seen).containsEntry("notes.txt", "rw-r--r--").containsKeys("cairn.db", "cairn.lock", "token");
        seen.remove("notes.txt");
        assertThat(seen.values()).containsOnly("rw-------", "rwx------");
        assertThat(seen.keySet()).anyMatch(name -> name.endsWith(".sha256"));
    }

    /** Keeps the widest that was ever seen. */
    private void look(Map<String, String> seen) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            files.filter(file -> !file.equals(folder)).forEach(file -> {
                String name = folder.relativize(file).toString();
                String permissions = permissions(file);
                if (!permissions.isEmpty()) {
                    seen.merge(name, permissions, (before, now) -> before.endsWith("------") ? now : before);
                }
            });
        } catch (UncheckedIOException | NoSuchFileException e) {
            return; // A file went away while it was looked at.
        }
    }

    private static String permissions(Path file) {
        try {
            return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
        } catch (IOException e) {
            return "";
        }
    }

    private Process cairn(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                "sh",
                "-c",
                "umask 0; exec \"$@\"",
                "sh",
                ChildServer.CAIRN.toString(),
                "--data-dir",
                folder.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectOutput(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("CAIRN_JAVA_HOME", System.getProperty("java.home"));
        return builder.start();
    }
}

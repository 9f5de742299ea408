package dev.cairn.cli;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.Objects;

/** Reads and writes files of the user in which others have written, too. */
final class WholeFile {
    private WholeFile() {}

    /** Its text; empty when there is none. */
    static String read(Path file) throws IOException {
        try {
            return Files.readString(file);
        } catch (NoSuchFileException e) {
            return "";
        } catch (CharacterCodingException e) {
            throw new CommandFailed(
                    CommandCode.FILE_UNREADABLE,
                    "%s is no text in UTF-8: nothing was written".formatted(file),
                    "Convert it first, as by iconv -f latin1 -t utf-8");
        }
    }

    /** Whole or not at all, and open to the same people as before; where a link leads, if it is one. */
    static void write(Path file, String text) throws IOException {
        Path real = Files.exists(file) ? file.toRealPath() : file;
        Path folder = Objects.requireNonNull(real.getParent(), "The file is in a folder");
        Files.createDirectories(folder);
        Path part = Files.createTempFile(folder, ".cairn", ".part");
        try {
            Files.writeString(part, text);
            PosixFileAttributeView access =
                    Files.getFileAttributeView(Files.exists(real) ? real : folder, PosixFileAttributeView.class);
            if (access != null) {
                var permissions = access.readAttributes().permissions();
                if (!Files.exists(real)) {
                    permissions.removeIf(each -> each.name().endsWith("EXECUTE"));
                }
                Files.setPosixFilePermissions(part, permissions);
            }
            Files.move(part, real, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
    }
}

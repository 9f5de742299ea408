package dev.cairn.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

/** Packs a folder for a request; links are not followed. */
final class FolderArchive {
    private FolderArchive() {}

    static boolean isMarkdown(Path file) {
        String name = file.toString().toLowerCase(Locale.ROOT);
        return name.endsWith(".md") || name.endsWith(".markdown");
    }

    /** Packs the files of a folder and of those in it that are wanted, in the order of their names. */
    static void pack(Path folder, TemporaryArchive archive, Predicate<Path> wanted) throws IOException {
        pack(folder, archive, wanted, _ -> true, Comparator.naturalOrder());
    }

    /**
     * Packs the wanted files in this order; those that are not {@code whole} go in empty, so that the reader can report what
     * was left out.
     */
    static void pack(
            Path folder,
            TemporaryArchive archive,
            Predicate<Path> wanted,
            Predicate<Path> whole,
            Comparator<Path> order)
            throws IOException {
        List<Path> found = new ArrayList<>();
        try (Stream<Path> all = Files.walk(folder)) {
            all.filter(Files::isRegularFile)
                    .filter(file -> !Files.isSymbolicLink(file))
                    .filter(wanted)
                    .sorted(order)
                    .forEach(found::add);
        }
        archive.write(zip -> {
            for (Path file : found) {
                zip.putNextEntry(new ZipEntry(folder.relativize(file)
                        .toString()
                        .replace(file.getFileSystem().getSeparator(), "/")));
                if (whole.test(file)) {
                    Files.copy(file, zip);
                }
                zip.closeEntry();
            }
        });
    }
}

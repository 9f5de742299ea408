package dev.cairn.server;

import java.nio.file.Files;
import java.nio.file.Path;
import org.sqlite.util.OSInfo;

/** Chooses SQLite's library as the distribution brings it: unpacked once by the build instead of at every start. */
final class NativeLibrary {
    /** The distribution keeps the libraries there, in folders by system and processor; the launcher names it. */
    private static final String FOLDER = "cairn.native";

    private NativeLibrary() {}

    /** Chooses the fitting library; without one the driver unpacks its own into the temporary folder. */
    static void choose() {
        String folder = System.getProperty(FOLDER);
        if (folder == null || System.getProperty("org.sqlite.lib.path") != null) {
            return;
        }
        Path fitting = Path.of(folder, system(), OSInfo.getArchName());
        if (Files.isDirectory(fitting)) {
            System.setProperty("org.sqlite.lib.path", fitting.toString());
        }
    }

    /** The driver asks a process whether a Linux is an Android; that takes longer than all else here, and musl is all that matters. */
    private static String system() {
        boolean plainLinux = "Linux".equals(System.getProperty("os.name"))
                && !Files.exists(Path.of("/lib/ld-musl-x86_64.so.1"))
                && !Files.exists(Path.of("/lib/ld-musl-aarch64.so.1"));
        return plainLinux ? "Linux" : OSInfo.getOSName();
    }
}

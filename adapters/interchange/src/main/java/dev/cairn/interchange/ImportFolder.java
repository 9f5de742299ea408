package dev.cairn.interchange;

import dev.cairn.sqlite.Leftovers;
import dev.cairn.sqlite.PrivateFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The folder in which copies of other systems' databases are kept while they are read. */
public record ImportFolder(Path path) {
    /** Among the system's temporary files, for a program without a folder of its own. */
    public static ImportFolder ofSystem() {
        return new ImportFolder(Path.of(System.getProperty("java.io.tmpdir", ".")));
    }

    /** Removes the copies that killed processes have left. */
    public void tidy() {
        Leftovers.remove(path);
    }

    /** Makes a folder for one copy, readable by its owner only. */
    Path make() throws IOException {
        tidy();
        PrivateFiles.createFolders(path);
        return Files.createDirectory(path.resolve(Leftovers.name(Leftovers.Kind.IMPORT)), PrivateFiles.folder(path));
    }
}

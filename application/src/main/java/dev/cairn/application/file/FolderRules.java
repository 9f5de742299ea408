package dev.cairn.application.file;

import java.util.List;

/**
 * The rules for files of a folder that are left out.
 *
 * @param bytesMax larger files are left out
 * @param secrets patterns as in a {@code .gitignore}, of files that hold secrets (X7)
 */
public record FolderRules(int bytesMax, List<String> secrets) {
    public FolderRules {
        secrets = List.copyOf(secrets);
    }
}

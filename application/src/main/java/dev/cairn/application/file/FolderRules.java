package dev.cairn.application.file;

import java.util.List;

/**
 * What of a folder is not looked at.
 *
 * @param bytesMax larger files are left out
 * @param secrets patterns as in a {@code .gitignore}, of files that hold secrets (X7)
 */
public record FolderRules(int bytesMax, List<String> secrets) {
    public FolderRules {
        secrets = List.copyOf(secrets);
    }
}

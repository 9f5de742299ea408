package dev.cairn.application.selection;

import java.util.List;

/**
 * The command to remove files from a selection.
 *
 * @param files by id or path
 */
public record DeselectFiles(List<String> files) {
    public DeselectFiles {
        files = NamedFiles.checked(files);
    }
}

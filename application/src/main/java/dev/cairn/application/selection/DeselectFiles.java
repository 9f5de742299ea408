package dev.cairn.application.selection;

import java.util.List;

/**
 * Which files are not chosen any more.
 *
 * @param files by id or path
 */
public record DeselectFiles(List<String> files) {
    public DeselectFiles {
        files = NamedFiles.checked(files);
    }
}

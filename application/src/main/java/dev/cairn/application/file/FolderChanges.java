package dev.cairn.application.file;

import dev.cairn.domain.file.IndexedFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The differences between a folder and its index.
 *
 * @param read the files to read: new ones, and those whose size, time or key changed
 * @param known the indexed files among these, by path
 * @param vanished the indexed files that are gone, in the order of the paths
 * @param unchanged how many files need no look
 */
record FolderChanges(List<FoundFile> read, Map<String, IndexedFile> known, List<IndexedFile> vanished, int unchanged) {
    /**
     * @param unknown files and folders of which nothing could be told: what is known of them stays
     * @param full whether every file is read
     */
    static FolderChanges between(List<IndexedFile> indexed, List<FoundFile> found, Set<String> unknown, boolean full) {
        Map<String, IndexedFile> byPath = new HashMap<>(indexed.size() * 2);
        indexed.forEach(file -> byPath.put(file.path(), file));
        List<FoundFile> read = new ArrayList<>();
        Map<String, IndexedFile> known = new HashMap<>();
        int unchanged = 0;
        for (FoundFile file : found) {
            IndexedFile before = byPath.remove(file.path());
            if (before != null && !full && isSame(before, file)) {
                unchanged++;
                continue;
            }
            read.add(file);
            if (before != null) {
                known.put(file.path(), before);
            }
        }
        List<IndexedFile> vanished = new ArrayList<>();
        for (String path : new TreeSet<>(byPath.keySet())) {
            if (isWithin(unknown, path)) {
                unchanged++;
            } else {
                vanished.add(byPath.get(path));
            }
        }
        return new FolderChanges(read, known, vanished, unchanged);
    }

    private static boolean isWithin(Set<String> unknown, String path) {
        for (int end = path.length(); end > 0; end = path.lastIndexOf('/', end - 1)) {
            if (unknown.contains(path.substring(0, end))) {
                return true;
            }
        }
        return unknown.contains("");
    }

    private static boolean isSame(IndexedFile before, FoundFile file) {
        return before.size() == file.size()
                && before.modifiedAt().equals(file.modifiedAt())
                && before.fileKey() != null
                && before.fileKey().equals(file.fileKey());
    }
}

package dev.cairn.application.file;

import dev.cairn.domain.file.IndexedFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds new files that are indexed ones under another name (L30). */
final class Moves {
    private Moves() {}

    /**
     * Answers the former path of each new file that was moved. A file is matched by its contents where they occur once
     * on each side; of several equal ones, by the file key of the disk. The rest are ties: deleted at the old path, and
     * created at the new.
     *
     * @param hash of a new file; null when it has none. Only those are asked for that are as long as one that has vanished
     */
    static Map<String, IndexedFile> of(
            List<IndexedFile> vanished, List<FoundFile> created, Function<FoundFile, @Nullable String> hash) {
        Set<Long> sizes = vanished.stream().map(IndexedFile::size).collect(Collectors.toSet());
        Map<String, List<FoundFile>> arrived = new HashMap<>();
        for (FoundFile file : created) {
            String sha256 = sizes.contains(file.size()) ? hash.apply(file) : null;
            if (sha256 != null) {
                arrived.computeIfAbsent(sha256, _ -> new ArrayList<>()).add(file);
            }
        }
        Map<String, List<IndexedFile>> left = vanished.stream().collect(Collectors.groupingBy(IndexedFile::sha256));
        Map<String, IndexedFile> moves = new HashMap<>();
        arrived.forEach((sha256, files) -> pair(left.getOrDefault(sha256, List.of()), files, moves));
        return moves;
    }

    private static void pair(List<IndexedFile> left, List<FoundFile> arrived, Map<String, IndexedFile> moves) {
        if (left.size() == 1 && arrived.size() == 1) {
            moves.put(arrived.getFirst().path(), left.getFirst());
            return;
        }
        Map<String, IndexedFile> byKey = new HashMap<>();
        left.forEach(file -> {
            if (file.fileKey() != null) {
                byKey.put(file.fileKey(), file);
            }
        });
        for (FoundFile file : arrived) {
            IndexedFile before = file.fileKey() == null ? null : byKey.remove(file.fileKey());
            if (before != null) {
                moves.put(file.path(), before);
            }
        }
    }
}

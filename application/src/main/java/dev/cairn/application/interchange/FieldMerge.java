package dev.cairn.application.interchange;

import dev.cairn.domain.kernel.Components;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Merges a thing in a file with the stored one, field by field (I2): a field that only one side has changed since the
 * last import takes that side's value; when both have, the newer wins if the file states its age, else the stored one.
 */
final class FieldMerge {
    private final @Nullable Map<String, String> base;
    private final boolean theirsIsNewer;
    private final Map<String, String> fields = new HashMap<>();
    private final List<String> keptOurs = new ArrayList<>();
    private final List<String> keptTheirs = new ArrayList<>();

    /** @param base hashes of the fields as the last import saw them; null when they are not known */
    FieldMerge(@Nullable Map<String, String> base, boolean theirsIsNewer) {
        this.base = base;
        this.theirsIsNewer = theirsIsNewer;
    }

    <T extends @Nullable Object> T pick(String name, T theirs, T ours) {
        String hash = Fingerprint.of(theirs);
        fields.put(name, hash);
        if (unchanged(name, hash) || hash.equals(Fingerprint.of(ours))) {
            return ours;
        }
        if (unchanged(name, Fingerprint.of(ours))) {
            return theirs;
        }
        (theirsIsNewer ? keptTheirs : keptOurs).add(name);
        return theirsIsNewer ? theirs : ours;
    }

    /** Merges each component of a record as {@link #pick} does; the components {@code but} stay ours. */
    <R extends Record> R pickAll(R theirs, R ours, Set<String> but) {
        Map<String, @Nullable Object> brought = new HashMap<>();
        Components.of(theirs.getClass())
                .all()
                .forEach(component -> brought.put(component.getName(), Components.value(component, theirs)));
        return Components.map(
                ours,
                (name, own) -> but.contains(name) ? own : this.<@Nullable Object>pick(name, brought.get(name), own));
    }

    /** Stores the file's value of a field that follows from another one. */
    void saw(String name, @Nullable Object theirs) {
        fields.put(name, Fingerprint.of(theirs));
    }

    /**
     * Merges a field of something that is held now: ours stays unless the file changed, because a claim's change of it
     * is no person's.
     */
    <T> T pickHeld(String name, T theirs, T ours) {
        String hash = Fingerprint.of(theirs);
        fields.put(name, hash);
        return unchanged(name, hash) ? ours : theirs;
    }

    /** Whether the file has the same value of this field as at the last import. */
    boolean unchangedInFile(String name, @Nullable Object theirs) {
        return unchanged(name, Fingerprint.of(theirs));
    }

    /** Removes labels that the file has lost, and adds those that are new in it; labels that were added here stay (I5). */
    static List<String> labels(List<String> theirs, List<String> ours, @Nullable List<String> before, int max) {
        if (before == null) {
            before = List.of();
        }
        Set<String> labels = new LinkedHashSet<>();
        for (String label : ours) {
            if (theirs.contains(label) || !before.contains(label)) {
                labels.add(label);
            }
        }
        for (String label : theirs) {
            if (!before.contains(label) && labels.size() < max) {
                labels.add(label);
            }
        }
        return List.copyOf(labels);
    }

    /** The labels that are new in the file and found no room among ours. */
    static List<String> labelsWithoutRoom(List<String> theirs, List<String> merged, @Nullable List<String> before) {
        return theirs.stream()
                .filter(label -> !merged.contains(label) && (before == null || !before.contains(label)))
                .toList();
    }

    static ImportProblem withoutRoom(String place, List<String> labels) {
        return new ImportProblem(
                place,
                "not_carried_over",
                "It has as many labels as it takes: without %s".formatted(String.join(", ", labels)));
    }

    /** The hashes of what the file says now. */
    Map<String, String> fields() {
        return fields;
    }

    /**
     * Keeps the hash of the last import, so that the next one looks at this field again, because the file's value was
     * not taken over.
     */
    void defer(String name) {
        String old = base == null ? null : base.get(name);
        if (old == null) {
            fields.remove(name);
        } else {
            fields.put(name, old);
        }
    }

    List<String> keptOurs() {
        return keptOurs;
    }

    List<String> keptTheirs() {
        return keptTheirs;
    }

    private boolean unchanged(String name, String hash) {
        return base != null && hash.equals(base.get(name));
    }
}

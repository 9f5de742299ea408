package dev.cairn.domain.interchange;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the last import saw of an entry, so that the next one knows which side has changed what (I2), and what has gone
 * from the file (I5).
 *
 * @param hash of the whole entry; null while something of it waits to be taken over
 * @param fields a hash of each field's value
 * @param labels the labels that came from the file
 * @param refs links and parent, as {@code blocks<b-1}, {@code parent>b-2}
 * @param left refs that have gone from the file and were left here
 * @param children external ids of tasks in their order, and of comments
 */
public record Seen(
        @Nullable String hash,
        @Nullable String title,
        @Nullable Instant createdAt,
        @Nullable Instant updatedAt,
        Map<String, String> fields,
        List<String> labels,
        List<String> refs,
        List<String> left,
        List<String> children) {
    public Seen {
        fields = Map.copyOf(fields);
        labels = List.copyOf(labels);
        refs = List.copyOf(refs);
        left = List.copyOf(left);
        children = List.copyOf(children);
    }

    /** The same entry, of which this ref waits to be taken over. */
    public Seen without(String ref) {
        List<String> others = refs.stream().filter(other -> !other.equals(ref)).toList();
        return new Seen(null, title, createdAt, updatedAt, fields, labels, others, left, children);
    }

    /** Of a task or a comment. */
    public static Seen of(Map<String, String> fields, List<String> labels) {
        return new Seen(null, null, null, null, fields, labels, List.of(), List.of(), List.of());
    }
}

package dev.cairn.application.interchange;

import dev.cairn.application.interchange.ImportedTicket.ImportedComment;
import dev.cairn.application.interchange.ImportedTicket.ImportedLink;
import dev.cairn.application.interchange.ImportedTicket.ImportedTask;
import dev.cairn.domain.kernel.Components;
import dev.cairn.domain.kernel.Sha256;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Computes hashes of a file's entries and fields, by which the next import finds changes (I2). */
final class Fingerprint {
    /** The number of digits of a field's hash, enough to tell two values apart. */
    private static final int FIELD_DIGITS = 16;

    private final StringBuilder text = new StringBuilder();

    private Fingerprint() {}

    /** Returns the hash of a whole entry with its children and links, wherever in the file it is. */
    static String of(ImportedTicket ticket) {
        Fingerprint all = new Fingerprint();
        all.add(ticket.externalId(), ticket.status(), ticket.parent(), ticket.assignee());
        all.addAll(ticket.content());
        all.add(ticket.createdAt(), ticket.updatedAt(), ticket.startedAt());
        all.add(ticket.completedAt(), ticket.archivedAt());
        for (ImportedTask task : ticket.tasks()) {
            all.add(task.externalId(), task.status(), task.dependsOn(), task.assignee());
            all.addAll(task.content());
        }
        for (ImportedComment comment : ticket.comments()) {
            all.add(comment.externalId(), comment.author(), comment.content(), comment.createdAt());
            all.add(comment.editedAt());
        }
        for (ImportedLink link : ticket.links()) {
            all.add(link.kind(), link.outgoing(), link.other());
        }
        return Sha256.of(all.text.toString());
    }

    private void addAll(Record content) {
        Components.of(content.getClass()).all().forEach(component -> add(Components.value(component, content)));
    }

    /** Returns the hash of one value. */
    static String of(@Nullable Object value) {
        Fingerprint one = new Fingerprint();
        one.add(value);
        return Sha256.of(one.text.toString()).substring(0, FIELD_DIGITS);
    }

    /** Adds values, each with its length first, so that no two lists of values give the same text. */
    private void add(@Nullable Object... values) {
        for (Object value : values) {
            switch (value) {
                case null -> text.append('~');
                case List<?> list -> {
                    text.append('[').append(list.size()).append(':');
                    list.forEach(this::add);
                }
                default -> {
                    String each = value.toString();
                    text.append(each.length()).append(':').append(each);
                }
            }
        }
    }
}

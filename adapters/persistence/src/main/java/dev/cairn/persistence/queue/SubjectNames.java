package dev.cairn.persistence.queue;

import dev.cairn.domain.queue.SubjectName;
import dev.cairn.domain.ticket.TicketKey;
import dev.cairn.persistence.jdbc.Cells;
import org.jspecify.annotations.Nullable;

/** Joins the key and title of the ticket or task that an item {@code i} is about. */
public final class SubjectNames {
    /** The columns that {@link #read} reads. */
    public static final String COLUMNS =
            "u.id AS about_id, u.key AS about_key, u.title AS about_title, k.content AS about_task";
    /** The joins for an item {@code i}; there is no ticket where the subject was purged. */
    public static final String JOINS = joins("i.task_id", "i.ticket_id");

    private SubjectNames() {}

    /** Joins the task that one expression names, and its ticket or that which another one names. */
    public static String joins(String task, String ticket) {
        return " LEFT JOIN tasks k ON k.id = " + task + " LEFT JOIN tickets u ON u.id = coalesce(" + ticket
                + ", k.ticket_id)";
    }

    public static @Nullable SubjectName read(Cells row) {
        String key = row.optionalText("about_key");
        return key == null
                ? null
                : new SubjectName(
                        row.id("about_id"),
                        TicketKey.parse(key),
                        row.text("about_title"),
                        row.optionalText("about_task"));
    }
}

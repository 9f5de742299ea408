package dev.cairn.persistence.queue;

import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.kernel.Page;
import dev.cairn.domain.kernel.PageRequest;
import dev.cairn.domain.queue.ItemFilter;
import dev.cairn.domain.queue.ItemState;
import dev.cairn.domain.queue.ItemView;
import dev.cairn.domain.queue.QueueItem;
import dev.cairn.persistence.jdbc.Cells;
import dev.cairn.persistence.jdbc.Sql;
import dev.cairn.persistence.kernel.Conditions;
import dev.cairn.persistence.kernel.IdSet;
import dev.cairn.persistence.kernel.KeysetList;
import dev.cairn.persistence.kernel.Measured;
import dev.cairn.persistence.kernel.SortField;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Reads items with their derived states, by one query. */
@Measured("claim the next item")
final class ItemViews {
    private static final Map<String, SortField<ItemView>> FIELDS = Map.of(
            "priority",
                    SortField.integer(
                            "i.priority", view -> view.item().priority().rank()),
            "position", SortField.integer("i.position", view -> view.item().position()),
            "enqueuedAt", SortField.time("i.enqueued_at", view -> view.item().enqueuedAt()),
            "runAt", SortField.time("i.run_at", view -> view.item().runAt()));

    private static final String FOUND = "i.*, " + ItemSql.STATE + " AS state";

    private final Sql sql;
    private final ItemMapper mapper;
    private final KeysetList.Outer shown;
    private final KeysetList<ItemView> list;

    ItemViews(Sql sql, ItemMapper mapper) {
        this.sql = sql;
        this.mapper = mapper;
        String columns = sql.type(QueueItemRow.class).select("i") + ", i.state, " + SubjectNames.COLUMNS;
        this.shown = new KeysetList.Outer(columns, "i", SubjectNames.JOINS);
        this.list = new KeysetList<>(
                sql,
                FOUND,
                "queue_items i",
                FIELDS,
                SortField.integer("i.id", view -> view.item().id().value()),
                this::read,
                shown);
    }

    Page<ItemView> page(ItemFilter filter, PageRequest request, Instant now) {
        Conditions where =
                new Conditions().and("queue_id = ?", filter.queueId()).oneOf("status", filter.statuses());
        sql.planOnce();
        return list.page(filter, List.of(now, now), where, request);
    }

    List<ItemView> of(Collection<Id<QueueItem>> ids, Instant now) {
        if (ids.isEmpty()) {
            return List.of();
        }
        sql.planOnce();
        return sql.query(
                shown.around("SELECT " + FOUND + " FROM queue_items i WHERE id " + IdSet.IN_MARK)
                        + " ORDER BY i.priority DESC, i.position, i.enqueued_at, i.id",
                this::read,
                now,
                now,
                IdSet.of(ids));
    }

    private ItemView read(Cells row) {
        return new ItemView(
                mapper.toDomain(row.as(QueueItemRow.class)),
                ItemState.valueOf(row.text("state")),
                SubjectNames.read(row));
    }
}

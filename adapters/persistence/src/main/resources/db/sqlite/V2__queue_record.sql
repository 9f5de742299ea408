-- V2: generated from the rows; U2 takes it back.

DROP VIEW ticket_summaries;

ALTER TABLE queue_items ADD COLUMN releases INTEGER NOT NULL DEFAULT 0 CHECK (releases >= 0);

ALTER TABLE queue_items ADD COLUMN priority_set INTEGER NOT NULL DEFAULT false CHECK (priority_set IN (0, 1));

ALTER TABLE queue_items ADD COLUMN position_set INTEGER NOT NULL DEFAULT false CHECK (position_set IN (0, 1));

CREATE VIEW ticket_summaries AS SELECT t.id, t.project_id, t.number, t.key, t.type, t.title, t.overview, t.status, t.priority, t.assignee_id, t.parent_id, t.labels, t.acceptance_criteria, t.suggested_file_ids, t.suggested_agent_ids, t.suggested_prompt_ids, t.estimated_minutes, t.due_at, t.position, t.metadata, t.started_at, t.completed_at, t.version, t.created_at, t.updated_at, t.archived_at, t.deleted_at, t.deletion_id, (SELECT count(*) FROM tasks k WHERE k.ticket_id = t.id AND k.deleted_at IS NULL) AS task_count, (SELECT count(*) FROM tasks k WHERE k.ticket_id = t.id AND k.deleted_at IS NULL AND k.status NOT IN ('COMPLETED', 'CANCELLED')) AS open_task_count, (SELECT count(*) FROM ticket_links l JOIN tickets b ON b.id = l.from_id WHERE l.to_id = t.id AND l.kind = 'BLOCKS' AND b.status NOT IN ('COMPLETED', 'CLOSED') AND b.archived_at IS NULL AND b.deleted_at IS NULL) AS blocker_count, EXISTS (SELECT 1 FROM queue_items i WHERE i.ticket_id = t.id AND i.status IN ('READY', 'CLAIMED') AND i.status = 'CLAIMED') AS claimed FROM tickets t;

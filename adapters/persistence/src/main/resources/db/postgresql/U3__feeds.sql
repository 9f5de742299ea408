-- U3: takes back V3.

DROP VIEW project_counts;

ALTER TABLE queues DROP COLUMN feeds;

CREATE VIEW project_counts AS
SELECT c.project_id,
    c.status AS kind,
    count(*) AS n
   FROM tickets c
  WHERE c.deleted_at IS NULL
  GROUP BY c.project_id, c.status
UNION ALL
 SELECT p.project_id,
    'OPEN_TASKS'::text AS kind,
    count(*) AS n
   FROM tasks c
     JOIN tickets p ON p.id = c.ticket_id
  WHERE c.deleted_at IS NULL AND (c.status = ANY (ARRAY['PENDING'::text, 'IN_PROGRESS'::text]))
  GROUP BY p.project_id, 'OPEN_TASKS'::text
UNION ALL
 SELECT p.project_id,
    'QUEUE_DEPTH'::text AS kind,
    count(*) AS n
   FROM queue_items c
     JOIN queues p ON p.id = c.queue_id
  WHERE c.status = ANY (ARRAY['READY'::text, 'CLAIMED'::text])
  GROUP BY p.project_id, 'QUEUE_DEPTH'::text;

-- U1: takes back V1.

DROP VIEW project_counts;

DROP VIEW ticket_summaries;

DROP TABLE schema_log, settings, users, idempotency_keys, projects, activity, artifacts, artifact_revisions, collected_data, project_members, queues, tickets, comments, tasks, aliases, queue_items, queue_claims, task_dependencies, ticket_links;

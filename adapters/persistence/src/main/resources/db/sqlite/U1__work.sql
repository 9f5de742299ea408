-- U1: takes back V1.

DROP TRIGGER tasks_unindexed;

DROP TRIGGER tasks_reindexed;

DROP TRIGGER tasks_indexed;

DROP TRIGGER comments_unindexed;

DROP TRIGGER comments_reindexed;

DROP TRIGGER comments_indexed;

DROP TRIGGER tickets_unindexed;

DROP TRIGGER tickets_reindexed;

DROP TRIGGER tickets_indexed;

DROP TRIGGER queues_queue_items_uncounted;

DROP TRIGGER queue_items_uncounted;

DROP TRIGGER queue_items_recounted;

DROP TRIGGER queue_items_counted;

DROP TRIGGER tickets_tasks_uncounted;

DROP TRIGGER tasks_uncounted;

DROP TRIGGER tasks_recounted;

DROP TRIGGER tasks_counted;

DROP TRIGGER tickets_uncounted;

DROP TRIGGER tickets_recounted;

DROP TRIGGER tickets_counted;

DROP TABLE search_index;

DROP VIEW search_source;

DROP VIEW search_scopes_source;

DROP VIEW project_counts_source;

DROP VIEW ticket_summaries;

DROP TABLE ticket_links;

DROP TABLE task_dependencies;

DROP TABLE queue_claims;

DROP TABLE queue_items;

DROP TABLE aliases;

DROP TABLE tasks;

DROP TABLE comments;

DROP TABLE tickets;

DROP TABLE sessions;

DROP TABLE queues;

DROP TABLE project_members;

DROP TABLE project_counts;

DROP TABLE messages;

DROP TABLE conversations;

DROP TABLE collected_data;

DROP TABLE artifact_revisions;

DROP TABLE artifacts;

DROP TABLE api_tokens;

DROP TABLE activity;

DROP TABLE projects;

DROP TABLE preferences;

DROP TABLE idempotency_keys;

DROP TABLE accounts;

DROP TABLE users;

DROP TABLE settings;

DROP TABLE search_scopes;

DROP TABLE schema_log;

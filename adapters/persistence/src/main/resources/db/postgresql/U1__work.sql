-- U1: takes back V1.

DROP VIEW project_counts;

DROP VIEW ticket_summaries;

DROP TABLE schema_log, settings, users, accounts, idempotency_keys, preferences, projects, activity, api_tokens, artifacts, artifact_revisions, collected_data, conversations, messages, project_members, queues, sessions, tickets, comments, tasks, aliases, queue_items, queue_claims, task_dependencies, ticket_links;

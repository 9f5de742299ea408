import { __toESM } from "./rolldown-runtime.js";
import { Link, require_jsx_runtime, require_react } from "./vendor.js";
import { Select, Table, classes, usePlace } from "./ui.js";
// ../../../docs/schema/README.md?raw
var import_react = __toESM(require_react(), 1);
var README_default = "# The schema\n\nGenerated from the rows (`mvn -q -Pschema`); a test compares. The DDL: [SQLite](sqlite.sql), [PostgreSQL](postgresql.sql).\nTimes are milliseconds since 1970 (UTC) on SQLite, `timestamptz` on PostgreSQL; JSON is checked text on SQLite, `json` on PostgreSQL.\n\n```mermaid\nerDiagram\n    users |o--o{ users : owner_id\n    users ||--o{ accounts : user_id\n    users ||--o{ idempotency_keys : caller_id\n    users ||--o{ preferences : user_id\n    users ||--o{ projects : owner_id\n    users |o--o{ activity : actor_id\n    projects |o--o{ activity : project_id\n    users ||--o{ api_tokens : user_id\n    projects |o--o{ api_tokens : project_id\n    projects ||--o{ artifacts : project_id\n    artifacts ||--o{ artifact_revisions : artifact_id\n    users |o--o{ artifact_revisions : author_id\n    projects ||--o{ collected_data : project_id\n    projects |o--o{ conversations : project_id\n    users ||--o{ conversations : owner_id\n    projects ||--o{ import_stagings : project_id\n    conversations ||--o{ messages : conversation_id\n    users |o--o{ messages : author_id\n    messages |o--o{ messages : parent_id\n    conversations ||--o{ participants : conversation_id\n    users ||--o{ participants : user_id\n    projects ||--o{ project_files : project_id\n    project_files ||--o{ file_imports : from_file_id\n    project_files |o--o{ file_imports : to_file_id\n    projects ||--o{ file_selections : project_id\n    users ||--o{ file_selections : user_id\n    project_files ||--o{ file_selections : file_id\n    projects ||--o{ project_folders : project_id\n    projects ||--o{ project_members : project_id\n    users ||--o{ project_members : user_id\n    projects |o--o{ prompts : project_id\n    users ||--o{ prompts : owner_id\n    users ||--o{ providers : owner_id\n    users ||--o{ agents : id\n    users ||--o{ agents : owner_id\n    providers |o--o{ agents : provider_id\n    agents |o--o{ memories : agent_id\n    projects |o--o{ memories : project_id\n    conversations |o--o{ memories : conversation_id\n    memories ||--o{ memory_relations : from_id\n    memories ||--o{ memory_relations : to_id\n    projects ||--o{ queues : project_id\n    users ||--o{ sessions : user_id\n    projects ||--o{ summary_uses : project_id\n    users ||--o{ summary_uses : owner_id\n    projects ||--o{ tickets : project_id\n    users |o--o{ tickets : assignee_id\n    tickets |o--o{ tickets : parent_id\n    tickets ||--o{ comments : ticket_id\n    users |o--o{ comments : author_id\n    tickets ||--o{ tasks : ticket_id\n    users |o--o{ tasks : assignee_id\n    projects ||--o{ aliases : project_id\n    tickets |o--o{ aliases : ticket_id\n    tasks |o--o{ aliases : task_id\n    comments |o--o{ aliases : comment_id\n    queues ||--o{ queue_items : queue_id\n    tickets |o--o{ queue_items : ticket_id\n    tasks |o--o{ queue_items : task_id\n    queue_items |o--o{ queue_items : group_id\n    queue_items ||--o{ queue_claims : item_id\n    users |o--o{ queue_claims : user_id\n    agents ||--o{ agent_runs : agent_id\n    users ||--o{ agent_runs : owner_id\n    conversations ||--o{ agent_runs : conversation_id\n    projects |o--o{ agent_runs : project_id\n    messages |o--o{ agent_runs : trigger_id\n    queue_claims |o--o{ agent_runs : claim_id\n    tasks ||--o{ task_dependencies : task_id\n    tasks ||--o{ task_dependencies : depends_on_id\n    tickets ||--o{ ticket_links : from_id\n    tickets ||--o{ ticket_links : to_id\n```\n\n## activity_base\n\n| column | type | null | rules |\n|---|---|---|---|\n| **id** | bigint |  |  |\n| base | bigint |  |  |\n\nCheck: `id = 1`\n\n## jobs\n\n| column | type | null | rules |\n|---|---|---|---|\n| **id** | bigint |  |  |\n| kind | text |  | `kind IN ('INDEX', 'REPLY', 'RETENTION', 'SUMMARY')` |\n| subject_id | bigint |  |  |\n| lane_id | bigint | yes |  |\n| status | text |  | `status IN ('READY', 'RUNNING', 'COMPLETED', 'FAILED', 'CANCELLED')` |\n| priority | integer |  | `priority BETWEEN 0 AND 9` |\n| run_at | timestamp |  |  |\n| attempts | integer |  | `attempts BETWEEN 0 AND 100` |\n| max_attempts | integer |  | `max_attempts BETWEEN 1 AND 100` |\n| token | bigint |  | `token >= 0` |\n| lease_until | timestamp | yes |  |\n| last_error | text | yes | `length(last_error) BETWEEN 1 AND 1000` |\n| report | json | yes |  |\n| created_at | timestamp |  |  |\n| finished_at | timestamp | yes |  |\n\nCheck: `status <> 'RUNNING' OR lease_until IS NOT NULL`\n\nCheck: `status <> 'FAILED' OR last_error IS NOT NULL`\n\nCheck: `(status IN ('READY', 'RUNNING')) = (finished_at IS NULL)`\n\n- `jobs_live`, unique, on `kind, subject_id` where `status IN ('READY', 'RUNNING')`\n- `jobs_due` on `priority DESC, run_at, id` where `status IN ('READY', 'RUNNING')`\n- `jobs_ready` on `run_at` where `status = 'READY'`\n- `jobs_lease` on `lease_until` where `status = 'RUNNING'`\n- `jobs_lane` on `lane_id, lease_until` where `status = 'RUNNING'`\n- `jobs_ended` on `finished_at` where `finished_at IS NOT NULL`\n\n## schema_log\n\n| column | type | null | rules |\n|---|---|---|---|\n| **id** | bigint |  |  |\n| at | timestamp |  |  |\n| version | integer |  |  |\n| script | text |  | `length(script) BETWEEN 1 AND 200` |\n| backup | text | yes |  |\n\n## settings\n\n| column | type | null | rules |\n|---|---|---|---|\n| **scope** | text |  | `scope IN ('SYSTEM', 'USER', 'PROJECT')` |\n| **scope_id** | bigint |  |  |\n| **key** | text |  |  |\n| value | json |  |  |\n\n## users\n\n| column | type | null | rules |\n|---|---|---|---|\n| **id** | bigint |  |  |\n| type | text |  | `type IN ('HUMAN', 'AGENT')` |\n| owner_id | bigint | yes | → users, on delete restrict |\n| name | text |  | `length(name) BETWEEN 1 AND 100` |\n| name_key | text |  |  |\n| email | text | yes | `length(email) BETWEEN 1 AND 254` |\n| email_key | text | yes |  |\n| avatar_url | text | yes | `length(avatar_url) BETWEEN 1 AND 1000` |\n| presence | text |  | `presence IN ('ONLINE', 'AWAY', 'BUSY', 'OFFLINE')` |\n| system_role | text |  | `system_role IN ('ADMIN', 'MEMBER')` |\n| deactivated_at | timestamp | yes |  |\n| version | bigint |  |  |\n| created_at | timestamp |  |  |\n| updated_at | timestamp |  |  |\n| archived_at | timestamp | yes |  |\n| deleted_at | timestamp | yes |  |\n| deletion_id | bigint | yes |  |\n\n- `users_email`, unique, on `email_key` where `deleted_at IS NULL`\n- `users_admins` on `id` where `system_role = 'ADMIN' AND type = 'HUMAN' AND deactivated_at IS NULL AND deleted_at IS NULL`\n- `users_name` on `name_key, id`\n- `users_updated` on `updated_at, id`\n- `users_created` on `created_at, id`\n- `users_owner` on `owner_id` where `owner_id IS NOT NULL`\n\n## accounts\n\n| column | type | null | rules |\n|---|---|---|---|\n| **user_id** | bigint |  | → users, on delete cascade |\n| username | text |  | `length(username) BETWEEN 3 AND 50` |\n| username_key | text |  |  |\n| password_hash | text |  |  |\n| failed_attempts | integer |  | `failed_attempts >= 0` |\n| locked_until | timestamp | yes |  |\n| created_at | timestamp |  |  |\n| updated_at | timestamp |  |  |\n\n- `accounts_username`, unique, on `username_key`\n\n## idempotency_keys\n\n| column | type | null | rules |\n|---|---|---|---|\n| **caller_id** | bigint |  | → users, on delete cascade |\n| **method** | text |  |  |\n| **path** | text |  |  |\n| **key** | text |  |  |\n| body_hash | text |  |  |\n| status | integer |  |  |\n| headers | text |  |  |\n| body | text |  |  |\n| created_at | timestamp |  |  |\n\n- `idempotency_keys_age` on `created_at`\n\n## preferences\n\n| column | type | null | rules |\n|---|---|---|---|\n| **user_id** | bigint |  | → users, on delete cascade |\n| theme | text |  | `theme IN ('DARK', 'LIGHT', 'SYSTEM')` |\n| language | text | yes | `length(language) BETWEEN 1 AND 35` |\n| timezone | text | yes | `length(timezone) BETWEEN 1 AND 50` |\n\n## projects\n\n| column | type | null | rules |\n|---|---|---|---|\n| **id** | bigint |  |  |\n| owner_id | bigint |  | → users, on delete restrict |\n| key | text |  | `length(key) BETWEEN 2 AND 10` |\n| name | text |  | `length(name) BETWEEN 1 AND 100` |\n| name_key | text |  |  |\n| description | text |  | `length(description) <= 5000` |\n| description_key | text |  |  |\n| local_path | text | yes | `length(local_path) BETWEEN 1 AND 1000` |\n| local_path_key | text | yes |  |\n| git_url | text | yes | `length(git_url) BETWEEN 1 AND 1000` |\n| branch | text | yes | `length(branch) BETWEEN 1 AND 1000` |\n| status | text |  | `status IN ('DRAFT', 'ACTIVE', 'COMPLETED')` |\n| completeness | integer |  | `completeness BETWEEN 0 AND 100`, default `0` |\n| validation_score | integer |  | `validation_score BETWEEN 0 AND 100`, default `0` |\n| validated_at | timestamp | yes |  |\n| validation_stale | boolean |  | default `false` |\n| version | bigint |  |  |\n| created_at | timestamp |  |  |\n| updated_at | timestamp |  |  |\n| archived_at | timestamp | yes |  |\n| deleted_at | timestamp | yes |  |\n| deletion_id | bigint | yes |  |\n| next_ticket_number | integer |  | `next_ticket_number >= 1`, default `1` |\n\n- `projects_key`, unique, on `key`\n- `projects_live_name`, unique, on `owner_id, name_key` where `deleted_at IS NULL`\n- `projects_live_path`, unique, on `local_path_key` where `deleted_at IS NULL`\n- `projects_updated` on `updated_at, id`\n- `projects_created` on `created_at, id`\n- `projects_score` on `validation_score, id`\n- `projects_owner` on `owner_id`\n\n## activity\n\n| column | type | null | rules |\n|---|---|---|---|\n| **seq** | bigint |  |  |\n| type | text |  |  |\n| actor_id | bigint | yes | → users, on delete set null |\n| actor_name | text |  |  |\n| project_id | bigint | yes | → projects, on delete set null |\n| conversation_id | bigint | yes |  |\n| subject_type | text |  |  |\n| subject_id | bigint |  |  |\n| version | bigint | yes |  |\n| before | json | yes |  |\n| after | json | yes |  |\n| data | json |  |  |\n| at | timestamp |  |  |\n\nCheck: `type LIKE '%_._%'`\n\n- `activity_project` on `project_id, seq` where `project_id IS NOT NULL`\n- `activity_conversation` on `conversation_id, seq` where `conversation_id IS NOT NULL`\n- `activity_actor` on `actor_id, seq` where `actor_id IS NOT NULL`\n- `activity_subject` on `subject_id, seq`\n\n## api_tokens\n\n| column | type | null | rules |\n|---|---|---|---|\n| **id** | bigint |  |  |\n| user_id | bigint |  | → users, on delete cascade |\n| project_id | bigint | yes | → projects, on delete cascade |\n| name | text |  | `length(name) BETWEEN 1 AND 100` |\n| scopes | json |  |  |\n| prefix | text |  | `length(prefix) BETWEEN 12 AND 12` |\n| token_hash | text |  | `length(token_hash) BETWEEN 64 AND 64` |\n| created_at | timestamp |  |  |\n| expires_at | timestamp | yes |  |\n| last_used_at | timestamp | yes |  |\n| revoked_at | timestamp | yes |  |\n\n- `api_tokens_token`, unique, on `token_hash`\n- `api_tokens_user` on `user_id, created_at, id`\n- `api_tokens_project` on `project_id` where `project_id IS NOT NULL`\n\n## artifacts\n\n| column | type | null | rules |\n|---|---|---|---|\n| **id** | bigint |  |  |\n| project_id | bigint |  | → projects, on delete cascade |\n| type | text |  | `type IN ('CONTEXT_DIAGRAM', 'USE_CASE_DIAGRAM', 'CLASS_DIAGRAM', 'REQUIREMENTS', 'DOCUMENT')` |\n| title | text |  | `length(title) BETWEEN 1 AND 200` |\n| format | text |  | `format IN ('TEXT', 'MARKDOWN', 'MERMAID', 'JSON')` |\n| status | text |  | `status IN ('DRAFT', 'VALIDATED', 'EXPORTED')` |\n| revision | integer |  | `revision >= 1` |\n| sha256 | text |  | `length(sha256) BETWEEN 64 AND 64` |\n| version | bigint |  |  |\n| created_at | timestamp |  |  |\n| updated_at | timestamp |  |  |\n| archived_at | timestamp | yes |  |\n| deleted_at | timestamp | yes |  |\n| deletion_id | bigint | yes |  |\n\n- `artifacts_created` on `project_id, created_at, id`\n- `artifacts_updated` on `project_id, updated_at, id`\n- `artifacts_deletion` on `deletion_id` where `deletion_id IS NOT NULL`\n\n## artifact_revisions\n\n| column | type | null | rules |\n|---|---|---|---|\n| **id** | bigint |  |  |\n| artifact_id | bigint |  | → artifacts, on delete cascade |\n| revision | integer |  | `revision >= 1` |\n| sha256 | text |  | `length(sha256) BETWEEN 64 AND 64` |\n| author_id | bigint | yes | → users, on delete set null |\n| author_name | text |  | `length(author_name) BETWEEN 1 AND 100` |\n| created_at | timestamp |  |  |\n| content | text |  | `length(content) BETWEEN 1 AND 1048576` |\n\n- `artifact_revisions_number`, unique, on `artifact_id, revision`\n- `artifact_revisions_author` on `author_id` where `author_id IS NOT NULL`\n\n## collected_data\n\n| column | type | null | rules |\n|---|---|---|---|\n| **project_id** | bigint |  | → projects, on delete cascade |\n| data | json |  |  |\n| report | json | yes |  |\n\n## conversations\n\n| column | type | null | rules |\n|---|---|---|---|\n| **id** | bigint |  |  |\n| project_id | bigint | yes | → projects, on delete cascade |\n| owner_id | bigint |  | → users, on delete restrict |\n| kind | text |  | `kind IN ('CHANNEL', 'CHAT', 'DIRECT')` |\n| title | text |  | `length(title) BETWEEN 1 AND 200` |\n| title_key | text |  |  |\n| description | text | yes | `length(description) BETWEEN 1 AND 5000` |\n| purpose | text |  | `purpose IN ('GENERAL', 'INTAKE')` |\n| is_default | boolean |  |  |\n| next_seq | integer |  | `next_seq >= 1` |\n| last_message_at | timestamp | yes |  |\n| active_at | timestamp |  |  |\n| people | text | yes |  |\n| version | bigint |  |  |\n| created_at | timestamp |  |  |\n| updated_at | timestamp |  |  |\n| archived_at | timestamp | yes |  |\n| deleted_at | timestamp | yes |  |\n| deletion_id | bigint | yes |  |\n\nCheck: `project_id IS NOT NULL OR kind <> 'CHANNEL'`\n\nCheck: `project_id IS NULL OR kind <> 'DIRECT'`\n\n- `conversations_project` on `project_id, active_at, id`\n- `conversations_live_channel`, unique, on `project_id, title_key` where `kind = 'CHANNEL' AND deleted_at IS NULL`\n- `conversations_default`, unique, on `project_id` where `is_default`\n- `conversations_people`, unique, on `people` where `people IS NOT NULL AND deleted_at IS NULL`\n- `conversations_deletion` on `deletion_id` where `deletion_id IS NOT NULL`\n- `conversations_owner` on `owner_id`\n\n## import_stagings\n\n| column | type | null | rules |\n|---|---|---|---|\n| **id** | bigint |  |  |\n| project_id | bigint |  | → projects, on delete cascade |\n| open_id | bigint |  |  |\n| other_id | bigint |  |  |\n| held_id | bigint |  |  |\n| committed | boolean |  |  |\n| beat_at | timestamp |  |  |\n\n- `import_stagings_project` on `project_id`\n\n## messages\n\n| column | type | null | rules |\n|---|---|---|---|\n| **id** | bigint |  |  |\n| conversation_id | bigint |  | → conversations, on delete cascade |\n| seq | integer |  | `seq >= 1` |\n| author_id | bigint | yes | → users, on delete set null |\n| author_name | text | yes | `length(author_name) BETWEEN 1 AND 100` |\n| role | text |  | `role IN ('USER', 'ASSISTANT', 'SYSTEM', 'TOOL')` |\n| content | text |  | `length(content) <= 100000` |\n| parent_id | bigint | yes | → messages, on delete set null |\n| run_id | bigint | yes |  |\n| model | text | yes | `length(model) BETWEEN 1 AND 200` |\n| usage | json | yes |  |\n| finish_reason | text | yes | `finish_reason IN ('STOP', 'LENGTH', 'TOOL', 'CANCELLED', 'CUT', 'FAILED')` |\n| metadata | json |  | default `'{}'` |\n| version | bigint |  | default `0` |\n| created_at | timestamp |  |  |\n| edited_at | timestamp | yes |  |\n| deleted_at | timestamp | yes |  |\n| search_beside | text | yes |  |\n\n- `messages_seq`, unique, on `conversation_id, seq`\n- `messages_live` on `conversation_id, seq, author_id, deleted_at` where `deleted_at IS NULL`\n- `messages_run`, unique, on `run_id` where `run_id IS NOT NULL`\n- `messages_author` on `author_id` where `author_id IS NOT NULL`\n- `messages_parent` on `parent_id` where `parent_id IS NOT NULL`\n\n## participants\n\n| column | type | null | rules |\n|---|---|---|---|\n| **conversation_id** | bigint |  | → conversations, on delete cascade |\n| **user_id** | bigint |  | → users, on delete cascade |\n| joined_at | timestamp |  |  |\n| left_at | timestamp | yes |  |\n| last_read_seq | integer |  | `last_read_seq >= 0` |\n\n- `participants_user` on `user_id, conversation_id`\n\n## project_files\n\n| column | type | null | rules |\n|---|---|---|---|\n| **id** | bigint |  |  |\n| project_id | bigint |  | → projects, on delete cascade |\n| path | text |  | `length(path) BETWEEN 1 AND 2000` |\n| name | text |  | `length(name) BETWEEN 1 AND 255` |\n| extension | text |  | `length(extension) <= 40` |\n| size | bigint |  | `size >= 0` |\n| modified_at | timestamp |  |  |\n| file_key | text | yes | `length(file_key) BETWEEN 1 AND 100` |\n| content_type | text |  | `length(content_type) BETWEEN 1 AND 100` |\n| language | text | yes | `length(language) BETWEEN 1 AND 40` |\n| sha256 | text |  | `length(sha256) BETWEEN 64 AND 64` |\n| summary | text | yes | `length(summary) BETWEEN 1 AND 600` |\n| summary_of | text | yes | `length(summary_of) BETWEEN 64 AND 64` |\n| summary_model | text | yes | `length(summary_model) BETWEEN 1 AND 200` |\n| indexed_at | timestamp |  |  |\n\nCheck: `(summary IS NULL) = (summary_of IS NULL)`\n\n- `project_files_path`, unique, on `project_id, path`\n- `project_files_modified` on `project_id, modified_at, id`\n\n## file_imports\n\n| column | type | null | rules |\n|---|---|---|---|\n| **from_file_id** | bigint |  | → project_files, on delete cascade |\n| **target** | text |  | `length(target) BETWEEN 1 AND 500` |\n| to_file_id | bigint | yes | → project_files, on delete set null |\n\n- `file_imports_to_file` on `to_file_id` where `to_file_id IS NOT NULL`\n\n## file_selections\n\n| column | type | null | rules |\n|---|---|---|---|\n| project_id | bigint |  | → projects, on delete cascade |\n| **user_id** | bigint |  | → users, on delete cascade |\n| **file_id** | bigint |  | → project_files, on delete cascade |\n| reason | text | yes | `length(reason) BETWEEN 1 AND 500` |\n\n- `file_selections_project` on `project_id, user_id`\n- `file_selections_file` on `file_id`\n\n## project_folders\n\n| column | type | null | rules |\n|---|---|---|---|\n| **project_id** | bigint |  | → projects, on delete cascade |\n| root | text |  | `length(root) BETWEEN 1 AND 4000` |\n| indexed_at | timestamp | yes |  |\n\n## project_members\n\n| column | type | null | rules |\n|---|---|---|---|\n| **project_id** | bigint |  | → projects, on delete cascade |\n| **user_id** | bigint |  | → users, on delete cascade |\n| role | text |  | `role IN ('VIEWER', 'EDITOR', 'OWNER')` |\n| joined_at | timestamp |  |  |\n\n- `project_members_user` on `user_id, project_id`\n- `project_members_owner`, unique, on `project_id` where `role = 'OWNER'`\n\n## prompts\n\n| column | type | null | rules |\n|---|---|---|---|\n| **id** | bigint |  |  |\n| project_id | bigint | yes | → projects, on delete cascade |\n| owner_id | bigint |  | → users, on delete restrict |\n| title | text |  | `length(title) BETWEEN 1 AND 200` |\n| title_key | text |  |  |\n| content | text |  | `length(content) BETWEEN 1 AND 100000` |\n| description | text | yes | `length(description) BETWEEN 1 AND 5000` |\n| labels | json |  |  |\n| metadata | json |  |  |\n| version | bigint |  |  |\n| created_at | timestamp |  |  |\n| updated_at | timestamp |  |  |\n| archived_at | timestamp | yes |  |\n| deleted_at | timestamp | yes |  |\n| deletion_id | bigint | yes |  |\n| search_beside | text | yes |  |\n\n- `prompts_live_title`, unique, on `project_id, title_key` where `deleted_at IS NULL`\n- `prompts_live_own_title`, unique, on `owner_id, title_key` where `project_id IS NULL AND deleted_at IS NULL`\n- `prompts_title` on `project_id, title_key, id`\n- `prompts_created` on `project_id, created_at, id`\n- `prompts_updated` on `project_id, updated_at, id`\n- `prompts_owner` on `owner_id`\n- `prompts_deletion` on `deletion_id` where `deletion_id IS NOT NULL`\n\n## providers\n\n| column | type | null | rules |\n|---|---|---|---|\n| **id** | bigint |  |  |\n| owner_id | bigint |  | → users, on delete restrict |\n| name | text |  | `length(name) BETWEEN 1 AND 100` |\n| name_key | text |  |  |\n| type | text |  | `type IN ('OPENAI', 'ANTHROPIC', 'GOOGLE', 'DEEPSEEK', 'OLLAMA', 'CUSTOM')` |\n| base_url | text | yes | `length(base_url) BETWEEN 1 AND 1000` |\n| default_model | text |  | `length(default_model) BETWEEN 1 AND 200` |\n| secret_env | text | yes | `length(secret_env) BETWEEN 1 AND 100` |\n| input_price | real | yes |  |\n| output_price | real | yes |  |\n| secret | text | yes | `length(secret) BETWEEN 1 AND 12000` |\n| key_hint | text | yes | `length(key_hint) BETWEEN 1 AND 10` |\n| is_default | boolean |  |  |\n| deactivated_at | timestamp | yes |  |\n| version | bigint |  |  |\n| created_at | timestamp |  |  |\n| updated_at | timestamp |  |  |\n| archived_at | timestamp | yes |  |\n| deleted_at | timestamp | yes |  |\n| deletion_id | bigint | yes |  |\n\n- `providers_name`, unique, on `owner_id, name_key` where `deleted_at IS NULL`\n- `providers_default`, unique, on `owner_id` where `is_default = TRUE AND deactivated_at IS NULL AND deleted_at IS NULL`\n- `providers_created` on `owner_id, created_at, id`\n- `providers_updated` on `owner_id, updated_at, id`\n\n## agents\n\n| column | type | null | rules |\n|---|---|---|---|\n| **id** | bigint |  | → users, on delete cascade |\n| owner_id | bigint |  | → users, on delete restrict |\n| role | text |  | `length(role) BETWEEN 1 AND 100` |\n| goal | text |  | `length(goal) <= 5000` |\n| backstory | text |  | `length(backstory) <= 10000` |\n| instructions | text | yes | `length(instructions) BETWEEN 1 AND 50000` |\n| provider_id | bigint | yes | → providers, on delete restrict |\n| model | text | yes | `length(model) BETWEEN 1 AND 200` |\n| temperature | real | yes |  |\n| max_tokens | integer | yes | `max_tokens BETWEEN 1 AND 1000000` |\n| top_p | real | yes |  |\n| input_price | real | yes |  |\n| output_price | real | yes |  |\n| configuration | json |  |  |\n| scopes | json |  |  |\n| tokens_per_run | integer | yes | `tokens_per_run BETWEEN 1 AND 1000000000` |\n| tokens_per_day | integer | yes | `tokens_per_day BETWEEN 1 AND 1000000000` |\n| cost_per_day | real | yes |  |\n| version | bigint |  |  |\n| created_at | timestamp |  |  |\n| updated_at | timestamp |  |  |\n| archived_at | timestamp | yes |  |\n| deleted_at | timestamp | yes |  |\n| deletion_id | bigint | yes |  |\n\n- `agents_created` on `owner_id, created_at, id`\n- `agents_provider` on `provider_id` where `provider_id IS NOT NULL`\n\n## memories\n\n| column | type | null | rules |\n|---|---|---|---|\n| **id** | bigint |  |  |\n| agent_id | bigint | yes | → agents, on delete cascade |\n| project_id | bigint | yes | → projects, on delete cascade |\n| conversation_id | bigint | yes | → conversations, on delete set null |\n| content | text |  | `length(content) BETWEEN 1 AND 10000` |\n| summary | text | yes | `length(summary) BETWEEN 1 AND 500` |\n| type | text |  | `type IN ('CONVERSATION', 'PREFERENCE', 'LEARNING', 'CONTEXT', 'FACT')` |\n| importance | text |  | `importance IN ('LOW', 'MEDIUM', 'HIGH', 'CRITICAL')` |\n| score | real |  |  |\n| keywords | json |  |  |\n| access_count | integer |  | `access_count >= 0` |\n| last_accessed_at | timestamp | yes |  |\n| version | bigint |  |  |\n| created_at | timestamp |  |  |\n| updated_at | timestamp |  |  |\n| archived_at | timestamp | yes |  |\n| deleted_at | timestamp | yes |  |\n| deletion_id | bigint | yes |  |\n\nCheck: `(agent_id IS NULL) <> (project_id IS NULL)`\n\nCheck: `score >= 0 AND score <= 1`\n\n- `memories_agent` on `agent_id, created_at, id` where `agent_id IS NOT NULL`\n- `memories_project` on `project_id, created_at, id` where `project_id IS NOT NULL`\n- `memories_conversation` on `conversation_id` where `conversation_id IS NOT NULL`\n\n## memory_relations\n\n| column | type | null | rules |\n|---|---|---|---|\n| **id** | bigint |  |  |\n| from_id | bigint |  | → memories, on delete cascade |\n| to_id | bigint |  | → memories, on delete cascade |\n| kind | text |  | `kind IN ('SUPPORTS', 'CONTRADICTS', 'REFINES')` |\n\n- `memory_relations_pair`, unique, on `from_id, to_id`\n- `memory_relations_to` on `to_id`\n\n## queues\n\n| column | type | null | rules |\n|---|---|---|---|\n| **id** | bigint |  |  |\n| project_id | bigint |  | → projects, on delete cascade |\n| name | text |  | `length(name) BETWEEN 1 AND 100` |\n| name_key | text |  |  |\n| description | text | yes | `length(description) BETWEEN 1 AND 5000` |\n| max_parallel | integer |  | `max_parallel BETWEEN 1 AND 10000` |\n| lease_seconds | integer |  | `lease_seconds BETWEEN 5 AND 86400` |\n| max_attempts | integer |  | `max_attempts BETWEEN 1 AND 100` |\n| max_stalls | integer |  | `max_stalls BETWEEN 1 AND 100` |\n| active | boolean |  |  |\n| feeds | json | yes |  |\n| version | bigint |  |  |\n| created_at | timestamp |  |  |\n| updated_at | timestamp |  |  |\n| archived_at | timestamp | yes |  |\n| deleted_at | timestamp | yes |  |\n| deletion_id | bigint | yes |  |\n\n- `queues_project` on `project_id, updated_at, id`\n- `queues_live_name`, unique, on `project_id, name_key` where `deleted_at IS NULL`\n- `queues_deletion` on `deletion_id` where `deletion_id IS NOT NULL`\n\n## sessions\n\n| column | type | null | rules |\n|---|---|---|---|\n| **id** | bigint |  |  |\n| user_id | bigint |  | → users, on delete cascade |\n| token_hash | text |  | `length(token_hash) BETWEEN 64 AND 64` |\n| created_at | timestamp |  |  |\n| expires_at | timestamp |  |  |\n| last_seen_at | timestamp |  |  |\n| revoked_at | timestamp | yes |  |\n| user_agent | text | yes | `length(user_agent) BETWEEN 1 AND 200` |\n\n- `sessions_token`, unique, on `token_hash`\n- `sessions_expiry` on `expires_at`\n- `sessions_user` on `user_id`\n\n## summary_uses\n\n| column | type | null | rules |\n|---|---|---|---|\n| **id** | bigint |  |  |\n| project_id | bigint |  | → projects, on delete cascade |\n| owner_id | bigint |  | → users, on delete cascade |\n| input_tokens | bigint |  |  |\n| output_tokens | bigint |  |  |\n| estimated | boolean |  |  |\n| cost_micros | bigint | yes |  |\n| created_at | timestamp |  |  |\n\n- `summary_uses_project` on `project_id, created_at`\n- `summary_uses_owner` on `owner_id, created_at`\n\n## tickets\n\n| column | type | null | rules |\n|---|---|---|---|\n| **id** | bigint |  |  |\n| project_id | bigint |  | → projects, on delete cascade |\n| number | integer |  | `number >= 1` |\n| key | text |  |  |\n| type | text |  | `type IN ('TASK', 'BUG', 'FEATURE', 'IMPROVEMENT', 'STORY', 'EPIC')` |\n| title | text |  | `length(title) BETWEEN 1 AND 200` |\n| overview | text |  | `length(overview) <= 50000` |\n| status | text |  | `status IN ('OPEN', 'IN_PROGRESS', 'REVIEW', 'BLOCKED', 'COMPLETED', 'CLOSED')` |\n| priority | integer |  | `priority BETWEEN 0 AND 3` |\n| assignee_id | bigint | yes | → users, on delete set null |\n| parent_id | bigint | yes | → tickets, on delete set null |\n| labels | json |  |  |\n| acceptance_criteria | json |  |  |\n| suggested_file_ids | json |  |  |\n| suggested_agent_ids | json |  |  |\n| suggested_prompt_ids | json |  |  |\n| estimated_minutes | integer | yes | `estimated_minutes BETWEEN 0 AND 1000000` |\n| due_at | timestamp | yes |  |\n| position | bigint |  | `position BETWEEN 0 AND 9007199254740991` |\n| metadata | json |  |  |\n| started_at | timestamp | yes |  |\n| completed_at | timestamp | yes |  |\n| version | bigint |  |  |\n| created_at | timestamp |  |  |\n| updated_at | timestamp |  |  |\n| archived_at | timestamp | yes |  |\n| deleted_at | timestamp | yes |  |\n| deletion_id | bigint | yes |  |\n| search_beside | text | yes |  |\n\n- `tickets_key`, unique, on `key`\n- `tickets_number`, unique, on `project_id, number`\n- `tickets_updated` on `project_id, updated_at, id`\n- `tickets_created` on `project_id, created_at, id`\n- `tickets_claim_order` on `project_id, priority DESC, position, created_at, id` where `deleted_at IS NULL`\n- `tickets_ready` on `project_id, priority DESC, position, created_at, id` where `status = 'OPEN' AND archived_at IS NULL AND deleted_at IS NULL`\n- `tickets_deletion` on `deletion_id` where `deletion_id IS NOT NULL`\n- `tickets_assignee` on `assignee_id` where `assignee_id IS NOT NULL`\n- `tickets_parent` on `parent_id` where `parent_id IS NOT NULL`\n\n## comments\n\n| column | type | null | rules |\n|---|---|---|---|\n| **id** | bigint |  |  |\n| ticket_id | bigint |  | → tickets, on delete cascade |\n| author_id | bigint | yes | → users, on delete set null |\n| author_name | text |  | `length(author_name) BETWEEN 1 AND 100` |\n| content | text |  | `length(content) BETWEEN 1 AND 10000` |\n| created_at | timestamp |  |  |\n| updated_at | timestamp |  |  |\n| edited_at | timestamp | yes |  |\n| deleted_at | timestamp | yes |  |\n| deletion_id | bigint | yes |  |\n| search_beside | text | yes |  |\n\n- `comments_thread` on `ticket_id, created_at, id`\n- `comments_deletion` on `deletion_id` where `deletion_id IS NOT NULL`\n- `comments_author` on `author_id` where `author_id IS NOT NULL`\n\n## tasks\n\n| column | type | null | rules |\n|---|---|---|---|\n| **id** | bigint |  |  |\n| ticket_id | bigint |  | → tickets, on delete cascade |\n| content | text |  | `length(content) BETWEEN 1 AND 2000` |\n| description | text | yes | `length(description) BETWEEN 1 AND 50000` |\n| status | text |  | `status IN ('PENDING', 'IN_PROGRESS', 'COMPLETED', 'CANCELLED')` |\n| order_index | integer |  | `order_index >= 0` |\n| estimated_minutes | integer | yes | `estimated_minutes BETWEEN 0 AND 1000000` |\n| assignee_id | bigint | yes | → users, on delete set null |\n| labels | json |  |  |\n| created_at | timestamp |  |  |\n| updated_at | timestamp |  |  |\n| deleted_at | timestamp | yes |  |\n| deletion_id | bigint | yes |  |\n| search_beside | text | yes |  |\n\n- `tasks_order` on `ticket_id, order_index, id, deleted_at, status`\n- `tasks_deletion` on `deletion_id` where `deletion_id IS NOT NULL`\n- `tasks_assignee` on `assignee_id` where `assignee_id IS NOT NULL`\n\n## aliases\n\n| column | type | null | rules |\n|---|---|---|---|\n| **id** | bigint |  |  |\n| project_id | bigint |  | → projects, on delete cascade |\n| source | text |  |  |\n| external_id | text |  | `length(external_id) <= 300` |\n| ticket_id | bigint | yes | → tickets, on delete cascade |\n| task_id | bigint | yes | → tasks, on delete cascade |\n| comment_id | bigint | yes | → comments, on delete cascade |\n| seen | json | yes |  |\n\nCheck: `CASE WHEN ticket_id IS NULL THEN 0 ELSE 1 END + CASE WHEN task_id IS NULL THEN 0 ELSE 1 END + CASE WHEN comment_id IS NULL THEN 0 ELSE 1 END = 1`\n\n- `aliases_external`, unique, on `project_id, source, external_id`\n- `aliases_ticket` on `ticket_id` where `ticket_id IS NOT NULL`\n- `aliases_task` on `task_id` where `task_id IS NOT NULL`\n- `aliases_comment` on `comment_id` where `comment_id IS NOT NULL`\n\n## queue_items\n\n| column | type | null | rules |\n|---|---|---|---|\n| **id** | bigint |  |  |\n| queue_id | bigint |  | → queues, on delete cascade |\n| ticket_id | bigint | yes | → tickets, on delete cascade |\n| task_id | bigint | yes | → tasks, on delete cascade |\n| group_id | bigint | yes | → queue_items, on delete set null |\n| status | text |  | `status IN ('READY', 'CLAIMED', 'COMPLETED', 'FAILED', 'CANCELLED')` |\n| priority | integer |  | `priority BETWEEN 0 AND 3` |\n| position | bigint |  | `position BETWEEN 0 AND 9007199254740991` |\n| enqueued_at | timestamp |  |  |\n| run_at | timestamp |  |  |\n| attempts | integer |  | `attempts >= 0` |\n| stalls | integer |  | `stalls >= 0` |\n| releases | integer |  | `releases >= 0`, default `0` |\n| fencing_token | bigint |  | `fencing_token >= 0` |\n| claim_id | bigint | yes |  |\n| lease_until | timestamp | yes |  |\n| finished_at | timestamp | yes |  |\n| result | json | yes |  |\n| last_error | text | yes |  |\n| note | text | yes |  |\n| priority_set | boolean |  | default `false` |\n| position_set | boolean |  | default `false` |\n\nCheck: `(ticket_id IS NULL) <> (task_id IS NULL)`\n\nCheck: `status <> 'CLAIMED' OR (claim_id IS NOT NULL AND lease_until IS NOT NULL)`\n\n- `queue_items_claim_order` on `queue_id, priority DESC, position, enqueued_at, id` where `status IN ('READY', 'CLAIMED')`\n- `queue_items_live_ticket`, unique, on `ticket_id` where `status IN ('READY', 'CLAIMED')`\n- `queue_items_live_task`, unique, on `task_id` where `status IN ('READY', 'CLAIMED')`\n- `queue_items_queue` on `queue_id, status, priority DESC, position, enqueued_at, id`\n- `queue_items_lease` on `lease_until, queue_id` where `status = 'CLAIMED'`\n- `queue_items_ticket` on `ticket_id` where `ticket_id IS NOT NULL`\n- `queue_items_task` on `task_id` where `task_id IS NOT NULL`\n- `queue_items_group` on `group_id` where `group_id IS NOT NULL`\n\n## queue_claims\n\n| column | type | null | rules |\n|---|---|---|---|\n| **id** | bigint |  |  |\n| item_id | bigint |  | → queue_items, on delete cascade |\n| fencing_token | bigint |  |  |\n| user_id | bigint | yes | → users, on delete set null |\n| label | text |  | `length(label) BETWEEN 1 AND 100` |\n| lease_seconds | integer |  | `lease_seconds BETWEEN 5 AND 86400` |\n| claimed_at | timestamp |  |  |\n| heartbeat_at | timestamp |  |  |\n| progress_percent | integer | yes | `progress_percent BETWEEN 0 AND 100` |\n| progress_text | text | yes | `length(progress_text) BETWEEN 1 AND 500` |\n| ended_at | timestamp | yes |  |\n| outcome | text | yes | `outcome IN ('COMPLETED', 'FAILED', 'RELEASED', 'LOST', 'CANCELLED', 'FINISHED')` |\n| note | text | yes | `length(note) BETWEEN 1 AND 10000` |\n| error | text | yes | `length(error) BETWEEN 1 AND 10000` |\n| item_status | text | yes | `item_status IN ('READY', 'CLAIMED', 'COMPLETED', 'FAILED', 'CANCELLED')` |\n| retry_at | timestamp | yes |  |\n\nCheck: `(outcome IS NULL) = (ended_at IS NULL)`\n\n- `queue_claims_live` on `claimed_at, id` where `ended_at IS NULL`\n- `queue_claims_token`, unique, on `item_id, fencing_token`\n- `queue_claims_user` on `user_id` where `user_id IS NOT NULL`\n\n## agent_runs\n\n| column | type | null | rules |\n|---|---|---|---|\n| **id** | bigint |  |  |\n| agent_id | bigint |  | → agents, on delete cascade |\n| owner_id | bigint |  | → users, on delete cascade |\n| conversation_id | bigint |  | → conversations, on delete cascade |\n| project_id | bigint | yes | → projects, on delete cascade |\n| trigger_id | bigint | yes | → messages, on delete set null |\n| claim_id | bigint | yes | → queue_claims, on delete set null |\n| depth | integer |  | `depth BETWEEN 0 AND 4` |\n| status | text |  | `status IN ('QUEUED', 'RUNNING', 'SUCCEEDED', 'FAILED', 'CANCELLED')` |\n| attempt | integer |  | `attempt BETWEEN 0 AND 100` |\n| transcript | json |  |  |\n| input_tokens | bigint | yes |  |\n| output_tokens | bigint | yes |  |\n| estimated | boolean |  |  |\n| cost_micros | bigint | yes |  |\n| model | text | yes | `length(model) BETWEEN 1 AND 200` |\n| finish_reason | text | yes | `finish_reason IN ('STOP', 'LENGTH', 'TOOL', 'CANCELLED', 'CUT', 'FAILED')` |\n| error_code | text | yes | `length(error_code) BETWEEN 1 AND 60` |\n| error | text | yes | `length(error) BETWEEN 1 AND 1000` |\n| message_id | bigint | yes |  |\n| created_at | timestamp |  |  |\n| started_at | timestamp | yes |  |\n| finished_at | timestamp | yes |  |\n\nCheck: `(status IN ('QUEUED', 'RUNNING')) = (finished_at IS NULL)`\n\nCheck: `status <> 'FAILED' OR error IS NOT NULL`\n\n- `agent_runs_conversation` on `conversation_id, created_at, id`\n- `agent_runs_agent` on `agent_id, created_at, id`\n- `agent_runs_owner` on `owner_id, created_at, id`\n- `agent_runs_project` on `project_id, created_at, id` where `project_id IS NOT NULL`\n- `agent_runs_live` on `agent_id, status` where `finished_at IS NULL`\n- `agent_runs_trigger` on `trigger_id` where `trigger_id IS NOT NULL`\n- `agent_runs_claim` on `claim_id` where `claim_id IS NOT NULL`\n\n## task_dependencies\n\n| column | type | null | rules |\n|---|---|---|---|\n| **task_id** | bigint |  | → tasks, on delete cascade |\n| **depends_on_id** | bigint |  | → tasks, on delete cascade |\n\n- `task_dependencies_depends_on` on `depends_on_id`\n\n## ticket_links\n\n| column | type | null | rules |\n|---|---|---|---|\n| **from_id** | bigint |  | → tickets, on delete cascade |\n| **to_id** | bigint |  | → tickets, on delete cascade |\n| **kind** | text |  | `kind IN ('BLOCKS', 'RELATES_TO', 'DUPLICATES', 'SUPERSEDES', 'DISCOVERED_FROM')` |\n\nCheck: `from_id <> to_id`\n\n- `ticket_links_reverse` on `to_id, kind, from_id`\n\n## ticket_summaries (view)\n\n```sql\nSELECT t.id, t.project_id, t.number, t.key, t.type, t.title, t.overview, t.status, t.priority, t.assignee_id,\n       t.parent_id, t.labels, t.acceptance_criteria, t.suggested_file_ids, t.suggested_agent_ids,\n       t.suggested_prompt_ids, t.estimated_minutes, t.due_at, t.position, t.metadata, t.started_at, t.completed_at,\n       t.version, t.created_at, t.updated_at, t.archived_at, t.deleted_at, t.deletion_id, t.search_beside,\n       (SELECT count(*) FROM tasks k WHERE k.ticket_id = t.id AND k.deleted_at IS NULL) AS task_count,\n       (SELECT count(*) FROM tasks k\n         WHERE k.ticket_id = t.id AND k.deleted_at IS NULL AND k.status NOT IN ('COMPLETED', 'CANCELLED'))\n           AS open_task_count,\n       (SELECT count(*) FROM ticket_links l JOIN tickets b ON b.id = l.from_id\n         WHERE l.to_id = t.id AND l.kind = 'BLOCKS' AND b.status NOT IN ('COMPLETED', 'CLOSED')\n           AND b.archived_at IS NULL AND b.deleted_at IS NULL) AS blocker_count,\n       EXISTS (SELECT 1 FROM queue_items i\n                WHERE i.ticket_id = t.id AND i.status IN ('READY', 'CLAIMED') AND i.status = 'CLAIMED') AS claimed\n  FROM tickets t\n```\n\n## project_file_words (words of `project_files`)\n\nscope, path, name, symbols, summary, contents\n";
var Diagram_module_default = {
	schema: "Diagram_schema",
	one: "Diagram_one",
	about: "Diagram_about",
	rules: "Diagram_rules",
	frame: "Diagram_frame",
	plane: "Diagram_plane",
	lines: "Diagram_lines",
	line: "Diagram_line",
	isNear: "Diagram_isNear",
	node: "Diagram_node",
	head: "Diagram_head",
	neighbours: "Diagram_neighbours",
	code: "Diagram_code"
};
// src/pages/system/schema.ts
function tablesOf(markdown) {
	const [head = "", ...parts] = markdown.split(/^## /m);
	const arrows = [...head.matchAll(/^ *(\w+) \|([o|])--o\{ (\w+) : (\w+)$/gm)];
	return parts.map((part) => {
		const [name = "", ...lines] = part.trim().split("\n");
		return {
			name,
			columns: lines.filter((line) => /^\| (?!column|---)/.test(line)).map((line) => {
				const [, cell = "", type = "", none = "", rules = ""] = /^\| (.*?) \| (.*?) \| (.*?) ?\| (.*?) ?\|$/.exec(line) ?? [];
				return {
					name: cell.replaceAll("*", ""),
					isKey: cell.startsWith("**"),
					type,
					mayBeNull: none === "yes",
					rules
				};
			}),
			references: arrows.filter(([, , , from]) => from === name).map(([, to = "", sign, , column = ""]) => ({
				column,
				to,
				mayBeNull: sign === "o"
			})),
			checks: lines.filter((line) => line.startsWith("Check: ")).map((line) => line.slice(7)),
			indexes: lines.filter((line) => line.startsWith("- ")).map((line) => line.slice(2))
		};
	}).filter(({ columns }) => columns.length > 0);
}
function placed(all) {
	const byName = new Map(all.map((entity) => [entity.name, entity]));
	const layers = new Map();
	const layerOf = (name, above) => {
		const known = layers.get(name);
		if (known !== void 0) return known;
		const others = (byName.get(name)?.references ?? []).filter(({ to }) => to !== name && !above.includes(to));
		const layer = Math.max(-1, ...others.map(({ to }) => layerOf(to, [...above, name]))) + 1;
		layers.set(name, layer);
		return layer;
	};
	const ends = all.flatMap(({ name, references }) => references.flatMap(({ to }) => [name, to]));
	const connections = ({ name }) => ends.filter((end) => end === name).length;
	const rows = new Map();
	return all.filter((entity) => connections(entity) > 0).sort((one, other) => connections(other) - connections(one)).map((entity) => {
		const layer = layerOf(entity.name, []);
		const row = rows.get(layer) ?? 0;
		rows.set(layer, row + 1);
		return {
			...entity,
			layer,
			row
		};
	});
}
// src/pages/system/Diagram.tsx
var import_jsx_runtime = require_jsx_runtime();
var WIDTH = 150;
var GAP = 60;
var HEIGHT = 26;
var ROW = 34;
var entities = tablesOf(README_default);
var tables = placed(entities);
var byName = new Map(tables.map((each) => [each.name, each]));
var size = {
	width: (Math.max(...tables.map(({ layer }) => layer)) + 1) * 210 - GAP,
	height: (Math.max(...tables.map(({ row }) => row)) + 1) * ROW
};
var left = ({ layer }) => layer * 210;
var top = ({ row }) => row * ROW;
var search = (table) => `?tab=schema&table=${table}`;
function Diagram() {
	const [place, go] = usePlace();
	const chosen = entities.find(({ name }) => name === place.get("table")) ?? entities.find(({ name }) => name === "tickets") ?? entities[0];
	const isNear = ({ name, references }) => name === chosen.name || references.some(({ to }) => to === chosen.name) || chosen.references.some(({ to }) => to === name);
	return (0, import_jsx_runtime.jsxs)("div", {
		className: Diagram_module_default.schema,
		children: [
			(0, import_jsx_runtime.jsxs)("p", {
				className: Diagram_module_default.about,
				children: [
					"The ",
					entities.length,
					" tables of the database: each refers to those on its left. A click shows one in full."
				]
			}),
			(0, import_jsx_runtime.jsx)("div", {
				className: Diagram_module_default.frame,
				tabIndex: 0,
				role: "region",
				"aria-label": "Diagram of the tables",
				children: (0, import_jsx_runtime.jsxs)("div", {
					className: Diagram_module_default.plane,
					style: size,
					children: [(0, import_jsx_runtime.jsx)("svg", {
						className: Diagram_module_default.lines,
						...size,
						"aria-hidden": true,
						children: tables.flatMap((from) => from.references.map(({ column, to }) => {
							const target = byName.get(to);
							const isOfChosen = from.name === chosen.name || to === chosen.name;
							return target && target !== from && (0, import_jsx_runtime.jsx)("path", {
								d: curve(from, target),
								className: classes(Diagram_module_default.line, isOfChosen && Diagram_module_default.isNear)
							}, `${from.name}.${column}`);
						}))
					}), tables.map((table) => (0, import_jsx_runtime.jsx)(Link, {
						to: search(table.name),
						replace: true,
						preventScrollReset: true,
						"aria-current": table.name === chosen.name || void 0,
						className: classes(Diagram_module_default.node, isNear(table) && Diagram_module_default.isNear),
						style: {
							left: left(table),
							top: top(table),
							width: WIDTH,
							height: HEIGHT
						},
						children: table.name
					}, table.name))]
				})
			}),
			(0, import_jsx_runtime.jsxs)("section", {
				className: Diagram_module_default.one,
				"aria-labelledby": "table",
				children: [
					(0, import_jsx_runtime.jsxs)("div", {
						className: Diagram_module_default.head,
						children: [(0, import_jsx_runtime.jsx)("h2", {
							id: "table",
							children: chosen.name
						}), (0, import_jsx_runtime.jsx)(Select, {
							label: "Table",
							hideLabel: true,
							value: chosen.name,
							options: entities.map(({ name }) => ({
								value: name,
								label: name
							})),
							onChange: ({ target }) => go({ table: target.value }, true)
						})]
					}),
					(0, import_jsx_runtime.jsx)(Neighbours, { of: chosen }),
					(0, import_jsx_runtime.jsx)(Table, {
						name: `Columns of ${chosen.name}`,
						rows: chosen.columns,
						id: ({ name }) => name,
						columns: [
							{
								head: "Column",
								cell: ({ name, isKey }) => isKey ? (0, import_jsx_runtime.jsx)("strong", { children: name }) : name
							},
							{
								head: "Type",
								narrow: true,
								cell: ({ type }) => type
							},
							{
								head: "May be empty",
								narrow: true,
								cell: ({ mayBeNull }) => mayBeNull ? "yes" : ""
							},
							{
								head: "Rules",
								cell: ({ rules }) => (0, import_jsx_runtime.jsx)(Code, { text: rules })
							}
						]
					}),
					(0, import_jsx_runtime.jsx)("ul", {
						className: Diagram_module_default.rules,
						children: [...chosen.checks.map((check) => `Always ${check}`), ...chosen.indexes.map((index) => `Index ${index}`)].map((rule) => (0, import_jsx_runtime.jsx)("li", { children: (0, import_jsx_runtime.jsx)(Code, { text: rule }) }, rule))
					})
				]
			})
		]
	});
}
function curve(from, to) {
	const begin = {
		x: left(from),
		y: top(from) + HEIGHT / 2
	};
	const end = {
		x: left(to) + WIDTH,
		y: top(to) + HEIGHT / 2
	};
	const middle = Math.max((begin.x - end.x) / 2, GAP / 2);
	return `M ${begin.x} ${begin.y} C ${begin.x - middle} ${begin.y}, ${end.x + middle} ${end.y}, ${end.x} ${end.y}`;
}
function Neighbours({ of: { name, references } }) {
	const from = entities.flatMap((each) => each.references.filter(({ to }) => to === name).map(({ column }) => ({
		table: each.name,
		column
	})));
	return (0, import_jsx_runtime.jsxs)("dl", {
		className: Diagram_module_default.neighbours,
		children: [(0, import_jsx_runtime.jsx)(Listed, {
			name: "Refers to",
			children: references.map(({ column, to }) => (0, import_jsx_runtime.jsxs)(import_react.Fragment, { children: [
				(0, import_jsx_runtime.jsx)(Link, {
					to: search(to),
					replace: true,
					preventScrollReset: true,
					children: to
				}),
				" by ",
				column
			] }, column))
		}), (0, import_jsx_runtime.jsx)(Listed, {
			name: "Referred to by",
			children: from.map(({ table, column }) => (0, import_jsx_runtime.jsxs)(import_react.Fragment, { children: [
				(0, import_jsx_runtime.jsx)(Link, {
					to: search(table),
					replace: true,
					preventScrollReset: true,
					children: table
				}),
				" by ",
				column
			] }, `${table}.${column}`))
		})]
	});
}
function Listed({ name, children }) {
	return (0, import_jsx_runtime.jsxs)("div", { children: [(0, import_jsx_runtime.jsx)("dt", { children: name }), (0, import_jsx_runtime.jsx)("dd", { children: children.length === 0 ? "nothing" : children.map((child, at) => (0, import_jsx_runtime.jsxs)("span", { children: [at > 0 && ", ", child] }, at)) })] });
}
function Code({ text }) {
	return text.split("`").map((part, at) => at % 2 === 1 ? (0, import_jsx_runtime.jsx)("code", {
		className: Diagram_module_default.code,
		children: part
	}, at) : (0, import_jsx_runtime.jsx)(import_react.Fragment, { children: part }, at));
}
export { Diagram as default };

CREATE TABLE projects (id INTEGER PRIMARY KEY, name TEXT NOT NULL, description TEXT, path TEXT NOT NULL, created_at INTEGER NOT NULL, updated_at INTEGER NOT NULL);
CREATE TABLE tickets (id INTEGER PRIMARY KEY, project_id INTEGER NOT NULL REFERENCES projects(id), title TEXT NOT NULL, overview TEXT, status TEXT NOT NULL DEFAULT 'open', priority TEXT NOT NULL DEFAULT 'normal', suggested_file_ids TEXT NOT NULL DEFAULT '[]', suggested_agent_ids TEXT NOT NULL DEFAULT '[]', suggested_prompt_ids TEXT NOT NULL DEFAULT '[]', queue_id INTEGER, queue_position INTEGER, queue_status TEXT, queue_priority INTEGER, queued_at INTEGER, queue_started_at INTEGER, queue_completed_at INTEGER, queue_agent_id TEXT, queue_error_message TEXT, estimated_processing_time INTEGER, actual_processing_time INTEGER, created_at INTEGER NOT NULL, updated_at INTEGER NOT NULL);
CREATE TABLE ticket_tasks (id INTEGER PRIMARY KEY, ticket_id INTEGER NOT NULL REFERENCES tickets(id), content TEXT NOT NULL, description TEXT, suggested_file_ids TEXT NOT NULL DEFAULT '[]', done INTEGER NOT NULL DEFAULT 0, status TEXT NOT NULL DEFAULT 'pending', order_index INTEGER NOT NULL DEFAULT 0, estimated_hours REAL, dependencies TEXT NOT NULL DEFAULT '[]', tags TEXT NOT NULL DEFAULT '[]', agent_id TEXT, suggested_prompt_ids TEXT NOT NULL DEFAULT '[]', queue_id INTEGER, queue_position INTEGER, queue_status TEXT, queue_priority INTEGER, queued_at INTEGER, queue_started_at INTEGER, queue_completed_at INTEGER, queue_agent_id TEXT, queue_error_message TEXT, estimated_processing_time INTEGER, actual_processing_time INTEGER, created_at INTEGER NOT NULL, updated_at INTEGER NOT NULL);
CREATE TABLE queues (id INTEGER PRIMARY KEY, project_id INTEGER NOT NULL, name TEXT NOT NULL, description TEXT, max_parallel_items INTEGER NOT NULL DEFAULT 1, is_active INTEGER NOT NULL DEFAULT 1, created_at INTEGER NOT NULL, updated_at INTEGER NOT NULL);
CREATE TABLE queue_items (id INTEGER PRIMARY KEY, queue_id INTEGER NOT NULL, item_type TEXT NOT NULL, item_id INTEGER NOT NULL, priority INTEGER NOT NULL DEFAULT 5, status TEXT NOT NULL DEFAULT 'queued', agent_id TEXT, error_message TEXT, estimated_processing_time INTEGER, actual_processing_time INTEGER, started_at INTEGER, completed_at INTEGER, created_at INTEGER NOT NULL, updated_at INTEGER NOT NULL);
CREATE TABLE chats (id INTEGER PRIMARY KEY, project_id INTEGER, title TEXT NOT NULL, created_at INTEGER NOT NULL, updated_at INTEGER NOT NULL);
CREATE TABLE chat_messages (id INTEGER PRIMARY KEY, chat_id INTEGER NOT NULL, role TEXT NOT NULL, content TEXT NOT NULL, metadata TEXT, created_at INTEGER NOT NULL);
CREATE TABLE prompts (id INTEGER PRIMARY KEY, project_id INTEGER, title TEXT NOT NULL, content TEXT NOT NULL, description TEXT, tags TEXT NOT NULL DEFAULT '[]', created_at INTEGER NOT NULL, updated_at INTEGER NOT NULL);
CREATE TABLE files (id TEXT PRIMARY KEY, project_id INTEGER NOT NULL, name TEXT NOT NULL, path TEXT NOT NULL, extension TEXT, size INTEGER, last_modified INTEGER, content_type TEXT, content TEXT, created_at INTEGER NOT NULL, updated_at INTEGER NOT NULL);
CREATE TABLE selected_files (id INTEGER PRIMARY KEY, project_id INTEGER NOT NULL, file_id TEXT NOT NULL, selected_at INTEGER NOT NULL, selection_reason TEXT, is_active INTEGER NOT NULL DEFAULT 1);
CREATE TABLE provider_keys (id INTEGER PRIMARY KEY, provider TEXT NOT NULL, key_name TEXT NOT NULL, name TEXT, secret_ref TEXT, key TEXT, base_url TEXT, custom_headers TEXT DEFAULT '{}', is_default INTEGER NOT NULL DEFAULT 0, is_active INTEGER NOT NULL DEFAULT 1, environment TEXT NOT NULL DEFAULT 'production', description TEXT, expires_at INTEGER, last_used INTEGER, created_at INTEGER NOT NULL, updated_at INTEGER NOT NULL);
CREATE TABLE claude_agents (id TEXT PRIMARY KEY, name TEXT NOT NULL, description TEXT, instructions TEXT, model TEXT NOT NULL, is_active INTEGER NOT NULL DEFAULT 1, created_at INTEGER NOT NULL, updated_at INTEGER NOT NULL);
CREATE TABLE model_configs (id INTEGER PRIMARY KEY, name TEXT NOT NULL, provider TEXT NOT NULL, model TEXT NOT NULL, temperature REAL DEFAULT 0.7, is_default INTEGER DEFAULT 0);

INSERT INTO projects VALUES (1, 'Web Shop', 'Sells oak', '/home/ada/shop', 1767322800000, 1767322800000), (2, 'Web shop', NULL, '/home/ada/other', 1767322800000, 1767322800000);
INSERT INTO queues VALUES (1, 1, 'work', 'All of it', 3, 1, 1767322800000, 1767322800000);
INSERT INTO tickets (id, project_id, title, overview, status, priority, suggested_file_ids, queue_id, queue_position, queue_status, queued_at, created_at, updated_at) VALUES
  (1, 1, 'Lay the keel', 'Oak', 'in_progress', 'high', '["1_src/keel.ts"]', 1, 4, 'queued', 1767409200000, 1767322800000, 1767409200000),
  (2, 1, 'Set the sails', NULL, 'closed', 'medium', '[]', NULL, NULL, NULL, NULL, 1767322800, 1767409200000),
  (3, 2, 'Elsewhere', NULL, 'open', 'low', '[]', NULL, NULL, NULL, NULL, 1767322800000, 1767322800000),
  (4, 99, 'Of no project', NULL, 'open', 'normal', 'not json', NULL, NULL, NULL, NULL, 1767322800000, 1767322800000);
INSERT INTO ticket_tasks (id, ticket_id, content, description, done, status, order_index, estimated_hours, dependencies, tags, agent_id, queue_id, queue_status, queue_error_message, created_at, updated_at) VALUES
  (11, 1, 'saw', NULL, 0, 'pending', 1, 1.5, '[10, 11, 77]', '["wood"]', 'carpenter', 1, 'failed', 'blunt', 1767322800000, 1767322800000),
  (10, 1, 'fell', 'the tall one', 1, 'pending', 0, NULL, '[]', '[]', NULL, NULL, NULL, NULL, 1767322800000, 1767322800000),
  (12, 98, 'lost', NULL, 0, 'pending', 0, NULL, '[]', '[]', NULL, NULL, NULL, NULL, 1767322800000, 1767322800000);
INSERT INTO queue_items (id, queue_id, item_type, item_id, status, created_at, updated_at) VALUES
  (1, 1, 'ticket', 1, 'in_progress', 1767409200000, 1767409200000), (2, 1, 'task', 10, 'completed', 1767409200000, 1767409200000),
  (3, 1, 'chat', 5, 'queued', 1767409200000, 1767409200000);
INSERT INTO chats VALUES (5, 1, 'On oak', 1767322800000, 1767322800000), (6, NULL, 'On nothing', 1767322800000, 1767322800000);
INSERT INTO chat_messages VALUES (2, 5, 'assistant', 'It is dear', '{"usage":{"totalTokens":7}}', 1767322802000), (1, 5, 'user', 'What of oak?', NULL, 1767322801000), (3, 6, 'robot', '', NULL, 1767322801000);
INSERT INTO prompts VALUES (1, 1, 'Review', 'Look at it.', 'How to look', '["code"]', 1767322800000, 1767322800000), (2, 1, 'REVIEW', 'Look again.', NULL, '[]', 1767322800000, 1767322800000);
INSERT INTO files (id, project_id, name, path, created_at, updated_at) VALUES ('1_src/keel.ts', 1, 'keel.ts', 'src/keel.ts', 1767322800000, 1767322800000);
INSERT INTO selected_files VALUES (1, 1, '1_src/keel.ts', 1767322800000, 'because', 1);
INSERT INTO provider_keys (id, provider, key_name, name, secret_ref, key, base_url, is_active, created_at, updated_at) VALUES
  (1, 'anthropic', 'main', NULL, NULL, 'sk-very-secret-key-1234', NULL, 1, 1767322800000, 1767322800000),
  (2, 'openai', 'env', 'From the environment', 'OPENAI_API_KEY', NULL, NULL, 0, 1767322800000, 1767322800000),
  (3, 'openrouter', 'elsewhere', NULL, NULL, 'sk-another-secret-5678', NULL, 1, 1767322800000, 1767322800000);
INSERT INTO claude_agents VALUES ('carpenter', 'Carpenter', 'Works with oak', 'Measure twice.', 'claude-x', 1, 1767322800000, 1767322800000);
INSERT INTO model_configs (id, name, provider, model, is_default) VALUES (1, 'low', 'anthropic', 'small', 0), (2, 'high', 'anthropic', 'large', 1);

-- The whole schema, generated from the rows.

CREATE TABLE activity_base (
    id INTEGER PRIMARY KEY,
    base INTEGER NOT NULL,
    CHECK (id = 1)
) STRICT;

CREATE TABLE jobs (
    id INTEGER PRIMARY KEY,
    kind TEXT NOT NULL CHECK (kind IN ('INDEX', 'REPLY', 'RETENTION', 'SUMMARY')),
    subject_id INTEGER NOT NULL,
    lane_id INTEGER,
    status TEXT NOT NULL CHECK (status IN ('READY', 'RUNNING', 'COMPLETED', 'FAILED', 'CANCELLED')),
    priority INTEGER NOT NULL CHECK (priority BETWEEN 0 AND 9),
    run_at INTEGER NOT NULL,
    attempts INTEGER NOT NULL CHECK (attempts BETWEEN 0 AND 100),
    max_attempts INTEGER NOT NULL CHECK (max_attempts BETWEEN 1 AND 100),
    token INTEGER NOT NULL CHECK (token >= 0),
    lease_until INTEGER,
    last_error TEXT CHECK (length(last_error) BETWEEN 1 AND 1000),
    report TEXT CHECK (json_valid(report)),
    created_at INTEGER NOT NULL,
    finished_at INTEGER,
    CHECK (status <> 'RUNNING' OR lease_until IS NOT NULL),
    CHECK (status <> 'FAILED' OR last_error IS NOT NULL),
    CHECK ((status IN ('READY', 'RUNNING')) = (finished_at IS NULL))
) STRICT;

CREATE UNIQUE INDEX jobs_live ON jobs (kind, subject_id) WHERE status IN ('READY', 'RUNNING');

CREATE INDEX jobs_due ON jobs (priority DESC, run_at, id) WHERE status IN ('READY', 'RUNNING');

CREATE INDEX jobs_ready ON jobs (run_at) WHERE status = 'READY';

CREATE INDEX jobs_lease ON jobs (lease_until) WHERE status = 'RUNNING';

CREATE INDEX jobs_lane ON jobs (lane_id, lease_until) WHERE status = 'RUNNING';

CREATE INDEX jobs_ended ON jobs (finished_at) WHERE finished_at IS NOT NULL;

CREATE TABLE schema_log (
    id INTEGER PRIMARY KEY,
    at INTEGER NOT NULL,
    version INTEGER NOT NULL,
    script TEXT NOT NULL CHECK (length(script) BETWEEN 1 AND 200),
    backup TEXT
) STRICT;

CREATE TABLE search_scopes (
    id INTEGER PRIMARY KEY,
    scope TEXT NOT NULL
) STRICT;

CREATE TABLE settings (
    scope TEXT NOT NULL CHECK (scope IN ('SYSTEM', 'USER', 'PROJECT')),
    scope_id INTEGER NOT NULL,
    key TEXT NOT NULL,
    value TEXT NOT NULL CHECK (json_valid(value)),
    PRIMARY KEY (scope, scope_id, key)
) STRICT, WITHOUT ROWID;

CREATE TABLE users (
    id INTEGER PRIMARY KEY,
    type TEXT NOT NULL CHECK (type IN ('HUMAN', 'AGENT')),
    owner_id INTEGER REFERENCES users (id) ON DELETE RESTRICT,
    name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
    name_key TEXT NOT NULL,
    email TEXT CHECK (length(email) BETWEEN 1 AND 254),
    email_key TEXT,
    avatar_url TEXT CHECK (length(avatar_url) BETWEEN 1 AND 1000),
    presence TEXT NOT NULL CHECK (presence IN ('ONLINE', 'AWAY', 'BUSY', 'OFFLINE')),
    system_role TEXT NOT NULL CHECK (system_role IN ('ADMIN', 'MEMBER')),
    deactivated_at INTEGER,
    version INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    archived_at INTEGER,
    deleted_at INTEGER,
    deletion_id INTEGER
) STRICT;

CREATE UNIQUE INDEX users_email ON users (email_key) WHERE deleted_at IS NULL;

CREATE INDEX users_admins ON users (id) WHERE system_role = 'ADMIN' AND type = 'HUMAN' AND deactivated_at IS NULL AND deleted_at IS NULL;

CREATE INDEX users_name ON users (name_key, id);

CREATE INDEX users_updated ON users (updated_at, id);

CREATE INDEX users_created ON users (created_at, id);

CREATE INDEX users_owner ON users (owner_id) WHERE owner_id IS NOT NULL;

CREATE TABLE accounts (
    user_id INTEGER PRIMARY KEY REFERENCES users (id) ON DELETE CASCADE,
    username TEXT NOT NULL CHECK (length(username) BETWEEN 3 AND 50),
    username_key TEXT NOT NULL,
    password_hash TEXT NOT NULL,
    failed_attempts INTEGER NOT NULL CHECK (failed_attempts >= 0),
    locked_until INTEGER,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL
) STRICT;

CREATE UNIQUE INDEX accounts_username ON accounts (username_key);

CREATE TABLE idempotency_keys (
    caller_id INTEGER NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    method TEXT NOT NULL,
    path TEXT NOT NULL,
    key TEXT NOT NULL,
    body_hash TEXT NOT NULL,
    status INTEGER NOT NULL,
    headers TEXT NOT NULL,
    body TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    PRIMARY KEY (caller_id, method, path, key)
) STRICT, WITHOUT ROWID;

CREATE INDEX idempotency_keys_age ON idempotency_keys (created_at);

CREATE TABLE preferences (
    user_id INTEGER PRIMARY KEY REFERENCES users (id) ON DELETE CASCADE,
    theme TEXT NOT NULL CHECK (theme IN ('DARK', 'LIGHT', 'SYSTEM')),
    language TEXT CHECK (length(language) BETWEEN 1 AND 35),
    timezone TEXT CHECK (length(timezone) BETWEEN 1 AND 50)
) STRICT;

CREATE TABLE projects (
    id INTEGER PRIMARY KEY,
    owner_id INTEGER NOT NULL REFERENCES users (id) ON DELETE RESTRICT,
    key TEXT NOT NULL CHECK (length(key) BETWEEN 2 AND 10),
    name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
    name_key TEXT NOT NULL,
    description TEXT NOT NULL CHECK (length(description) <= 5000),
    description_key TEXT NOT NULL,
    local_path TEXT CHECK (length(local_path) BETWEEN 1 AND 1000),
    local_path_key TEXT,
    git_url TEXT CHECK (length(git_url) BETWEEN 1 AND 1000),
    branch TEXT CHECK (length(branch) BETWEEN 1 AND 1000),
    status TEXT NOT NULL CHECK (status IN ('DRAFT', 'ACTIVE', 'COMPLETED')),
    completeness INTEGER NOT NULL DEFAULT 0 CHECK (completeness BETWEEN 0 AND 100),
    validation_score INTEGER NOT NULL DEFAULT 0 CHECK (validation_score BETWEEN 0 AND 100),
    validated_at INTEGER,
    validation_stale INTEGER NOT NULL DEFAULT false CHECK (validation_stale IN (0, 1)),
    version INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    archived_at INTEGER,
    deleted_at INTEGER,
    deletion_id INTEGER,
    next_ticket_number INTEGER NOT NULL DEFAULT 1 CHECK (next_ticket_number >= 1)
) STRICT;

CREATE UNIQUE INDEX projects_key ON projects (key);

CREATE UNIQUE INDEX projects_live_name ON projects (owner_id, name_key) WHERE deleted_at IS NULL;

CREATE UNIQUE INDEX projects_live_path ON projects (local_path_key) WHERE deleted_at IS NULL;

CREATE INDEX projects_updated ON projects (updated_at, id);

CREATE INDEX projects_created ON projects (created_at, id);

CREATE INDEX projects_score ON projects (validation_score, id);

CREATE INDEX projects_owner ON projects (owner_id);

CREATE TABLE activity (
    seq INTEGER PRIMARY KEY,
    type TEXT NOT NULL,
    actor_id INTEGER REFERENCES users (id) ON DELETE SET NULL,
    actor_name TEXT NOT NULL,
    project_id INTEGER REFERENCES projects (id) ON DELETE SET NULL,
    conversation_id INTEGER,
    subject_type TEXT NOT NULL,
    subject_id INTEGER NOT NULL,
    version INTEGER,
    before TEXT CHECK (json_valid(before)),
    after TEXT CHECK (json_valid(after)),
    data TEXT NOT NULL CHECK (json_valid(data)),
    at INTEGER NOT NULL,
    CHECK (type LIKE '%_._%')
) STRICT;

CREATE INDEX activity_project ON activity (project_id, seq) WHERE project_id IS NOT NULL;

CREATE INDEX activity_conversation ON activity (conversation_id, seq) WHERE conversation_id IS NOT NULL;

CREATE INDEX activity_actor ON activity (actor_id, seq) WHERE actor_id IS NOT NULL;

CREATE INDEX activity_subject ON activity (subject_id, seq);

CREATE TABLE api_tokens (
    id INTEGER PRIMARY KEY,
    user_id INTEGER NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    project_id INTEGER REFERENCES projects (id) ON DELETE CASCADE,
    name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
    scopes TEXT NOT NULL CHECK (json_valid(scopes)),
    prefix TEXT NOT NULL CHECK (length(prefix) BETWEEN 12 AND 12),
    token_hash TEXT NOT NULL CHECK (length(token_hash) BETWEEN 64 AND 64),
    created_at INTEGER NOT NULL,
    expires_at INTEGER,
    last_used_at INTEGER,
    revoked_at INTEGER
) STRICT;

CREATE UNIQUE INDEX api_tokens_token ON api_tokens (token_hash);

CREATE INDEX api_tokens_user ON api_tokens (user_id, created_at, id);

CREATE INDEX api_tokens_project ON api_tokens (project_id) WHERE project_id IS NOT NULL;

CREATE TABLE artifacts (
    id INTEGER PRIMARY KEY,
    project_id INTEGER NOT NULL REFERENCES projects (id) ON DELETE CASCADE,
    type TEXT NOT NULL CHECK (type IN ('CONTEXT_DIAGRAM', 'USE_CASE_DIAGRAM', 'CLASS_DIAGRAM', 'REQUIREMENTS', 'DOCUMENT')),
    title TEXT NOT NULL CHECK (length(title) BETWEEN 1 AND 200),
    format TEXT NOT NULL CHECK (format IN ('TEXT', 'MARKDOWN', 'MERMAID', 'JSON')),
    status TEXT NOT NULL CHECK (status IN ('DRAFT', 'VALIDATED', 'EXPORTED')),
    revision INTEGER NOT NULL CHECK (revision >= 1),
    sha256 TEXT NOT NULL CHECK (length(sha256) BETWEEN 64 AND 64),
    version INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    archived_at INTEGER,
    deleted_at INTEGER,
    deletion_id INTEGER
) STRICT;

CREATE INDEX artifacts_created ON artifacts (project_id, created_at, id);

CREATE INDEX artifacts_updated ON artifacts (project_id, updated_at, id);

CREATE INDEX artifacts_deletion ON artifacts (deletion_id) WHERE deletion_id IS NOT NULL;

CREATE TABLE artifact_revisions (
    id INTEGER PRIMARY KEY,
    artifact_id INTEGER NOT NULL REFERENCES artifacts (id) ON DELETE CASCADE,
    revision INTEGER NOT NULL CHECK (revision >= 1),
    sha256 TEXT NOT NULL CHECK (length(sha256) BETWEEN 64 AND 64),
    author_id INTEGER REFERENCES users (id) ON DELETE SET NULL,
    author_name TEXT NOT NULL CHECK (length(author_name) BETWEEN 1 AND 100),
    created_at INTEGER NOT NULL,
    content TEXT NOT NULL CHECK (length(content) BETWEEN 1 AND 1048576)
) STRICT;

CREATE UNIQUE INDEX artifact_revisions_number ON artifact_revisions (artifact_id, revision);

CREATE INDEX artifact_revisions_author ON artifact_revisions (author_id) WHERE author_id IS NOT NULL;

CREATE TABLE collected_data (
    project_id INTEGER PRIMARY KEY REFERENCES projects (id) ON DELETE CASCADE,
    data TEXT NOT NULL CHECK (json_valid(data)),
    report TEXT CHECK (json_valid(report))
) STRICT;

CREATE TABLE conversations (
    id INTEGER PRIMARY KEY,
    project_id INTEGER REFERENCES projects (id) ON DELETE CASCADE,
    owner_id INTEGER NOT NULL REFERENCES users (id) ON DELETE RESTRICT,
    kind TEXT NOT NULL CHECK (kind IN ('CHANNEL', 'CHAT', 'DIRECT')),
    title TEXT NOT NULL CHECK (length(title) BETWEEN 1 AND 200),
    title_key TEXT NOT NULL,
    description TEXT CHECK (length(description) BETWEEN 1 AND 5000),
    purpose TEXT NOT NULL CHECK (purpose IN ('GENERAL', 'INTAKE')),
    is_default INTEGER NOT NULL CHECK (is_default IN (0, 1)),
    next_seq INTEGER NOT NULL CHECK (next_seq >= 1),
    last_message_at INTEGER,
    active_at INTEGER NOT NULL,
    people TEXT,
    version INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    archived_at INTEGER,
    deleted_at INTEGER,
    deletion_id INTEGER,
    CHECK (project_id IS NOT NULL OR kind <> 'CHANNEL'),
    CHECK (project_id IS NULL OR kind <> 'DIRECT')
) STRICT;

CREATE INDEX conversations_project ON conversations (project_id, active_at, id);

CREATE UNIQUE INDEX conversations_live_channel ON conversations (project_id, title_key) WHERE kind = 'CHANNEL' AND deleted_at IS NULL;

CREATE UNIQUE INDEX conversations_default ON conversations (project_id) WHERE is_default;

CREATE UNIQUE INDEX conversations_people ON conversations (people) WHERE people IS NOT NULL AND deleted_at IS NULL;

CREATE INDEX conversations_deletion ON conversations (deletion_id) WHERE deletion_id IS NOT NULL;

CREATE INDEX conversations_owner ON conversations (owner_id);

CREATE TABLE import_stagings (
    id INTEGER PRIMARY KEY,
    project_id INTEGER NOT NULL REFERENCES projects (id) ON DELETE CASCADE,
    open_id INTEGER NOT NULL,
    other_id INTEGER NOT NULL,
    held_id INTEGER NOT NULL,
    committed INTEGER NOT NULL CHECK (committed IN (0, 1)),
    beat_at INTEGER NOT NULL
) STRICT;

CREATE INDEX import_stagings_project ON import_stagings (project_id);

CREATE TABLE messages (
    id INTEGER PRIMARY KEY,
    conversation_id INTEGER NOT NULL REFERENCES conversations (id) ON DELETE CASCADE,
    seq INTEGER NOT NULL CHECK (seq >= 1),
    author_id INTEGER REFERENCES users (id) ON DELETE SET NULL,
    author_name TEXT CHECK (length(author_name) BETWEEN 1 AND 100),
    role TEXT NOT NULL CHECK (role IN ('USER', 'ASSISTANT', 'SYSTEM', 'TOOL')),
    content TEXT NOT NULL CHECK (length(content) <= 100000),
    parent_id INTEGER REFERENCES messages (id) ON DELETE SET NULL,
    run_id INTEGER,
    model TEXT CHECK (length(model) BETWEEN 1 AND 200),
    usage TEXT CHECK (json_valid(usage)),
    finish_reason TEXT CHECK (finish_reason IN ('STOP', 'LENGTH', 'TOOL', 'CANCELLED', 'CUT', 'FAILED')),
    metadata TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(metadata)),
    version INTEGER NOT NULL DEFAULT 0,
    created_at INTEGER NOT NULL,
    edited_at INTEGER,
    deleted_at INTEGER,
    search_beside TEXT
) STRICT;

CREATE UNIQUE INDEX messages_seq ON messages (conversation_id, seq);

CREATE INDEX messages_live ON messages (conversation_id, seq, author_id, deleted_at) WHERE deleted_at IS NULL;

CREATE UNIQUE INDEX messages_run ON messages (run_id) WHERE run_id IS NOT NULL;

CREATE INDEX messages_author ON messages (author_id) WHERE author_id IS NOT NULL;

CREATE INDEX messages_parent ON messages (parent_id) WHERE parent_id IS NOT NULL;

CREATE TABLE participants (
    conversation_id INTEGER NOT NULL REFERENCES conversations (id) ON DELETE CASCADE,
    user_id INTEGER NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    joined_at INTEGER NOT NULL,
    left_at INTEGER,
    last_read_seq INTEGER NOT NULL CHECK (last_read_seq >= 0),
    PRIMARY KEY (conversation_id, user_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX participants_user ON participants (user_id, conversation_id);

CREATE TABLE project_counts (
    project_id INTEGER NOT NULL REFERENCES projects (id) ON DELETE CASCADE,
    kind TEXT NOT NULL,
    n INTEGER NOT NULL CHECK (n >= 0),
    PRIMARY KEY (project_id, kind)
) STRICT, WITHOUT ROWID;

CREATE TABLE project_files (
    id INTEGER PRIMARY KEY,
    project_id INTEGER NOT NULL REFERENCES projects (id) ON DELETE CASCADE,
    path TEXT NOT NULL CHECK (length(path) BETWEEN 1 AND 2000),
    name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 255),
    extension TEXT NOT NULL CHECK (length(extension) <= 40),
    size INTEGER NOT NULL CHECK (size >= 0),
    modified_at INTEGER NOT NULL,
    file_key TEXT CHECK (length(file_key) BETWEEN 1 AND 100),
    content_type TEXT NOT NULL CHECK (length(content_type) BETWEEN 1 AND 100),
    language TEXT CHECK (length(language) BETWEEN 1 AND 40),
    sha256 TEXT NOT NULL CHECK (length(sha256) BETWEEN 64 AND 64),
    summary TEXT CHECK (length(summary) BETWEEN 1 AND 600),
    summary_of TEXT CHECK (length(summary_of) BETWEEN 64 AND 64),
    summary_model TEXT CHECK (length(summary_model) BETWEEN 1 AND 200),
    indexed_at INTEGER NOT NULL,
    CHECK ((summary IS NULL) = (summary_of IS NULL))
) STRICT;

CREATE UNIQUE INDEX project_files_path ON project_files (project_id, path);

CREATE INDEX project_files_modified ON project_files (project_id, modified_at, id);

CREATE TABLE file_imports (
    from_file_id INTEGER NOT NULL REFERENCES project_files (id) ON DELETE CASCADE,
    target TEXT NOT NULL CHECK (length(target) BETWEEN 1 AND 500),
    to_file_id INTEGER REFERENCES project_files (id) ON DELETE SET NULL,
    PRIMARY KEY (from_file_id, target)
) STRICT, WITHOUT ROWID;

CREATE INDEX file_imports_to_file ON file_imports (to_file_id) WHERE to_file_id IS NOT NULL;

CREATE TABLE file_selections (
    project_id INTEGER NOT NULL REFERENCES projects (id) ON DELETE CASCADE,
    user_id INTEGER NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    file_id INTEGER NOT NULL REFERENCES project_files (id) ON DELETE CASCADE,
    reason TEXT CHECK (length(reason) BETWEEN 1 AND 500),
    PRIMARY KEY (user_id, file_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX file_selections_project ON file_selections (project_id, user_id);

CREATE INDEX file_selections_file ON file_selections (file_id);

CREATE TABLE project_folders (
    project_id INTEGER PRIMARY KEY REFERENCES projects (id) ON DELETE CASCADE,
    root TEXT NOT NULL CHECK (length(root) BETWEEN 1 AND 4000),
    indexed_at INTEGER
) STRICT;

CREATE TABLE project_members (
    project_id INTEGER NOT NULL REFERENCES projects (id) ON DELETE CASCADE,
    user_id INTEGER NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    role TEXT NOT NULL CHECK (role IN ('VIEWER', 'EDITOR', 'OWNER')),
    joined_at INTEGER NOT NULL,
    PRIMARY KEY (project_id, user_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX project_members_user ON project_members (user_id, project_id);

CREATE UNIQUE INDEX project_members_owner ON project_members (project_id) WHERE role = 'OWNER';

CREATE TABLE prompts (
    id INTEGER PRIMARY KEY,
    project_id INTEGER REFERENCES projects (id) ON DELETE CASCADE,
    owner_id INTEGER NOT NULL REFERENCES users (id) ON DELETE RESTRICT,
    title TEXT NOT NULL CHECK (length(title) BETWEEN 1 AND 200),
    title_key TEXT NOT NULL,
    content TEXT NOT NULL CHECK (length(content) BETWEEN 1 AND 100000),
    description TEXT CHECK (length(description) BETWEEN 1 AND 5000),
    labels TEXT NOT NULL CHECK (json_valid(labels)),
    metadata TEXT NOT NULL CHECK (json_valid(metadata)),
    version INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    archived_at INTEGER,
    deleted_at INTEGER,
    deletion_id INTEGER,
    search_beside TEXT
) STRICT;

CREATE UNIQUE INDEX prompts_live_title ON prompts (project_id, title_key) WHERE deleted_at IS NULL;

CREATE UNIQUE INDEX prompts_live_own_title ON prompts (owner_id, title_key) WHERE project_id IS NULL AND deleted_at IS NULL;

CREATE INDEX prompts_title ON prompts (project_id, title_key, id);

CREATE INDEX prompts_created ON prompts (project_id, created_at, id);

CREATE INDEX prompts_updated ON prompts (project_id, updated_at, id);

CREATE INDEX prompts_owner ON prompts (owner_id);

CREATE INDEX prompts_deletion ON prompts (deletion_id) WHERE deletion_id IS NOT NULL;

CREATE TABLE providers (
    id INTEGER PRIMARY KEY,
    owner_id INTEGER NOT NULL REFERENCES users (id) ON DELETE RESTRICT,
    name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
    name_key TEXT NOT NULL,
    type TEXT NOT NULL CHECK (type IN ('OPENAI', 'ANTHROPIC', 'GOOGLE', 'DEEPSEEK', 'OLLAMA', 'CUSTOM')),
    base_url TEXT CHECK (length(base_url) BETWEEN 1 AND 1000),
    default_model TEXT NOT NULL CHECK (length(default_model) BETWEEN 1 AND 200),
    secret_env TEXT CHECK (length(secret_env) BETWEEN 1 AND 100),
    input_price REAL,
    output_price REAL,
    secret TEXT CHECK (length(secret) BETWEEN 1 AND 12000),
    key_hint TEXT CHECK (length(key_hint) BETWEEN 1 AND 10),
    is_default INTEGER NOT NULL CHECK (is_default IN (0, 1)),
    deactivated_at INTEGER,
    version INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    archived_at INTEGER,
    deleted_at INTEGER,
    deletion_id INTEGER
) STRICT;

CREATE UNIQUE INDEX providers_name ON providers (owner_id, name_key) WHERE deleted_at IS NULL;

CREATE UNIQUE INDEX providers_default ON providers (owner_id) WHERE is_default = TRUE AND deactivated_at IS NULL AND deleted_at IS NULL;

CREATE INDEX providers_created ON providers (owner_id, created_at, id);

CREATE INDEX providers_updated ON providers (owner_id, updated_at, id);

CREATE TABLE agents (
    id INTEGER PRIMARY KEY REFERENCES users (id) ON DELETE CASCADE,
    owner_id INTEGER NOT NULL REFERENCES users (id) ON DELETE RESTRICT,
    role TEXT NOT NULL CHECK (length(role) BETWEEN 1 AND 100),
    goal TEXT NOT NULL CHECK (length(goal) <= 5000),
    backstory TEXT NOT NULL CHECK (length(backstory) <= 10000),
    instructions TEXT CHECK (length(instructions) BETWEEN 1 AND 50000),
    provider_id INTEGER REFERENCES providers (id) ON DELETE RESTRICT,
    model TEXT CHECK (length(model) BETWEEN 1 AND 200),
    temperature REAL,
    max_tokens INTEGER CHECK (max_tokens BETWEEN 1 AND 1000000),
    top_p REAL,
    input_price REAL,
    output_price REAL,
    configuration TEXT NOT NULL CHECK (json_valid(configuration)),
    scopes TEXT NOT NULL CHECK (json_valid(scopes)),
    tokens_per_run INTEGER CHECK (tokens_per_run BETWEEN 1 AND 1000000000),
    tokens_per_day INTEGER CHECK (tokens_per_day BETWEEN 1 AND 1000000000),
    cost_per_day REAL,
    version INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    archived_at INTEGER,
    deleted_at INTEGER,
    deletion_id INTEGER
) STRICT;

CREATE INDEX agents_created ON agents (owner_id, created_at, id);

CREATE INDEX agents_provider ON agents (provider_id) WHERE provider_id IS NOT NULL;

CREATE TABLE memories (
    id INTEGER PRIMARY KEY,
    agent_id INTEGER REFERENCES agents (id) ON DELETE CASCADE,
    project_id INTEGER REFERENCES projects (id) ON DELETE CASCADE,
    conversation_id INTEGER REFERENCES conversations (id) ON DELETE SET NULL,
    content TEXT NOT NULL CHECK (length(content) BETWEEN 1 AND 10000),
    summary TEXT CHECK (length(summary) BETWEEN 1 AND 500),
    type TEXT NOT NULL CHECK (type IN ('CONVERSATION', 'PREFERENCE', 'LEARNING', 'CONTEXT', 'FACT')),
    importance TEXT NOT NULL CHECK (importance IN ('LOW', 'MEDIUM', 'HIGH', 'CRITICAL')),
    score REAL NOT NULL,
    keywords TEXT NOT NULL CHECK (json_valid(keywords)),
    access_count INTEGER NOT NULL CHECK (access_count >= 0),
    last_accessed_at INTEGER,
    version INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    archived_at INTEGER,
    deleted_at INTEGER,
    deletion_id INTEGER,
    CHECK ((agent_id IS NULL) <> (project_id IS NULL)),
    CHECK (score >= 0 AND score <= 1)
) STRICT;

CREATE INDEX memories_agent ON memories (agent_id, created_at, id) WHERE agent_id IS NOT NULL;

CREATE INDEX memories_project ON memories (project_id, created_at, id) WHERE project_id IS NOT NULL;

CREATE INDEX memories_conversation ON memories (conversation_id) WHERE conversation_id IS NOT NULL;

CREATE TABLE memory_relations (
    id INTEGER PRIMARY KEY,
    from_id INTEGER NOT NULL REFERENCES memories (id) ON DELETE CASCADE,
    to_id INTEGER NOT NULL REFERENCES memories (id) ON DELETE CASCADE,
    kind TEXT NOT NULL CHECK (kind IN ('SUPPORTS', 'CONTRADICTS', 'REFINES'))
) STRICT;

CREATE UNIQUE INDEX memory_relations_pair ON memory_relations (from_id, to_id);

CREATE INDEX memory_relations_to ON memory_relations (to_id);

CREATE TABLE queues (
    id INTEGER PRIMARY KEY,
    project_id INTEGER NOT NULL REFERENCES projects (id) ON DELETE CASCADE,
    name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
    name_key TEXT NOT NULL,
    description TEXT CHECK (length(description) BETWEEN 1 AND 5000),
    max_parallel INTEGER NOT NULL CHECK (max_parallel BETWEEN 1 AND 10000),
    lease_seconds INTEGER NOT NULL CHECK (lease_seconds BETWEEN 5 AND 86400),
    max_attempts INTEGER NOT NULL CHECK (max_attempts BETWEEN 1 AND 100),
    max_stalls INTEGER NOT NULL CHECK (max_stalls BETWEEN 1 AND 100),
    active INTEGER NOT NULL CHECK (active IN (0, 1)),
    feeds TEXT CHECK (json_valid(feeds)),
    version INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    archived_at INTEGER,
    deleted_at INTEGER,
    deletion_id INTEGER
) STRICT;

CREATE INDEX queues_project ON queues (project_id, updated_at, id);

CREATE UNIQUE INDEX queues_live_name ON queues (project_id, name_key) WHERE deleted_at IS NULL;

CREATE INDEX queues_deletion ON queues (deletion_id) WHERE deletion_id IS NOT NULL;

CREATE TABLE sessions (
    id INTEGER PRIMARY KEY,
    user_id INTEGER NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    token_hash TEXT NOT NULL CHECK (length(token_hash) BETWEEN 64 AND 64),
    created_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    last_seen_at INTEGER NOT NULL,
    revoked_at INTEGER,
    user_agent TEXT CHECK (length(user_agent) BETWEEN 1 AND 200)
) STRICT;

CREATE UNIQUE INDEX sessions_token ON sessions (token_hash);

CREATE INDEX sessions_expiry ON sessions (expires_at);

CREATE INDEX sessions_user ON sessions (user_id);

CREATE TABLE summary_uses (
    id INTEGER PRIMARY KEY,
    project_id INTEGER NOT NULL REFERENCES projects (id) ON DELETE CASCADE,
    owner_id INTEGER NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    input_tokens INTEGER NOT NULL,
    output_tokens INTEGER NOT NULL,
    estimated INTEGER NOT NULL CHECK (estimated IN (0, 1)),
    cost_micros INTEGER,
    created_at INTEGER NOT NULL
) STRICT;

CREATE INDEX summary_uses_project ON summary_uses (project_id, created_at);

CREATE INDEX summary_uses_owner ON summary_uses (owner_id, created_at);

CREATE TABLE tickets (
    id INTEGER PRIMARY KEY,
    project_id INTEGER NOT NULL REFERENCES projects (id) ON DELETE CASCADE,
    number INTEGER NOT NULL CHECK (number >= 1),
    key TEXT NOT NULL,
    type TEXT NOT NULL CHECK (type IN ('TASK', 'BUG', 'FEATURE', 'IMPROVEMENT', 'STORY', 'EPIC')),
    title TEXT NOT NULL CHECK (length(title) BETWEEN 1 AND 200),
    overview TEXT NOT NULL CHECK (length(overview) <= 50000),
    status TEXT NOT NULL CHECK (status IN ('OPEN', 'IN_PROGRESS', 'REVIEW', 'BLOCKED', 'COMPLETED', 'CLOSED')),
    priority INTEGER NOT NULL CHECK (priority BETWEEN 0 AND 3),
    assignee_id INTEGER REFERENCES users (id) ON DELETE SET NULL,
    parent_id INTEGER REFERENCES tickets (id) ON DELETE SET NULL,
    labels TEXT NOT NULL CHECK (json_valid(labels)),
    acceptance_criteria TEXT NOT NULL CHECK (json_valid(acceptance_criteria)),
    suggested_file_ids TEXT NOT NULL CHECK (json_valid(suggested_file_ids)),
    suggested_agent_ids TEXT NOT NULL CHECK (json_valid(suggested_agent_ids)),
    suggested_prompt_ids TEXT NOT NULL CHECK (json_valid(suggested_prompt_ids)),
    estimated_minutes INTEGER CHECK (estimated_minutes BETWEEN 0 AND 1000000),
    due_at INTEGER,
    position INTEGER NOT NULL CHECK (position BETWEEN 0 AND 9007199254740991),
    metadata TEXT NOT NULL CHECK (json_valid(metadata)),
    started_at INTEGER,
    completed_at INTEGER,
    version INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    archived_at INTEGER,
    deleted_at INTEGER,
    deletion_id INTEGER,
    search_beside TEXT
) STRICT;

CREATE UNIQUE INDEX tickets_key ON tickets (key);

CREATE UNIQUE INDEX tickets_number ON tickets (project_id, number);

CREATE INDEX tickets_updated ON tickets (project_id, updated_at, id);

CREATE INDEX tickets_created ON tickets (project_id, created_at, id);

CREATE INDEX tickets_claim_order ON tickets (project_id, priority DESC, position, created_at, id) WHERE deleted_at IS NULL;

CREATE INDEX tickets_ready ON tickets (project_id, priority DESC, position, created_at, id) WHERE status = 'OPEN' AND archived_at IS NULL AND deleted_at IS NULL;

CREATE INDEX tickets_deletion ON tickets (deletion_id) WHERE deletion_id IS NOT NULL;

CREATE INDEX tickets_assignee ON tickets (assignee_id) WHERE assignee_id IS NOT NULL;

CREATE INDEX tickets_parent ON tickets (parent_id) WHERE parent_id IS NOT NULL;

CREATE TABLE comments (
    id INTEGER PRIMARY KEY,
    ticket_id INTEGER NOT NULL REFERENCES tickets (id) ON DELETE CASCADE,
    author_id INTEGER REFERENCES users (id) ON DELETE SET NULL,
    author_name TEXT NOT NULL CHECK (length(author_name) BETWEEN 1 AND 100),
    content TEXT NOT NULL CHECK (length(content) BETWEEN 1 AND 10000),
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    edited_at INTEGER,
    deleted_at INTEGER,
    deletion_id INTEGER,
    search_beside TEXT
) STRICT;

CREATE INDEX comments_thread ON comments (ticket_id, created_at, id);

CREATE INDEX comments_deletion ON comments (deletion_id) WHERE deletion_id IS NOT NULL;

CREATE INDEX comments_author ON comments (author_id) WHERE author_id IS NOT NULL;

CREATE TABLE tasks (
    id INTEGER PRIMARY KEY,
    ticket_id INTEGER NOT NULL REFERENCES tickets (id) ON DELETE CASCADE,
    content TEXT NOT NULL CHECK (length(content) BETWEEN 1 AND 2000),
    description TEXT CHECK (length(description) BETWEEN 1 AND 50000),
    status TEXT NOT NULL CHECK (status IN ('PENDING', 'IN_PROGRESS', 'COMPLETED', 'CANCELLED')),
    order_index INTEGER NOT NULL CHECK (order_index >= 0),
    estimated_minutes INTEGER CHECK (estimated_minutes BETWEEN 0 AND 1000000),
    assignee_id INTEGER REFERENCES users (id) ON DELETE SET NULL,
    labels TEXT NOT NULL CHECK (json_valid(labels)),
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    deleted_at INTEGER,
    deletion_id INTEGER,
    search_beside TEXT
) STRICT;

CREATE INDEX tasks_order ON tasks (ticket_id, order_index, id, deleted_at, status);

CREATE INDEX tasks_deletion ON tasks (deletion_id) WHERE deletion_id IS NOT NULL;

CREATE INDEX tasks_assignee ON tasks (assignee_id) WHERE assignee_id IS NOT NULL;

CREATE TABLE aliases (
    id INTEGER PRIMARY KEY,
    project_id INTEGER NOT NULL REFERENCES projects (id) ON DELETE CASCADE,
    source TEXT NOT NULL,
    external_id TEXT NOT NULL CHECK (length(external_id) <= 300),
    ticket_id INTEGER REFERENCES tickets (id) ON DELETE CASCADE,
    task_id INTEGER REFERENCES tasks (id) ON DELETE CASCADE,
    comment_id INTEGER REFERENCES comments (id) ON DELETE CASCADE,
    seen TEXT CHECK (json_valid(seen)),
    CHECK (CASE WHEN ticket_id IS NULL THEN 0 ELSE 1 END + CASE WHEN task_id IS NULL THEN 0 ELSE 1 END + CASE WHEN comment_id IS NULL THEN 0 ELSE 1 END = 1)
) STRICT;

CREATE UNIQUE INDEX aliases_external ON aliases (project_id, source, external_id);

CREATE INDEX aliases_ticket ON aliases (ticket_id) WHERE ticket_id IS NOT NULL;

CREATE INDEX aliases_task ON aliases (task_id) WHERE task_id IS NOT NULL;

CREATE INDEX aliases_comment ON aliases (comment_id) WHERE comment_id IS NOT NULL;

CREATE TABLE queue_items (
    id INTEGER PRIMARY KEY,
    queue_id INTEGER NOT NULL REFERENCES queues (id) ON DELETE CASCADE,
    ticket_id INTEGER REFERENCES tickets (id) ON DELETE CASCADE,
    task_id INTEGER REFERENCES tasks (id) ON DELETE CASCADE,
    group_id INTEGER REFERENCES queue_items (id) ON DELETE SET NULL,
    status TEXT NOT NULL CHECK (status IN ('READY', 'CLAIMED', 'COMPLETED', 'FAILED', 'CANCELLED')),
    priority INTEGER NOT NULL CHECK (priority BETWEEN 0 AND 3),
    position INTEGER NOT NULL CHECK (position BETWEEN 0 AND 9007199254740991),
    enqueued_at INTEGER NOT NULL,
    run_at INTEGER NOT NULL,
    attempts INTEGER NOT NULL CHECK (attempts >= 0),
    stalls INTEGER NOT NULL CHECK (stalls >= 0),
    releases INTEGER NOT NULL DEFAULT 0 CHECK (releases >= 0),
    fencing_token INTEGER NOT NULL CHECK (fencing_token >= 0),
    claim_id INTEGER,
    lease_until INTEGER,
    finished_at INTEGER,
    result TEXT CHECK (json_valid(result)),
    last_error TEXT,
    note TEXT,
    priority_set INTEGER NOT NULL DEFAULT false CHECK (priority_set IN (0, 1)),
    position_set INTEGER NOT NULL DEFAULT false CHECK (position_set IN (0, 1)),
    CHECK ((ticket_id IS NULL) <> (task_id IS NULL)),
    CHECK (status <> 'CLAIMED' OR (claim_id IS NOT NULL AND lease_until IS NOT NULL))
) STRICT;

CREATE INDEX queue_items_claim_order ON queue_items (queue_id, priority DESC, position, enqueued_at, id) WHERE status IN ('READY', 'CLAIMED');

CREATE UNIQUE INDEX queue_items_live_ticket ON queue_items (ticket_id) WHERE status IN ('READY', 'CLAIMED');

CREATE UNIQUE INDEX queue_items_live_task ON queue_items (task_id) WHERE status IN ('READY', 'CLAIMED');

CREATE INDEX queue_items_queue ON queue_items (queue_id, status, priority DESC, position, enqueued_at, id);

CREATE INDEX queue_items_lease ON queue_items (lease_until, queue_id) WHERE status = 'CLAIMED';

CREATE INDEX queue_items_ticket ON queue_items (ticket_id) WHERE ticket_id IS NOT NULL;

CREATE INDEX queue_items_task ON queue_items (task_id) WHERE task_id IS NOT NULL;

CREATE INDEX queue_items_group ON queue_items (group_id) WHERE group_id IS NOT NULL;

CREATE TABLE queue_claims (
    id INTEGER PRIMARY KEY,
    item_id INTEGER NOT NULL REFERENCES queue_items (id) ON DELETE CASCADE,
    fencing_token INTEGER NOT NULL,
    user_id INTEGER REFERENCES users (id) ON DELETE SET NULL,
    label TEXT NOT NULL CHECK (length(label) BETWEEN 1 AND 100),
    lease_seconds INTEGER NOT NULL CHECK (lease_seconds BETWEEN 5 AND 86400),
    claimed_at INTEGER NOT NULL,
    heartbeat_at INTEGER NOT NULL,
    progress_percent INTEGER CHECK (progress_percent BETWEEN 0 AND 100),
    progress_text TEXT CHECK (length(progress_text) BETWEEN 1 AND 500),
    ended_at INTEGER,
    outcome TEXT CHECK (outcome IN ('COMPLETED', 'FAILED', 'RELEASED', 'LOST', 'CANCELLED', 'FINISHED')),
    note TEXT CHECK (length(note) BETWEEN 1 AND 10000),
    error TEXT CHECK (length(error) BETWEEN 1 AND 10000),
    item_status TEXT CHECK (item_status IN ('READY', 'CLAIMED', 'COMPLETED', 'FAILED', 'CANCELLED')),
    retry_at INTEGER,
    CHECK ((outcome IS NULL) = (ended_at IS NULL))
) STRICT;

CREATE INDEX queue_claims_live ON queue_claims (claimed_at, id) WHERE ended_at IS NULL;

CREATE UNIQUE INDEX queue_claims_token ON queue_claims (item_id, fencing_token);

CREATE INDEX queue_claims_user ON queue_claims (user_id) WHERE user_id IS NOT NULL;

CREATE TABLE agent_runs (
    id INTEGER PRIMARY KEY,
    agent_id INTEGER NOT NULL REFERENCES agents (id) ON DELETE CASCADE,
    owner_id INTEGER NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    conversation_id INTEGER NOT NULL REFERENCES conversations (id) ON DELETE CASCADE,
    project_id INTEGER REFERENCES projects (id) ON DELETE CASCADE,
    trigger_id INTEGER REFERENCES messages (id) ON DELETE SET NULL,
    claim_id INTEGER REFERENCES queue_claims (id) ON DELETE SET NULL,
    depth INTEGER NOT NULL CHECK (depth BETWEEN 0 AND 4),
    status TEXT NOT NULL CHECK (status IN ('QUEUED', 'RUNNING', 'SUCCEEDED', 'FAILED', 'CANCELLED')),
    attempt INTEGER NOT NULL CHECK (attempt BETWEEN 0 AND 100),
    transcript TEXT NOT NULL CHECK (json_valid(transcript)),
    input_tokens INTEGER,
    output_tokens INTEGER,
    estimated INTEGER NOT NULL CHECK (estimated IN (0, 1)),
    cost_micros INTEGER,
    model TEXT CHECK (length(model) BETWEEN 1 AND 200),
    finish_reason TEXT CHECK (finish_reason IN ('STOP', 'LENGTH', 'TOOL', 'CANCELLED', 'CUT', 'FAILED')),
    error_code TEXT CHECK (length(error_code) BETWEEN 1 AND 60),
    error TEXT CHECK (length(error) BETWEEN 1 AND 1000),
    message_id INTEGER,
    created_at INTEGER NOT NULL,
    started_at INTEGER,
    finished_at INTEGER,
    CHECK ((status IN ('QUEUED', 'RUNNING')) = (finished_at IS NULL)),
    CHECK (status <> 'FAILED' OR error IS NOT NULL)
) STRICT;

CREATE INDEX agent_runs_conversation ON agent_runs (conversation_id, created_at, id);

CREATE INDEX agent_runs_agent ON agent_runs (agent_id, created_at, id);

CREATE INDEX agent_runs_owner ON agent_runs (owner_id, created_at, id);

CREATE INDEX agent_runs_project ON agent_runs (project_id, created_at, id) WHERE project_id IS NOT NULL;

CREATE INDEX agent_runs_live ON agent_runs (agent_id, status) WHERE finished_at IS NULL;

CREATE INDEX agent_runs_trigger ON agent_runs (trigger_id) WHERE trigger_id IS NOT NULL;

CREATE INDEX agent_runs_claim ON agent_runs (claim_id) WHERE claim_id IS NOT NULL;

CREATE TABLE task_dependencies (
    task_id INTEGER NOT NULL REFERENCES tasks (id) ON DELETE CASCADE,
    depends_on_id INTEGER NOT NULL REFERENCES tasks (id) ON DELETE CASCADE,
    PRIMARY KEY (task_id, depends_on_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX task_dependencies_depends_on ON task_dependencies (depends_on_id);

CREATE TABLE ticket_links (
    from_id INTEGER NOT NULL REFERENCES tickets (id) ON DELETE CASCADE,
    to_id INTEGER NOT NULL REFERENCES tickets (id) ON DELETE CASCADE,
    kind TEXT NOT NULL CHECK (kind IN ('BLOCKS', 'RELATES_TO', 'DUPLICATES', 'SUPERSEDES', 'DISCOVERED_FROM')),
    PRIMARY KEY (from_id, to_id, kind),
    CHECK (from_id <> to_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX ticket_links_reverse ON ticket_links (to_id, kind, from_id);

CREATE VIEW ticket_summaries AS SELECT t.id, t.project_id, t.number, t.key, t.type, t.title, t.overview, t.status, t.priority, t.assignee_id, t.parent_id, t.labels, t.acceptance_criteria, t.suggested_file_ids, t.suggested_agent_ids, t.suggested_prompt_ids, t.estimated_minutes, t.due_at, t.position, t.metadata, t.started_at, t.completed_at, t.version, t.created_at, t.updated_at, t.archived_at, t.deleted_at, t.deletion_id, t.search_beside, (SELECT count(*) FROM tasks k WHERE k.ticket_id = t.id AND k.deleted_at IS NULL) AS task_count, (SELECT count(*) FROM tasks k WHERE k.ticket_id = t.id AND k.deleted_at IS NULL AND k.status NOT IN ('COMPLETED', 'CANCELLED')) AS open_task_count, (SELECT count(*) FROM ticket_links l JOIN tickets b ON b.id = l.from_id WHERE l.to_id = t.id AND l.kind = 'BLOCKS' AND b.status NOT IN ('COMPLETED', 'CLOSED') AND b.archived_at IS NULL AND b.deleted_at IS NULL) AS blocker_count, EXISTS (SELECT 1 FROM queue_items i WHERE i.ticket_id = t.id AND i.status IN ('READY', 'CLAIMED') AND i.status = 'CLAIMED') AS claimed FROM tickets t;

CREATE VIEW project_counts_source AS SELECT c.project_id, c.status AS kind, count(*) AS n FROM tickets c WHERE c.deleted_at IS NULL GROUP BY 1, 2 UNION ALL SELECT p.project_id, 'OPEN_TASKS' AS kind, count(*) AS n FROM tasks c JOIN tickets p ON p.id = c.ticket_id WHERE c.deleted_at IS NULL AND c.status IN ('PENDING', 'IN_PROGRESS') GROUP BY 1, 2 UNION ALL SELECT p.project_id, 'QUEUE_DEPTH' AS kind, count(*) AS n FROM queue_items c JOIN queues p ON p.id = c.queue_id WHERE c.status IN ('READY', 'CLAIMED') GROUP BY 1, 2;

CREATE TRIGGER tickets_counted AFTER INSERT ON tickets WHEN new.deleted_at IS NULL BEGIN
    INSERT INTO project_counts (project_id, kind, n)
    SELECT new.project_id, new.status, 1 WHERE new.deleted_at IS NULL
        ON CONFLICT DO UPDATE SET n = n + 1;
END;

CREATE TRIGGER tickets_recounted AFTER UPDATE OF deleted_at, project_id, status ON tickets
WHEN (old.deleted_at IS NULL) <> (new.deleted_at IS NULL) OR old.project_id IS NOT new.project_id OR old.status IS NOT new.status BEGIN
    UPDATE project_counts SET n = n - 1
     WHERE project_id = old.project_id AND kind = old.status AND old.deleted_at IS NULL;
    INSERT INTO project_counts (project_id, kind, n)
    SELECT new.project_id, new.status, 1 WHERE new.deleted_at IS NULL
        ON CONFLICT DO UPDATE SET n = n + 1;
END;

CREATE TRIGGER tickets_uncounted AFTER DELETE ON tickets WHEN old.deleted_at IS NULL BEGIN
    UPDATE project_counts SET n = n - 1
     WHERE project_id = old.project_id AND kind = old.status AND old.deleted_at IS NULL;
END;

CREATE TRIGGER tasks_counted AFTER INSERT ON tasks WHEN new.deleted_at IS NULL AND new.status IN ('PENDING', 'IN_PROGRESS') BEGIN
    INSERT INTO project_counts (project_id, kind, n)
    SELECT (SELECT p.project_id FROM tickets p WHERE p.id = new.ticket_id), 'OPEN_TASKS', 1 WHERE new.deleted_at IS NULL AND new.status IN ('PENDING', 'IN_PROGRESS')
        ON CONFLICT DO UPDATE SET n = n + 1;
END;

CREATE TRIGGER tasks_recounted AFTER UPDATE OF deleted_at, status, ticket_id ON tasks
WHEN (old.deleted_at IS NULL AND old.status IN ('PENDING', 'IN_PROGRESS')) <> (new.deleted_at IS NULL AND new.status IN ('PENDING', 'IN_PROGRESS')) OR old.ticket_id IS NOT new.ticket_id BEGIN
    UPDATE project_counts SET n = n - 1
     WHERE project_id = (SELECT p.project_id FROM tickets p WHERE p.id = old.ticket_id) AND kind = 'OPEN_TASKS' AND old.deleted_at IS NULL AND old.status IN ('PENDING', 'IN_PROGRESS');
    INSERT INTO project_counts (project_id, kind, n)
    SELECT (SELECT p.project_id FROM tickets p WHERE p.id = new.ticket_id), 'OPEN_TASKS', 1 WHERE new.deleted_at IS NULL AND new.status IN ('PENDING', 'IN_PROGRESS')
        ON CONFLICT DO UPDATE SET n = n + 1;
END;

CREATE TRIGGER tasks_uncounted AFTER DELETE ON tasks WHEN old.deleted_at IS NULL AND old.status IN ('PENDING', 'IN_PROGRESS') BEGIN
    UPDATE project_counts SET n = n - 1
     WHERE project_id = (SELECT p.project_id FROM tickets p WHERE p.id = old.ticket_id) AND kind = 'OPEN_TASKS' AND old.deleted_at IS NULL AND old.status IN ('PENDING', 'IN_PROGRESS');
END;

CREATE TRIGGER tickets_tasks_uncounted BEFORE DELETE ON tickets BEGIN
    UPDATE project_counts
       SET n = n - (SELECT count(*) FROM tasks c WHERE c.ticket_id = old.id AND c.deleted_at IS NULL AND c.status IN ('PENDING', 'IN_PROGRESS'))
     WHERE project_id = old.project_id AND kind = 'OPEN_TASKS';
END;

CREATE TRIGGER queue_items_counted AFTER INSERT ON queue_items WHEN new.status IN ('READY', 'CLAIMED') BEGIN
    INSERT INTO project_counts (project_id, kind, n)
    SELECT (SELECT p.project_id FROM queues p WHERE p.id = new.queue_id), 'QUEUE_DEPTH', 1 WHERE new.status IN ('READY', 'CLAIMED')
        ON CONFLICT DO UPDATE SET n = n + 1;
END;

CREATE TRIGGER queue_items_recounted AFTER UPDATE OF queue_id, status ON queue_items
WHEN (old.status IN ('READY', 'CLAIMED')) <> (new.status IN ('READY', 'CLAIMED')) OR old.queue_id IS NOT new.queue_id BEGIN
    UPDATE project_counts SET n = n - 1
     WHERE project_id = (SELECT p.project_id FROM queues p WHERE p.id = old.queue_id) AND kind = 'QUEUE_DEPTH' AND old.status IN ('READY', 'CLAIMED');
    INSERT INTO project_counts (project_id, kind, n)
    SELECT (SELECT p.project_id FROM queues p WHERE p.id = new.queue_id), 'QUEUE_DEPTH', 1 WHERE new.status IN ('READY', 'CLAIMED')
        ON CONFLICT DO UPDATE SET n = n + 1;
END;

CREATE TRIGGER queue_items_uncounted AFTER DELETE ON queue_items WHEN old.status IN ('READY', 'CLAIMED') BEGIN
    UPDATE project_counts SET n = n - 1
     WHERE project_id = (SELECT p.project_id FROM queues p WHERE p.id = old.queue_id) AND kind = 'QUEUE_DEPTH' AND old.status IN ('READY', 'CLAIMED');
END;

CREATE TRIGGER queues_queue_items_uncounted BEFORE DELETE ON queues BEGIN
    UPDATE project_counts
       SET n = n - (SELECT count(*) FROM queue_items c WHERE c.queue_id = old.id AND c.status IN ('READY', 'CLAIMED'))
     WHERE project_id = old.project_id AND kind = 'QUEUE_DEPTH';
END;

CREATE VIEW search_scopes_source AS SELECT c.id, (SELECT coalesce('p' || p.project_id, 'outside') || ' message' FROM conversations p WHERE p.id = c.conversation_id) AS scope FROM messages c UNION ALL SELECT c.id, coalesce('p' || c.project_id, 'outside') || ' prompt' AS scope FROM prompts c UNION ALL SELECT c.id, 'p' || c.project_id || ' ticket' AS scope FROM tickets c UNION ALL SELECT c.id, (SELECT 'p' || p.project_id || ' comment' FROM tickets p WHERE p.id = c.ticket_id) AS scope FROM comments c UNION ALL SELECT c.id, (SELECT 'p' || p.project_id || ' task' FROM tickets p WHERE p.id = c.ticket_id) AS scope FROM tasks c;

CREATE VIEW search_source AS SELECT c.id, s.scope, '' AS title, c.content AS body, coalesce(c.search_beside, '') AS beside FROM messages c JOIN search_scopes s ON s.id = c.id UNION ALL SELECT c.id, s.scope, c.title AS title, c.content AS body, coalesce(c.search_beside, '') AS beside FROM prompts c JOIN search_scopes s ON s.id = c.id UNION ALL SELECT c.id, s.scope, c.title AS title, c.overview AS body, coalesce(c.search_beside, '') AS beside FROM tickets c JOIN search_scopes s ON s.id = c.id UNION ALL SELECT c.id, s.scope, '' AS title, c.content AS body, coalesce(c.search_beside, '') AS beside FROM comments c JOIN search_scopes s ON s.id = c.id UNION ALL SELECT c.id, s.scope, c.content AS title, coalesce(c.description, '') AS body, coalesce(c.search_beside, '') AS beside FROM tasks c JOIN search_scopes s ON s.id = c.id;

CREATE VIRTUAL TABLE search_index USING fts5 (
    scope, title, body, beside, content = 'search_source', content_rowid = 'id', columnsize = 0,
    tokenize = 'unicode61 remove_diacritics 2'
);

CREATE TRIGGER messages_indexed AFTER INSERT ON messages BEGIN
    INSERT INTO search_scopes (id, scope) VALUES (new.id, (SELECT coalesce('p' || p.project_id, 'outside') || ' message' FROM conversations p WHERE p.id = new.conversation_id));
    INSERT INTO search_index (rowid, scope, title, body, beside)
    SELECT new.id, s.scope, '', new.content, coalesce(new.search_beside, '') FROM search_scopes s WHERE s.id = new.id;
END;

CREATE TRIGGER messages_reindexed AFTER UPDATE OF content, search_beside ON messages
WHEN old.content IS NOT new.content OR old.search_beside IS NOT new.search_beside BEGIN
    INSERT INTO search_index (search_index, rowid, scope, title, body, beside)
    SELECT 'delete', old.id, s.scope, '', old.content, coalesce(old.search_beside, '') FROM search_scopes s WHERE s.id = old.id;
    INSERT INTO search_index (rowid, scope, title, body, beside)
    SELECT new.id, s.scope, '', new.content, coalesce(new.search_beside, '') FROM search_scopes s WHERE s.id = new.id;
END;

CREATE TRIGGER messages_unindexed AFTER DELETE ON messages BEGIN
    INSERT INTO search_index (search_index, rowid, scope, title, body, beside)
    SELECT 'delete', old.id, s.scope, '', old.content, coalesce(old.search_beside, '') FROM search_scopes s WHERE s.id = old.id;
        DELETE FROM search_scopes WHERE id = old.id;
END;

CREATE TRIGGER prompts_indexed AFTER INSERT ON prompts BEGIN
    INSERT INTO search_scopes (id, scope) VALUES (new.id, coalesce('p' || new.project_id, 'outside') || ' prompt');
    INSERT INTO search_index (rowid, scope, title, body, beside)
    SELECT new.id, s.scope, new.title, new.content, coalesce(new.search_beside, '') FROM search_scopes s WHERE s.id = new.id;
END;

CREATE TRIGGER prompts_reindexed AFTER UPDATE OF title, content, search_beside ON prompts
WHEN old.title IS NOT new.title OR old.content IS NOT new.content OR old.search_beside IS NOT new.search_beside BEGIN
    INSERT INTO search_index (search_index, rowid, scope, title, body, beside)
    SELECT 'delete', old.id, s.scope, old.title, old.content, coalesce(old.search_beside, '') FROM search_scopes s WHERE s.id = old.id;
    INSERT INTO search_index (rowid, scope, title, body, beside)
    SELECT new.id, s.scope, new.title, new.content, coalesce(new.search_beside, '') FROM search_scopes s WHERE s.id = new.id;
END;

CREATE TRIGGER prompts_unindexed AFTER DELETE ON prompts BEGIN
    INSERT INTO search_index (search_index, rowid, scope, title, body, beside)
    SELECT 'delete', old.id, s.scope, old.title, old.content, coalesce(old.search_beside, '') FROM search_scopes s WHERE s.id = old.id;
        DELETE FROM search_scopes WHERE id = old.id;
END;

CREATE TRIGGER tickets_indexed AFTER INSERT ON tickets BEGIN
    INSERT INTO search_scopes (id, scope) VALUES (new.id, 'p' || new.project_id || ' ticket');
    INSERT INTO search_index (rowid, scope, title, body, beside)
    SELECT new.id, s.scope, new.title, new.overview, coalesce(new.search_beside, '') FROM search_scopes s WHERE s.id = new.id;
END;

CREATE TRIGGER tickets_reindexed AFTER UPDATE OF title, overview, search_beside ON tickets
WHEN old.title IS NOT new.title OR old.overview IS NOT new.overview OR old.search_beside IS NOT new.search_beside BEGIN
    INSERT INTO search_index (search_index, rowid, scope, title, body, beside)
    SELECT 'delete', old.id, s.scope, old.title, old.overview, coalesce(old.search_beside, '') FROM search_scopes s WHERE s.id = old.id;
    INSERT INTO search_index (rowid, scope, title, body, beside)
    SELECT new.id, s.scope, new.title, new.overview, coalesce(new.search_beside, '') FROM search_scopes s WHERE s.id = new.id;
END;

CREATE TRIGGER tickets_unindexed AFTER DELETE ON tickets BEGIN
    INSERT INTO search_index (search_index, rowid, scope, title, body, beside)
    SELECT 'delete', old.id, s.scope, old.title, old.overview, coalesce(old.search_beside, '') FROM search_scopes s WHERE s.id = old.id;
        DELETE FROM search_scopes WHERE id = old.id;
END;

CREATE TRIGGER comments_indexed AFTER INSERT ON comments BEGIN
    INSERT INTO search_scopes (id, scope) VALUES (new.id, (SELECT 'p' || p.project_id || ' comment' FROM tickets p WHERE p.id = new.ticket_id));
    INSERT INTO search_index (rowid, scope, title, body, beside)
    SELECT new.id, s.scope, '', new.content, coalesce(new.search_beside, '') FROM search_scopes s WHERE s.id = new.id;
END;

CREATE TRIGGER comments_reindexed AFTER UPDATE OF content, search_beside ON comments
WHEN old.content IS NOT new.content OR old.search_beside IS NOT new.search_beside BEGIN
    INSERT INTO search_index (search_index, rowid, scope, title, body, beside)
    SELECT 'delete', old.id, s.scope, '', old.content, coalesce(old.search_beside, '') FROM search_scopes s WHERE s.id = old.id;
    INSERT INTO search_index (rowid, scope, title, body, beside)
    SELECT new.id, s.scope, '', new.content, coalesce(new.search_beside, '') FROM search_scopes s WHERE s.id = new.id;
END;

CREATE TRIGGER comments_unindexed AFTER DELETE ON comments BEGIN
    INSERT INTO search_index (search_index, rowid, scope, title, body, beside)
    SELECT 'delete', old.id, s.scope, '', old.content, coalesce(old.search_beside, '') FROM search_scopes s WHERE s.id = old.id;
        DELETE FROM search_scopes WHERE id = old.id;
END;

CREATE TRIGGER tasks_indexed AFTER INSERT ON tasks BEGIN
    INSERT INTO search_scopes (id, scope) VALUES (new.id, (SELECT 'p' || p.project_id || ' task' FROM tickets p WHERE p.id = new.ticket_id));
    INSERT INTO search_index (rowid, scope, title, body, beside)
    SELECT new.id, s.scope, new.content, coalesce(new.description, ''), coalesce(new.search_beside, '') FROM search_scopes s WHERE s.id = new.id;
END;

CREATE TRIGGER tasks_reindexed AFTER UPDATE OF content, description, search_beside ON tasks
WHEN old.content IS NOT new.content OR old.description IS NOT new.description OR old.search_beside IS NOT new.search_beside BEGIN
    INSERT INTO search_index (search_index, rowid, scope, title, body, beside)
    SELECT 'delete', old.id, s.scope, old.content, coalesce(old.description, ''), coalesce(old.search_beside, '') FROM search_scopes s WHERE s.id = old.id;
    INSERT INTO search_index (rowid, scope, title, body, beside)
    SELECT new.id, s.scope, new.content, coalesce(new.description, ''), coalesce(new.search_beside, '') FROM search_scopes s WHERE s.id = new.id;
END;

CREATE TRIGGER tasks_unindexed AFTER DELETE ON tasks BEGIN
    INSERT INTO search_index (search_index, rowid, scope, title, body, beside)
    SELECT 'delete', old.id, s.scope, old.content, coalesce(old.description, ''), coalesce(old.search_beside, '') FROM search_scopes s WHERE s.id = old.id;
        DELETE FROM search_scopes WHERE id = old.id;
END;

CREATE VIRTUAL TABLE project_file_words USING fts5 (
    scope, path, name, symbols, summary, contents, content = '', contentless_delete = 1,
    tokenize = 'porter unicode61 remove_diacritics 2'
);

CREATE TRIGGER project_file_words_removed AFTER DELETE ON project_files BEGIN
    DELETE FROM project_file_words WHERE rowid = old.id;
END;

-- The whole schema, generated from the rows.

CREATE TABLE activity_base (
    id bigint PRIMARY KEY,
    base bigint NOT NULL,
    CHECK (id = 1)
);

CREATE TABLE jobs (
    id bigint PRIMARY KEY,
    kind text COLLATE "C" NOT NULL CHECK (kind IN ('INDEX', 'REPLY', 'RETENTION', 'SUMMARY')),
    subject_id bigint NOT NULL,
    lane_id bigint,
    status text COLLATE "C" NOT NULL CHECK (status IN ('READY', 'RUNNING', 'COMPLETED', 'FAILED', 'CANCELLED')),
    priority integer NOT NULL CHECK (priority BETWEEN 0 AND 9),
    run_at timestamptz NOT NULL,
    attempts integer NOT NULL CHECK (attempts BETWEEN 0 AND 100),
    max_attempts integer NOT NULL CHECK (max_attempts BETWEEN 1 AND 100),
    token bigint NOT NULL CHECK (token >= 0),
    lease_until timestamptz,
    last_error text COLLATE "C" CHECK (length(last_error) BETWEEN 1 AND 1000),
    report json,
    created_at timestamptz NOT NULL,
    finished_at timestamptz,
    CHECK (status <> 'RUNNING' OR lease_until IS NOT NULL),
    CHECK (status <> 'FAILED' OR last_error IS NOT NULL),
    CHECK ((status IN ('READY', 'RUNNING')) = (finished_at IS NULL))
);

CREATE UNIQUE INDEX jobs_live ON jobs (kind, subject_id) WHERE status IN ('READY', 'RUNNING');

CREATE INDEX jobs_due ON jobs (priority DESC, run_at, id) WHERE status IN ('READY', 'RUNNING');

CREATE INDEX jobs_ready ON jobs (run_at) WHERE status = 'READY';

CREATE INDEX jobs_lease ON jobs (lease_until) WHERE status = 'RUNNING';

CREATE INDEX jobs_lane ON jobs (lane_id, lease_until) WHERE status = 'RUNNING';

CREATE INDEX jobs_ended ON jobs (finished_at) WHERE finished_at IS NOT NULL;

CREATE TABLE schema_log (
    id bigint PRIMARY KEY,
    at timestamptz NOT NULL,
    version integer NOT NULL,
    script text COLLATE "C" NOT NULL CHECK (length(script) BETWEEN 1 AND 200),
    backup text COLLATE "C"
);

CREATE TABLE settings (
    scope text COLLATE "C" NOT NULL CHECK (scope IN ('SYSTEM', 'USER', 'PROJECT')),
    scope_id bigint NOT NULL,
    key text COLLATE "C" NOT NULL,
    value json NOT NULL,
    PRIMARY KEY (scope, scope_id, key)
);

CREATE TABLE users (
    id bigint PRIMARY KEY,
    type text COLLATE "C" NOT NULL CHECK (type IN ('HUMAN', 'AGENT')),
    owner_id bigint REFERENCES users (id) ON DELETE RESTRICT,
    name text COLLATE "C" NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
    name_key text COLLATE "C" NOT NULL,
    email text COLLATE "C" CHECK (length(email) BETWEEN 1 AND 254),
    email_key text COLLATE "C",
    avatar_url text COLLATE "C" CHECK (length(avatar_url) BETWEEN 1 AND 1000),
    presence text COLLATE "C" NOT NULL CHECK (presence IN ('ONLINE', 'AWAY', 'BUSY', 'OFFLINE')),
    system_role text COLLATE "C" NOT NULL CHECK (system_role IN ('ADMIN', 'MEMBER')),
    deactivated_at timestamptz,
    version bigint NOT NULL,
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL,
    archived_at timestamptz,
    deleted_at timestamptz,
    deletion_id bigint
);

CREATE UNIQUE INDEX users_email ON users (email_key) WHERE deleted_at IS NULL;

CREATE INDEX users_admins ON users (id) WHERE system_role = 'ADMIN' AND type = 'HUMAN' AND deactivated_at IS NULL AND deleted_at IS NULL;

CREATE INDEX users_name ON users (name_key, id);

CREATE INDEX users_updated ON users (updated_at, id);

CREATE INDEX users_created ON users (created_at, id);

CREATE INDEX users_owner ON users (owner_id) WHERE owner_id IS NOT NULL;

CREATE TABLE accounts (
    user_id bigint PRIMARY KEY REFERENCES users (id) ON DELETE CASCADE,
    username text COLLATE "C" NOT NULL CHECK (length(username) BETWEEN 3 AND 50),
    username_key text COLLATE "C" NOT NULL,
    password_hash text COLLATE "C" NOT NULL,
    failed_attempts integer NOT NULL CHECK (failed_attempts >= 0),
    locked_until timestamptz,
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL
);

CREATE UNIQUE INDEX accounts_username ON accounts (username_key);

CREATE TABLE idempotency_keys (
    caller_id bigint NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    method text COLLATE "C" NOT NULL,
    path text COLLATE "C" NOT NULL,
    key text COLLATE "C" NOT NULL,
    body_hash text COLLATE "C" NOT NULL,
    status integer NOT NULL,
    headers text COLLATE "C" NOT NULL,
    body text COLLATE "C" NOT NULL,
    created_at timestamptz NOT NULL,
    PRIMARY KEY (caller_id, method, path, key)
);

CREATE INDEX idempotency_keys_age ON idempotency_keys (created_at);

CREATE TABLE preferences (
    user_id bigint PRIMARY KEY REFERENCES users (id) ON DELETE CASCADE,
    theme text COLLATE "C" NOT NULL CHECK (theme IN ('DARK', 'LIGHT', 'SYSTEM')),
    language text COLLATE "C" CHECK (length(language) BETWEEN 1 AND 35),
    timezone text COLLATE "C" CHECK (length(timezone) BETWEEN 1 AND 50)
);

CREATE TABLE projects (
    id bigint PRIMARY KEY,
    owner_id bigint NOT NULL REFERENCES users (id) ON DELETE RESTRICT,
    key text COLLATE "C" NOT NULL CHECK (length(key) BETWEEN 2 AND 10),
    name text COLLATE "C" NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
    name_key text COLLATE "C" NOT NULL,
    description text COLLATE "C" NOT NULL CHECK (length(description) <= 5000),
    description_key text COLLATE "C" NOT NULL,
    local_path text COLLATE "C" CHECK (length(local_path) BETWEEN 1 AND 1000),
    local_path_key text COLLATE "C",
    git_url text COLLATE "C" CHECK (length(git_url) BETWEEN 1 AND 1000),
    branch text COLLATE "C" CHECK (length(branch) BETWEEN 1 AND 1000),
    status text COLLATE "C" NOT NULL CHECK (status IN ('DRAFT', 'ACTIVE', 'COMPLETED')),
    completeness integer NOT NULL DEFAULT 0 CHECK (completeness BETWEEN 0 AND 100),
    validation_score integer NOT NULL DEFAULT 0 CHECK (validation_score BETWEEN 0 AND 100),
    validated_at timestamptz,
    validation_stale boolean NOT NULL DEFAULT false,
    version bigint NOT NULL,
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL,
    archived_at timestamptz,
    deleted_at timestamptz,
    deletion_id bigint,
    next_ticket_number integer NOT NULL DEFAULT 1 CHECK (next_ticket_number >= 1)
);

CREATE UNIQUE INDEX projects_key ON projects (key);

CREATE UNIQUE INDEX projects_live_name ON projects (owner_id, name_key) WHERE deleted_at IS NULL;

CREATE UNIQUE INDEX projects_live_path ON projects (local_path_key) WHERE deleted_at IS NULL;

CREATE INDEX projects_updated ON projects (updated_at, id);

CREATE INDEX projects_created ON projects (created_at, id);

CREATE INDEX projects_score ON projects (validation_score, id);

CREATE INDEX projects_owner ON projects (owner_id);

CREATE TABLE activity (
    seq bigint PRIMARY KEY,
    type text COLLATE "C" NOT NULL,
    actor_id bigint REFERENCES users (id) ON DELETE SET NULL,
    actor_name text COLLATE "C" NOT NULL,
    project_id bigint REFERENCES projects (id) ON DELETE SET NULL,
    conversation_id bigint,
    subject_type text COLLATE "C" NOT NULL,
    subject_id bigint NOT NULL,
    version bigint,
    before json,
    after json,
    data json NOT NULL,
    at timestamptz NOT NULL,
    CHECK (type LIKE '%_._%')
);

CREATE INDEX activity_project ON activity (project_id, seq) WHERE project_id IS NOT NULL;

CREATE INDEX activity_conversation ON activity (conversation_id, seq) WHERE conversation_id IS NOT NULL;

CREATE INDEX activity_actor ON activity (actor_id, seq) WHERE actor_id IS NOT NULL;

CREATE INDEX activity_subject ON activity (subject_id, seq);

CREATE TABLE api_tokens (
    id bigint PRIMARY KEY,
    user_id bigint NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    project_id bigint REFERENCES projects (id) ON DELETE CASCADE,
    name text COLLATE "C" NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
    scopes json NOT NULL,
    prefix text COLLATE "C" NOT NULL CHECK (length(prefix) BETWEEN 12 AND 12),
    token_hash text COLLATE "C" NOT NULL CHECK (length(token_hash) BETWEEN 64 AND 64),
    created_at timestamptz NOT NULL,
    expires_at timestamptz,
    last_used_at timestamptz,
    revoked_at timestamptz
);

CREATE UNIQUE INDEX api_tokens_token ON api_tokens (token_hash);

CREATE INDEX api_tokens_user ON api_tokens (user_id, created_at, id);

CREATE INDEX api_tokens_project ON api_tokens (project_id) WHERE project_id IS NOT NULL;

CREATE TABLE artifacts (
    id bigint PRIMARY KEY,
    project_id bigint NOT NULL REFERENCES projects (id) ON DELETE CASCADE,
    type text COLLATE "C" NOT NULL CHECK (type IN ('CONTEXT_DIAGRAM', 'USE_CASE_DIAGRAM', 'CLASS_DIAGRAM', 'REQUIREMENTS', 'DOCUMENT')),
    title text COLLATE "C" NOT NULL CHECK (length(title) BETWEEN 1 AND 200),
    format text COLLATE "C" NOT NULL CHECK (format IN ('TEXT', 'MARKDOWN', 'MERMAID', 'JSON')),
    status text COLLATE "C" NOT NULL CHECK (status IN ('DRAFT', 'VALIDATED', 'EXPORTED')),
    revision integer NOT NULL CHECK (revision >= 1),
    sha256 text COLLATE "C" NOT NULL CHECK (length(sha256) BETWEEN 64 AND 64),
    version bigint NOT NULL,
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL,
    archived_at timestamptz,
    deleted_at timestamptz,
    deletion_id bigint
);

CREATE INDEX artifacts_created ON artifacts (project_id, created_at, id);

CREATE INDEX artifacts_updated ON artifacts (project_id, updated_at, id);

CREATE INDEX artifacts_deletion ON artifacts (deletion_id) WHERE deletion_id IS NOT NULL;

CREATE TABLE artifact_revisions (
    id bigint PRIMARY KEY,
    artifact_id bigint NOT NULL REFERENCES artifacts (id) ON DELETE CASCADE,
    revision integer NOT NULL CHECK (revision >= 1),
    sha256 text COLLATE "C" NOT NULL CHECK (length(sha256) BETWEEN 64 AND 64),
    author_id bigint REFERENCES users (id) ON DELETE SET NULL,
    author_name text COLLATE "C" NOT NULL CHECK (length(author_name) BETWEEN 1 AND 100),
    created_at timestamptz NOT NULL,
    content text COLLATE "C" NOT NULL CHECK (length(content) BETWEEN 1 AND 1048576)
);

CREATE UNIQUE INDEX artifact_revisions_number ON artifact_revisions (artifact_id, revision);

CREATE INDEX artifact_revisions_author ON artifact_revisions (author_id) WHERE author_id IS NOT NULL;

CREATE TABLE collected_data (
    project_id bigint PRIMARY KEY REFERENCES projects (id) ON DELETE CASCADE,
    data json NOT NULL,
    report json
);

CREATE TABLE conversations (
    id bigint PRIMARY KEY,
    project_id bigint REFERENCES projects (id) ON DELETE CASCADE,
    owner_id bigint NOT NULL REFERENCES users (id) ON DELETE RESTRICT,
    kind text COLLATE "C" NOT NULL CHECK (kind IN ('CHANNEL', 'CHAT', 'DIRECT')),
    title text COLLATE "C" NOT NULL CHECK (length(title) BETWEEN 1 AND 200),
    title_key text COLLATE "C" NOT NULL,
    description text COLLATE "C" CHECK (length(description) BETWEEN 1 AND 5000),
    purpose text COLLATE "C" NOT NULL CHECK (purpose IN ('GENERAL', 'INTAKE')),
    is_default boolean NOT NULL,
    next_seq integer NOT NULL CHECK (next_seq >= 1),
    last_message_at timestamptz,
    active_at timestamptz NOT NULL,
    people text COLLATE "C",
    version bigint NOT NULL,
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL,
    archived_at timestamptz,
    deleted_at timestamptz,
    deletion_id bigint,
    CHECK (project_id IS NOT NULL OR kind <> 'CHANNEL'),
    CHECK (project_id IS NULL OR kind <> 'DIRECT')
);

CREATE INDEX conversations_project ON conversations (project_id, active_at, id);

CREATE UNIQUE INDEX conversations_live_channel ON conversations (project_id, title_key) WHERE kind = 'CHANNEL' AND deleted_at IS NULL;

CREATE UNIQUE INDEX conversations_default ON conversations (project_id) WHERE is_default;

CREATE UNIQUE INDEX conversations_people ON conversations (people) WHERE people IS NOT NULL AND deleted_at IS NULL;

CREATE INDEX conversations_deletion ON conversations (deletion_id) WHERE deletion_id IS NOT NULL;

CREATE INDEX conversations_owner ON conversations (owner_id);

CREATE TABLE import_stagings (
    id bigint PRIMARY KEY,
    project_id bigint NOT NULL REFERENCES projects (id) ON DELETE CASCADE,
    open_id bigint NOT NULL,
    other_id bigint NOT NULL,
    held_id bigint NOT NULL,
    committed boolean NOT NULL,
    beat_at timestamptz NOT NULL
);

CREATE INDEX import_stagings_project ON import_stagings (project_id);

CREATE TABLE messages (
    id bigint PRIMARY KEY,
    conversation_id bigint NOT NULL REFERENCES conversations (id) ON DELETE CASCADE,
    seq integer NOT NULL CHECK (seq >= 1),
    author_id bigint REFERENCES users (id) ON DELETE SET NULL,
    author_name text COLLATE "C" CHECK (length(author_name) BETWEEN 1 AND 100),
    role text COLLATE "C" NOT NULL CHECK (role IN ('USER', 'ASSISTANT', 'SYSTEM', 'TOOL')),
    content text COLLATE "C" NOT NULL CHECK (length(content) <= 100000),
    parent_id bigint REFERENCES messages (id) ON DELETE SET NULL,
    run_id bigint,
    model text COLLATE "C" CHECK (length(model) BETWEEN 1 AND 200),
    usage json,
    finish_reason text COLLATE "C" CHECK (finish_reason IN ('STOP', 'LENGTH', 'TOOL', 'CANCELLED', 'CUT', 'FAILED')),
    metadata json NOT NULL DEFAULT '{}',
    version bigint NOT NULL DEFAULT 0,
    created_at timestamptz NOT NULL,
    edited_at timestamptz,
    deleted_at timestamptz,
    search_beside text COLLATE "C",
    search tsvector GENERATED ALWAYS AS (to_tsvector('simple'::regconfig, regexp_replace(content || ' ' || coalesce(search_beside, ''), '[^a-zA-Z0-9\u0080-\U0010ffff]+', ' ', 'g'))) STORED
);

CREATE UNIQUE INDEX messages_seq ON messages (conversation_id, seq);

CREATE INDEX messages_live ON messages (conversation_id, seq, author_id, deleted_at) WHERE deleted_at IS NULL;

CREATE UNIQUE INDEX messages_run ON messages (run_id) WHERE run_id IS NOT NULL;

CREATE INDEX messages_author ON messages (author_id) WHERE author_id IS NOT NULL;

CREATE INDEX messages_parent ON messages (parent_id) WHERE parent_id IS NOT NULL;

CREATE INDEX messages_search ON messages USING gin (search);

CREATE TABLE participants (
    conversation_id bigint NOT NULL REFERENCES conversations (id) ON DELETE CASCADE,
    user_id bigint NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    joined_at timestamptz NOT NULL,
    left_at timestamptz,
    last_read_seq integer NOT NULL CHECK (last_read_seq >= 0),
    PRIMARY KEY (conversation_id, user_id)
);

CREATE INDEX participants_user ON participants (user_id, conversation_id);

CREATE TABLE project_files (
    id bigint PRIMARY KEY,
    project_id bigint NOT NULL REFERENCES projects (id) ON DELETE CASCADE,
    path text COLLATE "C" NOT NULL CHECK (length(path) BETWEEN 1 AND 2000),
    name text COLLATE "C" NOT NULL CHECK (length(name) BETWEEN 1 AND 255),
    extension text COLLATE "C" NOT NULL CHECK (length(extension) <= 40),
    size bigint NOT NULL CHECK (size >= 0),
    modified_at timestamptz NOT NULL,
    file_key text COLLATE "C" CHECK (length(file_key) BETWEEN 1 AND 100),
    content_type text COLLATE "C" NOT NULL CHECK (length(content_type) BETWEEN 1 AND 100),
    language text COLLATE "C" CHECK (length(language) BETWEEN 1 AND 40),
    sha256 text COLLATE "C" NOT NULL CHECK (length(sha256) BETWEEN 64 AND 64),
    summary text COLLATE "C" CHECK (length(summary) BETWEEN 1 AND 600),
    summary_of text COLLATE "C" CHECK (length(summary_of) BETWEEN 64 AND 64),
    summary_model text COLLATE "C" CHECK (length(summary_model) BETWEEN 1 AND 200),
    indexed_at timestamptz NOT NULL,
    CHECK ((summary IS NULL) = (summary_of IS NULL))
);

CREATE UNIQUE INDEX project_files_path ON project_files (project_id, path);

CREATE INDEX project_files_modified ON project_files (project_id, modified_at, id);

CREATE TABLE file_imports (
    from_file_id bigint NOT NULL REFERENCES project_files (id) ON DELETE CASCADE,
    target text COLLATE "C" NOT NULL CHECK (length(target) BETWEEN 1 AND 500),
    to_file_id bigint REFERENCES project_files (id) ON DELETE SET NULL,
    PRIMARY KEY (from_file_id, target)
);

CREATE INDEX file_imports_to_file ON file_imports (to_file_id) WHERE to_file_id IS NOT NULL;

CREATE TABLE file_selections (
    project_id bigint NOT NULL REFERENCES projects (id) ON DELETE CASCADE,
    user_id bigint NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    file_id bigint NOT NULL REFERENCES project_files (id) ON DELETE CASCADE,
    reason text COLLATE "C" CHECK (length(reason) BETWEEN 1 AND 500),
    PRIMARY KEY (user_id, file_id)
);

CREATE INDEX file_selections_project ON file_selections (project_id, user_id);

CREATE INDEX file_selections_file ON file_selections (file_id);

CREATE TABLE project_file_words (
    id bigint PRIMARY KEY REFERENCES project_files (id) ON DELETE CASCADE,
    search tsvector NOT NULL
);

CREATE TABLE project_folders (
    project_id bigint PRIMARY KEY REFERENCES projects (id) ON DELETE CASCADE,
    root text COLLATE "C" NOT NULL CHECK (length(root) BETWEEN 1 AND 4000),
    indexed_at timestamptz
);

CREATE TABLE project_members (
    project_id bigint NOT NULL REFERENCES projects (id) ON DELETE CASCADE,
    user_id bigint NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    role text COLLATE "C" NOT NULL CHECK (role IN ('VIEWER', 'EDITOR', 'OWNER')),
    joined_at timestamptz NOT NULL,
    PRIMARY KEY (project_id, user_id)
);

CREATE INDEX project_members_user ON project_members (user_id, project_id);

CREATE UNIQUE INDEX project_members_owner ON project_members (project_id) WHERE role = 'OWNER';

CREATE TABLE prompts (
    id bigint PRIMARY KEY,
    project_id bigint REFERENCES projects (id) ON DELETE CASCADE,
    owner_id bigint NOT NULL REFERENCES users (id) ON DELETE RESTRICT,
    title text COLLATE "C" NOT NULL CHECK (length(title) BETWEEN 1 AND 200),
    title_key text COLLATE "C" NOT NULL,
    content text COLLATE "C" NOT NULL CHECK (length(content) BETWEEN 1 AND 100000),
    description text COLLATE "C" CHECK (length(description) BETWEEN 1 AND 5000),
    labels json NOT NULL,
    metadata json NOT NULL,
    version bigint NOT NULL,
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL,
    archived_at timestamptz,
    deleted_at timestamptz,
    deletion_id bigint,
    search_beside text COLLATE "C",
    search tsvector GENERATED ALWAYS AS (to_tsvector('simple'::regconfig, regexp_replace(title || ' ' || content || ' ' || coalesce(search_beside, ''), '[^a-zA-Z0-9\u0080-\U0010ffff]+', ' ', 'g'))) STORED
);

CREATE UNIQUE INDEX prompts_live_title ON prompts (project_id, title_key) WHERE deleted_at IS NULL;

CREATE UNIQUE INDEX prompts_live_own_title ON prompts (owner_id, title_key) WHERE project_id IS NULL AND deleted_at IS NULL;

CREATE INDEX prompts_title ON prompts (project_id, title_key, id);

CREATE INDEX prompts_created ON prompts (project_id, created_at, id);

CREATE INDEX prompts_updated ON prompts (project_id, updated_at, id);

CREATE INDEX prompts_owner ON prompts (owner_id);

CREATE INDEX prompts_deletion ON prompts (deletion_id) WHERE deletion_id IS NOT NULL;

CREATE INDEX prompts_search ON prompts USING gin (search);

CREATE TABLE providers (
    id bigint PRIMARY KEY,
    owner_id bigint NOT NULL REFERENCES users (id) ON DELETE RESTRICT,
    name text COLLATE "C" NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
    name_key text COLLATE "C" NOT NULL,
    type text COLLATE "C" NOT NULL CHECK (type IN ('OPENAI', 'ANTHROPIC', 'GOOGLE', 'DEEPSEEK', 'OLLAMA', 'CUSTOM')),
    base_url text COLLATE "C" CHECK (length(base_url) BETWEEN 1 AND 1000),
    default_model text COLLATE "C" NOT NULL CHECK (length(default_model) BETWEEN 1 AND 200),
    secret_env text COLLATE "C" CHECK (length(secret_env) BETWEEN 1 AND 100),
    input_price double precision,
    output_price double precision,
    secret text COLLATE "C" CHECK (length(secret) BETWEEN 1 AND 12000),
    key_hint text COLLATE "C" CHECK (length(key_hint) BETWEEN 1 AND 10),
    is_default boolean NOT NULL,
    deactivated_at timestamptz,
    version bigint NOT NULL,
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL,
    archived_at timestamptz,
    deleted_at timestamptz,
    deletion_id bigint
);

CREATE UNIQUE INDEX providers_name ON providers (owner_id, name_key) WHERE deleted_at IS NULL;

CREATE UNIQUE INDEX providers_default ON providers (owner_id) WHERE is_default = TRUE AND deactivated_at IS NULL AND deleted_at IS NULL;

CREATE INDEX providers_created ON providers (owner_id, created_at, id);

CREATE INDEX providers_updated ON providers (owner_id, updated_at, id);

CREATE TABLE agents (
    id bigint PRIMARY KEY REFERENCES users (id) ON DELETE CASCADE,
    owner_id bigint NOT NULL REFERENCES users (id) ON DELETE RESTRICT,
    role text COLLATE "C" NOT NULL CHECK (length(role) BETWEEN 1 AND 100),
    goal text COLLATE "C" NOT NULL CHECK (length(goal) <= 5000),
    backstory text COLLATE "C" NOT NULL CHECK (length(backstory) <= 10000),
    instructions text COLLATE "C" CHECK (length(instructions) BETWEEN 1 AND 50000),
    provider_id bigint REFERENCES providers (id) ON DELETE RESTRICT,
    model text COLLATE "C" CHECK (length(model) BETWEEN 1 AND 200),
    temperature double precision,
    max_tokens integer CHECK (max_tokens BETWEEN 1 AND 1000000),
    top_p double precision,
    input_price double precision,
    output_price double precision,
    configuration json NOT NULL,
    scopes json NOT NULL,
    tokens_per_run integer CHECK (tokens_per_run BETWEEN 1 AND 1000000000),
    tokens_per_day integer CHECK (tokens_per_day BETWEEN 1 AND 1000000000),
    cost_per_day double precision,
    version bigint NOT NULL,
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL,
    archived_at timestamptz,
    deleted_at timestamptz,
    deletion_id bigint
);

CREATE INDEX agents_created ON agents (owner_id, created_at, id);

CREATE INDEX agents_provider ON agents (provider_id) WHERE provider_id IS NOT NULL;

CREATE TABLE memories (
    id bigint PRIMARY KEY,
    agent_id bigint REFERENCES agents (id) ON DELETE CASCADE,
    project_id bigint REFERENCES projects (id) ON DELETE CASCADE,
    conversation_id bigint REFERENCES conversations (id) ON DELETE SET NULL,
    content text COLLATE "C" NOT NULL CHECK (length(content) BETWEEN 1 AND 10000),
    summary text COLLATE "C" CHECK (length(summary) BETWEEN 1 AND 500),
    type text COLLATE "C" NOT NULL CHECK (type IN ('CONVERSATION', 'PREFERENCE', 'LEARNING', 'CONTEXT', 'FACT')),
    importance text COLLATE "C" NOT NULL CHECK (importance IN ('LOW', 'MEDIUM', 'HIGH', 'CRITICAL')),
    score double precision NOT NULL,
    keywords json NOT NULL,
    access_count integer NOT NULL CHECK (access_count >= 0),
    last_accessed_at timestamptz,
    version bigint NOT NULL,
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL,
    archived_at timestamptz,
    deleted_at timestamptz,
    deletion_id bigint,
    CHECK ((agent_id IS NULL) <> (project_id IS NULL)),
    CHECK (score >= 0 AND score <= 1)
);

CREATE INDEX memories_agent ON memories (agent_id, created_at, id) WHERE agent_id IS NOT NULL;

CREATE INDEX memories_project ON memories (project_id, created_at, id) WHERE project_id IS NOT NULL;

CREATE INDEX memories_conversation ON memories (conversation_id) WHERE conversation_id IS NOT NULL;

CREATE TABLE memory_relations (
    id bigint PRIMARY KEY,
    from_id bigint NOT NULL REFERENCES memories (id) ON DELETE CASCADE,
    to_id bigint NOT NULL REFERENCES memories (id) ON DELETE CASCADE,
    kind text COLLATE "C" NOT NULL CHECK (kind IN ('SUPPORTS', 'CONTRADICTS', 'REFINES'))
);

CREATE UNIQUE INDEX memory_relations_pair ON memory_relations (from_id, to_id);

CREATE INDEX memory_relations_to ON memory_relations (to_id);

CREATE TABLE queues (
    id bigint PRIMARY KEY,
    project_id bigint NOT NULL REFERENCES projects (id) ON DELETE CASCADE,
    name text COLLATE "C" NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
    name_key text COLLATE "C" NOT NULL,
    description text COLLATE "C" CHECK (length(description) BETWEEN 1 AND 5000),
    max_parallel integer NOT NULL CHECK (max_parallel BETWEEN 1 AND 10000),
    lease_seconds integer NOT NULL CHECK (lease_seconds BETWEEN 5 AND 86400),
    max_attempts integer NOT NULL CHECK (max_attempts BETWEEN 1 AND 100),
    max_stalls integer NOT NULL CHECK (max_stalls BETWEEN 1 AND 100),
    active boolean NOT NULL,
    feeds json,
    version bigint NOT NULL,
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL,
    archived_at timestamptz,
    deleted_at timestamptz,
    deletion_id bigint
);

CREATE INDEX queues_project ON queues (project_id, updated_at, id);

CREATE UNIQUE INDEX queues_live_name ON queues (project_id, name_key) WHERE deleted_at IS NULL;

CREATE INDEX queues_deletion ON queues (deletion_id) WHERE deletion_id IS NOT NULL;

CREATE TABLE sessions (
    id bigint PRIMARY KEY,
    user_id bigint NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    token_hash text COLLATE "C" NOT NULL CHECK (length(token_hash) BETWEEN 64 AND 64),
    created_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    last_seen_at timestamptz NOT NULL,
    revoked_at timestamptz,
    user_agent text COLLATE "C" CHECK (length(user_agent) BETWEEN 1 AND 200)
);

CREATE UNIQUE INDEX sessions_token ON sessions (token_hash);

CREATE INDEX sessions_expiry ON sessions (expires_at);

CREATE INDEX sessions_user ON sessions (user_id);

CREATE TABLE summary_uses (
    id bigint PRIMARY KEY,
    project_id bigint NOT NULL REFERENCES projects (id) ON DELETE CASCADE,
    owner_id bigint NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    input_tokens bigint NOT NULL,
    output_tokens bigint NOT NULL,
    estimated boolean NOT NULL,
    cost_micros bigint,
    created_at timestamptz NOT NULL
);

CREATE INDEX summary_uses_project ON summary_uses (project_id, created_at);

CREATE INDEX summary_uses_owner ON summary_uses (owner_id, created_at);

CREATE TABLE tickets (
    id bigint PRIMARY KEY,
    project_id bigint NOT NULL REFERENCES projects (id) ON DELETE CASCADE,
    number integer NOT NULL CHECK (number >= 1),
    key text COLLATE "C" NOT NULL,
    type text COLLATE "C" NOT NULL CHECK (type IN ('TASK', 'BUG', 'FEATURE', 'IMPROVEMENT', 'STORY', 'EPIC')),
    title text COLLATE "C" NOT NULL CHECK (length(title) BETWEEN 1 AND 200),
    overview text COLLATE "C" NOT NULL CHECK (length(overview) <= 50000),
    status text COLLATE "C" NOT NULL CHECK (status IN ('OPEN', 'IN_PROGRESS', 'REVIEW', 'BLOCKED', 'COMPLETED', 'CLOSED')),
    priority integer NOT NULL CHECK (priority BETWEEN 0 AND 3),
    assignee_id bigint REFERENCES users (id) ON DELETE SET NULL,
    parent_id bigint REFERENCES tickets (id) ON DELETE SET NULL,
    labels json NOT NULL,
    acceptance_criteria json NOT NULL,
    suggested_file_ids json NOT NULL,
    suggested_agent_ids json NOT NULL,
    suggested_prompt_ids json NOT NULL,
    estimated_minutes integer CHECK (estimated_minutes BETWEEN 0 AND 1000000),
    due_at timestamptz,
    position bigint NOT NULL CHECK (position BETWEEN 0 AND 9007199254740991),
    metadata json NOT NULL,
    started_at timestamptz,
    completed_at timestamptz,
    version bigint NOT NULL,
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL,
    archived_at timestamptz,
    deleted_at timestamptz,
    deletion_id bigint,
    search_beside text COLLATE "C",
    search tsvector GENERATED ALWAYS AS (to_tsvector('simple'::regconfig, regexp_replace(title || ' ' || overview || ' ' || coalesce(search_beside, ''), '[^a-zA-Z0-9\u0080-\U0010ffff]+', ' ', 'g'))) STORED
);

CREATE UNIQUE INDEX tickets_key ON tickets (key);

CREATE UNIQUE INDEX tickets_number ON tickets (project_id, number);

CREATE INDEX tickets_updated ON tickets (project_id, updated_at, id);

CREATE INDEX tickets_created ON tickets (project_id, created_at, id);

CREATE INDEX tickets_claim_order ON tickets (project_id, priority DESC, position, created_at, id) WHERE deleted_at IS NULL;

CREATE INDEX tickets_ready ON tickets (project_id, priority DESC, position, created_at, id) WHERE status = 'OPEN' AND archived_at IS NULL AND deleted_at IS NULL;

CREATE INDEX tickets_deletion ON tickets (deletion_id) WHERE deletion_id IS NOT NULL;

CREATE INDEX tickets_assignee ON tickets (assignee_id) WHERE assignee_id IS NOT NULL;

CREATE INDEX tickets_parent ON tickets (parent_id) WHERE parent_id IS NOT NULL;

CREATE INDEX tickets_search ON tickets USING gin (search);

CREATE TABLE comments (
    id bigint PRIMARY KEY,
    ticket_id bigint NOT NULL REFERENCES tickets (id) ON DELETE CASCADE,
    author_id bigint REFERENCES users (id) ON DELETE SET NULL,
    author_name text COLLATE "C" NOT NULL CHECK (length(author_name) BETWEEN 1 AND 100),
    content text COLLATE "C" NOT NULL CHECK (length(content) BETWEEN 1 AND 10000),
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL,
    edited_at timestamptz,
    deleted_at timestamptz,
    deletion_id bigint,
    search_beside text COLLATE "C",
    search tsvector GENERATED ALWAYS AS (to_tsvector('simple'::regconfig, regexp_replace(content || ' ' || coalesce(search_beside, ''), '[^a-zA-Z0-9\u0080-\U0010ffff]+', ' ', 'g'))) STORED
);

CREATE INDEX comments_thread ON comments (ticket_id, created_at, id);

CREATE INDEX comments_deletion ON comments (deletion_id) WHERE deletion_id IS NOT NULL;

CREATE INDEX comments_author ON comments (author_id) WHERE author_id IS NOT NULL;

CREATE INDEX comments_search ON comments USING gin (search);

CREATE TABLE tasks (
    id bigint PRIMARY KEY,
    ticket_id bigint NOT NULL REFERENCES tickets (id) ON DELETE CASCADE,
    content text COLLATE "C" NOT NULL CHECK (length(content) BETWEEN 1 AND 2000),
    description text COLLATE "C" CHECK (length(description) BETWEEN 1 AND 50000),
    status text COLLATE "C" NOT NULL CHECK (status IN ('PENDING', 'IN_PROGRESS', 'COMPLETED', 'CANCELLED')),
    order_index integer NOT NULL CHECK (order_index >= 0),
    estimated_minutes integer CHECK (estimated_minutes BETWEEN 0 AND 1000000),
    assignee_id bigint REFERENCES users (id) ON DELETE SET NULL,
    labels json NOT NULL,
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL,
    deleted_at timestamptz,
    deletion_id bigint,
    search_beside text COLLATE "C",
    search tsvector GENERATED ALWAYS AS (to_tsvector('simple'::regconfig, regexp_replace(content || ' ' || coalesce(description, '') || ' ' || coalesce(search_beside, ''), '[^a-zA-Z0-9\u0080-\U0010ffff]+', ' ', 'g'))) STORED
);

CREATE INDEX tasks_order ON tasks (ticket_id, order_index, id, deleted_at, status);

CREATE INDEX tasks_deletion ON tasks (deletion_id) WHERE deletion_id IS NOT NULL;

CREATE INDEX tasks_assignee ON tasks (assignee_id) WHERE assignee_id IS NOT NULL;

CREATE INDEX tasks_search ON tasks USING gin (search);

CREATE TABLE aliases (
    id bigint PRIMARY KEY,
    project_id bigint NOT NULL REFERENCES projects (id) ON DELETE CASCADE,
    source text COLLATE "C" NOT NULL,
    external_id text COLLATE "C" NOT NULL CHECK (length(external_id) <= 300),
    ticket_id bigint REFERENCES tickets (id) ON DELETE CASCADE,
    task_id bigint REFERENCES tasks (id) ON DELETE CASCADE,
    comment_id bigint REFERENCES comments (id) ON DELETE CASCADE,
    seen json,
    CHECK (CASE WHEN ticket_id IS NULL THEN 0 ELSE 1 END + CASE WHEN task_id IS NULL THEN 0 ELSE 1 END + CASE WHEN comment_id IS NULL THEN 0 ELSE 1 END = 1)
);

CREATE UNIQUE INDEX aliases_external ON aliases (project_id, source, external_id);

CREATE INDEX aliases_ticket ON aliases (ticket_id) WHERE ticket_id IS NOT NULL;

CREATE INDEX aliases_task ON aliases (task_id) WHERE task_id IS NOT NULL;

CREATE INDEX aliases_comment ON aliases (comment_id) WHERE comment_id IS NOT NULL;

CREATE TABLE queue_items (
    id bigint PRIMARY KEY,
    queue_id bigint NOT NULL REFERENCES queues (id) ON DELETE CASCADE,
    ticket_id bigint REFERENCES tickets (id) ON DELETE CASCADE,
    task_id bigint REFERENCES tasks (id) ON DELETE CASCADE,
    group_id bigint REFERENCES queue_items (id) ON DELETE SET NULL,
    status text COLLATE "C" NOT NULL CHECK (status IN ('READY', 'CLAIMED', 'COMPLETED', 'FAILED', 'CANCELLED')),
    priority integer NOT NULL CHECK (priority BETWEEN 0 AND 3),
    position bigint NOT NULL CHECK (position BETWEEN 0 AND 9007199254740991),
    enqueued_at timestamptz NOT NULL,
    run_at timestamptz NOT NULL,
    attempts integer NOT NULL CHECK (attempts >= 0),
    stalls integer NOT NULL CHECK (stalls >= 0),
    releases integer NOT NULL DEFAULT 0 CHECK (releases >= 0),
    fencing_token bigint NOT NULL CHECK (fencing_token >= 0),
    claim_id bigint,
    lease_until timestamptz,
    finished_at timestamptz,
    result json,
    last_error text COLLATE "C",
    note text COLLATE "C",
    priority_set boolean NOT NULL DEFAULT false,
    position_set boolean NOT NULL DEFAULT false,
    CHECK ((ticket_id IS NULL) <> (task_id IS NULL)),
    CHECK (status <> 'CLAIMED' OR (claim_id IS NOT NULL AND lease_until IS NOT NULL))
);

CREATE INDEX queue_items_claim_order ON queue_items (queue_id, priority DESC, position, enqueued_at, id) WHERE status IN ('READY', 'CLAIMED');

CREATE UNIQUE INDEX queue_items_live_ticket ON queue_items (ticket_id) WHERE status IN ('READY', 'CLAIMED');

CREATE UNIQUE INDEX queue_items_live_task ON queue_items (task_id) WHERE status IN ('READY', 'CLAIMED');

CREATE INDEX queue_items_queue ON queue_items (queue_id, status, priority DESC, position, enqueued_at, id);

CREATE INDEX queue_items_lease ON queue_items (lease_until, queue_id) WHERE status = 'CLAIMED';

CREATE INDEX queue_items_ticket ON queue_items (ticket_id) WHERE ticket_id IS NOT NULL;

CREATE INDEX queue_items_task ON queue_items (task_id) WHERE task_id IS NOT NULL;

CREATE INDEX queue_items_group ON queue_items (group_id) WHERE group_id IS NOT NULL;

CREATE TABLE queue_claims (
    id bigint PRIMARY KEY,
    item_id bigint NOT NULL REFERENCES queue_items (id) ON DELETE CASCADE,
    fencing_token bigint NOT NULL,
    user_id bigint REFERENCES users (id) ON DELETE SET NULL,
    label text COLLATE "C" NOT NULL CHECK (length(label) BETWEEN 1 AND 100),
    lease_seconds integer NOT NULL CHECK (lease_seconds BETWEEN 5 AND 86400),
    claimed_at timestamptz NOT NULL,
    heartbeat_at timestamptz NOT NULL,
    progress_percent integer CHECK (progress_percent BETWEEN 0 AND 100),
    progress_text text COLLATE "C" CHECK (length(progress_text) BETWEEN 1 AND 500),
    ended_at timestamptz,
    outcome text COLLATE "C" CHECK (outcome IN ('COMPLETED', 'FAILED', 'RELEASED', 'LOST', 'CANCELLED', 'FINISHED')),
    note text COLLATE "C" CHECK (length(note) BETWEEN 1 AND 10000),
    error text COLLATE "C" CHECK (length(error) BETWEEN 1 AND 10000),
    item_status text COLLATE "C" CHECK (item_status IN ('READY', 'CLAIMED', 'COMPLETED', 'FAILED', 'CANCELLED')),
    retry_at timestamptz,
    CHECK ((outcome IS NULL) = (ended_at IS NULL))
);

CREATE INDEX queue_claims_live ON queue_claims (claimed_at, id) WHERE ended_at IS NULL;

CREATE UNIQUE INDEX queue_claims_token ON queue_claims (item_id, fencing_token);

CREATE INDEX queue_claims_user ON queue_claims (user_id) WHERE user_id IS NOT NULL;

CREATE TABLE agent_runs (
    id bigint PRIMARY KEY,
    agent_id bigint NOT NULL REFERENCES agents (id) ON DELETE CASCADE,
    owner_id bigint NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    conversation_id bigint NOT NULL REFERENCES conversations (id) ON DELETE CASCADE,
    project_id bigint REFERENCES projects (id) ON DELETE CASCADE,
    trigger_id bigint REFERENCES messages (id) ON DELETE SET NULL,
    claim_id bigint REFERENCES queue_claims (id) ON DELETE SET NULL,
    depth integer NOT NULL CHECK (depth BETWEEN 0 AND 4),
    status text COLLATE "C" NOT NULL CHECK (status IN ('QUEUED', 'RUNNING', 'SUCCEEDED', 'FAILED', 'CANCELLED')),
    attempt integer NOT NULL CHECK (attempt BETWEEN 0 AND 100),
    transcript json NOT NULL,
    input_tokens bigint,
    output_tokens bigint,
    estimated boolean NOT NULL,
    cost_micros bigint,
    model text COLLATE "C" CHECK (length(model) BETWEEN 1 AND 200),
    finish_reason text COLLATE "C" CHECK (finish_reason IN ('STOP', 'LENGTH', 'TOOL', 'CANCELLED', 'CUT', 'FAILED')),
    error_code text COLLATE "C" CHECK (length(error_code) BETWEEN 1 AND 60),
    error text COLLATE "C" CHECK (length(error) BETWEEN 1 AND 1000),
    message_id bigint,
    created_at timestamptz NOT NULL,
    started_at timestamptz,
    finished_at timestamptz,
    CHECK ((status IN ('QUEUED', 'RUNNING')) = (finished_at IS NULL)),
    CHECK (status <> 'FAILED' OR error IS NOT NULL)
);

CREATE INDEX agent_runs_conversation ON agent_runs (conversation_id, created_at, id);

CREATE INDEX agent_runs_agent ON agent_runs (agent_id, created_at, id);

CREATE INDEX agent_runs_owner ON agent_runs (owner_id, created_at, id);

CREATE INDEX agent_runs_project ON agent_runs (project_id, created_at, id) WHERE project_id IS NOT NULL;

CREATE INDEX agent_runs_live ON agent_runs (agent_id, status) WHERE finished_at IS NULL;

CREATE INDEX agent_runs_trigger ON agent_runs (trigger_id) WHERE trigger_id IS NOT NULL;

CREATE INDEX agent_runs_claim ON agent_runs (claim_id) WHERE claim_id IS NOT NULL;

CREATE TABLE task_dependencies (
    task_id bigint NOT NULL REFERENCES tasks (id) ON DELETE CASCADE,
    depends_on_id bigint NOT NULL REFERENCES tasks (id) ON DELETE CASCADE,
    PRIMARY KEY (task_id, depends_on_id)
);

CREATE INDEX task_dependencies_depends_on ON task_dependencies (depends_on_id);

CREATE TABLE ticket_links (
    from_id bigint NOT NULL REFERENCES tickets (id) ON DELETE CASCADE,
    to_id bigint NOT NULL REFERENCES tickets (id) ON DELETE CASCADE,
    kind text COLLATE "C" NOT NULL CHECK (kind IN ('BLOCKS', 'RELATES_TO', 'DUPLICATES', 'SUPERSEDES', 'DISCOVERED_FROM')),
    PRIMARY KEY (from_id, to_id, kind),
    CHECK (from_id <> to_id)
);

CREATE INDEX ticket_links_reverse ON ticket_links (to_id, kind, from_id);

CREATE VIEW ticket_summaries AS
SELECT t.id, t.project_id, t.number, t.key, t.type, t.title, t.overview, t.status, t.priority, t.assignee_id,
       t.parent_id, t.labels, t.acceptance_criteria, t.suggested_file_ids, t.suggested_agent_ids,
       t.suggested_prompt_ids, t.estimated_minutes, t.due_at, t.position, t.metadata, t.started_at, t.completed_at,
       t.version, t.created_at, t.updated_at, t.archived_at, t.deleted_at, t.deletion_id, t.search_beside,
       (SELECT count(*) FROM tasks k WHERE k.ticket_id = t.id AND k.deleted_at IS NULL) AS task_count,
       (SELECT count(*) FROM tasks k
         WHERE k.ticket_id = t.id AND k.deleted_at IS NULL AND k.status NOT IN ('COMPLETED', 'CANCELLED'))
           AS open_task_count,
       (SELECT count(*) FROM ticket_links l JOIN tickets b ON b.id = l.from_id
         WHERE l.to_id = t.id AND l.kind = 'BLOCKS' AND b.status NOT IN ('COMPLETED', 'CLOSED')
           AND b.archived_at IS NULL AND b.deleted_at IS NULL) AS blocker_count,
       EXISTS (SELECT 1 FROM queue_items i
                WHERE i.ticket_id = t.id AND i.status IN ('READY', 'CLAIMED') AND i.status = 'CLAIMED') AS claimed
  FROM tickets t;

CREATE VIEW project_counts AS
SELECT c.project_id, c.status AS kind, count(*) AS n
  FROM tickets c
 WHERE c.deleted_at IS NULL
 GROUP BY 1, 2
UNION ALL
SELECT p.project_id, 'OPEN_TASKS' AS kind, count(*) AS n
  FROM tasks c JOIN tickets p ON p.id = c.ticket_id
 WHERE c.deleted_at IS NULL AND c.status IN ('PENDING', 'IN_PROGRESS')
 GROUP BY 1, 2
UNION ALL
SELECT p.project_id, 'QUEUE_DEPTH' AS kind, count(*) AS n
  FROM queue_items c JOIN queues p ON p.id = c.queue_id
 WHERE c.status IN ('READY', 'CLAIMED')
 GROUP BY 1, 2;

CREATE INDEX project_file_words_search ON project_file_words USING gin (search);

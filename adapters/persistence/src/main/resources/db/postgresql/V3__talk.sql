-- V3: generated from the rows; U3 takes it back.

DROP INDEX conversations_project;

ALTER TABLE conversations DROP CONSTRAINT conversations_kind_check;

ALTER TABLE messages DROP CONSTRAINT messages_content_check;

CREATE TABLE jobs (
    id bigint PRIMARY KEY,
    kind text COLLATE "C" NOT NULL CHECK (kind IN ('REPLY', 'RETENTION')),
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

CREATE TABLE participants (
    conversation_id bigint NOT NULL REFERENCES conversations (id) ON DELETE CASCADE,
    user_id bigint NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    joined_at timestamptz NOT NULL,
    left_at timestamptz,
    last_read_seq integer NOT NULL CHECK (last_read_seq >= 0),
    PRIMARY KEY (conversation_id, user_id)
);

CREATE INDEX participants_user ON participants (user_id, conversation_id);

CREATE TABLE providers (
    id bigint PRIMARY KEY,
    owner_id bigint NOT NULL REFERENCES users (id) ON DELETE RESTRICT,
    name text COLLATE "C" NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
    name_key text COLLATE "C" NOT NULL,
    type text COLLATE "C" NOT NULL CHECK (type IN ('OPENAI', 'ANTHROPIC', 'GOOGLE', 'DEEPSEEK', 'OLLAMA', 'CUSTOM')),
    base_url text COLLATE "C" CHECK (length(base_url) BETWEEN 1 AND 1000),
    default_model text COLLATE "C" NOT NULL CHECK (length(default_model) BETWEEN 1 AND 200),
    secret_env text COLLATE "C" CHECK (length(secret_env) BETWEEN 1 AND 100),
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
    configuration json NOT NULL,
    scopes json NOT NULL,
    tokens_per_day integer CHECK (tokens_per_day BETWEEN 1 AND 1000000000),
    version bigint NOT NULL,
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL,
    archived_at timestamptz,
    deleted_at timestamptz,
    deletion_id bigint
);

CREATE INDEX agents_created ON agents (owner_id, created_at, id);

CREATE INDEX agents_provider ON agents (provider_id) WHERE provider_id IS NOT NULL;

CREATE TABLE agent_runs (
    id bigint PRIMARY KEY,
    agent_id bigint NOT NULL REFERENCES agents (id) ON DELETE CASCADE,
    owner_id bigint NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    conversation_id bigint NOT NULL REFERENCES conversations (id) ON DELETE CASCADE,
    project_id bigint REFERENCES projects (id) ON DELETE CASCADE,
    trigger_id bigint REFERENCES messages (id) ON DELETE SET NULL,
    depth integer NOT NULL CHECK (depth BETWEEN 0 AND 4),
    status text COLLATE "C" NOT NULL CHECK (status IN ('QUEUED', 'RUNNING', 'SUCCEEDED', 'FAILED', 'CANCELLED')),
    attempt integer NOT NULL CHECK (attempt BETWEEN 0 AND 100),
    transcript json NOT NULL,
    input_tokens bigint,
    output_tokens bigint,
    estimated boolean NOT NULL,
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

ALTER TABLE activity ADD COLUMN conversation_id bigint;

ALTER TABLE conversations ADD COLUMN description text COLLATE "C";

ALTER TABLE conversations ADD COLUMN active_at timestamp with time zone;

UPDATE conversations SET active_at = coalesce(last_message_at, created_at);

ALTER TABLE conversations ALTER COLUMN active_at SET NOT NULL;

ALTER TABLE conversations ADD COLUMN people text COLLATE "C";

ALTER TABLE conversations ALTER COLUMN project_id DROP NOT NULL;

ALTER TABLE messages ADD COLUMN parent_id bigint;

ALTER TABLE messages ADD COLUMN run_id bigint;

ALTER TABLE messages ADD COLUMN model text COLLATE "C";

ALTER TABLE messages ADD COLUMN usage json;

ALTER TABLE messages ADD COLUMN finish_reason text COLLATE "C";

ALTER TABLE messages ADD COLUMN metadata json DEFAULT '{}'::json NOT NULL;

ALTER TABLE messages ADD COLUMN version bigint DEFAULT 0 NOT NULL;

ALTER TABLE messages ADD COLUMN edited_at timestamp with time zone;

ALTER TABLE messages ADD COLUMN deleted_at timestamp with time zone;

ALTER TABLE messages ADD COLUMN search_beside text COLLATE "C";

ALTER TABLE messages ADD COLUMN search tsvector GENERATED ALWAYS AS (to_tsvector('simple'::regconfig, regexp_replace((content || ' '::text) || COALESCE(search_beside, ''::text), '[^a-zA-Z0-9\u0080-\U0010ffff]+'::text, ' '::text, 'g'::text))) STORED;

CREATE INDEX activity_conversation ON activity (conversation_id, seq) WHERE conversation_id IS NOT NULL;

ALTER TABLE conversations ADD CHECK (kind = ANY (ARRAY['CHANNEL'::text, 'CHAT'::text, 'DIRECT'::text]));

ALTER TABLE conversations ADD CHECK (length(description) >= 1 AND length(description) <= 5000);

ALTER TABLE conversations ADD CHECK (project_id IS NOT NULL OR kind <> 'CHANNEL'::text);

ALTER TABLE conversations ADD CHECK (project_id IS NULL OR kind <> 'DIRECT'::text);

CREATE INDEX conversations_project ON conversations (project_id, active_at, id);

CREATE UNIQUE INDEX conversations_people ON conversations (people) WHERE people IS NOT NULL AND deleted_at IS NULL;

ALTER TABLE messages ADD CHECK (length(content) <= 100000);

ALTER TABLE messages ADD CHECK (length(model) >= 1 AND length(model) <= 200);

ALTER TABLE messages ADD CHECK (finish_reason = ANY (ARRAY['STOP'::text, 'LENGTH'::text, 'TOOL'::text, 'CANCELLED'::text, 'CUT'::text, 'FAILED'::text]));

CREATE INDEX messages_live ON messages (conversation_id, seq, author_id, deleted_at) WHERE deleted_at IS NULL;

CREATE UNIQUE INDEX messages_run ON messages (run_id) WHERE run_id IS NOT NULL;

CREATE INDEX messages_parent ON messages (parent_id) WHERE parent_id IS NOT NULL;

CREATE INDEX messages_search ON messages USING gin (search);

ALTER TABLE messages ADD FOREIGN KEY (parent_id) REFERENCES messages(id) ON DELETE SET NULL;

-- V3: generated from the rows; U3 takes it back.

DROP INDEX conversations_project;

ALTER TABLE conversations DROP CONSTRAINT conversations_kind_check;

ALTER TABLE messages DROP CONSTRAINT messages_content_check;

CREATE TABLE participants (
    conversation_id bigint NOT NULL REFERENCES conversations (id) ON DELETE CASCADE,
    user_id bigint NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    joined_at timestamptz NOT NULL,
    left_at timestamptz,
    last_read_seq integer NOT NULL CHECK (last_read_seq >= 0),
    PRIMARY KEY (conversation_id, user_id)
);

CREATE INDEX participants_user ON participants (user_id, conversation_id);

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

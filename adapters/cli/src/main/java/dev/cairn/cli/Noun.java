package dev.cairn.cli;

import static dev.cairn.cli.Verb.verb;

import dev.cairn.client.Operation;
import java.util.List;

/**
 * A kind of thing that commands are about, with its verbs and the columns that a line shows.
 *
 * @param verbs of the thing; the one without a name is meant where none is named
 */
record Noun(String name, String about, List<String> columns, List<Verb> verbs) {
    static final String PROMPT = "prompt";

    /** The columns shown when a claim ends. */
    private static final String[] ENDING = {"outcome", "itemStatus", "retryAt"};

    static final List<Noun> ALL = List.of(
            noun(
                    "project",
                    "Projects: what tickets, queues and members belong to.",
                    "key status name",
                    verb("list", Operation.LIST_PROJECTS),
                    verb("show", Operation.GET_PROJECT),
                    verb("create", Operation.CREATE_PROJECT, "key", "name"),
                    verb("update", Operation.UPDATE_PROJECT),
                    verb("status", Operation.CHANGE_PROJECT_STATUS, "status"),
                    verb("overview", Operation.GET_PROJECT_OVERVIEW),
                    verb("statistics", Operation.GET_PROJECT_STATISTICS).showing("status", "count", "averageScore"),
                    verb("settings", Operation.GET_PROJECT_SETTINGS),
                    verb("configure", Operation.CHANGE_PROJECT_SETTINGS),
                    verb("transfer", Operation.TRANSFER_PROJECT, "to"),
                    verb("archive", Operation.ARCHIVE_PROJECT),
                    verb("unarchive", Operation.UNARCHIVE_PROJECT),
                    verb("delete", Operation.DELETE_PROJECT),
                    verb("restore", Operation.RESTORE_PROJECT)),
            noun(
                    "ticket",
                    "Tickets: what there is to do.",
                    "key priority status title",
                    verb("list", Operation.LIST_TICKETS),
                    verb("show", Operation.GET_TICKET),
                    verb("create", Operation.CREATE_TICKET, "title"),
                    verb("batch", Operation.CREATE_TICKETS).needing("items"),
                    verb("update", Operation.UPDATE_TICKET),
                    verb("status", Operation.CHANGE_TICKET_STATUS, "status"),
                    verb("files", Operation.LIST_RELEVANT_FILES).showing("score", "file.path"),
                    verb("archive", Operation.ARCHIVE_TICKET),
                    verb("unarchive", Operation.UNARCHIVE_TICKET),
                    verb("delete", Operation.DELETE_TICKET),
                    verb("restore", Operation.RESTORE_TICKET)),
            noun(
                    "task",
                    "Tasks: the steps of a ticket.",
                    "id status content",
                    verb("list", Operation.LIST_TASKS),
                    verb("show", Operation.GET_TASK),
                    verb("create", Operation.CREATE_TASK, "content"),
                    verb("update", Operation.UPDATE_TASK),
                    verb("status", Operation.CHANGE_TASK_STATUS, "status"),
                    verb("order", Operation.REORDER_TASKS).needing("ids"),
                    verb("delete", Operation.DELETE_TASK)),
            noun(
                    "comment",
                    "Comments on tickets.",
                    "id createdAt authorName content",
                    verb("list", Operation.LIST_COMMENTS),
                    verb("show", Operation.GET_COMMENT),
                    verb("add", Operation.ADD_COMMENT, "content"),
                    verb("edit", Operation.EDIT_COMMENT, "content"),
                    verb("delete", Operation.DELETE_COMMENT)),
            noun(
                    "link",
                    "Links between tickets: what blocks what.",
                    "fromKey kind toKey",
                    verb("list", Operation.LIST_LINKS),
                    verb("put", Operation.PUT_LINK),
                    verb("delete", Operation.DELETE_LINK)),
            noun(
                    "queue",
                    "Queues, which hand work out; by id, or by name in the project.",
                    "id active name",
                    verb("list", Operation.LIST_QUEUES),
                    verb("show", Operation.GET_QUEUE),
                    verb("create", Operation.CREATE_QUEUE, "name"),
                    verb("update", Operation.UPDATE_QUEUE),
                    verb("add", Operation.ENQUEUE_ITEMS, "ticketId")
                            .showing("id", "status", "priority", "ticketKey", "ticketTitle"),
                    verb("items", Operation.LIST_QUEUE_ITEMS)
                            .showing("id", "status", "priority", "ticketKey", "ticketTitle"),
                    verb("order", Operation.REORDER_ITEMS)
                            .needing("ids")
                            .showing("id", "status", "priority", "ticketKey", "ticketTitle"),
                    verb("claim", Operation.CLAIM_FROM_QUEUE),
                    verb("statistics", Operation.GET_QUEUE_STATISTICS),
                    verb("retry-failed", Operation.RETRY_FAILED_ITEMS),
                    verb("pause", Operation.PAUSE_QUEUE),
                    verb("resume", Operation.RESUME_QUEUE),
                    verb("delete", Operation.DELETE_QUEUE)),
            noun(
                    "item",
                    "Items of queues.",
                    "id status priority ticketKey ticketTitle",
                    verb("show", Operation.GET_QUEUE_ITEM),
                    verb("update", Operation.UPDATE_QUEUE_ITEM),
                    verb("retry", Operation.RETRY_QUEUE_ITEM),
                    verb("claims", Operation.LIST_CLAIMS_OF_ITEM).showing("id", "agent", "claimedAt", "outcome"),
                    verb("cancel", Operation.CANCEL_QUEUE_ITEM)),
            noun(
                    "claim",
                    "Claims: who works on what. Without a verb: claim the ticket that is named.",
                    "ticketKey agent leaseUntil ticketTitle",
                    verb("", Operation.CLAIM_READY_TICKET, "ticket"),
                    verb("list", Operation.LIST_CLAIMS),
                    verb("show", Operation.GET_CLAIM),
                    verb("next", Operation.CLAIM_READY_TICKET),
                    verb("anywhere", Operation.CLAIM_ANYWHERE),
                    verb("heartbeat", Operation.HEARTBEAT_CLAIM).showing("leaseUntil"),
                    verb("finish", Operation.COMPLETE_CLAIM).showing("outcome"),
                    verb("fail", Operation.FAIL_CLAIM).showing(ENDING),
                    verb("release", Operation.RELEASE_CLAIM).showing(ENDING)),
            noun(
                    "files",
                    "The files of projects' folders, once they are indexed.",
                    "id size path",
                    verb("", Operation.LIST_FILES),
                    verb("list", Operation.LIST_FILES),
                    verb("show", Operation.GET_FILE),
                    verb("read", Operation.GET_FILE_CONTENT).showing("text"),
                    verb("imports", Operation.LIST_FILE_IMPORTS).showing("target"),
                    verb("importers", Operation.LIST_FILE_IMPORTERS).showing("target")),
            noun(
                    "backup",
                    "Copies of the database of a server, made while it runs. `cairn db` has more, and puts one back.",
                    "madeAt bytes version file",
                    verb("list", Operation.LIST_BACKUPS),
                    verb("create", Operation.CREATE_BACKUP).showing("bytes", "version", "file")),
            noun(
                    "job",
                    "What is done in the background: the index, which `cairn index` begins, answers of agents, summaries.",
                    "id status createdAt finishedAt",
                    verb("list", Operation.LIST_JOBS).showing("id", "kind", "status", "createdAt", "finishedAt"),
                    verb("show", Operation.GET_JOB),
                    verb("cancel", Operation.CANCEL_JOB)),
            noun(
                    "member",
                    "Who works in a project.",
                    "userId role name",
                    verb("list", Operation.LIST_MEMBERS),
                    verb("show", Operation.GET_MEMBER),
                    verb("put", Operation.PUT_MEMBER, "role"),
                    verb("remove", Operation.REMOVE_MEMBER)),
            noun(
                    "user",
                    "People and agents.",
                    "id type systemRole name",
                    verb("list", Operation.LIST_USERS),
                    verb("show", Operation.GET_USER),
                    verb("me", Operation.GET_ME).showing("user.id", "user.name", "scopes"),
                    verb("create", Operation.CREATE_USER, "name").needing("type"),
                    verb("update", Operation.UPDATE_USER),
                    verb("role", Operation.CHANGE_USER_ROLE, "systemRole"),
                    verb("deactivate", Operation.DEACTIVATE_USER),
                    verb("reactivate", Operation.REACTIVATE_USER)),
            noun(
                    "token",
                    "Tokens for programs.",
                    "id prefix scopes name",
                    verb("list", Operation.LIST_TOKENS),
                    verb("show", Operation.GET_TOKEN),
                    verb("create", Operation.CREATE_TOKEN, "name")
                            .needing("scopes")
                            .showing("token"),
                    verb("revoke", Operation.REVOKE_TOKEN)),
            noun(
                    "provider",
                    "Who answers with a language model. Secrets are asked for, or read from standard input.",
                    "id type isDefault keyHint name",
                    verb("list", Operation.LIST_PROVIDERS),
                    verb("show", Operation.GET_PROVIDER),
                    verb("create", Operation.CREATE_PROVIDER, "name").needing("type", "defaultModel"),
                    verb("update", Operation.UPDATE_PROVIDER),
                    verb("test", Operation.TEST_PROVIDER).showing("ok", "latencyMs", "kind", "message"),
                    verb("default", Operation.MAKE_DEFAULT_PROVIDER),
                    verb("deactivate", Operation.DEACTIVATE_PROVIDER),
                    verb("activate", Operation.ACTIVATE_PROVIDER),
                    verb("delete", Operation.DELETE_PROVIDER)),
            noun(
                    "secrets",
                    "All stored secrets, for admins; none is ever shown.",
                    "",
                    verb("check", Operation.CHECK_SECRETS),
                    verb("rotate", Operation.ROTATE_SECRETS)),
            noun(
                    "setting",
                    "Settings of your own, and of the system.",
                    "key value",
                    verb("list", Operation.GET_MY_SETTINGS),
                    verb("set", Operation.PUT_SETTING, "value"),
                    verb("remove", Operation.REMOVE_SETTING),
                    verb("preferences", Operation.GET_PREFERENCES),
                    verb("prefer", Operation.UPDATE_PREFERENCES),
                    verb("system", Operation.GET_SYSTEM_SETTINGS),
                    verb("configure", Operation.CHANGE_SYSTEM_SETTINGS)),
            noun(
                    "artifact",
                    "Diagrams and documents of a project.",
                    "id type status title",
                    verb("list", Operation.LIST_ARTIFACTS),
                    verb("show", Operation.GET_ARTIFACT),
                    verb("create", Operation.CREATE_ARTIFACT, "title").needing("content"),
                    verb("generate", Operation.GENERATE_ARTIFACTS),
                    verb("update", Operation.UPDATE_ARTIFACT),
                    verb("status", Operation.CHANGE_ARTIFACT_STATUS, "status"),
                    verb("revisions", Operation.LIST_ARTIFACT_REVISIONS).showing("revision", "createdAt", "authorName"),
                    verb("revision", Operation.GET_ARTIFACT_REVISION),
                    verb("delete", Operation.DELETE_ARTIFACT),
                    verb("restore", Operation.RESTORE_ARTIFACT)),
            noun(
                    "data",
                    "What a project is about, as it was collected.",
                    "",
                    verb("show", Operation.GET_COLLECTED_DATA),
                    verb("merge", Operation.MERGE_COLLECTED_DATA),
                    verb("replace", Operation.REPLACE_COLLECTED_DATA),
                    verb("validate", Operation.VALIDATE_PROJECT),
                    verb("validation", Operation.GET_VALIDATION)),
            noun(
                    "conversation",
                    "Conversations: channels and chats of a project, chats of your own, direct ones.",
                    "id kind unread title",
                    verb("list", Operation.LIST_CONVERSATIONS),
                    verb("all", Operation.LIST_ALL_CONVERSATIONS),
                    verb("show", Operation.GET_CONVERSATION),
                    verb("create", Operation.CREATE_CONVERSATION, "title").needing("kind"),
                    verb("begin", Operation.BEGIN_CONVERSATION).needing("kind"),
                    verb("update", Operation.UPDATE_CONVERSATION),
                    verb("messages", Operation.LIST_MESSAGES).showing("seq", "authorName", "content"),
                    verb("read", Operation.MARK_READ, "seq").showing("lastReadSeq", "unread"),
                    verb("fork", Operation.FORK_CONVERSATION),
                    verb("add", Operation.PUT_PARTICIPANT).showing("userId", "name", "joinedAt"),
                    verb("remove", Operation.REMOVE_PARTICIPANT),
                    verb("archive", Operation.ARCHIVE_CONVERSATION),
                    verb("unarchive", Operation.UNARCHIVE_CONVERSATION),
                    verb("delete", Operation.DELETE_CONVERSATION),
                    verb("restore", Operation.RESTORE_CONVERSATION)),
            noun(
                    "selection",
                    "The files of a project that you selected, for packs.",
                    "file.path reason",
                    verb("list", Operation.GET_SELECTION),
                    verb("replace", Operation.REPLACE_SELECTION).needing("files"),
                    verb("add", Operation.ADD_TO_SELECTION).needing("files"),
                    verb("remove", Operation.REMOVE_FROM_SELECTION).needing("files")),
            noun(
                    "agent",
                    "Agents: users that answer with a language model.",
                    "id availability name role",
                    verb("list", Operation.LIST_AGENTS),
                    verb("show", Operation.GET_AGENT),
                    verb("create", Operation.CREATE_AGENT, "name").needing("role"),
                    verb("update", Operation.UPDATE_AGENT),
                    verb("activate", Operation.ACTIVATE_AGENT),
                    verb("deactivate", Operation.DEACTIVATE_AGENT),
                    verb("preview", Operation.PREVIEW_AGENT).showing("instructions"),
                    verb("runs", Operation.LIST_AGENT_RUNS).showing("id", "status", "createdAt", "finishReason"),
                    verb("delete", Operation.DELETE_AGENT)),
            noun(
                    "run",
                    "Answers of agents, while they come and afterwards.",
                    "id status createdAt finishReason",
                    verb("list", Operation.LIST_RUNS),
                    verb("show", Operation.GET_RUN),
                    verb("request", Operation.REQUEST_REPLY, "agentId"),
                    verb("cancel", Operation.CANCEL_RUN),
                    verb("usage", Operation.LIST_USAGE)
                            .showing("agentId", "projectId", "runs", "inputTokens", "outputTokens", "costMicros")),
            noun(
                    "memory",
                    "What agents and projects remember.",
                    "id importance score content",
                    verb("list", Operation.LIST_MEMORIES),
                    verb("show", Operation.GET_MEMORY),
                    verb("create", Operation.CREATE_MEMORY, "content"),
                    verb("update", Operation.UPDATE_MEMORY),
                    verb("relevant", Operation.LIST_RELEVANT_MEMORIES).showing("id", "score", "content"),
                    verb("prune", Operation.PRUNE_MEMORIES).showing("memories", "dryRun"),
                    verb("relate", Operation.RELATE_MEMORIES, "kind").showing("fromId", "kind", "toId"),
                    verb("unrelate", Operation.UNRELATE_MEMORIES),
                    verb("delete", Operation.DELETE_MEMORY)),
            noun(
                    PROMPT,
                    "Prompts: of a project, or with --project '' of none.",
                    "id title",
                    verb("list", Operation.LIST_PROMPTS),
                    verb("show", Operation.GET_PROMPT),
                    verb("create", Operation.CREATE_PROMPT, "title", "content"),
                    verb("update", Operation.UPDATE_PROMPT),
                    verb("delete", Operation.DELETE_PROMPT),
                    verb("restore", Operation.RESTORE_PROMPT)),
            noun(
                    "message",
                    "What is said in conversations.",
                    "seq createdAt authorName content",
                    verb("list", Operation.LIST_MESSAGES),
                    verb("show", Operation.GET_MESSAGE),
                    verb("post", Operation.POST_MESSAGE, "content"),
                    verb("edit", Operation.EDIT_MESSAGE, "content"),
                    verb("delete", Operation.DELETE_MESSAGE)));

    /** Commands without a noun: search, the log, and what a worker uses all day. */
    static final List<Noun> WORDS = List.of(
            word("search", "ticketKey kind title snippet", Operation.SEARCH, "q"),
            word("activity", "seq at actorName type", Operation.LIST_ACTIVITY),
            word("events", "seq at type id", Operation.POLL_EVENTS),
            word("next", "", Operation.CLAIM_READY_TICKET),
            word("done", "outcome", Operation.COMPLETE_CLAIM),
            word("fail", "outcome itemStatus retryAt", Operation.FAIL_CLAIM, "error"),
            word("release", "outcome itemStatus", Operation.RELEASE_CLAIM),
            word("note", "leaseUntil", Operation.HEARTBEAT_CLAIM, "note"));

    private static Noun noun(String name, String about, String columns, Verb... verbs) {
        return new Noun(name, about, columns.isEmpty() ? List.of() : List.of(columns.split(" ", -1)), List.of(verbs));
    }

    private static Noun word(String name, String columns, Operation operation, String... fields) {
        return noun(name, operation.summary + ".", columns, verb("", operation, fields));
    }
}

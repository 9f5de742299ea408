package dev.cairn.client;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is answered. Written from docs/api/openapi.yml: bin/test JavaClientTest -Dcairn.client=write */
public interface Answers {
    record Activity(long seq, String type, @Nullable String actorId, String actorName, @Nullable String projectId, @Nullable String conversationId, String subjectType, String subjectId,
        @Nullable Long version, JsonNode before, JsonNode after, JsonNode data, @Nullable SubjectName about, Instant at) {}
    @JsonTypeInfo(use = JsonTypeInfo.Id.DEDUCTION, defaultImpl = ActivityFollowing.class)
    @JsonSubTypes({@JsonSubTypes.Type(ActivityListed.class), @JsonSubTypes.Type(ActivityFollowing.class)})
    sealed interface ActivityAnswer permits ActivityListed, ActivityFollowing {}
    record ActivityFollowing(List<Activity> items, long after) implements ActivityAnswer {}
    record ActivityListed(List<Activity> items, @Nullable String nextCursor) implements ActivityAnswer {}
    record Actor(String name, ActorType type, List<String> goals) {}
    enum ActorType { HUMAN, SYSTEM, EXTERNAL, @JsonEnumDefaultValue UNKNOWN }
    record AgentBody(String name, @Nullable String avatarUrl, Availability availability, @Nullable Instant deactivatedAt, String id, String ownerId, String role, String goal, String backstory,
        @Nullable String instructions, @Nullable String providerId, ModelConfig modelConfig, JsonNode configuration, List<Scope> scopes, @Nullable Long tokensPerRun, @Nullable Long tokensPerDay,
        @Nullable Double costPerDay, long version, Instant createdAt, Instant updatedAt, @Nullable Instant archivedAt, @Nullable Instant deletedAt) {}
    record AgentRun(String id, String agentId, String ownerId, String conversationId, @Nullable String projectId, @Nullable String triggerId, @Nullable String claimId, long depth, RunStatus status,
        long attempt, Transcript transcript, @Nullable RunUsage usage, @Nullable String model, @Nullable FinishReason finishReason, @Nullable RunError error, @Nullable String messageId,
        Instant createdAt, @Nullable Instant startedAt, @Nullable Instant finishedAt) {}
    record ApiToken(String id, String userId, @Nullable String projectId, String name, List<Scope> scopes, String prefix, Instant createdAt, @Nullable Instant expiresAt, @Nullable Instant lastUsedAt,
        @Nullable Instant revokedAt) {}
    record Artifact(String id, String projectId, ArtifactType type, String title, ArtifactFormat format, ArtifactStatus status, long revision, String sha256, long version, Instant createdAt,
        Instant updatedAt, @Nullable Instant archivedAt, @Nullable Instant deletedAt) {}
    enum ArtifactFormat { TEXT, MARKDOWN, MERMAID, JSON, @JsonEnumDefaultValue UNKNOWN }
    record ArtifactRevision(String id, String artifactId, long revision, String sha256, @Nullable String authorId, String authorName, Instant createdAt) {}
    enum ArtifactStatus { DRAFT, VALIDATED, EXPORTED, @JsonEnumDefaultValue UNKNOWN }
    enum ArtifactType { CONTEXT_DIAGRAM, USE_CASE_DIAGRAM, CLASS_DIAGRAM, REQUIREMENTS, DOCUMENT, @JsonEnumDefaultValue UNKNOWN }
    record ArtifactWithContent(String id, String projectId, ArtifactType type, String title, ArtifactFormat format, ArtifactStatus status, long revision, String sha256, long version,
        Instant createdAt, Instant updatedAt, @Nullable Instant archivedAt, @Nullable Instant deletedAt, String content) {}
    record AuthByCookie(User user, Session session) implements LoggedIn {}
    record AuthByToken(User user, Session session, String token) implements LoggedIn {}
    record AuthEnded(long ended) {}
    record AuthMe(User user, List<Scope> scopes, @Nullable String projectId) {}
    record AuthOwnSession(String id, Instant createdAt, Instant lastSeenAt, Instant expiresAt, @Nullable String userAgent, boolean current) {}
    enum Availability { INACTIVE, ACTIVE, BUSY, @JsonEnumDefaultValue UNKNOWN }
    record BackupBackups(boolean possible, List<DatabaseAdministrationKeptBackup> items) {}
    record Boundaries(List<String> internal, List<String> external, List<String> inScope, List<String> outOfScope) {}
    record BrowserSessionCode(String code, Instant expiresAt) {}
    record BrowserSessionOpened(Instant expiresAt) {}
    record Claim(String id, String itemId, long fencingToken, @Nullable String userId, String label, long leaseSeconds, Instant claimedAt, Instant heartbeatAt, @Nullable Progress progress,
        @Nullable Instant endedAt, @Nullable ClaimOutcome outcome, @Nullable String note, @Nullable String error, @Nullable ItemState itemStatus, @Nullable Instant retryAt) {}
    @JsonTypeInfo(use = JsonTypeInfo.Id.DEDUCTION, defaultImpl = ClaimAnswerNone.class)
    @JsonSubTypes({@JsonSubTypes.Type(ClaimBody.class), @JsonSubTypes.Type(ClaimAnswerNowhere.class), @JsonSubTypes.Type(ClaimAnswerNone.class)})
    sealed interface ClaimAnswer permits ClaimBody, ClaimAnswerNowhere, ClaimAnswerNone {}
    record ClaimAnswerNone(@Nullable ClaimBody claim, @Nullable NothingReason reason, @Nullable Instant runAt, @Nullable String blockedItemId, @Nullable String blockedTicketId,
        @Nullable List<NothingBodyBlocker> blockers, @Nullable Long limit, @Nullable List<HolderBody> holders, @Nullable Long failed, @Nullable Long scheduled,
        @Nullable Long stalled) implements ClaimAnswer {}
    record ClaimAnswerNowhere(@Nullable ClaimBody claim, List<ClaimAnswerReason> reasons) implements ClaimAnswer {}
    record ClaimAnswerReason(@Nullable String queue, @Nullable String project, @Nullable NothingReason reason, @Nullable Instant runAt, @Nullable String blockedItemId,
        @Nullable String blockedTicketId, @Nullable List<NothingBodyBlocker> blockers, @Nullable Long limit, @Nullable List<HolderBody> holders, @Nullable Long failed, @Nullable Long scheduled,
        @Nullable Long stalled) {}
    record ClaimBody(String id, long fencingToken, @Nullable Instant leaseUntil, String agent, String queueId, ItemBody item, TicketWithTasks ticket, @Nullable Task task, List<Comment> comments,
        @Nullable ClaimResultPrevious previous) implements ClaimAnswer {}
    enum ClaimOutcome { COMPLETED, FAILED, RELEASED, LOST, CANCELLED, FINISHED, @JsonEnumDefaultValue UNKNOWN }
    record ClaimResultPrevious(@Nullable String note, @Nullable String error, @Nullable Progress progress) {}
    record ClaimedBy(String agent, @Nullable String userId, String claimId, Instant leaseUntil) {}
    record Collected(CollectedData collectedData, long completeness, boolean validationStale) {}
    record CollectedData(List<Actor> actors, List<UseCase> useCases, Boundaries boundaries, List<Entity> entities, List<String> goals) {}
    record Comment(String id, String ticketId, @Nullable String authorId, String authorName, String content, Instant createdAt, Instant updatedAt, @Nullable Instant editedAt,
        @Nullable Instant deletedAt) {}
    enum ConversationKind { CHANNEL, CHAT, DIRECT, @JsonEnumDefaultValue UNKNOWN }
    record ConversationView(String id, @Nullable String projectId, String ownerId, ConversationKind kind, String title, @Nullable String description, Purpose purpose, boolean isDefault, long nextSeq,
        @Nullable Instant lastMessageAt, long version, Instant createdAt, Instant updatedAt, @Nullable Instant archivedAt, @Nullable Instant deletedAt, @Nullable LastMessage lastMessage,
        long lastReadSeq, long unread, Role role) {}
    record DatabaseAdministrationBackup(String file, long version, long bytes, String sha256) {}
    record DatabaseAdministrationKeptBackup(String file, long version, long bytes, Instant madeAt) {}
    record Entity(String name, List<EntityAttribute> attributes, List<EntityRelationship> relationships) {}
    record EntityAttribute(String name, @Nullable String type) {}
    record EntityRelationship(String target, @Nullable String label) {}
    record Event(long seq, String type, String entity, String id, @Nullable Long version, @Nullable String actor, @Nullable String project, @Nullable String conversation, Instant at) {}
    enum FailureKind { UNREACHABLE, REFUSED_ADDRESS, REDIRECT, UNAUTHORIZED, RATE_LIMITED, OVERLOADED, INVALID_REQUEST, PROVIDER_ERROR, TRUNCATED, GARBAGE, NOT_A_STREAM, IDLE, TOO_LONG, TOO_LARGE,
        SECRET_UNREADABLE, @JsonEnumDefaultValue UNKNOWN }
    record FileProblem(String path, FileProblemKind kind) {}
    enum FileProblemKind { NAME_NOT_UTF8, PATH_TOO_LONG, UNREADABLE, OWN_DATABASE, @JsonEnumDefaultValue UNKNOWN }
    record FileServiceEdge(String target, @Nullable ProjectFile file) {}
    record FileText(String fileId, String path, long firstLine, long lastLine, long totalLines, boolean truncated, boolean changed, String text) {}
    enum FinishReason { STOP, LENGTH, TOOL, CANCELLED, CUT, FAILED, @JsonEnumDefaultValue UNKNOWN }
    enum Gate { ACTORS, USE_CASES, BOUNDARIES, ENTITIES, DESCRIPTION, ACTOR_GOALS, USE_CASE_STEPS, ENTITY_ATTRIBUTES, COMPLETENESS, NAME, @JsonEnumDefaultValue UNKNOWN }
    record GateResult(Gate gate, long weight, boolean passed, @Nullable String reason) {}
    record HealthHealth(String status, @Nullable String code, @Nullable String reason) {}
    record HeldClaim(String id, String itemId, long fencingToken, @Nullable String userId, String label, long leaseSeconds, Instant claimedAt, Instant heartbeatAt, @Nullable Progress progress,
        @Nullable Instant endedAt, @Nullable ClaimOutcome outcome, @Nullable String note, @Nullable String error, @Nullable ItemState itemStatus, @Nullable Instant retryAt, Instant leaseUntil) {}
    record HolderBody(String claimId, String itemId, @Nullable String userId, String agent, @Nullable String ticketId, @Nullable String taskId, Instant claimedAt, Instant leaseUntil) {}
    record ImportProblem(@Nullable Long line, @Nullable String path, String code, String message) {}
    record ImportReport(long created, long updated, long unchanged, long skipped, List<ImportProblem> problems) {}
    enum Importance { LOW, MEDIUM, HIGH, CRITICAL, @JsonEnumDefaultValue UNKNOWN }
    record IndexIndex(String name, String version, boolean accounts, Map<String, String> links, List<String> routes) {}
    record IndexJob(String id, String projectId, JobStatus status, IndexReport report, @Nullable String error, Instant createdAt, @Nullable Instant finishedAt) {}
    record IndexReport(boolean full, long total, long done, long created, long updated, long moved, long deleted, long unchanged, long tooLarge, long binary, long secret, List<FileProblem> problems,
        long problemCount) {}
    record IssuedToken(String id, String userId, @Nullable String projectId, String name, List<Scope> scopes, String prefix, Instant createdAt, @Nullable Instant expiresAt,
        @Nullable Instant lastUsedAt, @Nullable Instant revokedAt, String token) {}
    record ItemBody(String id, String queueId, @Nullable String ticketId, @Nullable String taskId, @Nullable String ticketKey, @Nullable String ticketTitle, @Nullable String taskContent,
        @Nullable String groupId, ItemState status, Priority priority, @Nullable Long position, Instant enqueuedAt, Instant runAt, long attempts, long stalls, long releases, long fencingToken,
        @Nullable String claimId, @Nullable Instant leaseUntil, @Nullable Instant finishedAt, JsonNode result, @Nullable String lastError, @Nullable String note, boolean prioritySet,
        boolean positionSet) {}
    enum ItemState { READY, SCHEDULED, BLOCKED, CLAIMED, STALLED, COMPLETED, FAILED, CANCELLED, @JsonEnumDefaultValue UNKNOWN }
    enum ItemStatus { READY, CLAIMED, COMPLETED, FAILED, CANCELLED, @JsonEnumDefaultValue UNKNOWN }
    record ItemsOfItemBody(List<ItemBody> items) {}
    record ItemsOfMemoryRelevantMemory(List<MemoryRelevantMemory> items) {}
    record ItemsOfSelectedFile(List<SelectedFile> items) {}
    record ItemsOfTicketBody(List<TicketBody> items) {}
    record ItemsOfUsageTotal(List<UsageTotal> items) {}
    enum JobKind { INDEX, REPLY, RETENTION, SUMMARY, @JsonEnumDefaultValue UNKNOWN }
    enum JobStatus { READY, RUNNING, COMPLETED, FAILED, CANCELLED, @JsonEnumDefaultValue UNKNOWN }
    record LastMessage(String id, long seq, @Nullable String authorId, @Nullable String authorName, MessageRole role, String content, Instant createdAt) {}
    record LeftOut(PartKind kind, String name, String title, @Nullable Long tokens, LeftOutReason reason) {}
    enum LeftOutReason { BUDGET, UNREADABLE, UNREAD, @JsonEnumDefaultValue UNKNOWN }
    enum LinkKind { BLOCKS, RELATES_TO, DUPLICATES, SUPERSEDES, DISCOVERED_FROM, @JsonEnumDefaultValue UNKNOWN }
    record LinkedTicket(LinkKind kind, String fromId, String fromKey, TicketStatus fromStatus, String toId, String toKey, TicketStatus toStatus) {}
    record ListedClaim(String id, String agent, @Nullable String userId, @Nullable String user, String projectId, String queueId, String queue, String itemId, String ticketId, String ticketKey,
        String ticketTitle, @Nullable String taskId, @Nullable String taskContent, Instant enqueuedAt, long attempts, long stalls, long fencingToken, Instant claimedAt, Instant heartbeatAt,
        @Nullable Instant leaseUntil, @Nullable Progress progress, @Nullable Instant endedAt, @Nullable ClaimOutcome outcome, @Nullable String note, @Nullable String error) {}
    record ListedJob(String id, JobKind kind, JobStatus status, String subjectId, @Nullable String projectId, long attempts, long maxAttempts, Instant runAt, @Nullable Instant leaseUntil,
        @Nullable String error, Instant createdAt, @Nullable Instant finishedAt) {}
    record ListedTicket(String id, String projectId, String key, TicketType type, String title, TicketStatus status, Priority priority, @Nullable String assigneeId, @Nullable String parentId,
        List<String> labels, @Nullable Long estimatedMinutes, @Nullable Instant dueAt, @Nullable Long position, @Nullable Instant startedAt, @Nullable Instant completedAt,
        @Nullable Instant archivedAt, Instant createdAt, Instant updatedAt, long version, long taskCount, long openTaskCount, long blockerCount, boolean claimed, @Nullable ClaimedBy claimedBy,
        long number, @Nullable String overview, @Nullable JsonNode metadata, @Nullable List<Task> tasks) {}
    @JsonTypeInfo(use = JsonTypeInfo.Id.DEDUCTION, defaultImpl = AuthByCookie.class)
    @JsonSubTypes({@JsonSubTypes.Type(AuthByToken.class), @JsonSubTypes.Type(AuthByCookie.class)})
    sealed interface LoggedIn permits AuthByToken, AuthByCookie {}
    record MemberView(String projectId, String userId, Role role, Instant joinedAt, String name, UserType type) {}
    record Memory(String id, @Nullable String agentId, @Nullable String projectId, @Nullable String conversationId, String content, @Nullable String summary, MemoryType type, Importance importance,
        double score, List<String> keywords, long accessCount, @Nullable Instant lastAccessedAt, long version, Instant createdAt, Instant updatedAt, @Nullable Instant archivedAt,
        @Nullable Instant deletedAt) {}
    record MemoryRelatedMemory(String id, @Nullable String agentId, @Nullable String projectId, @Nullable String conversationId, String content, @Nullable String summary, MemoryType type,
        Importance importance, double score, List<String> keywords, long accessCount, @Nullable Instant lastAccessedAt, long version, Instant createdAt, Instant updatedAt,
        @Nullable Instant archivedAt, @Nullable Instant deletedAt, List<MemoryRelation> relations) {}
    record MemoryRelation(String fromId, String toId, RelationKind kind) {}
    record MemoryRelevantMemory(String id, @Nullable String agentId, @Nullable String projectId, @Nullable String conversationId, String content, @Nullable String summary, MemoryType type,
        Importance importance, double score, List<String> keywords, long accessCount, @Nullable Instant lastAccessedAt, long version, Instant createdAt, Instant updatedAt,
        @Nullable Instant archivedAt, @Nullable Instant deletedAt, RankingWhy why) {}
    enum MemoryType { CONVERSATION, PREFERENCE, LEARNING, CONTEXT, FACT, @JsonEnumDefaultValue UNKNOWN }
    record Message(String id, String conversationId, long seq, @Nullable String authorId, @Nullable String authorName, MessageRole role, String content, @Nullable String parentId,
        @Nullable String runId, @Nullable String model, JsonNode usage, @Nullable FinishReason finishReason, JsonNode metadata, long version, Instant createdAt, @Nullable Instant editedAt,
        @Nullable Instant deletedAt) {}
    enum MessageRole { USER, ASSISTANT, SYSTEM, TOOL, @JsonEnumDefaultValue UNKNOWN }
    record ModelConfig(@Nullable String model, @Nullable Double temperature, @Nullable Long maxTokens, @Nullable Double topP, @Nullable Price price) {}
    record ModelProvider(String id, String ownerId, String name, ProviderType type, @Nullable String baseUrl, String defaultModel, @Nullable String secretEnv, @Nullable Price price,
        @Nullable String keyHint, boolean isDefault, @Nullable Instant deactivatedAt, long version, Instant createdAt, Instant updatedAt, @Nullable Instant archivedAt, @Nullable Instant deletedAt) {}
    record NothingBodyBlocker(WaitsForKind code, String ticket, String ticketId, @Nullable String taskId, @Nullable String via) {}
    enum NothingReason { PAUSED, AT_LIMIT, SCHEDULED, ALL_BLOCKED, EMPTY, @JsonEnumDefaultValue UNKNOWN }
    record Pack(String project, PackFormat format, long budgetTokens, long tokens, List<PackedPart> parts, List<LeftOut> leftOut, String text) {}
    enum PackFormat { MARKDOWN, JSON, @JsonEnumDefaultValue UNKNOWN }
    record PackedPart(PartKind kind, String name, String title, long tokens, long lines, long linesInAll) {}
    enum PartKind { TICKET, PROMPT, CONVERSATION, FILE, @JsonEnumDefaultValue UNKNOWN }
    record ParticipantView(String conversationId, String userId, Instant joinedAt, @Nullable Instant leftAt, long lastReadSeq, String name, UserType type) {}
    record Polled(String epoch, long after, @Nullable SignalReason resync, List<Event> items) {}
    record Preferences(Theme theme, @Nullable String language, @Nullable String timezone) {}
    enum Presence { ONLINE, AWAY, BUSY, OFFLINE, @JsonEnumDefaultValue UNKNOWN }
    record Price(double input, double output) {}
    enum Priority { LOW, NORMAL, HIGH, URGENT, @JsonEnumDefaultValue UNKNOWN }
    record ProbeResult(boolean ok, long latencyMs, @Nullable FailureKind kind, @Nullable String message) {}
    record Progress(long percent, @Nullable String text) {}
    record Project(String id, String ownerId, String key, String name, String description, @Nullable String localPath, @Nullable String gitUrl, @Nullable String branch, ProjectStatus status,
        long completeness, long validationScore, @Nullable Instant validatedAt, boolean validationStale, long version, Instant createdAt, Instant updatedAt, @Nullable Instant archivedAt,
        @Nullable Instant deletedAt) {}
    record ProjectFile(String id, String projectId, String path, String name, String extension, long size, Instant modifiedAt, @Nullable String fileKey, String contentType, @Nullable String language,
        String sha256, @Nullable String summary, @Nullable String summaryOf, @Nullable String summaryModel, Instant indexedAt, boolean summarized) {}
    record ProjectOverview(String projectId, String key, String name, Map<String, Long> tickets, long openTasks, long queueDepth, @Nullable Instant lastActivityAt) {}
    record ProjectSettings(boolean autoCompleteTickets, @Nullable Long agentTokensPerDay, @Nullable Double agentCostPerDay, boolean modelSummaries) {}
    enum ProjectStatus { DRAFT, ACTIVE, COMPLETED, @JsonEnumDefaultValue UNKNOWN }
    record Prompt(String id, @Nullable String projectId, String ownerId, String title, String content, @Nullable String description, List<String> labels, JsonNode metadata, long version,
        Instant createdAt, Instant updatedAt, @Nullable Instant archivedAt, @Nullable Instant deletedAt) {}
    record PromptBody(@Nullable String model, @Nullable String instructions, List<PromptBodySaid> turns, List<String> tools) {}
    record PromptBodySaid(String role, String text) {}
    enum ProviderType { OPENAI, ANTHROPIC, GOOGLE, DEEPSEEK, OLLAMA, CUSTOM, @JsonEnumDefaultValue UNKNOWN }
    record Pruned(List<String> memories, boolean dryRun, boolean more) {}
    enum Purpose { GENERAL, INTAKE, @JsonEnumDefaultValue UNKNOWN }
    record Queue(String id, String projectId, String name, @Nullable String description, long maxParallel, long leaseSeconds, long maxAttempts, long maxStalls, @Nullable WorkFilter feeds,
        boolean active, long version, Instant createdAt, Instant updatedAt, @Nullable Instant archivedAt, @Nullable Instant deletedAt) {}
    record QueueStatsBody(Map<String, Long> counts, List<HolderBody> holders, @Nullable Long oldestReadyAgeMillis, @Nullable Long meanWaitMillis, @Nullable Long meanWorkMillis,
        @Nullable Long feedable) {}
    record RankingWhy(double score, double recency, double accesses, double conversation, double words, double total) {}
    record ReadMark(String conversationId, long lastReadSeq, long unread) {}
    record ReadyTicket(String id, String projectId, String key, TicketType type, String title, TicketStatus status, Priority priority, @Nullable String assigneeId, @Nullable String parentId,
        List<String> labels, @Nullable Long estimatedMinutes, @Nullable Instant dueAt, @Nullable Long position, @Nullable Instant startedAt, @Nullable Instant completedAt,
        @Nullable Instant archivedAt, Instant createdAt, Instant updatedAt, long version, long taskCount, long openTaskCount, long blockerCount, boolean claimed, @Nullable ClaimedBy claimedBy,
        long number, boolean ready, List<ReadyTicketReason> reasons) {}
    enum ReadyTicketCode { BLOCKED_BY, OPEN_CHILD, CLAIMED, STATUS, @JsonEnumDefaultValue UNKNOWN }
    record ReadyTicketReason(ReadyTicketCode code, @Nullable String ticket, @Nullable String via) {}
    enum RelationKind { SUPPORTS, CONTRADICTS, REFINES, @JsonEnumDefaultValue UNKNOWN }
    record RelevanceRelevantFiles(RelevantFileWeights weights, List<RelevantFile> items) {}
    record RelevantFile(ProjectFile file, double score, RelevantFileWhy why) {}
    record RelevantFileWeights(double suggested, double text, double path, double changed, double imports) {}
    record RelevantFileWhy(double suggested, double text, double path, List<String> words, double changed, double imports, List<String> importsWith) {}
    record RetryReport(long retried, List<RetryReportRefused> refused) {}
    enum RetryReportReason { SUBJECT_GONE, FINISHED, ARCHIVED, ALREADY_QUEUED, SUPERSEDED, GROUP, @JsonEnumDefaultValue UNKNOWN }
    record RetryReportRefused(String item, RetryReportReason reason, String message) {}
    record RevisionWithContent(String id, String artifactId, long revision, String sha256, @Nullable String authorId, String authorName, Instant createdAt, String content) {}
    enum Role { VIEWER, EDITOR, OWNER, @JsonEnumDefaultValue UNKNOWN }
    record RunError(String code, String detail) {}
    record RunPart(RunPartKind kind, String text, @Nullable String name, @Nullable String callId) {}
    enum RunPartKind { TEXT, CALL, RESULT, @JsonEnumDefaultValue UNKNOWN }
    enum RunStatus { QUEUED, RUNNING, SUCCEEDED, FAILED, CANCELLED, @JsonEnumDefaultValue UNKNOWN }
    record RunUsage(long inputTokens, long outputTokens, boolean estimated, @Nullable Long costMicros) {}
    record SaidMessage(String id, String conversationId, long seq, @Nullable String authorId, @Nullable String authorName, MessageRole role, String content, @Nullable String parentId,
        @Nullable String runId, @Nullable String model, JsonNode usage, @Nullable FinishReason finishReason, JsonNode metadata, long version, Instant createdAt, @Nullable Instant editedAt,
        @Nullable Instant deletedAt, @Nullable List<AgentRun> runs) {}
    enum Scope { READ, WRITE, CLAIM, ADMIN, @JsonEnumDefaultValue UNKNOWN }
    record SearchHit(SearchKind kind, String id, @Nullable String projectId, @Nullable String ticketId, @Nullable String ticketKey, @Nullable String conversationId, String title, String snippet,
        double score) {}
    enum SearchKind { TICKET, TASK, COMMENT, MESSAGE, PROMPT, FILE, @JsonEnumDefaultValue UNKNOWN }
    record SecretServiceChecked(long secrets, List<SecretServiceUnreadable> unreadable) {}
    record SecretServiceRotated(String keyId, long resealed, List<String> droppedKeys, List<SecretServiceUnreadable> unreadable) {}
    record SecretServiceUnreadable(String providerId, String keyId, String reason) {}
    record SelectedFile(ProjectFile file, @Nullable String reason) {}
    record Session(String id, String userId, Instant createdAt, Instant expiresAt, Instant lastSeenAt, @Nullable Instant revokedAt, @Nullable String userAgent) {}
    record SettingEntry(String key, JsonNode value) {}
    record ShownConversation(String id, @Nullable String projectId, String ownerId, ConversationKind kind, String title, @Nullable String description, Purpose purpose, boolean isDefault,
        long nextSeq, @Nullable Instant lastMessageAt, long version, Instant createdAt, Instant updatedAt, @Nullable Instant archivedAt, @Nullable Instant deletedAt,
        @Nullable LastMessage lastMessage, long lastReadSeq, long unread, Role role, List<ParticipantView> participants) {}
    enum SignalReason { TOO_OLD, TOO_NEW, TOO_SLOW, @JsonEnumDefaultValue UNKNOWN }
    record SignedIn(User user, Session session, String token) {}
    record StatusStatistics(ProjectStatus status, long count, @Nullable Double averageScore) {}
    record SubjectName(String ticketId, String ticketKey, String ticketTitle, @Nullable String taskContent) {}
    record SystemReport(List<SystemReportFilled> projects, long providers, long people, List<ImportProblem> problems) {}
    record SystemReportFilled(String key, String name, boolean created, ImportReport report) {}
    enum SystemRole { ADMIN, MEMBER, @JsonEnumDefaultValue UNKNOWN }
    record SystemSettings(boolean openRegistration, @Nullable Long activityRetentionDays, String modelNetworks, long repliesPerProvider, String indexFolders, long indexFileBytes,
        String secretFiles) {}
    record Task(String id, String ticketId, String content, @Nullable String description, @Nullable Long estimatedMinutes, @Nullable String assigneeId, List<String> labels, List<String> dependsOn,
        TaskStatus status, long orderIndex, Instant createdAt, Instant updatedAt) {}
    enum TaskStatus { PENDING, IN_PROGRESS, COMPLETED, CANCELLED, @JsonEnumDefaultValue UNKNOWN }
    enum Theme { DARK, LIGHT, SYSTEM, @JsonEnumDefaultValue UNKNOWN }
    record TicketBody(String id, String projectId, String key, TicketType type, String title, String overview, Priority priority, @Nullable String assigneeId, @Nullable String parentId,
        List<String> labels, List<String> acceptanceCriteria, List<String> suggestedFileIds, List<String> suggestedAgentIds, List<String> suggestedPromptIds, @Nullable Long estimatedMinutes,
        @Nullable Instant dueAt, @Nullable Long position, JsonNode metadata, TicketStatus status, @Nullable Instant startedAt, @Nullable Instant completedAt, long version, Instant createdAt,
        Instant updatedAt, @Nullable Instant archivedAt, @Nullable Instant deletedAt, long number, List<Task> tasks, @Nullable ClaimedBy claimedBy) {}
    enum TicketStatus { OPEN, IN_PROGRESS, REVIEW, BLOCKED, COMPLETED, CLOSED, @JsonEnumDefaultValue UNKNOWN }
    enum TicketType { TASK, BUG, FEATURE, IMPROVEMENT, STORY, EPIC, @JsonEnumDefaultValue UNKNOWN }
    record TicketWithTasks(String id, String projectId, String key, TicketType type, String title, String overview, Priority priority, @Nullable String assigneeId, @Nullable String parentId,
        List<String> labels, List<String> acceptanceCriteria, List<String> suggestedFileIds, List<String> suggestedAgentIds, List<String> suggestedPromptIds, @Nullable Long estimatedMinutes,
        @Nullable Instant dueAt, @Nullable Long position, JsonNode metadata, TicketStatus status, @Nullable Instant startedAt, @Nullable Instant completedAt, long version, Instant createdAt,
        Instant updatedAt, @Nullable Instant archivedAt, @Nullable Instant deletedAt, long number, List<Task> tasks) {}
    record Transcript(List<RunPart> parts) {}
    record UsageTotal(@Nullable String agentId, @Nullable String projectId, long runs, long inputTokens, long outputTokens, boolean estimated, long costMicros, @Nullable Instant day) {}
    record UseCase(String id, String name, @Nullable String actor, List<String> steps) {}
    record User(String id, UserType type, @Nullable String ownerId, String name, @Nullable String email, @Nullable String avatarUrl, Presence presence, SystemRole systemRole,
        @Nullable Instant deactivatedAt, long version, Instant createdAt, Instant updatedAt, @Nullable Instant archivedAt, @Nullable Instant deletedAt) {}
    enum UserType { HUMAN, AGENT, @JsonEnumDefaultValue UNKNOWN }
    record Validation(long score, boolean passed, List<GateResult> gates, @Nullable Instant validatedAt, boolean stale) {}
    enum WaitsForKind { BLOCKED_BY, OPEN_CHILD, TASK, @JsonEnumDefaultValue UNKNOWN }
    record WorkFilter(List<String> labels, List<TicketType> types, @Nullable Priority minPriority) {}
}

package dev.cairn.client;

import dev.cairn.client.Answers.*;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is sent: a field that is not set stays as it is, null clears it. Written from docs/api/openapi.yml: bin/test JavaClientTest -Dcairn.client=write */
public interface Bodies {
    final class AgentFields extends Fields<AgentFields> { public AgentFields role(String value) { return set("role", value); } public AgentFields goal(String value) { return set("goal", value); }
        public AgentFields backstory(String value) { return set("backstory", value); } public AgentFields instructions(@Nullable String value) { return set("instructions", value); }
        public AgentFields providerId(@Nullable String value) { return set("providerId", value); } public AgentFields modelConfig(ModelConfigInput value) { return set("modelConfig", value); }
        public AgentFields configuration(Map<String, ?> value) { return set("configuration", value); } public AgentFields scopes(List<Scope> value) { return set("scopes", value); }
        public AgentFields tokensPerRun(@Nullable Long value) { return set("tokensPerRun", value); } public AgentFields tokensPerDay(@Nullable Long value) { return set("tokensPerDay", value); }
        public AgentFields costPerDay(@Nullable Double value) { return set("costPerDay", value); } }
    final class AgentOccasion extends Fields<AgentOccasion> { public AgentOccasion conversationId(@Nullable String value) { return set("conversationId", value); } }
    final class ArtifactFields extends Fields<ArtifactFields> { public ArtifactFields title(String value) { return set("title", value); }
        public ArtifactFields content(String value) { return set("content", value); } }
    final class ArtifactGeneration extends Fields<ArtifactGeneration> { public ArtifactGeneration types(List<ArtifactType> value) { return set("types", value); } }
    final class ArtifactNewStatus extends Fields<ArtifactNewStatus> { public ArtifactNewStatus status(ArtifactStatus value) { return set("status", value); } }
    final class AuthPasswords extends Fields<AuthPasswords> { public AuthPasswords currentPassword(String value) { return set("currentPassword", value); }
        public AuthPasswords newPassword(String value) { return set("newPassword", value); } }
    final class BoundariesInput extends Fields<BoundariesInput> { public BoundariesInput internal(List<String> value) { return set("internal", value); }
        public BoundariesInput external(List<String> value) { return set("external", value); } public BoundariesInput inScope(List<String> value) { return set("inScope", value); }
        public BoundariesInput outOfScope(List<String> value) { return set("outOfScope", value); } }
    final class ClaimRequest extends Fields<ClaimRequest> { public ClaimRequest agent(@Nullable String value) { return set("agent", value); }
        public ClaimRequest leaseSeconds(@Nullable Long value) { return set("leaseSeconds", value); } public ClaimRequest waitSeconds(@Nullable Long value) { return set("waitSeconds", value); } }
    final class ClaimUpdate extends Fields<ClaimUpdate> { public ClaimUpdate fencingToken(long value) { return set("fencingToken", value); }
        public ClaimUpdate note(@Nullable String value) { return set("note", value); } public ClaimUpdate progress(@Nullable ProgressInput value) { return set("progress", value); }
        public ClaimUpdate result(@Nullable Object value) { return set("result", value); } public ClaimUpdate error(@Nullable String value) { return set("error", value); }
        public ClaimUpdate until(@Nullable Instant value) { return set("until", value); } public ClaimUpdate finishTasks(boolean value) { return set("finishTasks", value); } }
    final class CollectedDataInput extends Fields<CollectedDataInput> { public CollectedDataInput actors(List<Object> value) { return set("actors", value); }
        public CollectedDataInput useCases(List<Object> value) { return set("useCases", value); } public CollectedDataInput boundaries(BoundariesInput value) { return set("boundaries", value); }
        public CollectedDataInput entities(List<Object> value) { return set("entities", value); } public CollectedDataInput goals(List<String> value) { return set("goals", value); } }
    final class CommentText extends Fields<CommentText> { public CommentText content(String value) { return set("content", value); } }
    final class CommentTextFields extends Fields<CommentTextFields> { public CommentTextFields content(String value) { return set("content", value); } }
    final class ConversationFields extends Fields<ConversationFields> { public ConversationFields title(String value) { return set("title", value); }
        public ConversationFields description(@Nullable String value) { return set("description", value); } }
    final class ConversationRead extends Fields<ConversationRead> { public ConversationRead seq(long value) { return set("seq", value); } }
    final class CreateUserBody extends Fields<CreateUserBody> { public CreateUserBody type(String value) { return set("type", value); }
        public CreateUserBody name(String value) { return set("name", value); } public CreateUserBody email(@Nullable String value) { return set("email", value); }
        public CreateUserBody avatarUrl(@Nullable String value) { return set("avatarUrl", value); } public CreateUserBody presence(Presence value) { return set("presence", value); }
        public CreateUserBody username(String value) { return set("username", value); } public CreateUserBody password(String value) { return set("password", value); } }
    final class Credentials extends Fields<Credentials> { public Credentials username(String value) { return set("username", value); }
        public Credentials password(String value) { return set("password", value); } public Credentials browser(boolean value) { return set("browser", value); } }
    final class EnqueueItem extends Fields<EnqueueItem> { public EnqueueItem ticketId(@Nullable String value) { return set("ticketId", value); }
        public EnqueueItem taskId(@Nullable String value) { return set("taskId", value); } public EnqueueItem priority(@Nullable Priority value) { return set("priority", value); }
        public EnqueueItem runAt(@Nullable Instant value) { return set("runAt", value); } public EnqueueItem includeTasks(boolean value) { return set("includeTasks", value); }
        public EnqueueItem returnExisting(boolean value) { return set("returnExisting", value); } }
    final class EnqueueItemsBody extends Fields<EnqueueItemsBody> { public EnqueueItemsBody ticketId(@Nullable String value) { return set("ticketId", value); }
        public EnqueueItemsBody taskId(@Nullable String value) { return set("taskId", value); } public EnqueueItemsBody priority(@Nullable Priority value) { return set("priority", value); }
        public EnqueueItemsBody runAt(@Nullable Instant value) { return set("runAt", value); } public EnqueueItemsBody includeTasks(boolean value) { return set("includeTasks", value); }
        public EnqueueItemsBody returnExisting(boolean value) { return set("returnExisting", value); } public EnqueueItemsBody items(List<EnqueueItem> value) { return set("items", value); } }
    final class FolderIndexIndexing extends Fields<FolderIndexIndexing> { public FolderIndexIndexing full(@Nullable Boolean value) { return set("full", value); } }
    final class ForkConversation extends Fields<ForkConversation> { public ForkConversation untilSeq(@Nullable Long value) { return set("untilSeq", value); }
        public ForkConversation title(@Nullable String value) { return set("title", value); } }
    final class ImportFileQuery extends Fields<ImportFileQuery> { public ImportFileQuery project(String value) { return set("project", value); }
        public ImportFileQuery format(String value) { return set("format", value); } public ImportFileQuery source(String value) { return set("source", value); }
        public ImportFileQuery defaultSource(String value) { return set("defaultSource", value); } public ImportFileQuery prune(boolean value) { return set("prune", value); } }
    final class ImportSystemQuery extends Fields<ImportSystemQuery> { public ImportSystemQuery project(String value) { return set("project", value); }
        public ImportSystemQuery format(String value) { return set("format", value); } public ImportSystemQuery source(String value) { return set("source", value); }
        public ImportSystemQuery defaultSource(String value) { return set("defaultSource", value); } public ImportSystemQuery prune(boolean value) { return set("prune", value); } }
    final class IncludeLimitCursorQuery extends Fields<IncludeLimitCursorQuery> { public IncludeLimitCursorQuery include(String value) { return set("include", value); }
        public IncludeLimitCursorQuery limit(long value) { return set("limit", value); } public IncludeLimitCursorQuery cursor(String value) { return set("cursor", value); } }
    final class ItemFields extends Fields<ItemFields> { public ItemFields priority(Priority value) { return set("priority", value); }
        public ItemFields position(@Nullable Long value) { return set("position", value); } public ItemFields runAt(Instant value) { return set("runAt", value); } }
    final class LimitCursorQuery extends Fields<LimitCursorQuery> { public LimitCursorQuery limit(long value) { return set("limit", value); }
        public LimitCursorQuery cursor(String value) { return set("cursor", value); } }
    final class LimitCursorSortQuery extends Fields<LimitCursorSortQuery> { public LimitCursorSortQuery limit(long value) { return set("limit", value); }
        public LimitCursorSortQuery cursor(String value) { return set("cursor", value); } public LimitCursorSortQuery sort(String value) { return set("sort", value); } }
    final class LimitQuery extends Fields<LimitQuery> { public LimitQuery limit(long value) { return set("limit", value); } }
    final class LinesQuery extends Fields<LinesQuery> { public LinesQuery lines(String value) { return set("lines", value); } }
    final class ListActivityQuery extends Fields<ListActivityQuery> { public ListActivityQuery project(String value) { return set("project", value); }
        public ListActivityQuery actor(String value) { return set("actor", value); } public ListActivityQuery subject(String value) { return set("subject", value); }
        public ListActivityQuery types(String value) { return set("types", value); } public ListActivityQuery limit(long value) { return set("limit", value); }
        public ListActivityQuery cursor(String value) { return set("cursor", value); } public ListActivityQuery sort(String value) { return set("sort", value); }
        public ListActivityQuery after(String value) { return set("after", value); } }
    final class ListAllConversationsQuery extends Fields<ListAllConversationsQuery> { public ListAllConversationsQuery project(String value) { return set("project", value); }
        public ListAllConversationsQuery kind(List<ConversationKind> value) { return set("kind", value); }
        public ListAllConversationsQuery purpose(List<Purpose> value) { return set("purpose", value); } public ListAllConversationsQuery archived(String value) { return set("archived", value); }
        public ListAllConversationsQuery unread(boolean value) { return set("unread", value); } public ListAllConversationsQuery isDefault(boolean value) { return set("isDefault", value); }
        public ListAllConversationsQuery q(String value) { return set("q", value); } public ListAllConversationsQuery limit(long value) { return set("limit", value); }
        public ListAllConversationsQuery cursor(String value) { return set("cursor", value); } public ListAllConversationsQuery sort(String value) { return set("sort", value); } }
    final class ListArtifactsQuery extends Fields<ListArtifactsQuery> { public ListArtifactsQuery include(String value) { return set("include", value); }
        public ListArtifactsQuery type(List<ArtifactType> value) { return set("type", value); } public ListArtifactsQuery status(List<ArtifactStatus> value) { return set("status", value); }
        public ListArtifactsQuery limit(long value) { return set("limit", value); } public ListArtifactsQuery cursor(String value) { return set("cursor", value); }
        public ListArtifactsQuery sort(String value) { return set("sort", value); } }
    final class ListClaimsQuery extends Fields<ListClaimsQuery> { public ListClaimsQuery queue(String value) { return set("queue", value); }
        public ListClaimsQuery user(String value) { return set("user", value); } public ListClaimsQuery ended(String value) { return set("ended", value); }
        public ListClaimsQuery limit(long value) { return set("limit", value); } public ListClaimsQuery cursor(String value) { return set("cursor", value); }
        public ListClaimsQuery sort(String value) { return set("sort", value); } }
    final class ListConversationsQuery extends Fields<ListConversationsQuery> { public ListConversationsQuery kind(List<ConversationKind> value) { return set("kind", value); }
        public ListConversationsQuery purpose(List<Purpose> value) { return set("purpose", value); } public ListConversationsQuery archived(String value) { return set("archived", value); }
        public ListConversationsQuery unread(boolean value) { return set("unread", value); } public ListConversationsQuery isDefault(boolean value) { return set("isDefault", value); }
        public ListConversationsQuery q(String value) { return set("q", value); } public ListConversationsQuery limit(long value) { return set("limit", value); }
        public ListConversationsQuery cursor(String value) { return set("cursor", value); } public ListConversationsQuery sort(String value) { return set("sort", value); } }
    final class ListFilesQuery extends Fields<ListFilesQuery> { public ListFilesQuery path(String value) { return set("path", value); }
        public ListFilesQuery q(String value) { return set("q", value); } public ListFilesQuery extension(String value) { return set("extension", value); }
        public ListFilesQuery changed(String value) { return set("changed", value); } public ListFilesQuery limit(long value) { return set("limit", value); }
        public ListFilesQuery cursor(String value) { return set("cursor", value); } public ListFilesQuery sort(String value) { return set("sort", value); } }
    final class ListJobsQuery extends Fields<ListJobsQuery> { public ListJobsQuery limit(long value) { return set("limit", value); }
        public ListJobsQuery cursor(String value) { return set("cursor", value); } public ListJobsQuery sort(String value) { return set("sort", value); }
        public ListJobsQuery kind(List<JobKind> value) { return set("kind", value); } public ListJobsQuery status(List<JobStatus> value) { return set("status", value); } }
    final class ListMemoriesQuery extends Fields<ListMemoriesQuery> { public ListMemoriesQuery agent(String value) { return set("agent", value); }
        public ListMemoriesQuery project(String value) { return set("project", value); } public ListMemoriesQuery type(List<MemoryType> value) { return set("type", value); }
        public ListMemoriesQuery archived(String value) { return set("archived", value); } public ListMemoriesQuery limit(long value) { return set("limit", value); }
        public ListMemoriesQuery cursor(String value) { return set("cursor", value); } public ListMemoriesQuery sort(String value) { return set("sort", value); } }
    final class ListMessagesQuery extends Fields<ListMessagesQuery> { public ListMessagesQuery afterSeq(long value) { return set("afterSeq", value); }
        public ListMessagesQuery beforeSeq(long value) { return set("beforeSeq", value); } public ListMessagesQuery limit(long value) { return set("limit", value); }
        public ListMessagesQuery cursor(String value) { return set("cursor", value); } }
    final class ListProjectsQuery extends Fields<ListProjectsQuery> { public ListProjectsQuery include(String value) { return set("include", value); }
        public ListProjectsQuery status(List<ProjectStatus> value) { return set("status", value); } public ListProjectsQuery archived(String value) { return set("archived", value); }
        public ListProjectsQuery q(String value) { return set("q", value); } public ListProjectsQuery minScore(long value) { return set("minScore", value); }
        public ListProjectsQuery limit(long value) { return set("limit", value); } public ListProjectsQuery cursor(String value) { return set("cursor", value); }
        public ListProjectsQuery sort(String value) { return set("sort", value); } }
    final class ListPromptsQuery extends Fields<ListPromptsQuery> { public ListPromptsQuery label(String value) { return set("label", value); }
        public ListPromptsQuery q(String value) { return set("q", value); } public ListPromptsQuery limit(long value) { return set("limit", value); }
        public ListPromptsQuery cursor(String value) { return set("cursor", value); } public ListPromptsQuery sort(String value) { return set("sort", value); } }
    final class ListProvidersQuery extends Fields<ListProvidersQuery> { public ListProvidersQuery active(boolean value) { return set("active", value); }
        public ListProvidersQuery limit(long value) { return set("limit", value); } public ListProvidersQuery cursor(String value) { return set("cursor", value); }
        public ListProvidersQuery sort(String value) { return set("sort", value); } }
    final class ListQueueItemsQuery extends Fields<ListQueueItemsQuery> { public ListQueueItemsQuery limit(long value) { return set("limit", value); }
        public ListQueueItemsQuery cursor(String value) { return set("cursor", value); } public ListQueueItemsQuery sort(String value) { return set("sort", value); }
        public ListQueueItemsQuery status(List<ItemStatus> value) { return set("status", value); } }
    final class ListRelevantMemoriesQuery extends Fields<ListRelevantMemoriesQuery> { public ListRelevantMemoriesQuery agent(String value) { return set("agent", value); }
        public ListRelevantMemoriesQuery project(String value) { return set("project", value); } public ListRelevantMemoriesQuery conversation(String value) { return set("conversation", value); }
        public ListRelevantMemoriesQuery q(String value) { return set("q", value); } public ListRelevantMemoriesQuery limit(long value) { return set("limit", value); } }
    final class ListRunsQuery extends Fields<ListRunsQuery> { public ListRunsQuery conversation(String value) { return set("conversation", value); }
        public ListRunsQuery agent(String value) { return set("agent", value); } public ListRunsQuery status(List<RunStatus> value) { return set("status", value); }
        public ListRunsQuery limit(long value) { return set("limit", value); } public ListRunsQuery cursor(String value) { return set("cursor", value); } }
    final class ListTicketsQuery extends Fields<ListTicketsQuery> { public ListTicketsQuery include(String value) { return set("include", value); }
        public ListTicketsQuery limit(long value) { return set("limit", value); } public ListTicketsQuery cursor(String value) { return set("cursor", value); }
        public ListTicketsQuery sort(String value) { return set("sort", value); } public ListTicketsQuery assignee(String value) { return set("assignee", value); }
        public ListTicketsQuery parent(String value) { return set("parent", value); } public ListTicketsQuery status(List<TicketStatus> value) { return set("status", value); }
        public ListTicketsQuery type(List<TicketType> value) { return set("type", value); } public ListTicketsQuery priority(List<Priority> value) { return set("priority", value); }
        public ListTicketsQuery label(String value) { return set("label", value); } public ListTicketsQuery archived(String value) { return set("archived", value); }
        public ListTicketsQuery q(String value) { return set("q", value); } }
    final class ListTokensQuery extends Fields<ListTokensQuery> { public ListTokensQuery project(String value) { return set("project", value); }
        public ListTokensQuery limit(long value) { return set("limit", value); } public ListTokensQuery cursor(String value) { return set("cursor", value); }
        public ListTokensQuery sort(String value) { return set("sort", value); } }
    final class ListUsageQuery extends Fields<ListUsageQuery> { public ListUsageQuery project(String value) { return set("project", value); }
        public ListUsageQuery since(String value) { return set("since", value); } public ListUsageQuery until(String value) { return set("until", value); }
        public ListUsageQuery by(String value) { return set("by", value); } }
    final class ListUsersQuery extends Fields<ListUsersQuery> { public ListUsersQuery include(String value) { return set("include", value); }
        public ListUsersQuery type(List<UserType> value) { return set("type", value); } public ListUsersQuery active(boolean value) { return set("active", value); }
        public ListUsersQuery owner(String value) { return set("owner", value); } public ListUsersQuery q(String value) { return set("q", value); }
        public ListUsersQuery limit(long value) { return set("limit", value); } public ListUsersQuery cursor(String value) { return set("cursor", value); }
        public ListUsersQuery sort(String value) { return set("sort", value); } }
    final class MemberMembership extends Fields<MemberMembership> { public MemberMembership role(Role value) { return set("role", value); } }
    final class MemberTransfer extends Fields<MemberTransfer> { public MemberTransfer to(String value) { return set("to", value); } }
    final class MemoryFields extends Fields<MemoryFields> { public MemoryFields content(String value) { return set("content", value); }
        public MemoryFields summary(@Nullable String value) { return set("summary", value); } public MemoryFields type(MemoryType value) { return set("type", value); }
        public MemoryFields importance(Importance value) { return set("importance", value); } public MemoryFields score(double value) { return set("score", value); }
        public MemoryFields keywords(List<String> value) { return set("keywords", value); } }
    final class MemoryPruning extends Fields<MemoryPruning> { public MemoryPruning agentId(@Nullable String value) { return set("agentId", value); }
        public MemoryPruning project(@Nullable String value) { return set("project", value); } public MemoryPruning dryRun(boolean value) { return set("dryRun", value); } }
    final class MemoryRelating extends Fields<MemoryRelating> { public MemoryRelating kind(RelationKind value) { return set("kind", value); } }
    final class MemoryRemembered extends Fields<MemoryRemembered> { public MemoryRemembered agentId(@Nullable String value) { return set("agentId", value); }
        public MemoryRemembered project(@Nullable String value) { return set("project", value); }
        public MemoryRemembered conversationId(@Nullable String value) { return set("conversationId", value); } public MemoryRemembered content(String value) { return set("content", value); }
        public MemoryRemembered summary(@Nullable String value) { return set("summary", value); } public MemoryRemembered type(MemoryType value) { return set("type", value); }
        public MemoryRemembered importance(Importance value) { return set("importance", value); } public MemoryRemembered score(double value) { return set("score", value); }
        public MemoryRemembered keywords(List<String> value) { return set("keywords", value); } }
    final class MessageTextFields extends Fields<MessageTextFields> { public MessageTextFields content(String value) { return set("content", value); } }
    final class ModelConfigInput extends Fields<ModelConfigInput> { public ModelConfigInput model(@Nullable String value) { return set("model", value); }
        public ModelConfigInput temperature(@Nullable Double value) { return set("temperature", value); } public ModelConfigInput maxTokens(@Nullable Long value) { return set("maxTokens", value); }
        public ModelConfigInput topP(@Nullable Double value) { return set("topP", value); } public ModelConfigInput price(@Nullable PriceInput value) { return set("price", value); } }
    final class NewAgent extends Fields<NewAgent> { public NewAgent name(String value) { return set("name", value); }
        public NewAgent avatarUrl(@Nullable String value) { return set("avatarUrl", value); } public NewAgent role(String value) { return set("role", value); }
        public NewAgent goal(String value) { return set("goal", value); } public NewAgent backstory(String value) { return set("backstory", value); }
        public NewAgent instructions(@Nullable String value) { return set("instructions", value); } public NewAgent providerId(@Nullable String value) { return set("providerId", value); }
        public NewAgent modelConfig(ModelConfigInput value) { return set("modelConfig", value); } public NewAgent configuration(Map<String, ?> value) { return set("configuration", value); }
        public NewAgent scopes(List<Scope> value) { return set("scopes", value); } public NewAgent tokensPerRun(@Nullable Long value) { return set("tokensPerRun", value); }
        public NewAgent tokensPerDay(@Nullable Long value) { return set("tokensPerDay", value); } public NewAgent costPerDay(@Nullable Double value) { return set("costPerDay", value); } }
    final class NewArtifact extends Fields<NewArtifact> { public NewArtifact type(@Nullable ArtifactType value) { return set("type", value); }
        public NewArtifact format(@Nullable ArtifactFormat value) { return set("format", value); } public NewArtifact title(String value) { return set("title", value); }
        public NewArtifact content(String value) { return set("content", value); } }
    final class NewConversation extends Fields<NewConversation> { public NewConversation kind(ConversationKind value) { return set("kind", value); }
        public NewConversation title(String value) { return set("title", value); } public NewConversation description(@Nullable String value) { return set("description", value); }
        public NewConversation purpose(@Nullable Purpose value) { return set("purpose", value); } public NewConversation agents(List<String> value) { return set("agents", value); } }
    final class NewMessage extends Fields<NewMessage> { public NewMessage content(String value) { return set("content", value); }
        public NewMessage parentId(@Nullable String value) { return set("parentId", value); } public NewMessage metadata(@Nullable Map<String, ?> value) { return set("metadata", value); }
        public NewMessage reply(@Nullable Object value) { return set("reply", value); } }
    final class NewProject extends Fields<NewProject> { public NewProject key(String value) { return set("key", value); } public NewProject agents(List<String> value) { return set("agents", value); }
        public NewProject intake(boolean value) { return set("intake", value); } public NewProject name(String value) { return set("name", value); }
        public NewProject description(String value) { return set("description", value); } public NewProject localPath(@Nullable String value) { return set("localPath", value); }
        public NewProject gitUrl(@Nullable String value) { return set("gitUrl", value); } public NewProject branch(@Nullable String value) { return set("branch", value); } }
    final class NewPrompt extends Fields<NewPrompt> { public NewPrompt content(String value) { return set("content", value); } public NewPrompt title(String value) { return set("title", value); }
        public NewPrompt description(@Nullable String value) { return set("description", value); } public NewPrompt labels(List<String> value) { return set("labels", value); }
        public NewPrompt metadata(Map<String, ?> value) { return set("metadata", value); } }
    final class NewTalk extends Fields<NewTalk> { public NewTalk kind(ConversationKind value) { return set("kind", value); }
        public NewTalk title(@Nullable String value) { return set("title", value); } public NewTalk description(@Nullable String value) { return set("description", value); }
        public NewTalk purpose(@Nullable Purpose value) { return set("purpose", value); } public NewTalk participants(List<String> value) { return set("participants", value); } }
    final class NewTicket extends Fields<NewTicket> { public NewTicket tasks(List<TaskFields> value) { return set("tasks", value); }
        public NewTicket type(TicketType value) { return set("type", value); } public NewTicket title(String value) { return set("title", value); }
        public NewTicket overview(String value) { return set("overview", value); } public NewTicket priority(Priority value) { return set("priority", value); }
        public NewTicket assigneeId(@Nullable String value) { return set("assigneeId", value); } public NewTicket labels(List<String> value) { return set("labels", value); }
        public NewTicket acceptanceCriteria(List<String> value) { return set("acceptanceCriteria", value); }
        public NewTicket suggestedFileIds(List<String> value) { return set("suggestedFileIds", value); }
        public NewTicket suggestedAgentIds(List<String> value) { return set("suggestedAgentIds", value); }
        public NewTicket suggestedPromptIds(List<String> value) { return set("suggestedPromptIds", value); }
        public NewTicket estimatedMinutes(@Nullable Long value) { return set("estimatedMinutes", value); } public NewTicket dueAt(@Nullable Instant value) { return set("dueAt", value); }
        public NewTicket position(@Nullable Long value) { return set("position", value); } public NewTicket metadata(Map<String, ?> value) { return set("metadata", value); }
        public NewTicket parentId(@Nullable String value) { return set("parentId", value); } }
    final class PackRequest extends Fields<PackRequest> { public PackRequest tickets(List<String> value) { return set("tickets", value); }
        public PackRequest files(@Nullable List<String> value) { return set("files", value); } public PackRequest prompts(List<String> value) { return set("prompts", value); }
        public PackRequest conversations(List<String> value) { return set("conversations", value); } public PackRequest relevantFiles(@Nullable Long value) { return set("relevantFiles", value); }
        public PackRequest budgetTokens(@Nullable Long value) { return set("budgetTokens", value); } public PackRequest format(@Nullable PackFormat value) { return set("format", value); } }
    final class PollEventsQuery extends Fields<PollEventsQuery> { public PollEventsQuery project(String value) { return set("project", value); }
        public PollEventsQuery types(String value) { return set("types", value); } public PollEventsQuery after(String value) { return set("after", value); }
        public PollEventsQuery waiting(long value) { return set("wait", value); } }
    final class PreferencesFields extends Fields<PreferencesFields> { public PreferencesFields theme(Theme value) { return set("theme", value); }
        public PreferencesFields language(@Nullable String value) { return set("language", value); } public PreferencesFields timezone(@Nullable String value) { return set("timezone", value); } }
    final class PriceInput extends Fields<PriceInput> { public PriceInput input(double value) { return set("input", value); } public PriceInput output(double value) { return set("output", value); } }
    final class ProgressInput extends Fields<ProgressInput> { public ProgressInput percent(long value) { return set("percent", value); }
        public ProgressInput text(@Nullable String value) { return set("text", value); } }
    final class ProjectFields extends Fields<ProjectFields> { public ProjectFields name(String value) { return set("name", value); }
        public ProjectFields description(String value) { return set("description", value); } public ProjectFields localPath(@Nullable String value) { return set("localPath", value); }
        public ProjectFields gitUrl(@Nullable String value) { return set("gitUrl", value); } public ProjectFields branch(@Nullable String value) { return set("branch", value); } }
    final class ProjectFormatNameQuery extends Fields<ProjectFormatNameQuery> { public ProjectFormatNameQuery project(String value) { return set("project", value); }
        public ProjectFormatNameQuery format(String value) { return set("format", value); } public ProjectFormatNameQuery name(String value) { return set("name", value); } }
    final class ProjectFormatQuery extends Fields<ProjectFormatQuery> { public ProjectFormatQuery project(String value) { return set("project", value); }
        public ProjectFormatQuery format(String value) { return set("format", value); } }
    final class ProjectNewStatus extends Fields<ProjectNewStatus> { public ProjectNewStatus status(ProjectStatus value) { return set("status", value); } }
    final class ProjectSettingsFields extends Fields<ProjectSettingsFields> { public ProjectSettingsFields autoCompleteTickets(boolean value) { return set("autoCompleteTickets", value); }
        public ProjectSettingsFields agentTokensPerDay(@Nullable Long value) { return set("agentTokensPerDay", value); }
        public ProjectSettingsFields agentCostPerDay(@Nullable Double value) { return set("agentCostPerDay", value); }
        public ProjectSettingsFields modelSummaries(boolean value) { return set("modelSummaries", value); } }
    final class ProjectTypesAfterQuery extends Fields<ProjectTypesAfterQuery> { public ProjectTypesAfterQuery project(String value) { return set("project", value); }
        public ProjectTypesAfterQuery types(String value) { return set("types", value); } public ProjectTypesAfterQuery after(String value) { return set("after", value); } }
    final class PromptFields extends Fields<PromptFields> { public PromptFields title(String value) { return set("title", value); }
        public PromptFields content(String value) { return set("content", value); } public PromptFields description(@Nullable String value) { return set("description", value); }
        public PromptFields labels(List<String> value) { return set("labels", value); } public PromptFields metadata(Map<String, ?> value) { return set("metadata", value); } }
    final class ProviderFields extends Fields<ProviderFields> { public ProviderFields name(String value) { return set("name", value); }
        public ProviderFields type(ProviderType value) { return set("type", value); } public ProviderFields baseUrl(@Nullable String value) { return set("baseUrl", value); }
        public ProviderFields defaultModel(String value) { return set("defaultModel", value); } public ProviderFields secretEnv(@Nullable String value) { return set("secretEnv", value); }
        public ProviderFields price(@Nullable PriceInput value) { return set("price", value); } public ProviderFields secret(@Nullable String value) { return set("secret", value); } }
    final class ProviderWish extends Fields<ProviderWish> { public ProviderWish name(String value) { return set("name", value); }
        public ProviderWish type(ProviderType value) { return set("type", value); } public ProviderWish baseUrl(@Nullable String value) { return set("baseUrl", value); }
        public ProviderWish defaultModel(String value) { return set("defaultModel", value); } public ProviderWish secret(@Nullable String value) { return set("secret", value); }
        public ProviderWish secretEnv(@Nullable String value) { return set("secretEnv", value); } public ProviderWish price(@Nullable PriceInput value) { return set("price", value); }
        public ProviderWish isDefault(@Nullable Boolean value) { return set("isDefault", value); } }
    final class PurgeQuery extends Fields<PurgeQuery> { public PurgeQuery purge(boolean value) { return set("purge", value); } }
    final class QueueFields extends Fields<QueueFields> { public QueueFields name(String value) { return set("name", value); }
        public QueueFields description(@Nullable String value) { return set("description", value); } public QueueFields maxParallel(long value) { return set("maxParallel", value); }
        public QueueFields leaseSeconds(long value) { return set("leaseSeconds", value); } public QueueFields maxAttempts(long value) { return set("maxAttempts", value); }
        public QueueFields maxStalls(long value) { return set("maxStalls", value); } public QueueFields feeds(@Nullable WorkFilterInput value) { return set("feeds", value); } }
    final class QueueItemOrder extends Fields<QueueItemOrder> { public QueueItemOrder ids(List<String> value) { return set("ids", value); } }
    final class ReadyClaimSources extends Fields<ReadyClaimSources> { public ReadyClaimSources queues(List<String> value) { return set("queues", value); }
        public ReadyClaimSources projects(List<String> value) { return set("projects", value); } public ReadyClaimSources agent(@Nullable String value) { return set("agent", value); }
        public ReadyClaimSources leaseSeconds(@Nullable Long value) { return set("leaseSeconds", value); }
        public ReadyClaimSources waitSeconds(@Nullable Long value) { return set("waitSeconds", value); } }
    final class ReadyClaimWanted extends Fields<ReadyClaimWanted> { public ReadyClaimWanted ticket(@Nullable String value) { return set("ticket", value); }
        public ReadyClaimWanted agent(@Nullable String value) { return set("agent", value); } public ReadyClaimWanted leaseSeconds(@Nullable Long value) { return set("leaseSeconds", value); }
        public ReadyClaimWanted waitSeconds(@Nullable Long value) { return set("waitSeconds", value); } public ReadyClaimWanted labels(List<String> value) { return set("labels", value); }
        public ReadyClaimWanted types(List<TicketType> value) { return set("types", value); } public ReadyClaimWanted minPriority(@Nullable Priority value) { return set("minPriority", value); } }
    final class Registration extends Fields<Registration> { public Registration username(String value) { return set("username", value); }
        public Registration password(String value) { return set("password", value); } public Registration name(String value) { return set("name", value); }
        public Registration email(@Nullable String value) { return set("email", value); } public Registration avatarUrl(@Nullable String value) { return set("avatarUrl", value); }
        public Registration presence(Presence value) { return set("presence", value); } }
    final class RunAsked extends Fields<RunAsked> { public RunAsked agentId(String value) { return set("agentId", value); } }
    final class SearchQuery extends Fields<SearchQuery> { public SearchQuery q(String value) { return set("q", value); } public SearchQuery kind(List<SearchKind> value) { return set("kind", value); }
        public SearchQuery project(String value) { return set("project", value); } public SearchQuery limit(long value) { return set("limit", value); } }
    final class SelectionChosen extends Fields<SelectionChosen> { public SelectionChosen files(List<String> value) { return set("files", value); }
        public SelectionChosen reason(@Nullable String value) { return set("reason", value); } }
    final class SelectionUnchosen extends Fields<SelectionUnchosen> { public SelectionUnchosen files(List<String> value) { return set("files", value); } }
    final class SettingValue extends Fields<SettingValue> { public SettingValue value(Object value) { return set("value", value); } }
    final class StatusChange extends Fields<StatusChange> { public StatusChange status(TicketStatus value) { return set("status", value); }
        public StatusChange finishTasks(boolean value) { return set("finishTasks", value); } public StatusChange despiteBlockers(boolean value) { return set("despiteBlockers", value); } }
    final class StatusLimitCursorQuery extends Fields<StatusLimitCursorQuery> { public StatusLimitCursorQuery status(List<RunStatus> value) { return set("status", value); }
        public StatusLimitCursorQuery limit(long value) { return set("limit", value); } public StatusLimitCursorQuery cursor(String value) { return set("cursor", value); } }
    final class SystemSettingsFields extends Fields<SystemSettingsFields> { public SystemSettingsFields openRegistration(boolean value) { return set("openRegistration", value); }
        public SystemSettingsFields activityRetentionDays(@Nullable Long value) { return set("activityRetentionDays", value); }
        public SystemSettingsFields modelNetworks(String value) { return set("modelNetworks", value); }
        public SystemSettingsFields repliesPerProvider(long value) { return set("repliesPerProvider", value); }
        public SystemSettingsFields indexFolders(String value) { return set("indexFolders", value); } public SystemSettingsFields indexFileBytes(long value) { return set("indexFileBytes", value); }
        public SystemSettingsFields secretFiles(String value) { return set("secretFiles", value); } }
    final class TaskFields extends Fields<TaskFields> { public TaskFields content(String value) { return set("content", value); }
        public TaskFields description(@Nullable String value) { return set("description", value); } public TaskFields estimatedMinutes(@Nullable Long value) { return set("estimatedMinutes", value); }
        public TaskFields assigneeId(@Nullable String value) { return set("assigneeId", value); } public TaskFields labels(List<String> value) { return set("labels", value); }
        public TaskFields dependsOn(List<String> value) { return set("dependsOn", value); } public TaskFields status(TaskStatus value) { return set("status", value); } }
    final class TaskNewStatus extends Fields<TaskNewStatus> { public TaskNewStatus status(TaskStatus value) { return set("status", value); } }
    final class TaskOrder extends Fields<TaskOrder> { public TaskOrder ids(List<String> value) { return set("ids", value); } }
    final class TicketBatch extends Fields<TicketBatch> { public TicketBatch items(List<NewTicket> value) { return set("items", value); } }
    final class TicketFields extends Fields<TicketFields> { public TicketFields type(TicketType value) { return set("type", value); }
        public TicketFields title(String value) { return set("title", value); } public TicketFields overview(String value) { return set("overview", value); }
        public TicketFields priority(Priority value) { return set("priority", value); } public TicketFields assigneeId(@Nullable String value) { return set("assigneeId", value); }
        public TicketFields labels(List<String> value) { return set("labels", value); } public TicketFields acceptanceCriteria(List<String> value) { return set("acceptanceCriteria", value); }
        public TicketFields suggestedFileIds(List<String> value) { return set("suggestedFileIds", value); }
        public TicketFields suggestedAgentIds(List<String> value) { return set("suggestedAgentIds", value); }
        public TicketFields suggestedPromptIds(List<String> value) { return set("suggestedPromptIds", value); }
        public TicketFields estimatedMinutes(@Nullable Long value) { return set("estimatedMinutes", value); } public TicketFields dueAt(@Nullable Instant value) { return set("dueAt", value); }
        public TicketFields position(@Nullable Long value) { return set("position", value); } public TicketFields metadata(Map<String, ?> value) { return set("metadata", value); }
        public TicketFields parentId(@Nullable String value) { return set("parentId", value); } }
    final class TokenWish extends Fields<TokenWish> { public TokenWish project(@Nullable String value) { return set("project", value); }
        public TokenWish userId(@Nullable String value) { return set("userId", value); } public TokenWish name(String value) { return set("name", value); }
        public TokenWish scopes(List<Scope> value) { return set("scopes", value); } public TokenWish expiresAt(@Nullable Instant value) { return set("expiresAt", value); } }
    final class UserFields extends Fields<UserFields> { public UserFields name(String value) { return set("name", value); }
        public UserFields email(@Nullable String value) { return set("email", value); } public UserFields avatarUrl(@Nullable String value) { return set("avatarUrl", value); }
        public UserFields presence(Presence value) { return set("presence", value); } }
    final class UserLeaving extends Fields<UserLeaving> { public UserLeaving archiveProjects(boolean value) { return set("archiveProjects", value); } }
    final class UserNewRole extends Fields<UserNewRole> { public UserNewRole systemRole(SystemRole value) { return set("systemRole", value); } }
    final class WorkFilterInput extends Fields<WorkFilterInput> { public WorkFilterInput labels(List<String> value) { return set("labels", value); }
        public WorkFilterInput types(List<TicketType> value) { return set("types", value); } public WorkFilterInput minPriority(@Nullable Priority value) { return set("minPriority", value); } }
}

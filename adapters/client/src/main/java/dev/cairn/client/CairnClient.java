package dev.cairn.client;

import dev.cairn.client.Answers.*;
import dev.cairn.client.Bodies.*;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.InputStream;
import java.net.URI;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A client of Cairn's HTTP API: a method for each operation. Written from docs/api/openapi.yml: bin/test JavaClientTest -Dcairn.client=write */
public final class CairnClient implements AutoCloseable {
    private final Calls calls;

    private CairnClient(Calls calls) { this.calls = calls; }
    /** The server at an address without a path; no token is shown when it is empty. */
    public static CairnClient connect(URI server, String token) { return new CairnClient(new Calls(server, token)); }
    /** The same, changing only what still has this version; else it is refused ({@code stale_version}). */
    public CairnClient ifVersion(long version) { return new CairnClient(calls.ifVersion(version)); }
    /** The same for one change: sent again under the same key, it is done once and answered the same. */
    public CairnClient once(String key) { return new CairnClient(calls.once(key)); }
    /** Tells what happens behind this number of the log, or from now on, until what is answered is closed. */
    public Events events(@Nullable Long after, Events.Listener listener) { return new Events(calls, Fields.of(after == null ? Map.of() : Map.of("after", after)), listener); }
    /** Any operation, by what the description says of it, and its answer as it came. */
    public Calls calls() { return calls; }
    @Override public void close() { calls.close(); }
    /** Say where things are, with every route there is, and how one gets in. */
    public IndexIndex getIndex() { return calls.one(Operation.GET_INDEX, IndexIndex.class, null, null); }
    /** List the entries of the log, the newest first, or follow it. Scope read. */
    public ActivityAnswer listActivity(ListActivityQuery query) { return calls.one(Operation.LIST_ACTIVITY, ActivityAnswer.class, query, null); }
    /** List your agents. */
    public Stream<AgentBody> listAgents(LimitCursorSortQuery query) { return calls.all(Operation.LIST_AGENTS, AgentBody.class, query, null); }
    /** Create an agent, with the user that it is. */
    public AgentBody createAgent(NewAgent body) { return calls.one(Operation.CREATE_AGENT, AgentBody.class, null, body); }
    /** Delete an agent, whose user stays deactivated. */
    public void deleteAgent(String agent) { calls.json(Operation.DELETE_AGENT, null, null, agent); }
    /** Get an agent of yours. */
    public AgentBody getAgent(String agent) { return calls.one(Operation.GET_AGENT, AgentBody.class, null, null, agent); }
    /** Change fields of an agent. */
    public AgentBody updateAgent(String agent, AgentFields body) { return calls.one(Operation.UPDATE_AGENT, AgentBody.class, null, body, agent); }
    /** Let an agent answer again. */
    public AgentBody activateAgent(String agent) { return calls.one(Operation.ACTIVATE_AGENT, AgentBody.class, null, null, agent); }
    /** Let an agent answer no more. */
    public AgentBody deactivateAgent(String agent) { return calls.one(Operation.DEACTIVATE_AGENT, AgentBody.class, null, null, agent); }
    /** Show what an agent would be told, without asking a model. */
    public PromptBody previewAgent(String agent, AgentOccasion body) { return calls.one(Operation.PREVIEW_AGENT, PromptBody.class, null, body, agent); }
    /** List the runs of an agent. */
    public Stream<AgentRun> listAgentRuns(String agent, StatusLimitCursorQuery query) { return calls.all(Operation.LIST_AGENT_RUNS, AgentRun.class, query, null, agent); }
    /** Delete an artifact, or purge it. Role editor. Scope write. */
    public void deleteArtifact(String artifact, PurgeQuery query) { calls.json(Operation.DELETE_ARTIFACT, query, null, artifact); }
    /** Get an artifact with its newest text. Role viewer. Scope read. */
    public ArtifactWithContent getArtifact(String artifact) { return calls.one(Operation.GET_ARTIFACT, ArtifactWithContent.class, null, null, artifact); }
    /** Change the title of an artifact, or add a revision. Role editor. Scope write. */
    public ArtifactWithContent updateArtifact(String artifact, ArtifactFields body) { return calls.one(Operation.UPDATE_ARTIFACT, ArtifactWithContent.class, null, body, artifact); }
    /** Restore a deleted artifact. Role editor. Scope write. */
    public ArtifactWithContent restoreArtifact(String artifact) { return calls.one(Operation.RESTORE_ARTIFACT, ArtifactWithContent.class, null, null, artifact); }
    /** List the revisions of an artifact. Role viewer. Scope read. */
    public Stream<ArtifactRevision> listArtifactRevisions(String artifact, LimitCursorSortQuery query) { return calls.all(Operation.LIST_ARTIFACT_REVISIONS, ArtifactRevision.class, query, null, artifact); }
    /** Get one revision of an artifact. Role viewer. Scope read. */
    public RevisionWithContent getArtifactRevision(String artifact, String number) { return calls.one(Operation.GET_ARTIFACT_REVISION, RevisionWithContent.class, null, null, artifact, number); }
    /** Move an artifact to another status. Role editor. Scope write. */
    public ArtifactWithContent changeArtifactStatus(String artifact, ArtifactNewStatus body) { return calls.one(Operation.CHANGE_ARTIFACT_STATUS, ArtifactWithContent.class, null, body, artifact); }
    /** End the browser session. */
    public void endBrowserSession() { calls.json(Operation.END_BROWSER_SESSION, null, null); }
    /** Open a session by this machine's token, or by a link's code. */
    public BrowserSessionOpened openBrowserSession() { return calls.one(Operation.OPEN_BROWSER_SESSION, BrowserSessionOpened.class, null, null); }
    /** Make a code that opens a browser session once. */
    public BrowserSessionCode createBrowserLink() { return calls.one(Operation.CREATE_BROWSER_LINK, BrowserSessionCode.class, null, null); }
    /** Log in by username and password. */
    public LoggedIn logIn(Credentials body) { return calls.one(Operation.LOG_IN, LoggedIn.class, null, body); }
    /** End the session of this request. */
    public void logOut() { calls.json(Operation.LOG_OUT, null, null); }
    /** End all sessions of your own. */
    public AuthEnded logOutEverywhere() { return calls.one(Operation.LOG_OUT_EVERYWHERE, AuthEnded.class, null, null); }
    /** Say who you are, and what you may do. */
    public AuthMe getMe() { return calls.one(Operation.GET_ME, AuthMe.class, null, null); }
    /** Change your password, which ends all other sessions. */
    public void changePassword(AuthPasswords body) { calls.json(Operation.CHANGE_PASSWORD, null, body); }
    /** Register an account and log in. */
    public SignedIn register(Registration body) { return calls.one(Operation.REGISTER, SignedIn.class, null, body); }
    /** List your sessions. */
    public Stream<AuthOwnSession> listSessions(LimitCursorSortQuery query) { return calls.all(Operation.LIST_SESSIONS, AuthOwnSession.class, query, null); }
    /** End a session of your own. */
    public void endSession(String session) { calls.json(Operation.END_SESSION, null, null, session); }
    /** List the copies of the database that are kept. */
    public BackupBackups listBackups() { return calls.one(Operation.LIST_BACKUPS, BackupBackups.class, null, null); }
    /** Copy the database, while it is used. */
    public DatabaseAdministrationBackup createBackup() { return calls.one(Operation.CREATE_BACKUP, DatabaseAdministrationBackup.class, null, null); }
    /** List claims in all projects that you may see. Scope read. */
    public Stream<ListedClaim> listClaims(ListClaimsQuery query) { return calls.all(Operation.LIST_CLAIMS, ListedClaim.class, query, null); }
    /** Claim the next ready ticket of several projects. */
    public ClaimAnswer claimAnywhere(ReadyClaimSources body) { return calls.one(Operation.CLAIM_ANYWHERE, ClaimAnswer.class, null, body); }
    /** Get a claim. Role viewer. Scope read. */
    public ClaimBody getClaim(String claim) { return calls.one(Operation.GET_CLAIM, ClaimBody.class, null, null, claim); }
    /** End a claim whose work is done. Role editor. Scope claim. */
    public Claim completeClaim(String claim, ClaimUpdate body) { return calls.one(Operation.COMPLETE_CLAIM, Claim.class, null, body, claim); }
    /** End a claim whose work failed. Role editor. Scope claim. */
    public Claim failClaim(String claim, ClaimUpdate body) { return calls.one(Operation.FAIL_CLAIM, Claim.class, null, body, claim); }
    /** Extend the lease of a claim, and report progress. Role editor. Scope claim. */
    public HeldClaim heartbeatClaim(String claim, ClaimUpdate body) { return calls.one(Operation.HEARTBEAT_CLAIM, HeldClaim.class, null, body, claim); }
    /** Give a claimed item back. Role editor. Scope claim. */
    public Claim releaseClaim(String claim, ClaimUpdate body) { return calls.one(Operation.RELEASE_CLAIM, Claim.class, null, body, claim); }
    /** Delete a comment. Role owner. Scope write. */
    public void deleteComment(String comment) { calls.json(Operation.DELETE_COMMENT, null, null, comment); }
    /** Get a comment. Role viewer. Scope read. */
    public Comment getComment(String comment) { return calls.one(Operation.GET_COMMENT, Comment.class, null, null, comment); }
    /** Change the text of a comment of your own. Role owner. Scope write. */
    public Comment editComment(String comment, CommentTextFields body) { return calls.one(Operation.EDIT_COMMENT, Comment.class, null, body, comment); }
    /** List all conversations that you read, the latest activity first. Scope read. */
    public Stream<ConversationView> listAllConversations(ListAllConversationsQuery query) { return calls.all(Operation.LIST_ALL_CONVERSATIONS, ConversationView.class, query, null); }
    /** Begin a chat of your own, or a direct conversation. Scope write. */
    public ShownConversation beginConversation(NewTalk body) { return calls.one(Operation.BEGIN_CONVERSATION, ShownConversation.class, null, body); }
    /** Delete a conversation with all that was said, or purge it. Role editor. Scope write. */
    public void deleteConversation(String conversation, PurgeQuery query) { calls.json(Operation.DELETE_CONVERSATION, query, null, conversation); }
    /** Get a conversation, with who is in it. Role viewer. Scope read. */
    public ShownConversation getConversation(String conversation) { return calls.one(Operation.GET_CONVERSATION, ShownConversation.class, null, null, conversation); }
    /** Change fields of a conversation. Role editor. Scope write. */
    public ShownConversation updateConversation(String conversation, ConversationFields body) { return calls.one(Operation.UPDATE_CONVERSATION, ShownConversation.class, null, body, conversation); }
    /** Make a conversation read-only and leave it out of lists. Role editor. Scope write. */
    public ShownConversation archiveConversation(String conversation) { return calls.one(Operation.ARCHIVE_CONVERSATION, ShownConversation.class, null, null, conversation); }
    /** Copy what was said up to a message into a new chat. Role editor. Scope write. */
    public ShownConversation forkConversation(String conversation, ForkConversation body) { return calls.one(Operation.FORK_CONVERSATION, ShownConversation.class, null, body, conversation); }
    /** List messages in the order in which they were said. Role viewer. Scope read. */
    public Stream<Message> listMessages(String conversation, ListMessagesQuery query) { return calls.all(Operation.LIST_MESSAGES, Message.class, query, null, conversation); }
    /** Say something. Role editor. Scope write. */
    public SaidMessage postMessage(String conversation, NewMessage body) { return calls.one(Operation.POST_MESSAGE, SaidMessage.class, null, body, conversation); }
    /** Remove somebody from a conversation, or leave it. Role editor. Scope write. */
    public void removeParticipant(String conversation, String user) { calls.json(Operation.REMOVE_PARTICIPANT, null, null, conversation, user); }
    /** Take somebody into a conversation. Role editor. Scope write. */
    public ParticipantView putParticipant(String conversation, String user) { return calls.one(Operation.PUT_PARTICIPANT, ParticipantView.class, null, null, conversation, user); }
    /** Say up to which message you have read. Role viewer. Scope read. */
    public ReadMark markRead(String conversation, ConversationRead body) { return calls.one(Operation.MARK_READ, ReadMark.class, null, body, conversation); }
    /** Have an agent answer what was said. Role editor. Scope write. */
    public void requestReply(String conversation, RunAsked body) { calls.json(Operation.REQUEST_REPLY, null, body, conversation); }
    /** Restore a deleted conversation. Role editor. Scope write. */
    public ShownConversation restoreConversation(String conversation) { return calls.one(Operation.RESTORE_CONVERSATION, ShownConversation.class, null, null, conversation); }
    /** Take a conversation back from the archive. Role editor. Scope write. */
    public ShownConversation unarchiveConversation(String conversation) { return calls.one(Operation.UNARCHIVE_CONVERSATION, ShownConversation.class, null, null, conversation); }
    /** Follow what happens, as server-sent events. Scope read. */
    public EventStream followEvents(ProjectTypesAfterQuery query, @Nullable String lastEventId) { return calls.stream(Operation.FOLLOW_EVENTS, query, lastEventId); }
    /** Ask what happened, and wait for it. Scope read. */
    public Polled pollEvents(PollEventsQuery query) { return calls.one(Operation.POLL_EVENTS, Polled.class, query, null); }
    /** Get a file. Role viewer. Scope read. */
    public ProjectFile getFile(String file) { return calls.one(Operation.GET_FILE, ProjectFile.class, null, null, file); }
    /** Read lines of a file as it is now. Role viewer. Scope read. */
    public FileText getFileContent(String file, LinesQuery query) { return calls.one(Operation.GET_FILE_CONTENT, FileText.class, query, null, file); }
    /** List the files that import a file. Role viewer. Scope read. */
    public Stream<FileServiceEdge> listFileImporters(String file) { return calls.all(Operation.LIST_FILE_IMPORTERS, FileServiceEdge.class, null, null, file); }
    /** List what a file imports. Role viewer. Scope read. */
    public Stream<FileServiceEdge> listFileImports(String file) { return calls.all(Operation.LIST_FILE_IMPORTS, FileServiceEdge.class, null, null, file); }
    /** Import a file into a project. Role editor. Scope write. */
    public ImportReport importFile(FileBody body, ImportFileQuery query) { return calls.one(Operation.IMPORT_FILE, ImportReport.class, query, body); }
    /** Import the database of another system with all its projects. */
    public SystemReport importSystem(FileBody body, ImportSystemQuery query) { return calls.one(Operation.IMPORT_SYSTEM, SystemReport.class, query, body); }
    /** List what is done in the background for what you may see, the newest first. Scope read. */
    public Stream<ListedJob> listJobs(ListJobsQuery query) { return calls.all(Operation.LIST_JOBS, ListedJob.class, query, null); }
    /** Get a run of the index, with its progress. Role viewer. Scope read. */
    public IndexJob getJob(String job) { return calls.one(Operation.GET_JOB, IndexJob.class, null, null, job); }
    /** End a run of the index. Role editor. Scope write. */
    public IndexJob cancelJob(String job) { return calls.one(Operation.CANCEL_JOB, IndexJob.class, null, null, job); }
    /** List the memories of an agent or of a project. */
    public Stream<Memory> listMemories(ListMemoriesQuery query) { return calls.all(Operation.LIST_MEMORIES, Memory.class, query, null); }
    /** Keep a memory of an agent or of a project. */
    public MemoryRelatedMemory createMemory(MemoryRemembered body) { return calls.one(Operation.CREATE_MEMORY, MemoryRelatedMemory.class, null, body); }
    /** Archive memories that nobody needs, or say which. */
    public Pruned pruneMemories(MemoryPruning body) { return calls.one(Operation.PRUNE_MEMORIES, Pruned.class, null, body); }
    /** List the memories that matter now, with the reasons. */
    public ItemsOfMemoryRelevantMemory listRelevantMemories(ListRelevantMemoriesQuery query) { return calls.one(Operation.LIST_RELEVANT_MEMORIES, ItemsOfMemoryRelevantMemory.class, query, null); }
    /** Delete a memory. Role editor. Scope write. */
    public void deleteMemory(String memory) { calls.json(Operation.DELETE_MEMORY, null, null, memory); }
    /** Get a memory, which counts as reading it. Role viewer. Scope read. */
    public MemoryRelatedMemory getMemory(String memory) { return calls.one(Operation.GET_MEMORY, MemoryRelatedMemory.class, null, null, memory); }
    /** Change fields of a memory. Role editor. Scope write. */
    public MemoryRelatedMemory updateMemory(String memory, MemoryFields body) { return calls.one(Operation.UPDATE_MEMORY, MemoryRelatedMemory.class, null, body, memory); }
    /** Forget what a memory is to another. Role editor. Scope write. */
    public void unrelateMemories(String memory, String other) { calls.json(Operation.UNRELATE_MEMORIES, null, null, memory, other); }
    /** Say what a memory is to another. Role editor. Scope write. */
    public MemoryRelation relateMemories(String memory, String other, MemoryRelating body) { return calls.one(Operation.RELATE_MEMORIES, MemoryRelation.class, null, body, memory, other); }
    /** Delete a message, whose place stays. Role owner. Scope write. */
    public void deleteMessage(String message) { calls.json(Operation.DELETE_MESSAGE, null, null, message); }
    /** Get a message. Role viewer. Scope read. */
    public Message getMessage(String message) { return calls.one(Operation.GET_MESSAGE, Message.class, null, null, message); }
    /** Edit a message of yours. Role owner. Scope write. */
    public Message editMessage(String message, MessageTextFields body) { return calls.one(Operation.EDIT_MESSAGE, Message.class, null, body, message); }
    /** List your projects with what goes on in them, the busiest first. Scope read. */
    public Stream<ProjectOverview> listOverviews(LimitQuery query) { return calls.all(Operation.LIST_OVERVIEWS, ProjectOverview.class, query, null); }
    /** Get your preferences. */
    public Preferences getPreferences() { return calls.one(Operation.GET_PREFERENCES, Preferences.class, null, null); }
    /** Change some of your preferences. */
    public Preferences updatePreferences(PreferencesFields body) { return calls.one(Operation.UPDATE_PREFERENCES, Preferences.class, null, body); }
    /** List the projects that you may see. Scope read. */
    public Stream<Project> listProjects(ListProjectsQuery query) { return calls.all(Operation.LIST_PROJECTS, Project.class, query, null); }
    /** Create a project, which you then own. Scope write. */
    public Project createProject(NewProject body) { return calls.one(Operation.CREATE_PROJECT, Project.class, null, body); }
    /** Count your projects by status and priority. Scope read. */
    public Stream<StatusStatistics> getProjectStatistics() { return calls.all(Operation.GET_PROJECT_STATISTICS, StatusStatistics.class, null, null); }
    /** Delete a project with all it holds, or purge it. Role owner. Scope write. */
    public void deleteProject(String project, PurgeQuery query) { calls.json(Operation.DELETE_PROJECT, query, null, project); }
    /** Get a project. Role viewer. Scope read. */
    public Project getProject(String project) { return calls.one(Operation.GET_PROJECT, Project.class, null, null, project); }
    /** Change fields of a project. Role editor. Scope write. */
    public Project updateProject(String project, ProjectFields body) { return calls.one(Operation.UPDATE_PROJECT, Project.class, null, body, project); }
    /** Make a project read-only and leave it out of lists. Role owner. Scope write. */
    public Project archiveProject(String project) { return calls.one(Operation.ARCHIVE_PROJECT, Project.class, null, null, project); }
    /** List the artifacts of a project. Role viewer. Scope read. */
    public Stream<Artifact> listArtifacts(String project, ListArtifactsQuery query) { return calls.all(Operation.LIST_ARTIFACTS, Artifact.class, query, null, project); }
    /** Create a document. Role editor. Scope write. */
    public ArtifactWithContent createArtifact(String project, NewArtifact body) { return calls.one(Operation.CREATE_ARTIFACT, ArtifactWithContent.class, null, body, project); }
    /** Generate artifacts from the collected data. Role editor. Scope write. */
    public Stream<Artifact> generateArtifacts(String project, ArtifactGeneration body) { return calls.all(Operation.GENERATE_ARTIFACTS, Artifact.class, null, body, project); }
    /** List the claims of a project. Role viewer. Scope read. */
    public Stream<ListedClaim> listClaimsInProject(String project, ListClaimsQuery query) { return calls.all(Operation.LIST_CLAIMS_IN_PROJECT, ListedClaim.class, query, null, project); }
    /** Claim the next ready ticket of a project, queued or not. Role editor. Scope claim. */
    public ClaimAnswer claimReadyTicket(String project, ReadyClaimWanted body) { return calls.one(Operation.CLAIM_READY_TICKET, ClaimAnswer.class, null, body, project); }
    /** Get the collected data of a project. Role viewer. Scope read. */
    public Collected getCollectedData(String project) { return calls.one(Operation.GET_COLLECTED_DATA, Collected.class, null, null, project); }
    /** Replace the collected data of a project. Role editor. Scope write. */
    public Collected replaceCollectedData(String project, CollectedDataInput body) { return calls.one(Operation.REPLACE_COLLECTED_DATA, Collected.class, null, body, project); }
    /** Merge a patch into the collected data of a project. Role editor. Scope write. */
    public Collected mergeCollectedData(String project, CollectedDataInput body) { return calls.one(Operation.MERGE_COLLECTED_DATA, Collected.class, null, body, project); }
    /** List the conversations of a project, the latest activity first. Role viewer. Scope read. */
    public Stream<ConversationView> listConversations(String project, ListConversationsQuery query) { return calls.all(Operation.LIST_CONVERSATIONS, ConversationView.class, query, null, project); }
    /** Create a channel or chat of a project. Role editor. Scope write. */
    public ShownConversation createConversation(String project, NewConversation body) { return calls.one(Operation.CREATE_CONVERSATION, ShownConversation.class, null, body, project); }
    /** Export a project as lines of JSON. Role viewer. Scope read. */
    public InputStream exportProject(String project) { return calls.open(Operation.EXPORT_PROJECT, null, null, project); }
    /** List the files of a project. Role viewer. Scope read. */
    public Stream<ProjectFile> listFiles(String project, ListFilesQuery query) { return calls.all(Operation.LIST_FILES, ProjectFile.class, query, null, project); }
    /** Have the folder of a project indexed. Role editor. Scope write. */
    public void startIndex(String project, FolderIndexIndexing body) { calls.json(Operation.START_INDEX, null, body, project); }
    /** List the members of a project. Role viewer. Scope read. */
    public Stream<MemberView> listMembers(String project, LimitCursorQuery query) { return calls.all(Operation.LIST_MEMBERS, MemberView.class, query, null, project); }
    /** Take a member out of a project. Role owner. Scope write. */
    public void removeMember(String project, String user) { calls.json(Operation.REMOVE_MEMBER, null, null, project, user); }
    /** Get a member of a project. Role viewer. Scope read. */
    public MemberView getMember(String project, String user) { return calls.one(Operation.GET_MEMBER, MemberView.class, null, null, project, user); }
    /** Add a member, or give it another role. Role owner. Scope write. */
    public MemberView putMember(String project, String user, MemberMembership body) { return calls.one(Operation.PUT_MEMBER, MemberView.class, null, body, project, user); }
    /** Count what a project holds. Role viewer. Scope read. */
    public ProjectOverview getProjectOverview(String project) { return calls.one(Operation.GET_PROJECT_OVERVIEW, ProjectOverview.class, null, null, project); }
    /** Put tickets, prompts, conversations and files into one text within a budget of tokens. Role viewer. Scope read. */
    public Pack makePack(String project, PackRequest body) { return calls.one(Operation.MAKE_PACK, Pack.class, null, body, project); }
    /** List the prompts of a project. Role viewer. Scope read. */
    public Stream<Prompt> listPromptsInProject(String project, ListPromptsQuery query) { return calls.all(Operation.LIST_PROMPTS_IN_PROJECT, Prompt.class, query, null, project); }
    /** Create a prompt of a project. Role editor. Scope write. */
    public Prompt createPromptInProject(String project, NewPrompt body) { return calls.one(Operation.CREATE_PROMPT_IN_PROJECT, Prompt.class, null, body, project); }
    /** List the queues of a project. Role viewer. Scope read. */
    public Stream<Queue> listQueues(String project, LimitCursorSortQuery query) { return calls.all(Operation.LIST_QUEUES, Queue.class, query, null, project); }
    /** Create a queue. Role editor. Scope write. */
    public Queue createQueue(String project, QueueFields body) { return calls.one(Operation.CREATE_QUEUE, Queue.class, null, body, project); }
    /** Delete a queue by its name, with its items. Role editor. Scope write. */
    public void deleteQueueInProject(String project, String queue) { calls.json(Operation.DELETE_QUEUE_IN_PROJECT, null, null, project, queue); }
    /** Get a queue by its name. Role viewer. Scope read. */
    public Queue getQueueInProject(String project, String queue) { return calls.one(Operation.GET_QUEUE_IN_PROJECT, Queue.class, null, null, project, queue); }
    /** Change fields of a queue by its name. Role editor. Scope write. */
    public Queue updateQueueInProject(String project, String queue, QueueFields body) { return calls.one(Operation.UPDATE_QUEUE_IN_PROJECT, Queue.class, null, body, project, queue); }
    /** Claim the next item of a queue by its name. Role editor. Scope claim. */
    public ClaimAnswer claimFromQueueInProject(String project, String queue, ClaimRequest body) { return calls.one(Operation.CLAIM_FROM_QUEUE_IN_PROJECT, ClaimAnswer.class, null, body, project, queue); }
    /** List the items of a queue by its name. Role viewer. Scope read. */
    public Stream<ItemBody> listQueueItemsInProject(String project, String queue, ListQueueItemsQuery query) { return calls.all(Operation.LIST_QUEUE_ITEMS_IN_PROJECT, ItemBody.class, query, null, project, queue); }
    /** Put one subject or several into a queue by its name. Role editor. Scope write. */
    public ItemsOfItemBody enqueueItemsInProject(String project, String queue, EnqueueItemsBody body) { return calls.one(Operation.ENQUEUE_ITEMS_IN_PROJECT, ItemsOfItemBody.class, null, body, project, queue); }
    /** Give ready items of a queue another order, by its name. Role editor. Scope write. */
    public ItemsOfItemBody reorderItemsInProject(String project, String queue, QueueItemOrder body) { return calls.one(Operation.REORDER_ITEMS_IN_PROJECT, ItemsOfItemBody.class, null, body, project, queue); }
    /** Hand out no more items of a queue by its name. Role editor. Scope write. */
    public Queue pauseQueueInProject(String project, String queue) { return calls.one(Operation.PAUSE_QUEUE_IN_PROJECT, Queue.class, null, null, project, queue); }
    /** Hand out items of a queue again, by its name. Role editor. Scope write. */
    public Queue resumeQueueInProject(String project, String queue) { return calls.one(Operation.RESUME_QUEUE_IN_PROJECT, Queue.class, null, null, project, queue); }
    /** Make all failed items of a queue ready again, by its name. Role editor. Scope write. */
    public RetryReport retryFailedItemsInProject(String project, String queue) { return calls.one(Operation.RETRY_FAILED_ITEMS_IN_PROJECT, RetryReport.class, null, null, project, queue); }
    /** Say how much waits in a queue and how long it takes, by its name. Role viewer. Scope read. */
    public QueueStatsBody getQueueStatisticsInProject(String project, String queue) { return calls.one(Operation.GET_QUEUE_STATISTICS_IN_PROJECT, QueueStatsBody.class, null, null, project, queue); }
    /** List the tickets that nothing keeps from being worked on. Role viewer. Scope read. */
    public Stream<ReadyTicket> listReadyTickets(String project, IncludeLimitCursorQuery query) { return calls.all(Operation.LIST_READY_TICKETS, ReadyTicket.class, query, null, project); }
    /** Restore a deleted project with what was deleted along with it. Role owner. Scope write. */
    public Project restoreProject(String project) { return calls.one(Operation.RESTORE_PROJECT, Project.class, null, null, project); }
    /** List the files that you selected in a project. Role viewer. Scope read. */
    public ItemsOfSelectedFile getSelection(String project) { return calls.one(Operation.GET_SELECTION, ItemsOfSelectedFile.class, null, null, project); }
    /** Select these files and no others. Role viewer. Scope read. */
    public ItemsOfSelectedFile replaceSelection(String project, SelectionChosen body) { return calls.one(Operation.REPLACE_SELECTION, ItemsOfSelectedFile.class, null, body, project); }
    /** Select files besides. Role viewer. Scope read. */
    public ItemsOfSelectedFile addToSelection(String project, SelectionChosen body) { return calls.one(Operation.ADD_TO_SELECTION, ItemsOfSelectedFile.class, null, body, project); }
    /** Select files no more. Role viewer. Scope read. */
    public ItemsOfSelectedFile removeFromSelection(String project, SelectionUnchosen body) { return calls.one(Operation.REMOVE_FROM_SELECTION, ItemsOfSelectedFile.class, null, body, project); }
    /** Get the settings of a project. Role viewer. Scope read. */
    public ProjectSettings getProjectSettings(String project) { return calls.one(Operation.GET_PROJECT_SETTINGS, ProjectSettings.class, null, null, project); }
    /** Change settings of a project. Role editor. Scope write. */
    public ProjectSettings changeProjectSettings(String project, ProjectSettingsFields body) { return calls.one(Operation.CHANGE_PROJECT_SETTINGS, ProjectSettings.class, null, body, project); }
    /** Move a project to another status. Role editor. Scope write. */
    public Project changeProjectStatus(String project, ProjectNewStatus body) { return calls.one(Operation.CHANGE_PROJECT_STATUS, Project.class, null, body, project); }
    /** List the tickets of a project. Role viewer. Scope read. */
    public Stream<ListedTicket> listTickets(String project, ListTicketsQuery query) { return calls.all(Operation.LIST_TICKETS, ListedTicket.class, query, null, project); }
    /** Create a ticket, maybe with tasks. Role editor. Scope write. */
    public TicketBody createTicket(String project, NewTicket body) { return calls.one(Operation.CREATE_TICKET, TicketBody.class, null, body, project); }
    /** Create many tickets, or none of them. Role editor. Scope write. */
    public ItemsOfTicketBody createTickets(String project, TicketBatch body) { return calls.one(Operation.CREATE_TICKETS, ItemsOfTicketBody.class, null, body, project); }
    /** Make another user the owner of a project. Role owner. Scope write. */
    public Project transferProject(String project, MemberTransfer body) { return calls.one(Operation.TRANSFER_PROJECT, Project.class, null, body, project); }
    /** Take a project back from the archive. Role owner. Scope write. */
    public Project unarchiveProject(String project) { return calls.one(Operation.UNARCHIVE_PROJECT, Project.class, null, null, project); }
    /** Validate the collected data and keep the result. Role editor. Scope write. */
    public Validation validateProject(String project) { return calls.one(Operation.VALIDATE_PROJECT, Validation.class, null, null, project); }
    /** Get the result of the newest validation. Role viewer. Scope read. */
    public Validation getValidation(String project) { return calls.one(Operation.GET_VALIDATION, Validation.class, null, null, project); }
    /** List the prompts of no project. */
    public Stream<Prompt> listPrompts(ListPromptsQuery query) { return calls.all(Operation.LIST_PROMPTS, Prompt.class, query, null); }
    /** Create a prompt of no project. */
    public Prompt createPrompt(NewPrompt body) { return calls.one(Operation.CREATE_PROMPT, Prompt.class, null, body); }
    /** Export prompts as a file of Markdown or an archive. Role viewer. Scope read. */
    public InputStream exportPrompts(ProjectFormatQuery query) { return calls.open(Operation.EXPORT_PROMPTS, query, null); }
    /** Import prompts from a file of Markdown or an archive. Role editor. Scope write. */
    public ImportReport importPrompts(FileBody body, ProjectFormatNameQuery query) { return calls.one(Operation.IMPORT_PROMPTS, ImportReport.class, query, body); }
    /** Delete a prompt. Role editor. Scope write. */
    public void deletePrompt(String prompt) { calls.json(Operation.DELETE_PROMPT, null, null, prompt); }
    /** Get a prompt. Role viewer. Scope read. */
    public Prompt getPrompt(String prompt) { return calls.one(Operation.GET_PROMPT, Prompt.class, null, null, prompt); }
    /** Change fields of a prompt. Role editor. Scope write. */
    public Prompt updatePrompt(String prompt, PromptFields body) { return calls.one(Operation.UPDATE_PROMPT, Prompt.class, null, body, prompt); }
    /** Restore a deleted prompt. Role editor. Scope write. */
    public Prompt restorePrompt(String prompt) { return calls.one(Operation.RESTORE_PROMPT, Prompt.class, null, null, prompt); }
    /** List your providers of models. */
    public Stream<ModelProvider> listProviders(ListProvidersQuery query) { return calls.all(Operation.LIST_PROVIDERS, ModelProvider.class, query, null); }
    /** Add a provider of models. */
    public ModelProvider createProvider(ProviderWish body) { return calls.one(Operation.CREATE_PROVIDER, ModelProvider.class, null, body); }
    /** Delete a provider with its secret. */
    public void deleteProvider(String provider) { calls.json(Operation.DELETE_PROVIDER, null, null, provider); }
    /** Get a provider, without its secret. */
    public ModelProvider getProvider(String provider) { return calls.one(Operation.GET_PROVIDER, ModelProvider.class, null, null, provider); }
    /** Change fields of a provider, or its secret. */
    public ModelProvider updateProvider(String provider, ProviderFields body) { return calls.one(Operation.UPDATE_PROVIDER, ModelProvider.class, null, body, provider); }
    /** Have a provider asked again. */
    public ModelProvider activateProvider(String provider) { return calls.one(Operation.ACTIVATE_PROVIDER, ModelProvider.class, null, null, provider); }
    /** Have a provider asked no more. */
    public ModelProvider deactivateProvider(String provider) { return calls.one(Operation.DEACTIVATE_PROVIDER, ModelProvider.class, null, null, provider); }
    /** Make a provider the one that is asked where none is named. */
    public ModelProvider makeDefaultProvider(String provider) { return calls.one(Operation.MAKE_DEFAULT_PROVIDER, ModelProvider.class, null, null, provider); }
    /** Ask a provider for one token, and say how it went. */
    public ProbeResult testProvider(String provider) { return calls.one(Operation.TEST_PROVIDER, ProbeResult.class, null, null, provider); }
    /** Take an item out of its queue. Role editor. Scope write. */
    public void cancelQueueItem(String item) { calls.json(Operation.CANCEL_QUEUE_ITEM, null, null, item); }
    /** Get an item. Role viewer. Scope read. */
    public ItemBody getQueueItem(String item) { return calls.one(Operation.GET_QUEUE_ITEM, ItemBody.class, null, null, item); }
    /** Change the priority or the time of an item. Role editor. Scope write. */
    public ItemBody updateQueueItem(String item, ItemFields body) { return calls.one(Operation.UPDATE_QUEUE_ITEM, ItemBody.class, null, body, item); }
    /** List the claims that an item has had. Role viewer. Scope read. */
    public Stream<ListedClaim> listClaimsOfItem(String item, LimitCursorSortQuery query) { return calls.all(Operation.LIST_CLAIMS_OF_ITEM, ListedClaim.class, query, null, item); }
    /** Make an item that failed ready again. Role editor. Scope write. */
    public ItemBody retryQueueItem(String item) { return calls.one(Operation.RETRY_QUEUE_ITEM, ItemBody.class, null, null, item); }
    /** Delete a queue with its items. Role editor. Scope write. */
    public void deleteQueue(String queue) { calls.json(Operation.DELETE_QUEUE, null, null, queue); }
    /** Get a queue. Role viewer. Scope read. */
    public Queue getQueue(String queue) { return calls.one(Operation.GET_QUEUE, Queue.class, null, null, queue); }
    /** Change fields of a queue. Role editor. Scope write. */
    public Queue updateQueue(String queue, QueueFields body) { return calls.one(Operation.UPDATE_QUEUE, Queue.class, null, body, queue); }
    /** Claim the next item of a queue. Role editor. Scope claim. */
    public ClaimAnswer claimFromQueue(String queue, ClaimRequest body) { return calls.one(Operation.CLAIM_FROM_QUEUE, ClaimAnswer.class, null, body, queue); }
    /** List the items of a queue. Role viewer. Scope read. */
    public Stream<ItemBody> listQueueItems(String queue, ListQueueItemsQuery query) { return calls.all(Operation.LIST_QUEUE_ITEMS, ItemBody.class, query, null, queue); }
    /** Put one subject or several into a queue. Role editor. Scope write. */
    public ItemsOfItemBody enqueueItems(String queue, EnqueueItemsBody body) { return calls.one(Operation.ENQUEUE_ITEMS, ItemsOfItemBody.class, null, body, queue); }
    /** Give ready items of a queue another order. Role editor. Scope write. */
    public ItemsOfItemBody reorderItems(String queue, QueueItemOrder body) { return calls.one(Operation.REORDER_ITEMS, ItemsOfItemBody.class, null, body, queue); }
    /** Hand out no more items of a queue. Role editor. Scope write. */
    public Queue pauseQueue(String queue) { return calls.one(Operation.PAUSE_QUEUE, Queue.class, null, null, queue); }
    /** Hand out items of a queue again. Role editor. Scope write. */
    public Queue resumeQueue(String queue) { return calls.one(Operation.RESUME_QUEUE, Queue.class, null, null, queue); }
    /** Make all failed items of a queue ready again. Role editor. Scope write. */
    public RetryReport retryFailedItems(String queue) { return calls.one(Operation.RETRY_FAILED_ITEMS, RetryReport.class, null, null, queue); }
    /** Say how much waits in a queue and how long it takes. Role viewer. Scope read. */
    public QueueStatsBody getQueueStatistics(String queue) { return calls.one(Operation.GET_QUEUE_STATISTICS, QueueStatsBody.class, null, null, queue); }
    /** List runs in a conversation, or of your agents. */
    public Stream<AgentRun> listRuns(ListRunsQuery query) { return calls.all(Operation.LIST_RUNS, AgentRun.class, query, null); }
    /** Get a run with all that happened in it. Role viewer. Scope read. */
    public AgentRun getRun(String run) { return calls.one(Operation.GET_RUN, AgentRun.class, null, null, run); }
    /** End a run with what has come of it. Role editor. Scope write. */
    public AgentRun cancelRun(String run) { return calls.one(Operation.CANCEL_RUN, AgentRun.class, null, null, run); }
    /** Follow a run while it is made, as server-sent events. Role viewer. Scope read. */
    public EventStream followRun(String run, @Nullable String lastEventId) { return calls.stream(Operation.FOLLOW_RUN, null, lastEventId, run); }
    /** Search for words in what you may see. Scope read. */
    public Stream<SearchHit> search(SearchQuery query) { return calls.all(Operation.SEARCH, SearchHit.class, query, null); }
    /** Say which stored secrets cannot be opened. */
    public SecretServiceChecked checkSecrets() { return calls.one(Operation.CHECK_SECRETS, SecretServiceChecked.class, null, null); }
    /** Seal all stored secrets with a new key. */
    public SecretServiceRotated rotateSecrets() { return calls.one(Operation.ROTATE_SECRETS, SecretServiceRotated.class, null, null); }
    /** Get the settings of the system. */
    public SystemSettings getSystemSettings() { return calls.one(Operation.GET_SYSTEM_SETTINGS, SystemSettings.class, null, null); }
    /** Change settings of the system. */
    public SystemSettings changeSystemSettings(SystemSettingsFields body) { return calls.one(Operation.CHANGE_SYSTEM_SETTINGS, SystemSettings.class, null, body); }
    /** Get the settings that your programs keep for you. */
    public JsonNode getMySettings() { return calls.one(Operation.GET_MY_SETTINGS, JsonNode.class, null, null); }
    /** Forget one setting of yours. */
    public void removeSetting(String key) { calls.json(Operation.REMOVE_SETTING, null, null, key); }
    /** Keep one setting for yourself. */
    public SettingEntry putSetting(String key, SettingValue body) { return calls.one(Operation.PUT_SETTING, SettingEntry.class, null, body, key); }
    /** Delete a task. Role editor. Scope write. */
    public void deleteTask(String task) { calls.json(Operation.DELETE_TASK, null, null, task); }
    /** Get a task. Role viewer. Scope read. */
    public Task getTask(String task) { return calls.one(Operation.GET_TASK, Task.class, null, null, task); }
    /** Change fields of a task. Role editor. Scope write. */
    public Task updateTask(String task, TaskFields body) { return calls.one(Operation.UPDATE_TASK, Task.class, null, body, task); }
    /** Move a task to another status. Role editor. Scope write. */
    public Task changeTaskStatus(String task, TaskNewStatus body) { return calls.one(Operation.CHANGE_TASK_STATUS, Task.class, null, body, task); }
    /** Delete a ticket with its tasks and comments, or purge it. Role editor. Scope write. */
    public void deleteTicket(String ticket, PurgeQuery query) { calls.json(Operation.DELETE_TICKET, query, null, ticket); }
    /** Get a ticket with its tasks. Role viewer. Scope read. */
    public TicketBody getTicket(String ticket) { return calls.one(Operation.GET_TICKET, TicketBody.class, null, null, ticket); }
    /** Change fields of a ticket. Role editor. Scope write. */
    public TicketBody updateTicket(String ticket, TicketFields body) { return calls.one(Operation.UPDATE_TICKET, TicketBody.class, null, body, ticket); }
    /** Make a ticket read-only and leave it out of lists. Role editor. Scope write. */
    public TicketBody archiveTicket(String ticket) { return calls.one(Operation.ARCHIVE_TICKET, TicketBody.class, null, null, ticket); }
    /** List the comments of a ticket. Role viewer. Scope read. */
    public Stream<Comment> listComments(String ticket, LimitCursorSortQuery query) { return calls.all(Operation.LIST_COMMENTS, Comment.class, query, null, ticket); }
    /** Comment on a ticket. Role editor. Scope write. */
    public Comment addComment(String ticket, CommentText body) { return calls.one(Operation.ADD_COMMENT, Comment.class, null, body, ticket); }
    /** List the links from and to a ticket. Role viewer. Scope read. */
    public Stream<LinkedTicket> listLinks(String ticket, LimitCursorQuery query) { return calls.all(Operation.LIST_LINKS, LinkedTicket.class, query, null, ticket); }
    /** Take the link between two tickets away. Role editor. Scope write. */
    public void deleteLink(String ticket, String kind, String other) { calls.json(Operation.DELETE_LINK, null, null, ticket, kind, other); }
    /** Link a ticket to another one. Role editor. Scope write. */
    public void putLink(String ticket, String kind, String other) { calls.json(Operation.PUT_LINK, null, null, ticket, kind, other); }
    /** List the files that matter to a ticket, with the reasons. Role viewer. Scope read. */
    public RelevanceRelevantFiles listRelevantFiles(String ticket, LimitQuery query) { return calls.one(Operation.LIST_RELEVANT_FILES, RelevanceRelevantFiles.class, query, null, ticket); }
    /** Restore a deleted ticket with what was deleted along with it. Role editor. Scope write. */
    public TicketBody restoreTicket(String ticket) { return calls.one(Operation.RESTORE_TICKET, TicketBody.class, null, null, ticket); }
    /** Move a ticket to another status. Role editor. Scope write. */
    public TicketBody changeTicketStatus(String ticket, StatusChange body) { return calls.one(Operation.CHANGE_TICKET_STATUS, TicketBody.class, null, body, ticket); }
    /** List the tasks of a ticket in their order. Role viewer. Scope read. */
    public Stream<Task> listTasks(String ticket) { return calls.all(Operation.LIST_TASKS, Task.class, null, null, ticket); }
    /** Add a task to a ticket. Role editor. Scope write. */
    public Task createTask(String ticket, TaskFields body) { return calls.one(Operation.CREATE_TASK, Task.class, null, body, ticket); }
    /** Give the tasks of a ticket another order. Role editor. Scope write. */
    public Stream<Task> reorderTasks(String ticket, TaskOrder body) { return calls.all(Operation.REORDER_TASKS, Task.class, null, body, ticket); }
    /** Take a ticket back from the archive. Role editor. Scope write. */
    public TicketBody unarchiveTicket(String ticket) { return calls.one(Operation.UNARCHIVE_TICKET, TicketBody.class, null, null, ticket); }
    /** List tokens, without their secrets. */
    public Stream<ApiToken> listTokens(ListTokensQuery query) { return calls.all(Operation.LIST_TOKENS, ApiToken.class, query, null); }
    /** Create a token, whose secret is shown this once. */
    public IssuedToken createToken(TokenWish body) { return calls.one(Operation.CREATE_TOKEN, IssuedToken.class, null, body); }
    /** Revoke a token. */
    public void revokeToken(String token) { calls.json(Operation.REVOKE_TOKEN, null, null, token); }
    /** Get a token, without its secret. */
    public ApiToken getToken(String token) { return calls.one(Operation.GET_TOKEN, ApiToken.class, null, null, token); }
    /** Add up what answers of your agents took, or of those in a project. */
    public ItemsOfUsageTotal listUsage(ListUsageQuery query) { return calls.one(Operation.LIST_USAGE, ItemsOfUsageTotal.class, query, null); }
    /** List users. */
    public Stream<User> listUsers(ListUsersQuery query) { return calls.all(Operation.LIST_USERS, User.class, query, null); }
    /** Create an agent, or as an admin a human. */
    public User createUser(CreateUserBody body) { return calls.one(Operation.CREATE_USER, User.class, null, body); }
    /** Get a user. */
    public User getUser(String user) { return calls.one(Operation.GET_USER, User.class, null, null, user); }
    /** Change fields of a user. */
    public User updateUser(String user, UserFields body) { return calls.one(Operation.UPDATE_USER, User.class, null, body, user); }
    /** Deactivate a user, which ends all its access. */
    public User deactivateUser(String user, UserLeaving body) { return calls.one(Operation.DEACTIVATE_USER, User.class, null, body, user); }
    /** Let a deactivated user in again. */
    public User reactivateUser(String user) { return calls.one(Operation.REACTIVATE_USER, User.class, null, null, user); }
    /** Make a user an admin or a member. */
    public User changeUserRole(String user, UserNewRole body) { return calls.one(Operation.CHANGE_USER_ROLE, User.class, null, body, user); }
    /** Say that the server runs. */
    public HealthHealth getLiveness() { return calls.one(Operation.GET_LIVENESS, HealthHealth.class, null, null); }
    /** Say whether the database can be written. */
    public HealthHealth getReadiness() { return calls.one(Operation.GET_READINESS, HealthHealth.class, null, null); }
    /** Get figures of the server, as Prometheus reads them. */
    public InputStream getMetrics() { return calls.open(Operation.GET_METRICS, null, null); }
}

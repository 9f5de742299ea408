package dev.cairn.server.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cairn.Cairn;
import dev.cairn.CairnOptions;
import dev.cairn.application.agent.CreateAgent;
import dev.cairn.application.database.DatabaseOptions;
import dev.cairn.application.memory.MemoryOwner;
import dev.cairn.application.model.ToolCall;
import dev.cairn.application.project.CreateProject;
import dev.cairn.domain.access.Role;
import dev.cairn.domain.conversation.Conversation;
import dev.cairn.domain.kernel.Expected;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.project.ProjectContent;
import dev.cairn.domain.project.ProjectRef;
import dev.cairn.domain.prompt.PromptContent;
import dev.cairn.domain.ticket.TicketRef;
import dev.cairn.domain.user.Caller;
import dev.cairn.domain.user.TokenHash;
import dev.cairn.http.HttpLimits;
import dev.cairn.http.HttpSettings;
import dev.cairn.mcp.own.OwnTools;
import dev.cairn.mcp.own.Remember;
import dev.cairn.mcp.protocol.Call;
import dev.cairn.mcp.protocol.Catalogue;
import dev.cairn.mcp.protocol.Choice;
import dev.cairn.mcp.tool.Asked;
import dev.cairn.mcp.tool.Place;
import dev.cairn.mcp.tool.Toolbox;
import dev.cairn.server.openapi.ToolList;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** M2: each tool over the use cases on a real file; whatever is answered fits what is described. */
@SuppressWarnings("NullAway.Init") // JUnit calls start() first
final class ToolsTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path directory;

    private Cairn cairn;
    private Toolbox tools;
    private Caller owner;
    private JsonNode described;
    private final MovedClock clock = new MovedClock();

    /** A clock that the test moves. */
    private static final class MovedClock extends Clock {
        private Instant now = Instant.parse("2026-03-01T12:00:00Z");

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }

        void pass(Duration time) {
            now = now.plus(time);
        }
    }

    @BeforeEach
    void start() throws JsonProcessingException {
        DatabaseOptions fast = new DatabaseOptions.Sqlite(directory.resolve("cairn.db"), true);
        HttpSettings http = HttpSettings.inside(0, false, HttpLimits.DEFAULT);
        CairnOptions options = new CairnOptions(fast, clock, Duration.ZERO).withJobs(false);
        cairn = Cairn.open(options, Map.of(), http, TokenHash.of("unused"));
        tools = cairn.get(Toolbox.class);
        owner = cairn.owner();
        described = JSON.readTree(ToolList.text(ToolList.describe(tools))).path("tools");
        cairn.projects().create(owner, CreateProject.of("CRN", "Cairn"));
    }

    @AfterEach
    void stop() {
        cairn.close();
    }

    private JsonNode call(String tool, String arguments) {
        return call(tool, arguments, Place.UNKNOWN);
    }

    /** What comes back, as the text that a model reads; an error has its code, everything else fits its schema. */
    private JsonNode call(String tool, String arguments, Place place) {
        try {
            ObjectNode given = (ObjectNode) JSON.readTree(arguments.replace('\'', '"'));
            ObjectNode result = tools.call(tool, new Asked(owner, place, Call.silent()), given)
                    .orElseThrow();
            JsonNode text =
                    JSON.readTree(result.path("content").path(0).path("text").textValue());
            if (result.path("isError").booleanValue()) {
                assertThat(result.has("structuredContent")).isFalse();
                assertThat(text.path("code").textValue()).matches("[a-z_]+");
            } else {
                assertThat(result.path("structuredContent")).isEqualTo(text);
                assertThat(text.path("next_steps")).isNotEmpty();
                assertThat(ToolList.misfits(schema(tool), text))
                        .as("%s: %s", tool, text)
                        .isEmpty();
            }
            return text;
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(arguments, e);
        }
    }

    private JsonNode schema(String tool) {
        for (JsonNode each : described) {
            if (each.path("name").textValue().equals(tool)) {
                return each.path("outputSchema");
            }
        }
        throw new IllegalArgumentException(tool);
    }

    /** R48: where it learned something says who else may be told. */
    @Test
    void whatAnAgentOfCairnsOwnRemembersIsOfTheConversationInWhichItAnswers() {
        var ada = cairn.agents().create(owner, CreateAgent.of("Ada", "helper"));
        ProjectRef project = ProjectRef.parse("CRN");
        cairn.members().put(owner, project, ada.agent().userId(), Role.EDITOR);
        Id<Conversation> where =
                cairn.conversations().defaultChannel(owner, project).id();
        OwnTools own = new OwnTools(new Catalogue("1", Choice.ALL), tools, new Remember(cairn.memories()), 64);
        own.call(Caller.of(ada.user()), where, new ToolCall("1", "remember", "{\"content\":\"Oak is dear\"}"));
        assertThat(cairn.memories().relevant(owner, new MemoryOwner(ada.agent().id(), null), where, null, 10))
                .singleElement()
                .satisfies(each -> assertThat(each.memory().conversationId()).isEqualTo(where));
    }

    /** Q5, M2: the same call again answers the same, whatever has become of the ticket. */
    @Test
    void theEndOfAClaimIsToldAgainWhenItsTicketIsDeleted() {
        saved("{'title':'Gone soon'}");
        String done = "{%s,'outcome':'complete'}".formatted(holder(call("claim_next", "{'project':'CRN'}")));
        JsonNode completed = call("finish_claim", done);
        cairn.tickets().delete(owner, TicketRef.parse("CRN-1"), Expected.ANY);
        JsonNode again = call("finish_claim", done);
        assertThat(again.path("item_status")).isEqualTo(completed.path("item_status"));
        assertThat(again.has("ticket")).isFalse();
    }

    private JsonNode saved(String arguments) {
        JsonNode saved = call("save_ticket", arguments);
        assertThat(saved.has("ticket")).as("%s", saved).isTrue();
        return saved.path("ticket");
    }

    /** M4: nothing has to be asked for after a claim, also when the holder before has died. */
    @Test
    void aClaimAnswersWithAllThatIsNeededToStartAndWithWhatTheHolderBeforeLeft() {
        saved("{'title':'Ship it','overview':'Why','acceptance_criteria':['It runs'],'tasks':['build','test'],"
                + "'comment':'mind the gap','labels':['now']}");
        JsonNode first = call("claim_next", "{'project':'CRN','agent':'bee','lease_seconds':60}");
        assertThat(first.path("claimed").booleanValue()).isTrue();
        assertThat(first.path("fencing_token").intValue()).isOne();
        assertThat(first.path("lease_until").textValue()).isEqualTo("2026-03-01T12:01:00.000Z");
        assertThat(first.has("previous")).isFalse();
        JsonNode ticket = first.path("ticket");
        assertThat(ticket.path("key").textValue()).isEqualTo("CRN-1");
        assertThat(ticket.path("overview").textValue()).isEqualTo("Why");
        assertThat(ticket.path("acceptance_criteria").path(0).textValue()).isEqualTo("It runs");
        assertThat(ticket.path("tasks")).hasSize(2);
        assertThat(ticket.path("comments").path(0).path("text").textValue()).isEqualTo("mind the gap");
        assertThat(ticket.path("comments").path(0).path("author").textValue()).isEqualTo(owner.name());
        assertThat(ticket.path("created_by").textValue()).isEqualTo(owner.name());

        String holder = "'claim':'%s','fencing_token':1"
                .formatted(first.path("claim_id").textValue());
        clock.pass(Duration.ofSeconds(30));
        JsonNode updated =
                call("update_claim", "{%s,'percent':40,'progress':'testing','note':'branch x'}".formatted(holder));
        assertThat(updated.path("lease_until").textValue()).isEqualTo("2026-03-01T12:01:30.000Z");
        clock.pass(Duration.ofSeconds(100));

        JsonNode second = call("claim_next", "{'agent':'ant'}");
        assertThat(second.path("fencing_token").intValue()).isEqualTo(2);
        assertThat(second.path("previous").path("agent").textValue()).isEqualTo("bee");
        assertThat(second.path("previous").path("note").textValue()).isEqualTo("branch x");
        assertThat(second.path("previous").path("percent").intValue()).isEqualTo(40);
        assertThat(second.path("ticket").path("comments")).as("older ones too").hasSize(1);
        assertThat(second.path("next_steps").path(0).textValue()).contains("previous");

        JsonNode late = call("update_claim", "{%s}".formatted(holder));
        assertThat(late.path("code").textValue()).isEqualTo("lease_lost");
        assertThat(late.path("hint").textValue()).contains("expired 40 s ago", "claim_next");
        assertThat(late.path("reason").textValue()).isEqualTo("taken_over");
    }

    @Test
    void aClaimIsCompletedFailedOrReleasedAndTheSameCallAgainAnswersTheSame() {
        saved("{'title':'one','tasks':['step']}");
        String claim = holder(call("claim_next", "{}"));
        JsonNode open = call("finish_claim", "{%s,'outcome':'complete'}".formatted(claim));
        assertThat(open.path("code").textValue()).isEqualTo("tasks_open");
        assertThat(open.path("open_tasks").intValue()).isOne();
        assertThat(open.toString()).doesNotContain("finishTasks").contains("finish_tasks");
        String done =
                "{%s,'outcome':'complete','finish_tasks':true,'result':{'pr':42},'note':'merged'}".formatted(claim);
        JsonNode completed = call("finish_claim", done);
        assertThat(completed.path("item_status").textValue()).isEqualTo("completed");
        assertThat(completed.path("ticket").textValue()).isEqualTo("CRN-1");
        assertThat(call("finish_claim", done)).isEqualTo(completed);

        saved("{'title':'two'}");
        JsonNode failed = call(
                "finish_claim", "{%s,'outcome':'fail','error':'no disk'}".formatted(holder(call("claim_next", "{}"))));
        assertThat(failed.path("item_status").textValue()).isEqualTo("scheduled");
        assertThat(failed.has("retry_at")).isTrue();
        clock.pass(Duration.ofMinutes(1));
        JsonNode again = call("claim_next", "{}");
        assertThat(again.path("previous").path("error").textValue()).isEqualTo("no disk");
        JsonNode released = call("finish_claim", "{%s,'outcome':'release','note':'n'}".formatted(holder(again)));
        assertThat(released.path("item_status").textValue()).isEqualTo("ready");
        for (String wrong : List.of("'outcome':'complete','error':'x'", "'outcome':'fail','result':1")) {
            assertThat(call("finish_claim", "{%s,%s}".formatted(holder(again), wrong))
                            .path("code")
                            .textValue())
                    .isEqualTo("invalid");
        }
    }

    private static String holder(JsonNode claimed) {
        return "'claim':'%s','fencing_token':%d"
                .formatted(
                        claimed.path("claim_id").textValue(),
                        claimed.path("fencing_token").intValue());
    }

    @Test
    void nothingToDoSaysWhyAndWhatThen() {
        JsonNode empty = call("claim_next", "{'wait_seconds':0}");
        assertThat(empty.path("claimed").booleanValue()).isFalse();
        assertThat(empty.path("reason").textValue()).isEqualTo("empty");
        saved("{'title':'first'}");
        saved("{'title':'second','blocked_by':['CRN-1']}");
        call("claim_next", "{}");
        JsonNode blocked = call("claim_next", "{}");
        assertThat(blocked.path("reason").textValue()).isEqualTo("all_blocked");
        assertThat(blocked.path("waits_for").path(0).textValue()).isEqualTo("CRN-1");
        JsonNode listed = call("list_work", "{'show':'blocked'}");
        assertThat(listed.path("items").path(1).path("waits_for").path(0).textValue())
                .isEqualTo("CRN-1");
        assertThat(call("claim_next", "{'ticket':'CRN-1'}").path("code").textValue())
                .isEqualTo("claimed");
        assertThat(call("claim_next", "{'ticket':'CRN-2'}").path("code").textValue())
                .isEqualTo("blocked");
    }

    @Test
    void aTicketIsFiledChangedAndMovedByOneCallOrNotAtAll() {
        JsonNode parent = saved("{'title':'Epic','type':'epic'}");
        JsonNode made = saved("{'title':'T','overview':'o','priority':'urgent','labels':['a','b'],'parent':'%s',"
                        .formatted(parent.path("key").textValue())
                + "'estimated_minutes':5,'due_at':'2026-04-01T00:00:00Z','tasks':['x'],'comment':'c'}");
        assertThat(made.path("parent").textValue()).isEqualTo("CRN-1");
        JsonNode changed = saved("{'ticket':'CRN-2','title':'T2','clear':['parent','due_at'],'labels':null,"
                + "'status':'in_progress','version':%d}"
                        .formatted(made.path("version").longValue()));
        assertThat(changed.path("title").textValue()).isEqualTo("T2");
        assertThat(changed.path("overview").textValue()).isEqualTo("o");
        assertThat(changed.path("labels")).as("null is what was left away").hasSize(2);
        assertThat(changed.has("parent")).isFalse();
        assertThat(changed.has("due_at")).isFalse();
        assertThat(changed.path("estimated_minutes").intValue()).isEqualTo(5);
        assertThat(changed.path("status").textValue()).isEqualTo("in_progress");
        assertThat(call("save_ticket", "{'title':'New','version':1}")
                        .path("code")
                        .textValue())
                .isEqualTo("invalid");
        assertThat(call("save_ticket", "{'ticket':'CRN-2','title':'T3','version':0}")
                        .path("code")
                        .textValue())
                .isEqualTo("stale_version");
        JsonNode refused = call("save_ticket", "{'ticket':'CRN-2','title':'T3','comment':'d','status':'completed'}");
        assertThat(refused.path("code").textValue()).isEqualTo("tasks_open");
        JsonNode same = call("get", "{'id':'crn-2'}").path("ticket");
        assertThat(same.path("title").textValue()).isEqualTo("T2");
        assertThat(same.path("comments")).hasSize(1);
        assertThat(saved("{'ticket':'CRN-2','status':'completed','finish_tasks':true}")
                        .path("tasks")
                        .path(0)
                        .path("status")
                        .textValue())
                .isEqualTo("completed");
    }

    @Test
    void tasksAreAddedAndChangedTogetherOrNotAtAll() {
        JsonNode ticket = saved("{'title':'T','tasks':['one']}");
        String one = ticket.path("tasks").path(0).path("id").textValue();
        JsonNode tasks = call(
                        "save_tasks",
                        "{'ticket':'CRN-1','tasks':[{'task':'%s','status':'completed'},{'content':'two','depends_on':['%s']}]}"
                                .formatted(one, one))
                .path("ticket")
                .path("tasks");
        assertThat(tasks).hasSize(2);
        assertThat(tasks.path(0).path("status").textValue()).isEqualTo("completed");
        assertThat(tasks.path(1).path("depends_on").path(0).textValue()).isEqualTo(one);
        saved("{'title':'Other','tasks':['theirs']}");
        String theirs = call("get", "{'id':'CRN-2'}")
                .path("ticket")
                .path("tasks")
                .path(0)
                .path("id")
                .textValue();
        JsonNode refused = call(
                "save_tasks",
                "{'ticket':'CRN-1','tasks':[{'content':'three'},{'task':'%s','content':'x'}]}".formatted(theirs));
        assertThat(refused.path("code").textValue()).isEqualTo("invalid");
        assertThat(call("get", "{'id':'CRN-1'}").path("ticket").path("tasks")).hasSize(2);
    }

    /** M4 */
    @Test
    void theProjectIsTheOneThatIsNamedOrThatOfThePlaceOrTheOnlyOne() {
        cairn.projects().create(owner, CreateProject.of("TWO", "Two"));
        JsonNode unnamed = call("claim_next", "{}");
        assertThat(unnamed.path("code").textValue()).isEqualTo("required");
        call("save_ticket", "{'project':'TWO','title':'T'}");
        String id = cairn.tickets()
                .get(owner, TicketRef.parse("TWO-1"))
                .ticket()
                .id()
                .toString();
        assertThat(call("get_files", "{'ticket':'%s'}".formatted(id)).has("code"))
                .isFalse();
        assertThat(call("claim_next", "{'ticket':'%s'}".formatted(id))
                        .path("claimed")
                        .booleanValue())
                .as("a ticket says its project")
                .isTrue();
        assertThat(unnamed.path("detail").textValue()).contains("CRN, TWO");
        assertThat(call("get_context", "{}").path("projects")).hasSize(2);
        cairn.projects()
                .create(
                        owner,
                        new CreateProject("DIR", ProjectContent.named("Dir").withLocalPath("/code/dir")));
        for (String folder : List.of("/code/dir", "/code/dir/src/main", "/code/other/../dir")) {
            assertThat(call("get_context", "{}", new Place(null, folder))
                            .path("project")
                            .path("key")
                            .textValue())
                    .isEqualTo("DIR");
        }
        assertThat(call("get_context", "{}", new Place(null, "/code/dirt")).path("projects"))
                .hasSize(3);
        Place named = new Place("TWO", null);
        assertThat(call("get_context", "{}", named).path("project").path("key").textValue())
                .isEqualTo("TWO");
        assertThat(call("get_context", "{'project':'CRN'}", named)
                        .path("project")
                        .path("key")
                        .textValue())
                .isEqualTo("CRN");
    }

    @Test
    void workIsFoundListedAndShown() {
        saved("{'title':'Fix the parser','labels':['core'],'overview':'%s'}".formatted("long ".repeat(1_000)));
        saved("{'title':'Write <docs> & more','status':'in_progress'}");
        JsonNode hit = call("search", "{'query':'docs'}").path("hits").path(0);
        assertThat(hit.path("ticket").textValue()).isEqualTo("CRN-2");
        assertThat(hit.path("snippet").textValue()).contains("<docs> & more");
        assertThat(call("search", "{'query':'docs','limit':101}").path("code").textValue())
                .isEqualTo("range");
        assertThat(call("list_work", "{}").path("items")).hasSize(1);
        assertThat(call("list_work", "{'status':['in_progress']}").path("items"))
                .hasSize(1);
        assertThat(call("list_work", "{'label':'core'}").path("items")).hasSize(1);
        JsonNode page = call("list_work", "{'show':'all','limit':1}");
        JsonNode next = call(
                "list_work",
                "{'show':'all','limit':1,'cursor':'%s'}"
                        .formatted(page.path("next_cursor").textValue()));
        assertThat(next.path("items")).hasSize(1);
        assertThat(next.has("next_cursor")).isFalse();
        assertThat(call("get", "{'id':'CRN-1'}").path("ticket").path("overview").textValue())
                .hasSize(2_001)
                .endsWith("…");
        assertThat(call("get", "{'id':'CRN-1','detail':'full'}")
                        .path("ticket")
                        .path("overview")
                        .textValue())
                .hasSizeGreaterThan(4_000);
        call("claim_next", "{'ticket':'CRN-1','agent':'bee'}");
        JsonNode held = call("list_work", "{'show':'held'}").path("held").path(0);
        assertThat(held.path("agent").textValue()).isEqualTo("bee");
        JsonNode claim =
                call("get", "{'id':'%s'}".formatted(held.path("claim_id").textValue()));
        assertThat(claim.path("claim").path("ticket").textValue()).isEqualTo("CRN-1");
        JsonNode context = call("get_context", "{}");
        assertThat(context.path("tickets").path("in_progress").longValue()).isEqualTo(2);
        assertThat(context.path("held")).hasSize(1);
    }

    /** M3: all of these are results, and say which argument is meant. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "claim_next  |{'wait_seconds':26}                                        |range       |wait_seconds",
                "claim_next  |{'lease_seconds':4}                                        |range       |lease_seconds",
                "claim_next  |{'lease_seconds':'60'}                                     |invalid     |lease_seconds",
                "claim_next  |{'leaseSeconds':60}                                        |invalid     |leaseSeconds",
                "claim_next  |{'project':'no key!'}                                      |malformed_id|project",
                "update_claim|{}                                                         |required    |claim",
                "update_claim|{'claim':'x','fencing_token':1}                            |malformed_id|claim",
                "finish_claim|{'claim':'0000000000000','fencing_token':1,'outcome':'ok'} |unknown_value|outcome",
                "save_ticket |{'title':''}                                               |length      |title",
                "save_ticket |{}                                                         |required    |title",
                "save_ticket |{'title':'x','type':'Epic'}                                |unknown_value|type",
                "save_ticket |{'title':'x','due_at':'tomorrow'}                          |format      |due_at",
                "save_tasks  |{'ticket':'CRN-1','tasks':[{'nope':1}]}                    |invalid     |tasks/0/nope",
                "save_tasks  |{'ticket':'CRN-1','tasks':[]}                              |required    |tasks",
                "list_work   |{'show':'ready','status':['open']}                         |invalid     |show",
                "list_work   |{'limit':0}                                                |range       |limit",
                "list_work   |{'cursor':'x'}                                             |malformed_cursor|cursor",
                "search      |{'query':'x','kinds':['all']}                              |unknown_value|kinds/0",
                "get         |{'id':7}                                                   |invalid     |id"
            })
    void whatIsWrongWithArgumentsIsAResultThatNamesThem(String tool, String arguments, String code, String argument) {
        JsonNode problem = call(tool, arguments);
        assertThat(problem.path("code").textValue()).as("%s", problem).isEqualTo(code);
        assertThat(problem.path("errors").path(0).path("argument").textValue()).isEqualTo(argument);
        assertThat(problem.path("detail").textValue()).isNotBlank();
    }

    /** M3: a model that writes another style, or mistypes, is told the name that there is. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "claim_next  | {'waitSeconds':1}                | wait_seconds instead of waitSeconds",
                "claim_next  | {'lease-seconds':60}             | lease_seconds instead of lease-seconds",
                "claim_next  | {'projekt':'CRN','agnet':'me'}   | project instead of projekt, agent instead of agnet",
                "save_ticket | {'title':'T','acceptanceCriteria':[]} | acceptance_criteria instead of acceptanceCriteria",
                "get         | {'ID':'CRN-1'}                   | id instead of ID",
                "claim_next  | {'colour':'red'}                 |"
            })
    void anArgumentThatThereIsNotIsAnsweredByTheOneThatWasMeant(String tool, String arguments, @Nullable String meant) {
        JsonNode problem = call(tool, arguments);
        assertThat(problem.path("code").textValue()).isIn("invalid", "required");
        assertThat(problem.path("hint").asText(""))
                .isEqualTo(meant == null ? "" : "Call it again with %s.".formatted(meant));
    }

    /** M6 */
    @Test
    void storedTextIsShownWithoutWhatCannotBeSeen() {
        saved("{'title':'plain'}");
        saved("{'ticket':'CRN-1','comment':'do\\u200b \\u202enot\\udb40\\udc41 obey','overview':'a\\u2066b'}");
        JsonNode ticket = call("get", "{'id':'CRN-1'}").path("ticket");
        assertThat(ticket.path("comments").path(0).path("text").textValue()).isEqualTo("do not obey");
        assertThat(ticket.path("overview").textValue()).isEqualTo("ab");
    }

    /** M6: what is said has an author, and its place. */
    @Test
    void whatIsSaidIsReadWithItsAuthorAndPlace() {
        JsonNode posted = call("post_message", "{'project':'CRN','content':'who takes CRN-1?'}");
        assertThat(posted.path("seq").intValue()).isOne();
        assertThat(posted.path("conversation").path("title").textValue()).isEqualTo("general");
        String id = posted.path("conversation").path("id").textValue();
        JsonNode answered = call(
                "post_message",
                "{'conversation':'%s','content':'I d\u200bo','reply_to':'%s'}"
                        .formatted(id, posted.path("id").textValue()));
        assertThat(answered.path("seq").intValue()).isEqualTo(2);
        assertThat(answered.path("runs")).as("nobody is called").isEmpty();
        JsonNode all = call("read_messages", "{}");
        assertThat(all.path("newest_seq").intValue()).isEqualTo(2);
        assertThat(all.path("messages")).hasSize(2);
        assertThat(all.path("messages").path(1).path("author").textValue()).isEqualTo("owner");
        assertThat(all.path("messages").path(1).path("text").textValue()).isEqualTo("I do");
        assertThat(all.path("messages").path(1).path("reply_to")).isEqualTo(posted.path("id"));
        JsonNode later = call("read_messages", "{'conversation':'%s','after_seq':1,'limit':1}".formatted(id));
        assertThat(later.path("messages")).hasSize(1);
        assertThat(call("read_messages", "{'after_seq':2}")
                        .path("next_steps")
                        .path(0)
                        .textValue())
                .isEqualTo("Nothing was said since.");
        assertThat(call("search", "{'query':'takes','kinds':['message']}")
                        .path("hits")
                        .path(0)
                        .path("conversation")
                        .textValue())
                .isEqualTo(id);
        assertThat(call("read_messages", "{'conversation':'0000000000000'}")
                        .path("code")
                        .textValue())
                .isEqualTo("not_found");
    }

    /** R35, R49 */
    @Test
    void aPromptIsFoundAndShown() {
        cairn.prompts().create(cairn.owner(), ProjectRef.parse("CRN"), PromptContent.of("Review", "Ask the zeppelin"));
        JsonNode found = call("search", "{'query':'zeppelin'}");
        String id = found.path("hits").path(0).path("id").textValue();
        assertThat(found.path("hits").path(0).path("kind").textValue()).isEqualTo("prompt");
        assertThat(found.path("next_steps").path(0).textValue()).contains("get {id: \"" + id + "\"}");
        JsonNode prompt = call("get", "{'id':'%s'}".formatted(id)).path("prompt");
        assertThat(prompt.path("content").textValue()).isEqualTo("Ask the zeppelin");
        assertThat(prompt.path("title").textValue()).isEqualTo("Review");
    }

    @Test
    void anArchivedProjectCanBeReadAndNotWorkedIn() {
        saved("{'title':'T'}");
        cairn.projects().archive(owner, ProjectRef.parse("CRN"), Expected.ANY);
        assertThat(call("get", "{'id':'CRN-1'}").has("ticket")).isTrue();
        assertThat(call("claim_next", "{'project':'CRN'}").path("code").textValue())
                .isEqualTo("project_archived");
    }

    @Test
    void argumentsThatAreNullAreThoseThatWereLeftAway() {
        assertThat(call("claim_next", "{'queue':null,'agent':null,'wait_seconds':null}")
                        .path("reason")
                        .textValue())
                .isEqualTo("empty");
    }
}

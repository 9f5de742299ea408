package dev.cairn.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.Cairn;
import dev.cairn.CairnOptions;
import dev.cairn.SecretOptions;
import dev.cairn.application.agent.AgentTools;
import dev.cairn.application.agent.CreateAgent;
import dev.cairn.application.agent.ReplyWish;
import dev.cairn.application.agent.RunEvent;
import dev.cairn.application.agent.RunStream;
import dev.cairn.application.conversation.CreateConversation;
import dev.cairn.application.conversation.PostMessage;
import dev.cairn.application.database.DatabaseOptions;
import dev.cairn.application.job.JobRunner;
import dev.cairn.application.model.NewProvider;
import dev.cairn.application.model.ToolCall;
import dev.cairn.application.model.ToolOffer;
import dev.cairn.application.user.OwnedProjects;
import dev.cairn.domain.agent.AgentContent;
import dev.cairn.domain.agent.AgentRun;
import dev.cairn.domain.agent.RunStatus;
import dev.cairn.domain.conversation.Conversation;
import dev.cairn.domain.conversation.ConversationKind;
import dev.cairn.domain.conversation.FinishReason;
import dev.cairn.domain.conversation.Message;
import dev.cairn.domain.conversation.Purpose;
import dev.cairn.domain.job.Job;
import dev.cairn.domain.kernel.Expected;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.model.BaseUrl;
import dev.cairn.domain.model.ProviderContent;
import dev.cairn.domain.model.ProviderType;
import dev.cairn.domain.user.Caller;
import dev.cairn.domain.user.UserContent;
import dev.cairn.testkit.ScriptedModel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** R43, T4, G4: of two servers on one PostgreSQL one makes an answer, and it is followed at the other. */
@SuppressWarnings("NullAway.Init") // JUnit calls open() first
@Tag("postgres")
@Timeout(60)
class FollowedElsewhereTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final ScriptedModel model = new ScriptedModel();
    private final MutableClock clock = new MutableClock();
    private final CountDownLatch reached = new CountDownLatch(1);

    @TempDir
    Path directory;

    private CairnOptions options;
    private Cairn making;
    private Cairn following;

    @BeforeEach
    void open() {
        DatabaseOptions database = FreshPostgres.database();
        options = CairnOptions.of(database).withClock(clock).withSecrets(SecretOptions.inFolder(directory));
        making = Cairn.open(options, Map.of(), model);
        following = Cairn.open(options.withJobs(false), Map.of(), model);
    }

    @AfterEach
    void close() {
        following.close();
        making.close();
    }

    private AgentRun asked() {
        var owner = making.owner();
        ProviderContent content =
                new ProviderContent("P", ProviderType.CUSTOM, new BaseUrl("http://127.0.0.1:1/v1"), "m", null, null);
        making.providers().create(owner, new NewProvider(content, null, null));
        var ada = making.agents().create(owner, new CreateAgent(UserContent.named("Ada"), AgentContent.of("helper")));
        Id<Conversation> where = making.conversations()
                .begin(
                        owner,
                        new CreateConversation(
                                ConversationKind.DIRECT,
                                null,
                                null,
                                Purpose.GENERAL,
                                List.of(),
                                List.of(ada.agent().userId())))
                .shown()
                .conversation()
                .id();
        return making.replies()
                .post(owner, where, PostMessage.of("Hello"), new ReplyWish.Concerned())
                .runs()
                .getFirst();
    }

    private RunStream follow(AgentRun run, long after) {
        return following.runs().follow(following.owner(), run.id(), after);
    }

    private static RunEvent next(RunStream stream) throws InterruptedException {
        return Objects.requireNonNull(stream.poll(PATIENCE), "Nothing was told");
    }

    private static void assertSays(RunEvent event, String text) {
        assertThat(event)
                .isInstanceOfSatisfying(
                        RunEvent.Delta.class, delta -> assertThat(delta.text()).isEqualTo(text));
    }

    private Message answer(RunEvent.Done done) {
        return following.messages().get(following.owner(), done.messageId());
    }

    /** L22 */
    @Test
    void whatWasSaidIsToldWhileTheModelIsSilentAndThenTheEnd() throws InterruptedException {
        model.calls("Let me look. ", new ToolCall("1", "nothing_like_it", "{}"))
                .stalls(reached, "As far as \ud83d", "\ude00 and half of \ud83d");
        AgentRun run = asked();
        RunStream stream = follow(run, 0);
        assertSays(next(stream), "Let me look. ");
        assertThat(next(stream)).isInstanceOf(RunEvent.Tool.class);
        RunEvent result = next(stream);
        assertThat(result).isInstanceOf(RunEvent.Tool.class);
        assertSays(next(stream), "As far as \ud83d\ude00 and half of ");
        assertSays(next(follow(run, result.seq() + 3)), "far as \ud83d\ude00 and half of ");
        making.runs().cancel(making.owner(), run.id());
        assertThat(next(stream)).isInstanceOf(RunEvent.Used.class);
        assertThat(next(stream)).isInstanceOfSatisfying(RunEvent.Done.class, done -> {
            assertThat(done.finishReason()).isEqualTo(FinishReason.CANCELLED);
            assertThat(answer(done).content()).isEqualTo("Let me look. As far as \ud83d\ude00 and half of");
        });
        assertThat(stream.isOver()).isTrue();
    }

    /** T3, T5: the server that makes it notices when it stores the next draft, and hands in what the other one did not know. */
    @Test
    void whatHadComeWhenTheOtherServerEndsItIsKeptAndCounted() throws InterruptedException {
        model.stalls(reached, "As far ", "as ");
        AgentRun run = asked();
        assertThat(reached.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        RunStream stream = making.runs().follow(making.owner(), run.id(), 0);
        assertSays(next(stream), "As far as ");
        AgentRun cancelled = following.runs().cancel(following.owner(), run.id());
        assertThat(cancelled.status()).isEqualTo(RunStatus.CANCELLED);
        RunEvent used = next(stream);
        assertThat(used)
                .isInstanceOfSatisfying(
                        RunEvent.Used.class,
                        event -> assertThat(event.usage().tokens()).isEqualTo(15));
        assertThat(next(stream))
                .isInstanceOfSatisfying(
                        RunEvent.Done.class,
                        done -> assertThat(answer(done))
                                .extracting(Message::content, Message::finishReason)
                                .containsExactly("As far as", FinishReason.CANCELLED));
        assertThat(following
                        .usage()
                        .totals(following.owner(), null, null, null)
                        .getFirst()
                        .outputTokens())
                .isEqualTo(5);
    }

    /** T2, L5 */
    @Test
    void anAnswerThatTheOtherServerEndsCallsNoOtherTool() throws InterruptedException {
        List<String> called = Collections.synchronizedList(new ArrayList<>());
        making.close();
        making = Cairn.open(options, Map.of(), model, new AgentTools() {
            @Override
            public List<ToolOffer> offers(Caller agent) {
                return List.of();
            }

            @Override
            public String call(Caller agent, Id<Conversation> where, ToolCall call) {
                called.add(call.id());
                following.users().deactivate(following.owner(), agent.userId(), Expected.ANY, OwnedProjects.REFUSE);
                return "{}";
            }
        });
        model.calls("", new ToolCall("1", "first", "{}"), new ToolCall("2", "second", "{}"));
        AgentRun run = asked();
        RunStream stream = follow(run, 0);
        RunEvent event = next(stream);
        while (event instanceof RunEvent.Tool) {
            event = next(stream);
        }
        making.close(); // It waits for what still runs.
        assertThat(called).containsExactly("1");
        assertThat(model.asked()).hasSize(1);
        assertThat(following.runs().get(following.owner(), run.id()))
                .extracting(
                        AgentRun::status,
                        ended -> Objects.requireNonNull(ended.usage()).tokens())
                .containsExactly(RunStatus.CANCELLED, 15L);
    }

    @Test
    void whereTheServerThatMadeItIsGoneTheOtherOneMakesItAndTheStreamGoesOn() throws InterruptedException {
        model.stalls(reached, "Lost ").says("Found ", "it");
        AgentRun run = asked();
        RunStream stream = follow(run, 0);
        assertSays(next(stream), "Lost ");
        clock.advance(Job.LEASE); // As after a kill: nobody renews it, and what comes later of the first is refused.
        following.get(JobRunner.class).beginAll();
        assertFoundAnew(stream);
        assertThat(reached.await(1, TimeUnit.SECONDS)).isTrue();
        RunStream behind = making.runs().follow(making.owner(), run.id(), 2_000_000_002L);
        assertSays(next(behind), "und it");
    }

    /** L24, T5: the attempt that is given back does not count for the job; for who follows it is another one. What it took counts. */
    @Test
    void whereTheServerThatMadeItStopsTheOtherOneMakesItAndTheStreamGoesOn() throws InterruptedException {
        model.stalls(reached, "Lost ").says("Found ", "it");
        AgentRun run = asked();
        RunStream stream = follow(run, 0);
        assertSays(next(stream), "Lost ");
        making.get(JobRunner.class).close();
        following.get(JobRunner.class).beginAll();
        assertFoundAnew(stream);
        assertThat(Objects.requireNonNull(following
                                .runs()
                                .get(following.owner(), run.id())
                                .usage())
                        .tokens())
                .isEqualTo(30);
    }

    private void assertFoundAnew(RunStream stream) throws InterruptedException {
        assertThat(next(stream))
                .isInstanceOfSatisfying(
                        RunEvent.Restarted.class,
                        restarted -> assertThat(restarted.attempt()).isEqualTo(2));
        StringBuilder text = new StringBuilder();
        RunEvent event = next(stream);
        while (event instanceof RunEvent.Delta(var _, String said)) {
            text.append(said);
            event = next(stream);
        }
        assertThat(text).hasToString("Found it");
        assertThat(event).isInstanceOf(RunEvent.Used.class);
        assertThat(next(stream))
                .isInstanceOfSatisfying(
                        RunEvent.Done.class,
                        done -> assertThat(answer(done).content()).isEqualTo("Found it"));
    }
}

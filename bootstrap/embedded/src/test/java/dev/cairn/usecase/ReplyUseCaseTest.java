package dev.cairn.usecase;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.Cairn;
import dev.cairn.application.agent.AgentTools;
import dev.cairn.application.agent.CreateAgent;
import dev.cairn.application.agent.Posted;
import dev.cairn.application.agent.ReplyWish;
import dev.cairn.application.agent.RunEvent;
import dev.cairn.application.agent.RunStream;
import dev.cairn.application.agent.ShownAgent;
import dev.cairn.application.conversation.CreateConversation;
import dev.cairn.application.conversation.PostMessage;
import dev.cairn.application.event.EventDispatcher;
import dev.cairn.application.job.JobRunner;
import dev.cairn.application.memory.MemoryOwner;
import dev.cairn.application.memory.NewMemory;
import dev.cairn.application.model.NewProvider;
import dev.cairn.application.model.ToolCall;
import dev.cairn.application.model.ToolOffer;
import dev.cairn.application.model.Turn;
import dev.cairn.application.queue.ClaimResult.Claimed;
import dev.cairn.application.queue.ClaimUpdate;
import dev.cairn.application.queue.ReadyClaim;
import dev.cairn.application.selection.SelectFiles;
import dev.cairn.application.user.LogIn;
import dev.cairn.application.user.NewToken;
import dev.cairn.application.user.OwnedProjects;
import dev.cairn.application.user.Register;
import dev.cairn.application.work.UnitOfWork;
import dev.cairn.domain.access.Role;
import dev.cairn.domain.agent.Agent;
import dev.cairn.domain.agent.AgentContent;
import dev.cairn.domain.agent.AgentRun;
import dev.cairn.domain.agent.AgentRunRepository;
import dev.cairn.domain.agent.Availability;
import dev.cairn.domain.agent.ModelConfig;
import dev.cairn.domain.agent.RunPart;
import dev.cairn.domain.agent.RunStatus;
import dev.cairn.domain.agent.RunUsage;
import dev.cairn.domain.agent.UsageTotal;
import dev.cairn.domain.conversation.Conversation;
import dev.cairn.domain.conversation.ConversationKind;
import dev.cairn.domain.conversation.FinishReason;
import dev.cairn.domain.conversation.Message;
import dev.cairn.domain.conversation.MessageRepository;
import dev.cairn.domain.conversation.MessageRole;
import dev.cairn.domain.conversation.Purpose;
import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.job.Job;
import dev.cairn.domain.job.JobKind;
import dev.cairn.domain.job.JobRepository;
import dev.cairn.domain.job.JobStatus;
import dev.cairn.domain.job.JobView;
import dev.cairn.domain.kernel.Expected;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.kernel.PageRequest;
import dev.cairn.domain.memory.MemoryContent;
import dev.cairn.domain.model.BaseUrl;
import dev.cairn.domain.model.FailureKind;
import dev.cairn.domain.model.ModelProvider;
import dev.cairn.domain.model.Price;
import dev.cairn.domain.model.ProviderContent;
import dev.cairn.domain.model.ProviderType;
import dev.cairn.domain.ticket.Ticket;
import dev.cairn.domain.ticket.TicketRef;
import dev.cairn.domain.user.Caller;
import dev.cairn.domain.user.Scope;
import dev.cairn.domain.user.Token;
import dev.cairn.domain.user.User;
import dev.cairn.domain.user.UserContent;
import dev.cairn.testkit.ScriptedModel;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Agents answer in the background: each run ends once, with one message at most (R43, R44, R47, T1–T5). */
class ReplyUseCaseTest extends UseCaseTest {
    private static final int SECONDS_MAX = 20;
    private static final String PASSWORD = "correct horse battery";

    private final ScriptedModel model = new ScriptedModel();
    private Id<ModelProvider> provider = new Id<>(0);
    private ShownAgent ada;

    @BeforeEach
    void agent() {
        cairn.close();
        cairn = Cairn.open(openedWith(), Map.of(), model);
        services = cairn;
        provider = provider("first");
        ada = agent("Ada");
    }

    private Id<ModelProvider> provider(String name) {
        ProviderContent content =
                new ProviderContent(name, ProviderType.CUSTOM, new BaseUrl("http://127.0.0.1:1/v1"), "m", null, null);
        return services.providers()
                .create(owner, new NewProvider(content, null, null))
                .id();
    }

    private ShownAgent agent(String name) {
        AgentContent content = AgentContent.of("helper").withProviderId(provider);
        ShownAgent made = services.agents().create(owner, new CreateAgent(UserContent.named(name), content));
        services.members().put(owner, CRN, made.agent().userId(), Role.EDITOR);
        return made;
    }

    private Id<Conversation> direct(ShownAgent... others) {
        List<Id<User>> people =
                List.of(others).stream().map(each -> each.agent().userId()).toList();
        return services.conversations()
                .begin(
                        owner,
                        new CreateConversation(ConversationKind.DIRECT, null, null, Purpose.GENERAL, List.of(), people))
                .shown()
                .conversation()
                .id();
    }

    private Id<Conversation> channel() {
        return services.conversations().defaultChannel(owner, CRN).id();
    }

    private Posted say(Id<Conversation> where, String text) {
        return services.replies().post(owner, where, PostMessage.of(text), new ReplyWish.Concerned());
    }

    private AgentRun ended(AgentRun run) {
        return until(run, found -> !found.status().live());
    }

    private AgentRun until(AgentRun run, java.util.function.Predicate<AgentRun> wanted) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS_MAX);
        AgentRun found = services.runs().get(owner, run.id());
        while (!wanted.test(found) && System.nanoTime() < end) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
            found = services.runs().get(owner, run.id());
        }
        return found;
    }

    private List<Message> said(Id<Conversation> where) {
        return services.messages().list(owner, where, null, null, 100, null).items();
    }

    /** R43, R44 */
    @Test
    void aHumansMessageInADirectConversationIsAnsweredByTheAgentThere() {
        model.says("Good ", "morning");
        Id<Conversation> where = direct(ada);
        Posted posted = say(where, "Hello");
        assertThat(posted.runs()).hasSize(1);
        AgentRun run = ended(posted.runs().getFirst());
        assertThat(run.status()).isEqualTo(RunStatus.SUCCEEDED);
        Message answer = said(where).getLast();
        assertThat(answer.id()).isEqualTo(run.messageId());
        assertThat(answer.content()).isEqualTo("Good morning");
        assertThat(answer.role()).isEqualTo(MessageRole.ASSISTANT);
        assertThat(answer.authorId()).isEqualTo(ada.agent().userId());
        assertThat(answer.parentId()).isEqualTo(posted.message().id());
        assertThat(answer.finishReason()).isEqualTo(FinishReason.STOP);
        assertThat(answer.model()).isEqualTo("scripted");
        assertThat(said(where)).hasSize(2);
    }

    /** R44 */
    @Test
    void inAChannelThoseAnswerWhoAreCalledByTheirName() {
        model.says("Here");
        ShownAgent bob = agent("Bob");
        assertThat(say(channel(), "Hello everybody").runs()).isEmpty();
        Posted posted = say(channel(), "What do you think, @bob?");
        assertThat(posted.runs())
                .extracting(AgentRun::agentId)
                .containsExactly(bob.agent().id());
        assertThat(ended(posted.runs().getFirst()).status()).isEqualTo(RunStatus.SUCCEEDED);
        assertThat(say(channel(), "mail@ada.example and @Adam").runs()).isEmpty();
    }

    /** R44 */
    @Test
    void agentsThatCallOneAnotherEndAfterAFewAnswers() {
        agent("Bob");
        model.says("@Bob and @Ada, your turn");
        Posted posted = say(channel(), "@Ada begin");
        ended(posted.runs().getFirst());
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS_MAX);
        while (System.nanoTime() < end && busy(channel())) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
        }
        List<Message> answers = said(channel()).stream()
                .filter(message -> message.role() == MessageRole.ASSISTANT)
                .toList();
        assertThat(answers).hasSize(AgentRun.DEPTH_MAX);
        assertThat(answers).extracting(Message::authorId).doesNotContainNull();
    }

    private boolean busy(Id<Conversation> where) {
        PageRequest page = new PageRequest(10, null, AgentRunRepository.NEWEST_FIRST, false);
        List<RunStatus> live = List.of(RunStatus.QUEUED, RunStatus.RUNNING);
        return !services.runs().list(owner, where, null, live, page).items().isEmpty();
    }

    /** T3 */
    @Test
    void whatArrivedBeforeTheModelFailedIsKeptAndMarked() {
        model.fails(FailureKind.TRUNCATED, null, "Half of ");
        Id<Conversation> where = direct(ada);
        AgentRun run = ended(say(where, "Hello").runs().getFirst());
        assertThat(run.status()).isEqualTo(RunStatus.FAILED);
        Message answer = said(where).getLast();
        assertThat(answer.content()).isEqualTo("Half of");
        assertThat(answer.finishReason()).isEqualTo(FinishReason.CUT);
        assertThat(answer.metadata().text()).isEqualTo("{\"ended\":\"cut\",\"code\":\"truncated\"}");
    }

    /** T3, L6 */
    @Test
    void aModelThatSaidNothingYetIsAskedAgainLater() {
        model.fails(FailureKind.RATE_LIMITED, Duration.ofSeconds(7)).says("Now");
        Id<Conversation> where = direct(ada);
        AgentRun run = say(where, "Hello").runs().getFirst();
        AgentRun waiting = until(run, found -> found.error() != null);
        assertThat(waiting.status()).isEqualTo(RunStatus.QUEUED);
        assertThat(requireNonNull(waiting.error()).code()).isEqualTo("rate_limited");
        clock.advance(Duration.ofSeconds(8));
        cairn.get(JobRunner.class).beginAll();
        AgentRun answered = ended(run);
        assertThat(answered.status()).isEqualTo(RunStatus.SUCCEEDED);
        assertThat(requireNonNull(answered.usage()).tokens())
                .as("of both attempts")
                .isEqualTo(30);
        assertThat(said(where)).hasSize(2);
    }

    /** T3 */
    @Test
    void whereNobodyMayWriteAnyMoreNoModelIsAsked() {
        model.fails(FailureKind.RATE_LIMITED, Duration.ofSeconds(7)).says("To nobody");
        Id<Conversation> where = direct(ada);
        AgentRun run = say(where, "Hello").runs().getFirst();
        until(run, found -> found.error() != null);
        services.conversations().archive(owner, where, Expected.ANY);
        clock.advance(Duration.ofSeconds(8));
        cairn.get(JobRunner.class).beginAll();
        assertThat(requireNonNull(ended(run).error()).code()).isEqualTo("conversation_archived");
        assertThat(model.asked()).hasSize(1);
    }

    /** T3 */
    @Test
    void aModelThatRefusesFailsTheRunAtOnceAndTheQuestionStays() {
        model.fails(FailureKind.UNAUTHORIZED, null);
        Id<Conversation> where = direct(ada);
        AgentRun run = ended(say(where, "Hello").runs().getFirst());
        assertThat(run.status()).isEqualTo(RunStatus.FAILED);
        assertThat(requireNonNull(run.error()).code()).isEqualTo("unauthorized");
        assertThat(requireNonNull(run.usage()).tokens())
                .as("as the provider counts")
                .isEqualTo(15);
        assertThat(said(where)).extracting(Message::content).containsExactly("Hello");
    }

    /** T3, L5 */
    @Test
    void cancellingKeepsWhatHasCome() throws InterruptedException {
        CountDownLatch reached = new CountDownLatch(1);
        model.stalls(reached, "As far as ");
        Id<Conversation> where = direct(ada);
        AgentRun run = say(where, "Hello").runs().getFirst();
        assertThat(reached.await(SECONDS_MAX, TimeUnit.SECONDS)).isTrue();
        assertThat(services.agents().get(owner, ada.agent().id()).availability())
                .isEqualTo(Availability.BUSY);
        AgentRun cancelled = services.runs().cancel(owner, run.id());
        assertThat(cancelled.status()).isEqualTo(RunStatus.CANCELLED);
        assertThat(said(where).getLast().content()).isEqualTo("As far as");
        assertThat(said(where).getLast().finishReason()).isEqualTo(FinishReason.CANCELLED);
        assertThat(services.runs().cancel(owner, run.id()))
                .isEqualTo(services.runs().get(owner, run.id()))
                .extracting(AgentRun::status)
                .isEqualTo(RunStatus.CANCELLED);
        assertThat(said(where)).hasSize(2);
    }

    /** T3, T5, R43 */
    @Test
    void deactivatingAnAgentKeepsAndCountsWhatHasComeAndEndsTheStream() throws InterruptedException {
        CountDownLatch reached = new CountDownLatch(1);
        model.stalls(reached, "As far as ");
        Id<Conversation> where = direct(ada);
        AgentRun run = say(where, "Hello").runs().getFirst();
        assertThat(reached.await(SECONDS_MAX, TimeUnit.SECONDS)).isTrue();
        RunStream stream = services.runs().follow(owner, run.id(), 0);
        RunEvent said = requireNonNull(stream.poll(Duration.ofSeconds(SECONDS_MAX)));
        services.agents().deactivate(owner, ada.agent().id(), Expected.ANY);
        assertEndsCancelled(drained(stream));
        AgentRun ended = until(run, found -> found.usage() != null);
        assertThat(ended.status()).isEqualTo(RunStatus.CANCELLED);
        assertThat(requireNonNull(ended.usage()).tokens()).isEqualTo(15);
        assertThat(services.usage().totals(owner, null, null, null).getFirst().outputTokens())
                .isEqualTo(5);
        assertThat(said(where)).extracting(Message::content).containsExactly("Hello", "As far as");
        assertThat(said(where).getLast().id()).isEqualTo(ended.messageId());
        assertThat(said(where).getLast().finishReason()).isEqualTo(FinishReason.CANCELLED);
        List<RunEvent> rest = drained(services.runs().follow(owner, run.id(), said.seq() + 7));
        assertEndsCancelled(rest);
        assertThat(drained(
                        services.runs().follow(owner, run.id(), rest.getLast().seq())))
                .isEmpty();
    }

    /** R17: nobody who is deactivated goes on acting by agents. */
    @Test
    void whoIsDeactivatedTakesTheAnswersOfTheirAgentsAlong() throws InterruptedException {
        Caller bob = human("Bob");
        ProviderContent content =
                new ProviderContent("p", ProviderType.CUSTOM, new BaseUrl("http://127.0.0.1:1/v1"), "m", null, null);
        services.providers().create(bob, new NewProvider(content, null, null));
        ShownAgent robot =
                services.agents().create(bob, new CreateAgent(UserContent.named("Robot"), AgentContent.of("helper")));
        CountDownLatch reached = new CountDownLatch(1);
        model.stalls(reached, "As far as ");
        Id<Conversation> where =
                begun(bob, ConversationKind.DIRECT, List.of(robot.agent().userId()));
        AgentRun run = services.replies()
                .post(bob, where, PostMessage.of("Hello"), new ReplyWish.Concerned())
                .runs()
                .getFirst();
        assertThat(reached.await(SECONDS_MAX, TimeUnit.SECONDS)).isTrue();
        services.users().deactivate(owner, bob.userId(), Expected.ANY, OwnedProjects.REFUSE);
        AgentRunRepository runs = cairn.get(AgentRunRepository.class);
        assertThat(cairn.get(UnitOfWork.class)
                        .read(() -> runs.require(run.id()))
                        .status())
                .isEqualTo(RunStatus.CANCELLED);
        cairn.close(); // It waits for what still runs.
        assertThat(model.asked()).hasSize(1);
    }

    private static void assertEndsCancelled(List<RunEvent> events) {
        assertThat(events).hasSize(2).first().isInstanceOf(RunEvent.Used.class);
        assertThat(events.getLast())
                .isInstanceOfSatisfying(
                        RunEvent.Done.class,
                        done -> assertThat(done.finishReason()).isEqualTo(FinishReason.CANCELLED));
    }

    /** R43 */
    @Test
    void aStreamGoesOnBehindAnyNumberWithoutGap() throws InterruptedException {
        model.says("One ", "two ", "three");
        AgentRun run = say(direct(ada), "Count").runs().getFirst();
        List<RunEvent> all = drained(services.runs().follow(owner, run.id(), 0));
        assertThat(text(all)).isEqualTo("One two three");
        assertThat(all.getLast()).isInstanceOf(RunEvent.Done.class);
        assertRefused(ErrorCode.RUN_ENDED, () -> services.runs().cancel(owner, run.id()));
        for (int i = 0; i < all.size(); i++) {
            List<RunEvent> rest =
                    drained(services.runs().follow(owner, run.id(), all.get(i).seq()));
            assertThat(text(all.subList(0, i + 1)) + text(rest)).isEqualTo("One two three");
        }
        List<RunEvent> middle =
                drained(services.runs().follow(owner, run.id(), all.getFirst().seq() - 2));
        assertThat("One two three").endsWith(text(middle));
    }

    /** E9: whichever way its follower stops being a reader. */
    @Test
    void aStreamEndsWithoutAnotherWordWhenItsFollowerMayNotRead() throws InterruptedException {
        CountDownLatch reached = new CountDownLatch(1);
        model.stalls(reached, "As far as ");
        Id<Conversation> where = channel();
        AgentRun run = say(where, "@Ada begin").runs().getFirst();
        assertThat(reached.await(SECONDS_MAX, TimeUnit.SECONDS)).isTrue();
        cairn.accounts().register(owner, Register.of("eve", PASSWORD), null);
        Caller eve =
                caller(cairn.accounts().logIn(LogIn.of("eve", PASSWORD), null).token());
        var token = cairn.tokens().create(owner, NewToken.of("read", Scope.READ));
        Caller bob = member("Bob", Role.VIEWER);
        Caller tom = member("Tom", Role.VIEWER);
        assertEnds(eve, run, () -> cairn.accounts().logOut(eve));
        assertEnds(
                caller(token.token()),
                run,
                () -> cairn.tokens().revoke(owner, token.apiToken().id()));
        assertEnds(bob, run, () -> cairn.users().deactivate(owner, bob.userId(), Expected.ANY, OwnedProjects.ARCHIVE));
        assertEnds(tom, run, () -> services.members().remove(owner, CRN, tom.userId()));
        assertEnds(owner, run, () -> services.projects().delete(owner, CRN, Expected.ANY));
        assertThat(cairn.get(EventDispatcher.class).streams()).isZero();
    }

    private void assertEnds(Caller caller, AgentRun run, Runnable ending) throws InterruptedException {
        try (RunStream stream = services.runs().follow(caller, run.id(), 0)) {
            assertThat(stream.poll(Duration.ofSeconds(SECONDS_MAX))).isInstanceOf(RunEvent.Delta.class);
            ending.run();
            assertThat(stream.poll(Duration.ofSeconds(SECONDS_MAX))).isNull();
            assertThat(stream.isOver()).isTrue();
        }
    }

    private Caller caller(Token token) {
        return cairn.authentication().byToken(token.text()).caller().orElseThrow();
    }

    private static List<RunEvent> drained(RunStream stream) throws InterruptedException {
        List<RunEvent> events = new ArrayList<>();
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS_MAX);
        while (!stream.isOver() && System.nanoTime() < end) {
            RunEvent event = stream.poll(Duration.ofSeconds(1));
            if (event != null) {
                events.add(event);
            }
        }
        return events;
    }

    private static String text(List<RunEvent> events) {
        StringBuilder text = new StringBuilder();
        events.forEach(event -> text.append(event instanceof RunEvent.Delta(var _, String said) ? said : ""));
        return text.toString();
    }

    /** R47 */
    @Test
    void anAgentThatIsNoMemberOrNotActiveAnswersNobody() {
        model.says("Here");
        ShownAgent bob = agent("Bob");
        services.members().remove(owner, CRN, bob.agent().userId());
        assertThat(say(channel(), "@Bob?").runs()).isEmpty();
        assertRefused(
                ErrorCode.UNKNOWN_VALUE,
                () -> services.replies().request(owner, channel(), bob.agent().id()));
        ShownAgent off = services.agents().deactivate(owner, ada.agent().id(), Expected.ANY);
        assertThat(off.availability()).isEqualTo(Availability.INACTIVE);
        assertThat(say(channel(), "@Ada?").runs()).isEmpty();
        services.agents().activate(owner, ada.agent().id(), Expected.ANY);
        assertThat(say(channel(), "@Ada?").runs()).hasSize(1);
    }

    /** R47 */
    @Test
    void outsideOfProjectsAnAgentAnswersItsOwnerAlone() {
        model.calls("", new ToolCall("1", "list_projects", "{}")).says("Here");
        Caller stranger = human("Eve");
        Caller robot = Caller.of(services.agents()
                .create(stranger, new CreateAgent(UserContent.named("Mole"), AgentContent.of("spy")))
                .user());
        Id<User> asked = ada.agent().userId();
        for (Caller other : List.of(stranger, robot)) {
            assertAnswersNobody(other, begun(other, ConversationKind.DIRECT, List.of(asked)));
            Id<Conversation> three = begun(owner, ConversationKind.DIRECT, List.of(asked, other.userId()));
            assertAnswersNobody(owner, three);
            assertAnswersNobody(other, three);
        }
        Id<Conversation> chat = begun(stranger, ConversationKind.CHAT, List.of());
        services.participants().put(stranger, chat, asked);
        assertAnswersNobody(stranger, chat);
        assertThat(model.asked()).isEmpty();

        Id<Conversation> own = begun(owner, ConversationKind.DIRECT, List.of(asked, stranger.userId()));
        services.participants().remove(stranger, own, stranger.userId());
        AgentRun run = ended(say(own, "What is there?").runs().getFirst());
        assertThat(run.status()).isEqualTo(RunStatus.SUCCEEDED);
        assertThat(run.transcript().parts()).extracting(RunPart::kind).contains(RunPart.Kind.CALL);
    }

    /** R38, R47 */
    @Test
    void inAChatOfOnesOwnOnesAgentThatTakesPartReadsAndAnswers() {
        model.says("Here");
        Id<Conversation> chat = begun(owner, ConversationKind.CHAT, List.of());
        assertThat(say(chat, "Are you there?").runs()).isEmpty();
        services.participants().put(owner, chat, ada.agent().userId());
        Caller agent = Caller.of(ada.user());
        assertThat(services.messages()
                        .list(agent, chat, PageRequest.first(MessageRepository.ORDER))
                        .items())
                .extracting(Message::content)
                .containsExactly("Are you there?");
        AgentRun run = ended(say(chat, "And now?").runs().getFirst());
        assertThat(run.status()).isEqualTo(RunStatus.SUCCEEDED);
        assertThat(said(chat).getLast().content()).isEqualTo("Here");
        services.messages().post(agent, chat, PostMessage.of("Still here"));
        assertRefused(ErrorCode.ROLE_REQUIRED, () -> services.conversations().delete(agent, chat, Expected.ANY));
        assertRefused(ErrorCode.ROLE_REQUIRED, () -> services.participants().remove(agent, chat, owner.userId()));
        Caller robot = Caller.of(services.agents()
                .create(human("Eve"), new CreateAgent(UserContent.named("Mole"), AgentContent.of("spy")))
                .user());
        services.participants().put(owner, chat, robot.userId());
        assertRefused(ErrorCode.NOT_FOUND, () -> services.conversations().get(robot, chat));
        assertAnswersNobody(owner, chat);
        services.participants().remove(owner, chat, robot.userId());
        services.participants().remove(owner, chat, agent.userId());
        assertRefused(ErrorCode.NOT_FOUND, () -> services.conversations().get(agent, chat));
    }

    private Id<Conversation> begun(Caller caller, ConversationKind kind, List<Id<User>> others) {
        return services.conversations()
                .begin(caller, new CreateConversation(kind, "Talk", null, Purpose.GENERAL, List.of(), others))
                .shown()
                .conversation()
                .id();
    }

    private void assertAnswersNobody(Caller caller, Id<Conversation> where) {
        PostMessage question = PostMessage.of("@Ada, what is there?");
        Id<Agent> id = ada.agent().id();
        assertThat(services.replies()
                        .post(caller, where, question, new ReplyWish.Concerned())
                        .runs())
                .isEmpty();
        assertRefused(
                ErrorCode.UNKNOWN_VALUE, () -> services.replies().post(caller, where, question, new ReplyWish.By(id)));
        assertRefused(ErrorCode.UNKNOWN_VALUE, () -> services.replies().request(caller, where, id));
    }

    /** R47 */
    @Test
    void whereAStrangerJoinsMeanwhileAnAgentAnswersNoMore() {
        model.fails(FailureKind.RATE_LIMITED, Duration.ofSeconds(7)).says("Secret");
        Id<Conversation> where = direct(ada);
        AgentRun run = say(where, "Hello").runs().getFirst();
        assertThat(until(run, found -> found.error() != null).status()).isEqualTo(RunStatus.QUEUED);
        services.participants().put(owner, where, human("Eve").userId());
        clock.advance(Duration.ofSeconds(8));
        cairn.get(JobRunner.class).beginAll();
        AgentRun refused = ended(run);
        assertThat(refused.status()).isEqualTo(RunStatus.FAILED);
        assertThat(requireNonNull(refused.error()).code()).isEqualTo("not_yours");
        assertThat(model.asked()).hasSize(1);
    }

    /** R47 */
    @Test
    void anAgentsProviderIsItsOwnersAndActive() {
        Caller other = human("Eve");
        assertRefused(
                ErrorCode.UNKNOWN_VALUE,
                () -> services.agents()
                        .create(
                                other,
                                new CreateAgent(
                                        UserContent.named("Mole"),
                                        AgentContent.of("spy").withProviderId(provider))));
        assertRefused(
                ErrorCode.NOT_FOUND,
                () -> services.agents().get(other, ada.agent().id()));
    }

    /** R46 */
    @Test
    void aProviderThatAnActiveAgentUsesIsNotDeactivated() {
        assertRefused(ErrorCode.PROVIDER_IN_USE, () -> services.providers().deactivate(owner, provider, Expected.ANY));
        services.agents().deactivate(owner, ada.agent().id(), Expected.ANY);
        services.providers().deactivate(owner, provider, Expected.ANY);
    }

    /** T1, R52 */
    @Test
    void theFilesThatTheAgentAndWhoAsksItChoseAreInItsPrompt() {
        PutFiles index = new PutFiles(cairn, project);
        index.put("Deck.java", "/** Carries what drives over it. */\nclass Deck {}\n");
        index.put("Own.java", "/** Is the agent's. */\nclass Own {}\n");
        index.put("Eve.java", "/** Is somebody else's. */\nclass Eve {}\n");
        services.selections().add(owner, CRN, new SelectFiles(List.of("Deck.java"), null));
        services.selections().add(Caller.of(ada.user()), CRN, new SelectFiles(List.of("Own.java", "Deck.java"), null));
        services.selections().add(member("Eve", Role.VIEWER), CRN, new SelectFiles(List.of("Eve.java"), null));
        model.says("It carries");
        ended(say(channel(), "@Ada, what is it for?").runs().getFirst());
        String files = """
                Files that were selected for this:
                - Deck.java: Carries what drives over it.
                - Own.java: Is the agent's.""";
        assertThat(model.asked().getFirst().instructions()).contains(files).doesNotContain("Eve.java");
        assertThat(services.agents().preview(owner, ada.agent().id(), channel()).instructions())
                .contains(files)
                .doesNotContain("Eve.java");
        assertThat(services.agents()
                        .preview(owner, ada.agent().id(), direct(ada))
                        .instructions())
                .doesNotContain("Deck.java");
    }

    /** T1 */
    @Test
    void ofManyChosenFilesAreNamedAsManyAsThereIsRoomFor() {
        PutFiles index = new PutFiles(cairn, project);
        List<String> paths =
                IntStream.range(0, 60).mapToObj("%02d\n.md"::formatted).toList();
        paths.forEach(path -> index.put(path, "# Text\n\n" + "word ".repeat(60)));
        services.selections().add(owner, CRN, new SelectFiles(paths, null));
        String told =
                services.agents().preview(owner, ada.agent().id(), channel()).instructions();
        List<String> lines = requireNonNull(told)
                .lines()
                .filter(line -> line.startsWith("- "))
                .toList();
        assertThat(lines).hasSizeBetween(20, 51);
        assertThat(lines.getFirst()).startsWith("- 00 .md: Text");
        assertThat(lines.getLast()).isEqualTo("- … and %d more".formatted(61 - lines.size()));
    }

    /** T5 */
    @Test
    void anExhaustedBudgetPausesFurtherRepliesWithItsCode() {
        model.says("Short");
        services.agents().update(owner, ada.agent().id(), Expected.ANY, content -> content.withTokensPerDay(1));
        Id<Conversation> where = direct(ada);
        assertThat(ended(say(where, "Hello").runs().getFirst()).status()).isEqualTo(RunStatus.SUCCEEDED);
        AgentRun refused = say(where, "Again").runs().getFirst();
        assertThat(refused.status()).isEqualTo(RunStatus.FAILED);
        assertThat(requireNonNull(refused.error()).code()).isEqualTo("budget_exhausted");
        assertRefused(
                ErrorCode.BUDGET_EXHAUSTED,
                () -> services.replies().request(owner, where, ada.agent().id()));
        clock.advance(Duration.ofDays(1));
        assertThat(say(where, "Tomorrow").runs().getFirst().status()).isEqualTo(RunStatus.QUEUED);
    }

    /** T1, R48 */
    @Test
    void thePromptHoldsWhoTheAgentIsWhatItRemembersAndWhatWasSaid() {
        services.memories()
                .create(
                        owner,
                        new MemoryOwner(ada.agent().id(), null),
                        new NewMemory(MemoryContent.of("The owner likes tea"), null));
        model.says("Tea?");
        Id<Conversation> where = direct(ada);
        ended(say(where, "Something to drink").runs().getFirst());
        var asked = model.asked().getFirst();
        assertThat(asked.instructions()).contains("Ada", "helper", "The owner likes tea");
        assertThat(asked.turns()).containsExactly(new Turn.User("owner: Something to drink"));
        var preview = services.agents().preview(owner, ada.agent().id(), where);
        assertThat(preview.turns())
                .containsExactly(
                        new Turn.User("owner: Something to drink"),
                        new Turn.Assistant("Tea?"),
                        new Turn.User("Please answer."));
        assertThat(services.memories()
                        .relevant(owner, new MemoryOwner(ada.agent().id(), null), null, "tea", 5)
                        .getFirst()
                        .memory()
                        .accessCount())
                .isEqualTo(1);
    }

    /** T1 */
    @Test
    void theTicketThatAnAgentHasClaimedIsInItsPromptAndItsRun() {
        model.says("On it");
        Ticket ticket = ticket("Build the roof").ticket();
        Caller agent = Caller.of(ada.user());
        Claimed claimed = (Claimed) services.readyClaims().claim(agent, CRN, ReadyClaim.of(TicketRef.of(ticket.id())));
        AgentRun run = ended(say(channel(), "@Ada, how far are you?").runs().getFirst());
        assertThat(run.claimId()).isEqualTo(claimed.claim().id());
        assertThat(model.asked().getFirst().instructions())
                .contains("You have claimed ticket %s and work on it: Build the roof".formatted(ticket.key()));
        assertThat(services.agents().preview(owner, ada.agent().id(), channel()).instructions())
                .contains("Build the roof");
        assertThat(services.agents()
                        .preview(owner, ada.agent().id(), direct(ada))
                        .instructions())
                .as("those who read a direct conversation may not read the project")
                .doesNotContain("Build the roof");
        services.claims()
                .release(
                        agent,
                        claimed.claim().id(),
                        ClaimUpdate.of(claimed.claim().fencingToken()));
        assertThat(services.agents().preview(owner, ada.agent().id(), channel()).instructions())
                .doesNotContain("Build the roof");
    }

    /** T5, L42 */
    @Test
    void anAnswerCostsWhatItsModelCosts() {
        model.says("Dear");
        services.agents()
                .update(
                        owner,
                        ada.agent().id(),
                        Expected.ANY,
                        content -> content.withModelConfig(ModelConfig.DEFAULT.withPrice(new Price(3, 15))));
        Id<Conversation> where = direct(ada);
        RunUsage usage =
                requireNonNull(ended(say(where, "Hello").runs().getFirst()).usage());
        assertThat(usage.costMicros()).isEqualTo(usage.inputTokens() * 3 + usage.outputTokens() * 15);
        UsageTotal total = services.usage().totals(owner, null, null, null).getFirst();
        assertThat(total.costMicros()).isEqualTo(usage.costMicros());
        assertThat(total.runs()).isOne();
        assertThat(replyJobs(owner)).singleElement().satisfies(listed -> {
            assertThat(listed.job().status()).isEqualTo(JobStatus.COMPLETED);
            assertThat(listed.projectId()).isNull();
        });
        assertThat(replyJobs(human("Stranger"))).isEmpty();
        Instant day = clock.instant().truncatedTo(ChronoUnit.DAYS);
        assertThat(services.usage().days(owner, null, null, null)).containsExactly(total.withDay(day));
        clock.advance(Duration.ofDays(1));
        assertThat(services.usage().totals(owner, null, null, null)).isEmpty();
        ended(say(where, "Hello again").runs().getFirst());
        assertThat(services.usage().days(owner, null, null, null))
                .extracting(UsageTotal::day)
                .containsExactly(day, day.plus(Duration.ofDays(1)));
        assertThat(services.usage().days(owner, null, null, day)).isEmpty();
        assertRefused(ErrorCode.RANGE, () -> services.usage().days(owner, null, Instant.EPOCH, null));
        assertThat(services.usage().totals(human("Eve"), null, Instant.EPOCH, null))
                .isEmpty();
    }

    private List<JobView> replyJobs(Caller caller) {
        return services.jobs()
                .list(caller, List.of(JobKind.REPLY), List.of(), PageRequest.first(JobRepository.NEWEST_FIRST))
                .items();
    }

    /** T5 */
    @Test
    void theDefaultModelOfAProviderCostsWhatTheProviderSays() {
        ProviderContent dear = new ProviderContent(
                "Dear", ProviderType.CUSTOM, new BaseUrl("http://127.0.0.1:1/v1"), "big", null, new Price(1, 2));
        assertThat(ModelConfig.DEFAULT.priceAt(dear)).isEqualTo(new Price(1, 2));
        assertThat(ModelConfig.DEFAULT.withModel("big").priceAt(dear)).isEqualTo(new Price(1, 2));
        assertThat(ModelConfig.DEFAULT.withModel("small").priceAt(dear)).isNull();
        assertThat(ModelConfig.DEFAULT.withPrice(new Price(0, 0)).priceAt(dear)).isEqualTo(new Price(0, 0));
    }

    /** T5 */
    @Test
    void anExhaustedBudgetOfMoneyPausesFurtherRepliesOfTheAgentAndInTheProject() {
        model.says("Dear");
        services.agents()
                .update(
                        owner,
                        ada.agent().id(),
                        Expected.ANY,
                        content -> content.withCostPerDay(0.000_1)
                                .withModelConfig(ModelConfig.DEFAULT.withPrice(new Price(100, 100))));
        assertThat(ended(say(channel(), "@Ada?").runs().getFirst()).status()).isEqualTo(RunStatus.SUCCEEDED);
        assertThat(requireNonNull(say(channel(), "@Ada?").runs().getFirst().error())
                        .code())
                .isEqualTo("budget_exhausted");
        agent("Bob");
        services.settings().changeOfProject(owner, CRN, settings -> settings.withAgentCostPerDay(0.000_1));
        assertThat(requireNonNull(say(channel(), "@Bob?").runs().getFirst().error())
                        .detail())
                .contains("project");
    }

    /** T5 */
    @Test
    void aRunThatUsedItsTokensIsNotAskedAgain() {
        model.calls("Let me look. ", new ToolCall("1", "nothing_like_it", "{}")).says("Never");
        services.agents().update(owner, ada.agent().id(), Expected.ANY, content -> content.withTokensPerRun(5));
        Id<Conversation> where = direct(ada);
        AgentRun run = ended(say(where, "Look").runs().getFirst());
        assertThat(run.status()).isEqualTo(RunStatus.FAILED);
        assertThat(requireNonNull(run.error()).code()).isEqualTo("budget_exhausted");
        assertThat(model.asked()).hasSize(1);
        assertThat(model.asked().getFirst().maxTokens()).isEqualTo(5);
        assertThat(said(where).getLast().content()).isEqualTo("Let me look.");
        assertThat(said(where).getLast().metadata().text())
                .isEqualTo("{\"ended\":\"length\",\"code\":\"budget_exhausted\"}");
    }

    /** T2 */
    @Test
    void whatToolsWereCalledAndAnsweredIsInTheTranscript() {
        model.calls("Let me look. ", new ToolCall("1", "nothing_like_it", "{}")).says("Nothing");
        AgentRun run = ended(say(direct(ada), "Look").runs().getFirst());
        assertThat(run.transcript().parts())
                .extracting(RunPart::kind)
                .containsExactly(RunPart.Kind.TEXT, RunPart.Kind.CALL, RunPart.Kind.RESULT, RunPart.Kind.TEXT);
        assertThat(run.transcript().text()).isEqualTo("Let me look. Nothing");
        assertThat(requireNonNull(run.usage()).inputTokens()).isEqualTo(20);
        assertThat(model.asked().getLast().turns().getLast())
                .isInstanceOfSatisfying(
                        Turn.ToolResult.class,
                        result -> assertThat(result.callId()).isEqualTo("1"));
    }

    /** T2, L5 */
    @Test
    void anAnswerThatIsToStopCallsNoOtherTool() {
        List<String> called = Collections.synchronizedList(new ArrayList<>());
        cairn.close();
        cairn = Cairn.open(openedWith(), Map.of(), model, new AgentTools() {
            @Override
            public List<ToolOffer> offers(Caller agent) {
                return List.of();
            }

            @Override
            public String call(Caller agent, Id<Conversation> where, ToolCall call) {
                called.add(call.id());
                services.agents().deactivate(owner, ada.agent().id(), Expected.ANY);
                return "{}";
            }
        });
        services = cairn;
        model.calls("", new ToolCall("1", "first", "{}"), new ToolCall("2", "second", "{}"));
        AgentRun run = ended(say(direct(ada), "Look").runs().getFirst());
        assertThat(run.status()).isEqualTo(RunStatus.CANCELLED);
        cairn.close(); // It waits for what still runs.
        assertThat(called).containsExactly("1");
        assertThat(model.asked()).hasSize(1);
    }

    /** T2 */
    @Test
    void aModelThatCallsToolsForEverIsAskedNineTimesAtMost() {
        model.calls("", new ToolCall("1", "again", "{}"));
        AgentRun run = ended(say(direct(ada), "Loop").runs().getFirst());
        assertThat(run.status()).isEqualTo(RunStatus.FAILED);
        assertThat(model.asked()).hasSize(AgentRun.ROUNDS_MAX + 1);
        assertThat(model.asked().getLast().tools()).isEmpty();
    }

    /** L22, T3 */
    @Test
    void whenNoAttemptIsLeftTheDraftIsWhatItSays() throws InterruptedException {
        Id<Conversation> where = direct(ada);
        String half = "word ".repeat(1_000).strip();
        List<CountDownLatch> reached = new ArrayList<>();
        for (int i = 0; i < Job.ATTEMPTS_DEFAULT; i++) {
            reached.add(new CountDownLatch(1));
            model.stalls(reached.getLast(), half);
        }
        AgentRun run = say(where, "Hello").runs().getFirst();
        for (int i = 0; i < Job.ATTEMPTS_DEFAULT; i++) {
            int attempt = i + 1;
            assertThat(reached.get(i).await(SECONDS_MAX, TimeUnit.SECONDS)).isTrue();
            AgentRun drafted = until(
                    run,
                    found -> found.attempt() == attempt
                            && !found.transcript().parts().isEmpty());
            assertThat(drafted.transcript().text()).isEqualTo(half);
            clock.advance(Job.LEASE);
            cairn.get(JobRunner.class).beginAll();
        }
        AgentRun failed = ended(run);
        assertThat(failed.status()).isEqualTo(RunStatus.FAILED);
        assertThat(requireNonNull(failed.error()).code()).isEqualTo("attempts_exhausted");
        assertThat(said(where)).extracting(Message::content).containsExactly("Hello", half);
        assertThat(said(where).getLast().finishReason()).isEqualTo(FinishReason.FAILED);
    }

    /** T4 */
    @Test
    void theJobOfAnAnswerEndsAlsoWhenItsConversationIsPurgedMeanwhile() {
        Id<Conversation> where = direct(ada);
        model.saysAfter(() -> services.conversations().purge(owner, where, Expected.ANY), "To nobody");
        AgentRun run = say(where, "Hello").runs().getFirst();
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS_MAX);
        while (System.nanoTime() < end && hasJob(run)) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
        }
        assertThat(hasJob(run)).isFalse();
        assertThat(model.asked()).hasSize(1);
    }

    private boolean hasJob(AgentRun run) {
        return cairn.get(UnitOfWork.class)
                .read(() -> cairn.get(JobRepository.class)
                        .findLive(JobKind.REPLY, run.id())
                        .isPresent());
    }

    /** T5 */
    @Test
    void whatAnAttemptTookThatIsThrownAwayCounts() {
        model.calls("Let me look. ", new ToolCall("1", "nothing_like_it", "{}"))
                .stalls(new CountDownLatch(1), "Lost ")
                .says("Found");
        AgentRun run = say(direct(ada), "Hello").runs().getFirst();
        assertThat(requireNonNull(until(run, found -> found.usage() != null).usage())
                        .tokens())
                .isEqualTo(15);
        clock.advance(Job.LEASE);
        cairn.get(JobRunner.class).beginAll();
        AgentRun ended = ended(run);
        assertThat(ended.transcript().text()).isEqualTo("Found");
        assertThat(requireNonNull(ended.usage()).tokens()).isEqualTo(30);
    }

    /** L22, L23, T4 */
    @Test
    void aServerThatDiedInTheMiddleLeavesOneAnswerInTheEnd() throws InterruptedException {
        CountDownLatch reached = new CountDownLatch(1);
        model.stalls(reached, "Lost ").says("Found");
        Id<Conversation> where = direct(ada);
        AgentRun run = say(where, "Hello").runs().getFirst();
        assertThat(reached.await(SECONDS_MAX, TimeUnit.SECONDS)).isTrue();
        clock.advance(Job.LEASE);
        cairn.get(JobRunner.class).beginAll();
        assertThat(ended(run).attempt()).isEqualTo(2);
        assertThat(said(where)).extracting(Message::content).containsExactly("Hello", "Found");
        assertThat(Agent.id(ada.agent().userId())).isEqualTo(ada.agent().id());
    }
}

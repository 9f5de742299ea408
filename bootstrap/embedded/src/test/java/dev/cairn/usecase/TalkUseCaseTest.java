package dev.cairn.usecase;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.application.conversation.CreateConversation;
import dev.cairn.application.conversation.ForkConversation;
import dev.cairn.application.conversation.MessageText;
import dev.cairn.application.conversation.PostMessage;
import dev.cairn.application.event.EventRequest;
import dev.cairn.application.port.Transactions;
import dev.cairn.application.project.CreateProject;
import dev.cairn.application.user.OwnedProjects;
import dev.cairn.domain.access.Role;
import dev.cairn.domain.activity.Activity;
import dev.cairn.domain.activity.ActivityFilter;
import dev.cairn.domain.activity.ActivityLog;
import dev.cairn.domain.activity.Event;
import dev.cairn.domain.conversation.Conversation;
import dev.cairn.domain.conversation.ConversationFilter;
import dev.cairn.domain.conversation.ConversationKind;
import dev.cairn.domain.conversation.ConversationRepository;
import dev.cairn.domain.conversation.ConversationView;
import dev.cairn.domain.conversation.FinishReason;
import dev.cairn.domain.conversation.Message;
import dev.cairn.domain.conversation.MessageRepository;
import dev.cairn.domain.conversation.Purpose;
import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.kernel.Archived;
import dev.cairn.domain.kernel.Expected;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.kernel.Json;
import dev.cairn.domain.kernel.PageRequest;
import dev.cairn.domain.project.ProjectRef;
import dev.cairn.domain.search.SearchHit;
import dev.cairn.domain.search.SearchKind;
import dev.cairn.domain.user.Caller;
import dev.cairn.domain.user.User;
import dev.cairn.domain.user.UserType;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Conversations of three kinds, who is in them, and what is said (R37–R42). */
class TalkUseCaseTest extends UseCaseTest {
    private static final PageRequest NEWEST = PageRequest.first(ConversationRepository.NEWEST_FIRST);

    /** R37 */
    @Test
    void anEditKeepsIdAndPlaceAndADeletedMessageItsPlace() {
        Caller ada = member("Ada", Role.EDITOR);
        Id<Conversation> channel = channel("work");
        Message first = say(owner, channel, "one");
        Message second = say(ada, channel, "two");
        assertThat(List.of(first.seq(), second.seq())).containsExactly(1, 2);
        assertRefused(ErrorCode.NOT_AUTHOR, () -> cairn.messages().edit(owner, second.id(), Expected.ANY, text("x")));
        Message edited = cairn.messages().edit(ada, second.id(), new Expected(0L), text("three"));
        assertThat(edited.id()).isEqualTo(second.id());
        assertThat(edited.seq()).isEqualTo(2);
        assertThat(edited.version()).isEqualTo(1);
        assertThat(edited.editedAt()).isNotNull();
        assertRefused(
                ErrorCode.STALE_VERSION, () -> cairn.messages().edit(ada, second.id(), new Expected(0L), text("late")));
        assertThat(cairn.messages().edit(ada, second.id(), Expected.ANY, text("three")))
                .isEqualTo(edited);
        assertRefused(ErrorCode.NOT_AUTHOR, () -> cairn.messages().delete(ada, first.id(), Expected.ANY));
        assertThat(entries(second.id())).anyMatch(entry -> entry.toString().contains("three"));
        cairn.messages().delete(owner, second.id(), Expected.ANY);
        assertThat(entries(second.id()))
                .hasSize(3)
                .noneMatch(entry -> entry.toString().contains("three"));
        assertRefused(ErrorCode.NOT_FOUND, () -> cairn.messages().get(ada, second.id()));
        assertThat(messages(ada, channel))
                .satisfiesExactly(message -> assertThat(message).isEqualTo(first), message -> {
                    assertThat(message.seq()).isEqualTo(2);
                    assertThat(message.content()).isEmpty();
                    assertThat(message.deletedAt()).isNotNull();
                });
        assertThat(say(ada, channel, "four").seq()).isEqualTo(3);
    }

    @Test
    void anAnswerNamesAMessageOfTheSameConversation() {
        Id<Conversation> channel = channel("work");
        Message first = say(owner, channel, "one");
        Message answer = cairn.messages()
                .post(owner, channel, new PostMessage("two", first.id(), new Json("{\"mood\":\"good\"}")));
        assertThat(answer.parentId()).isEqualTo(first.id());
        assertThat(cairn.messages().get(owner, answer.id())).isEqualTo(answer);
        Id<Conversation> other = channel("other");
        assertRefused(
                ErrorCode.UNKNOWN_VALUE,
                () -> cairn.messages().post(owner, other, new PostMessage("two", first.id(), null)));
        assertRefused(ErrorCode.FORMAT, () -> new PostMessage("two", null, new Json("[]")));
    }

    /** R38: also an admin is nobody to a direct conversation of others. */
    @Test
    void aDirectConversationIsSeenByNobodyButThoseWhoTakePart() {
        Caller ada = human("Ada");
        Caller bob = human("Bob");
        Id<Conversation> direct = direct(ada, bob);
        Message said = say(ada, direct, "canary between us");
        assertThat(messages(bob, direct)).containsExactly(said);
        for (Caller stranger : List.of(owner, human("Eve"))) {
            assertRefused(ErrorCode.NOT_FOUND, () -> cairn.conversations().get(stranger, direct));
            assertRefused(ErrorCode.NOT_FOUND, () -> messages(stranger, direct));
            assertRefused(ErrorCode.NOT_FOUND, () -> cairn.messages().get(stranger, said.id()));
            assertRefused(ErrorCode.NOT_FOUND, () -> say(stranger, direct, "me too"));
            assertRefused(ErrorCode.NOT_FOUND, () -> cairn.messages().read(stranger, direct, 1));
            assertRefused(ErrorCode.NOT_FOUND, () -> cairn.participants().put(stranger, direct, stranger.userId()));
            assertRefused(ErrorCode.NOT_FOUND, () -> cairn.conversations().purge(stranger, direct, Expected.ANY));
            assertThat(list(stranger, ConversationFilter.of(ConversationKind.DIRECT)))
                    .isEmpty();
            assertThat(found(stranger, "canary", null)).isEmpty();
            assertThat(log(stranger)).noneMatch(entry -> direct.equals(entry.conversationId()));
        }
        assertThat(found(bob, "canary", null))
                .extracting(hit -> hit.id().value())
                .containsExactly(said.id().value());
        assertThat(log(bob)).extracting(Activity::type).containsExactly("conversation.created", "message.created");
    }

    /** R38 */
    @Test
    void whoReadsAProjectsConversationsMayWriteUnlessTheyOnlyView() {
        Caller viewer = member("Vic", Role.VIEWER);
        Caller editor = member("Ed", Role.EDITOR);
        Id<Conversation> channel = channel("work");
        Id<Conversation> chat = cairn.conversations()
                .create(owner, CRN, CreateConversation.chat("plans"))
                .conversation()
                .id();
        say(editor, channel, "hello");
        say(editor, chat, "hello");
        assertRefused(ErrorCode.ROLE_REQUIRED, () -> say(viewer, channel, "hello"));
        assertRefused(ErrorCode.NOT_FOUND, () -> say(viewer, chat, "hello"));
        assertThat(cairn.messages().read(viewer, channel, 1).unread()).isZero();
        assertThat(log(viewer)).noneMatch(entry -> chat.equals(entry.conversationId()));
        assertThat(log(editor)).anyMatch(entry -> chat.equals(entry.conversationId()));
    }

    /** R38 */
    @Test
    void whatIsArchivedInTheConversationOrItsProjectIsReadOnly() {
        Id<Conversation> channel = channel("work");
        Message said = say(owner, channel, "one");
        cairn.conversations().archive(owner, channel, Expected.ANY);
        assertReadOnly(ErrorCode.CONVERSATION_ARCHIVED, channel, said);
        assertThat(list(owner, ConversationFilter.ANY)).noneMatch(view -> id(view).equals(channel));
        assertThat(list(owner, ConversationFilter.ANY.withArchived(Archived.YES)))
                .extracting(TalkUseCaseTest::id)
                .containsExactly(channel);
        assertRefused(ErrorCode.ALREADY_ARCHIVED, () -> cairn.conversations().archive(owner, channel, Expected.ANY));
        cairn.conversations().unarchive(owner, channel, Expected.ANY);
        services.projects().archive(owner, CRN, Expected.ANY);
        assertReadOnly(ErrorCode.PROJECT_ARCHIVED, channel, said);
        assertThat(messages(owner, channel)).containsExactly(said);
        assertThat(cairn.messages().read(owner, channel, 1).lastReadSeq()).isEqualTo(1);
        services.projects().unarchive(owner, CRN, Expected.ANY);
        cairn.conversations().delete(owner, channel, Expected.ANY);
        assertRefused(ErrorCode.NOT_FOUND, () -> say(owner, channel, "two"));
        assertRefused(ErrorCode.NOT_FOUND, () -> cairn.messages().get(owner, said.id()));
        assertThat(cairn.conversations()
                        .restore(owner, channel, Expected.ANY)
                        .conversation()
                        .lifecycle()
                        .deleted())
                .isFalse();
        assertThat(say(owner, channel, "two").seq()).isEqualTo(2);
    }

    private void assertReadOnly(ErrorCode code, Id<Conversation> id, Message said) {
        assertRefused(code, () -> say(owner, id, "two"));
        assertRefused(code, () -> cairn.messages().edit(owner, said.id(), Expected.ANY, text("x")));
        assertRefused(code, () -> cairn.messages().delete(owner, said.id(), Expected.ANY));
        assertRefused(code, () -> cairn.participants().put(owner, id, owner.userId()));
        assertRefused(
                code, () -> cairn.conversations().update(owner, id, Expected.ANY, content -> content.withTitle("x")));
    }

    /** R39 */
    @Test
    void theSamePeopleGetTheSameLiveConversation() {
        Caller ada = human("Ada");
        Caller bob = human("Bob");
        var first = cairn.conversations().begin(ada, CreateConversation.direct(bob.userId()));
        assertThat(first.created()).isTrue();
        assertThat(first.shown().conversation().title()).isEqualTo("Ada, Bob");
        assertThat(first.shown().participants()).hasSize(2);
        var again = cairn.conversations().begin(bob, CreateConversation.direct(ada.userId(), bob.userId()));
        assertThat(again.created()).isFalse();
        assertThat(again.shown().conversation()).isEqualTo(first.shown().conversation());
        Id<Conversation> id = first.shown().conversation().id();
        assertRefused(ErrorCode.ROLE_REQUIRED, () -> cairn.conversations().delete(bob, id, Expected.ANY));
        cairn.conversations().delete(ada, id, Expected.ANY);
        assertThat(direct(ada, bob)).isNotEqualTo(id);
        assertRefused(ErrorCode.PARTICIPANTS_TAKEN, () -> cairn.conversations().restore(ada, id, Expected.ANY));
    }

    /** R39 */
    @Test
    void theOthersOfADirectConversationExistAreActiveAndAppearOnce() {
        Caller ada = human("Ada");
        Caller gone = human("Gone");
        cairn.users().deactivate(owner, gone.userId(), Expected.ANY, OwnedProjects.REFUSE);
        for (Id<User> wrong : List.of(gone.userId(), new Id<User>(1))) {
            assertRefused(
                    ErrorCode.UNKNOWN_VALUE,
                    () -> cairn.conversations().begin(owner, CreateConversation.direct(ada.userId(), wrong)));
        }
        assertRefused(
                ErrorCode.UNKNOWN_VALUE,
                () -> cairn.conversations().begin(owner, CreateConversation.direct(ada.userId(), ada.userId())));
        assertRefused(ErrorCode.REQUIRED, () -> cairn.conversations().begin(owner, CreateConversation.direct()));
        assertRefused(
                ErrorCode.REQUIRED,
                () -> cairn.conversations().begin(owner, CreateConversation.direct(owner.userId())));
        assertRefused(
                ErrorCode.UNKNOWN_VALUE, () -> cairn.conversations().begin(owner, CreateConversation.channel("x")));
        assertRefused(
                ErrorCode.UNKNOWN_VALUE,
                () -> cairn.conversations().create(owner, CRN, CreateConversation.direct(ada.userId())));
        assertThat(list(owner, ConversationFilter.of(ConversationKind.DIRECT))).isEmpty();
    }

    /** R40 */
    @Test
    void theDefaultChannelIsNeitherArchivedNorDeletedWhileItsProjectLives() {
        Id<Conversation> general =
                cairn.conversations().defaultChannel(owner, CRN).id();
        assertRefused(ErrorCode.DEFAULT_CHANNEL, () -> cairn.conversations().archive(owner, general, Expected.ANY));
        assertRefused(ErrorCode.DEFAULT_CHANNEL, () -> cairn.conversations().delete(owner, general, Expected.ANY));
        assertRefused(ErrorCode.DEFAULT_CHANNEL, () -> cairn.conversations().purge(owner, general, Expected.ANY));
        cairn.conversations().update(owner, general, Expected.ANY, content -> content.withTitle("lobby"));
        assertThat(cairn.conversations().defaultChannel(owner, CRN).title()).isEqualTo("lobby");
    }

    private List<Activity> marks(Caller caller) {
        var filter = new ActivityFilter(null, null, null, List.of("conversation.read"));
        return cairn.activity()
                .list(caller, null, filter, PageRequest.first(ActivityLog.NEWEST_FIRST))
                .items();
    }

    /** R41 */
    @Test
    void listsSayWhatWasSaidLastByWhomAndWhatIsUnread() {
        Caller ada = member("Ada", Role.EDITOR);
        Id<Conversation> first = channel("first");
        Id<Conversation> second = channel("second");
        clock.advance(Duration.ofSeconds(1));
        say(ada, first, "one");
        Message last = say(ada, first, "two");
        ConversationView shown = list(owner, ConversationFilter.ANY).getFirst();
        assertThat(id(shown)).isEqualTo(first);
        assertThat(shown.unread()).isEqualTo(2);
        assertThat(shown.lastMessage()).satisfies(message -> {
            assertThat(message.id()).isEqualTo(last.id());
            assertThat(message.authorId()).isEqualTo(ada.userId());
            assertThat(message.authorName()).isEqualTo("Ada");
        });
        assertThat(list(ada, ConversationFilter.ANY).getFirst().unread()).isZero();
        assertThat(list(owner, ConversationFilter.ANY.withUnread(true)))
                .extracting(TalkUseCaseTest::id)
                .containsExactly(first);
        assertThat(cairn.messages().read(owner, first, 1).unread()).isEqualTo(1);
        assertThat(cairn.messages().read(owner, first, 2).unread()).isZero();
        assertThat(cairn.messages().read(owner, first, 1).lastReadSeq()).isEqualTo(2);
        assertRefused(ErrorCode.RANGE, () -> cairn.messages().read(owner, first, 3));
        assertThat(marks(owner))
                .as("each move of the mark is told once, to its owner")
                .hasSize(2);
        assertThat(marks(ada)).isEmpty();
        clock.advance(Duration.ofSeconds(1));
        say(owner, second, "three");
        assertThat(list(ada, ConversationFilter.ANY).getFirst())
                .satisfies(view -> assertThat(id(view)).isEqualTo(second));
        assertThat(cairn.conversations()
                        .list(ada, CRN, ConversationFilter.ANY, NEWEST)
                        .items())
                .isEqualTo(list(ada, ConversationFilter.ANY));
        assertThat(log(ada)).noneMatch(entry -> entry.type().contains("read"));
    }

    /** R42: more than a page, and an answer to what stands on another one. */
    @Test
    void aForkOfManyMessagesHasThemAllInTheirOrder() {
        Id<Conversation> channel = channel("long");
        Message first = say(owner, channel, "0");
        int last = 2 * PageRequest.LIMIT_MAX + 1;
        for (int i = 1; i < last; i++) {
            say(owner, channel, String.valueOf(i));
        }
        cairn.messages().post(owner, channel, new PostMessage("answers the first", first.id(), null));
        var fork = cairn.conversations().fork(owner, channel, new ForkConversation(null, null));
        assertThat(fork.conversation().nextSeq()).isEqualTo(last + 2);
        MessageRepository stored = cairn.get(MessageRepository.class);
        List<Message> copies = new ArrayList<>();
        for (int after = 0; after <= last; after += PageRequest.LIMIT_MAX) {
            var which = new MessageRepository.OfConversation(fork.conversation().id(), after, null);
            copies.addAll(stored.between(which, PageRequest.LIMIT_MAX, null).items());
        }
        assertThat(copies)
                .extracting(Message::seq)
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, last + 1).boxed().toList());
        assertThat(copies.getLast().parentId()).isEqualTo(copies.getFirst().id());
    }

    /** R42 */
    @Test
    void aForkCopiesWhatWasSaidUpToAMessageIntoANewChat() {
        Caller ada = member("Ada", Role.EDITOR);
        Id<Conversation> channel = channel("work");
        Message one = say(ada, channel, "one");
        Message two = cairn.messages().post(owner, channel, new PostMessage("two", one.id(), null));
        Message three = say(ada, channel, "three");
        say(owner, channel, "four");
        cairn.messages().delete(ada, three.id(), Expected.ANY);
        var fork = cairn.conversations().fork(owner, channel, new ForkConversation(3, null));
        assertThat(fork.conversation().kind()).isEqualTo(ConversationKind.CHAT);
        assertThat(fork.conversation().projectId()).isEqualTo(project.id());
        assertThat(fork.conversation().ownerId()).isEqualTo(owner.userId());
        assertThat(fork.conversation().title()).isEqualTo("work (fork)");
        List<Message> copies = messages(owner, fork.conversation().id());
        assertThat(copies).extracting(Message::seq).containsExactly(1, 2, 3);
        assertThat(copies).extracting(Message::content).containsExactly("one", "two", "");
        assertThat(copies).extracting(Message::authorId).containsExactly(ada.userId(), owner.userId(), ada.userId());
        assertThat(copies).extracting(Message::id).doesNotContain(one.id(), two.id(), three.id());
        assertThat(copies.get(1).parentId()).isEqualTo(copies.getFirst().id());
        assertThat(say(owner, fork.conversation().id(), "four").seq()).isEqualTo(4);
        for (int wrong : List.of(0, 5)) {
            assertRefused(
                    ErrorCode.RANGE,
                    () -> cairn.conversations().fork(owner, channel, new ForkConversation(wrong, "x")));
        }
        assertRefused(
                ErrorCode.RANGE,
                () -> cairn.conversations().fork(owner, channel("empty"), new ForkConversation(null, null)));
        Id<Conversation> direct = direct(owner, ada);
        say(ada, direct, "between us");
        assertThat(cairn.conversations()
                        .fork(ada, direct, new ForkConversation(null, "mine"))
                        .conversation()
                        .projectId())
                .isNull();
    }

    @Test
    void whoLeavesADirectConversationReadsItNoMoreAndAnotherOwnsIt() {
        Caller ada = human("Ada");
        Caller bob = human("Bob");
        Caller eve = human("Eve");
        Id<Conversation> direct = direct(ada, bob);
        say(ada, direct, "one");
        cairn.participants().put(bob, direct, eve.userId());
        assertThat(messages(eve, direct)).hasSize(1);
        assertThat(direct(ada, bob)).isNotEqualTo(direct);
        assertThat(cairn.conversations()
                        .begin(eve, CreateConversation.direct(ada.userId(), bob.userId()))
                        .shown()
                        .conversation()
                        .id())
                .isEqualTo(direct);
        assertRefused(ErrorCode.ROLE_REQUIRED, () -> cairn.participants().remove(bob, direct, eve.userId()));
        cairn.participants().remove(ada, direct, ada.userId());
        assertRefused(ErrorCode.NOT_FOUND, () -> messages(ada, direct));
        assertThat(cairn.conversations().get(bob, direct).conversation().ownerId())
                .isIn(bob.userId(), eve.userId());
        cairn.participants().remove(bob, direct, bob.userId());
        assertRefused(ErrorCode.OWNER_REQUIRED, () -> cairn.participants().remove(eve, direct, eve.userId()));
        Id<Conversation> three = cairn.conversations()
                .begin(ada, CreateConversation.direct(bob.userId(), eve.userId()))
                .shown()
                .conversation()
                .id();
        assertThat(three).isNotEqualTo(direct);
        assertRefused(
                ErrorCode.PARTICIPANTS_TAKEN, () -> cairn.participants().put(ada, direct(ada, bob), eve.userId()));
        cairn.participants().put(eve, direct, ada.userId());
        assertRefused(ErrorCode.PARTICIPANTS_TAKEN, () -> cairn.participants().put(eve, direct, bob.userId()));
    }

    @Test
    void aChatOfOnesOwnIsReadByItsOwnerAloneAndTakesAgentsIn() {
        Caller ada = human("Ada");
        Caller robot = user("Robot", UserType.AGENT);
        Id<Conversation> own = cairn.conversations()
                .begin(ada, CreateConversation.chat("mine"))
                .shown()
                .conversation()
                .id();
        say(ada, own, "one");
        assertRefused(ErrorCode.NOT_FOUND, () -> cairn.conversations().get(owner, own));
        assertRefused(ErrorCode.UNKNOWN_VALUE, () -> cairn.participants().put(ada, own, owner.userId()));
        cairn.participants().put(ada, own, robot.userId());
        assertRefused(ErrorCode.NOT_FOUND, () -> messages(robot, own));
        assertRefused(ErrorCode.OWNER_REQUIRED, () -> cairn.participants().remove(ada, own, ada.userId()));
        cairn.participants().remove(ada, own, robot.userId());
        assertThat(cairn.conversations().get(ada, own).participants()).hasSize(1);
    }

    @Test
    void whoLeavesTheProjectTakesPartInItsConversationsNoMore() {
        Caller ada = member("Ada", Role.EDITOR);
        Id<Conversation> channel = channel("work");
        say(ada, channel, "one");
        assertThat(cairn.conversations().get(owner, channel).participants()).hasSize(2);
        Caller stranger = human("Eve");
        assertRefused(ErrorCode.UNKNOWN_VALUE, () -> cairn.participants().put(owner, channel, stranger.userId()));
        services.members().remove(owner, CRN, ada.userId());
        assertThat(cairn.conversations().get(owner, channel).participants()).hasSize(1);
        assertRefused(ErrorCode.NOT_FOUND, () -> messages(ada, channel));
        assertThat(messages(owner, channel)).hasSize(1);
    }

    @Test
    void agentsTakePartFromTheBeginning() {
        Caller robot = user("Robot", UserType.AGENT);
        var wanted = new CreateConversation(
                ConversationKind.CHANNEL, "work", "what we do", Purpose.GENERAL, List.of(robot.userId()), List.of());
        assertRefused(ErrorCode.UNKNOWN_VALUE, () -> cairn.conversations().create(owner, CRN, wanted));
        services.members().put(owner, CRN, robot.userId(), Role.EDITOR);
        var created = cairn.conversations().create(owner, CRN, wanted);
        assertThat(created.participants())
                .extracting(each -> each.participant().userId())
                .containsExactlyInAnyOrder(owner.userId(), robot.userId());
        assertThat(created.conversation().content().description()).isEqualTo("what we do");
        assertRefused(
                ErrorCode.NAME_TAKEN,
                () -> cairn.conversations().create(owner, CRN, CreateConversation.channel("WORK")));
    }

    /** R35 */
    @Test
    void messagesAreFoundByTheirWordsByThoseWhoReadThem() {
        Caller viewer = member("Vic", Role.VIEWER);
        Caller stranger = human("Eve");
        Id<Conversation> channel = channel("work");
        Id<Conversation> chat = cairn.conversations()
                .create(owner, CRN, CreateConversation.chat("plans"))
                .conversation()
                .id();
        Message open = say(owner, channel, "the zebra crossed");
        Message closed = say(owner, chat, "a zebra hides, 東京都 too");
        assertThat(found(owner, "zebra", CRN))
                .extracting(hit -> hit.id().value())
                .containsExactlyInAnyOrder(open.id().value(), closed.id().value());
        assertThat(found(owner, "京都", null))
                .extracting(hit -> hit.id().value())
                .containsExactly(closed.id().value());
        assertThat(found(viewer, "zebra", null)).satisfiesExactly(hit -> {
            assertThat(hit.kind()).isEqualTo(SearchKind.MESSAGE);
            assertThat(hit.id()).isEqualTo(open.id());
            assertThat(hit.conversationId()).isEqualTo(channel);
            assertThat(hit.projectId()).isEqualTo(project.id());
            assertThat(hit.ticketKey()).isNull();
            assertThat(hit.title()).isEqualTo("work");
            assertThat(hit.snippet()).contains("<mark>zebra</mark>");
        });
        assertThat(found(stranger, "zebra", null)).isEmpty();
        cairn.messages().edit(owner, open.id(), Expected.ANY, text("the giraffe crossed"));
        assertThat(found(viewer, "zebra", null)).isEmpty();
        assertThat(found(viewer, "giraffe", null)).hasSize(1);
        ticket("giraffe");
        assertThat(services.search().search(owner, "giraffe", List.of(), null, 10))
                .hasSize(2);
        assertThat(services.search().search(owner, "giraffe", List.of(SearchKind.TICKET), CRN, 10))
                .hasSize(1);
        cairn.messages().delete(owner, open.id(), Expected.ANY);
        assertThat(found(viewer, "giraffe", null)).isEmpty();
        Id<Conversation> own = cairn.conversations()
                .begin(stranger, CreateConversation.chat("mine"))
                .shown()
                .conversation()
                .id();
        say(stranger, own, "my own giraffe");
        assertThat(found(stranger, "giraffe", null)).hasSize(1).allMatch(hit -> hit.projectId() == null);
        assertThat(found(owner, "giraffe", null)).isEmpty();
        cairn.conversations().delete(stranger, own, Expected.ANY);
        assertThat(found(stranger, "giraffe", null)).isEmpty();
    }

    /** E3 */
    @Test
    void eventsOfAConversationReachItsReadersAndNobodyElse() {
        Caller viewer = member("Vic", Role.VIEWER);
        Caller ada = member("Ada", Role.EDITOR);
        Heard viewers = follow(viewer);
        Heard adas = follow(ada);
        Id<Conversation> direct = direct(owner, ada);
        say(owner, direct, "one");
        Id<Conversation> chat = cairn.conversations()
                .create(owner, CRN, CreateConversation.chat("plans"))
                .conversation()
                .id();
        say(owner, chat, "two");
        Id<Conversation> channel = channel("work");
        say(owner, channel, "three");
        ticket("last");
        assertThat(viewers.untilType("ticket.created").events())
                .filteredOn(event -> event.conversation() != null)
                .allMatch(event -> channel.equals(event.conversation()))
                .hasSize(2);
        // Where servers share a database, what came just before is heard, too: that Ada is one of the project.
        List<Event> heard = adas.untilType("ticket.created").events().stream()
                .dropWhile(event -> event.conversation() == null)
                .toList();
        assertThat(heard)
                .extracting(Event::conversation)
                .containsExactly(direct, direct, chat, chat, channel, channel, null);
        assertThat(heard.getFirst().project()).isNull();
        assertThat(heard.get(1).type()).isEqualTo("message.created");
        Heard later = new Heard();
        cairn.events().listen(viewer, EventRequest.NOW.after(0), later);
        assertThat(later.untilLive().events())
                .extracting(Event::conversation)
                .doesNotContain(direct, chat)
                .contains(channel);
    }

    private Heard follow(Caller caller) {
        Heard heard = new Heard();
        cairn.events().listen(caller, EventRequest.NOW, heard);
        return heard.untilLive();
    }

    @Test
    void aPurgeLeavesNothingAndTheLogQuotesNothing() {
        Caller ada = human("Ada");
        Id<Conversation> direct = direct(ada, owner);
        Message said = say(ada, direct, "canary");
        cairn.messages().edit(ada, said.id(), Expected.ANY, text("canary again"));
        assertRefused(ErrorCode.ROLE_REQUIRED, () -> cairn.conversations().purge(owner, direct, Expected.ANY));
        cairn.conversations().purge(ada, direct, Expected.ANY);
        assertRefused(ErrorCode.NOT_FOUND, () -> cairn.conversations().restore(ada, direct, Expected.ANY));
        assertThat(found(ada, "canary", null)).isEmpty();
        assertThat(log(owner).toString() + log(ada)).doesNotContain("canary");
    }

    @Test
    void aProjectTakesItsConversationsAlongAndGivesThemBack() {
        services.projects().create(owner, CreateProject.of("NEW", "New"));
        ProjectRef ref = ProjectRef.parse("NEW");
        Id<Conversation> chat = cairn.conversations()
                .create(owner, ref, CreateConversation.chat("plans"))
                .conversation()
                .id();
        Message said = say(owner, chat, "one");
        services.projects().delete(owner, ref, Expected.ANY);
        assertRefused(ErrorCode.NOT_FOUND, () -> cairn.messages().get(owner, said.id()));
        assertRefused(ErrorCode.PARENT_DELETED, () -> cairn.conversations().restore(owner, chat, Expected.ANY));
        services.projects().restore(owner, ref, Expected.ANY);
        assertThat(messages(owner, chat)).containsExactly(said);
    }

    /** I8: what is in no project is in no export. */
    @Test
    void anExportCarriesPlacesAnswersEditsAndWhatWasDeleted() throws IOException {
        Id<Conversation> channel = channel("work");
        Message one = say(owner, channel, "one");
        cairn.messages().post(owner, channel, new PostMessage("two", one.id(), new Json("{\"mood\":\"good\"}")));
        Message gone = say(owner, channel, "canary that is gone");
        cairn.messages().delete(owner, gone.id(), Expected.ANY);
        cairn.messages().edit(owner, one.id(), Expected.ANY, text("first"));
        Message said = say(owner, channel, "answered");
        cairn.get(Transactions.class)
                .write(() -> cairn.get(MessageRepository.class)
                        .update(said.withModel("m")
                                .withUsage(new Json("{\"output\":3}"))
                                .withFinishReason(FinishReason.CUT)));
        cairn.conversations().update(owner, channel, Expected.ANY, content -> content.withDescription("all of it"));
        cairn.conversations().archive(owner, channel, Expected.ANY);
        say(owner, direct(owner, human("Ada")), "between us");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        services.exports().export(owner, CRN, out);
        assertThat(out.toString(UTF_8)).doesNotContain("canary", "between us");
        services.projects().create(owner, CreateProject.of("CPY", "Copy"));
        ProjectRef copy = ProjectRef.parse("CPY");
        services.imports().run(owner, copy, "cairn", new ByteArrayInputStream(out.toByteArray()));
        Conversation imported = cairn.conversations()
                .list(owner, copy, ConversationFilter.ANY.withArchived(Archived.YES), NEWEST)
                .items()
                .getFirst()
                .conversation();
        Conversation exported = cairn.conversations().get(owner, channel).conversation();
        assertThat(imported.content()).isEqualTo(exported.content());
        assertThat(imported.lifecycle().archivedAt())
                .isEqualTo(exported.lifecycle().archivedAt());
        assertThat(imported.nextSeq()).isEqualTo(exported.nextSeq());
        List<Message> copies = messages(owner, imported.id());
        assertThat(copies.stream().map(TalkUseCaseTest::withoutIds).toList())
                .isEqualTo(messages(owner, channel).stream()
                        .map(TalkUseCaseTest::withoutIds)
                        .toList());
        assertThat(copies.get(1).parentId()).isEqualTo(copies.getFirst().id());
        services.imports().run(owner, copy, "cairn", new ByteArrayInputStream(out.toByteArray()));
        assertThat(messages(owner, imported.id())).isEqualTo(copies);
    }

    private static Message withoutIds(Message message) {
        return message.with(same -> same.id(new Id<>(1))
                .conversationId(new Id<>(1))
                .authorId(null)
                .parentId(null)
                .version(0));
    }

    private Id<Conversation> channel(String title) {
        return cairn.conversations()
                .create(owner, CRN, CreateConversation.channel(title))
                .conversation()
                .id();
    }

    private Id<Conversation> direct(Caller one, Caller other) {
        return cairn.conversations()
                .begin(one, CreateConversation.direct(other.userId()))
                .shown()
                .conversation()
                .id();
    }

    private Message say(Caller caller, Id<Conversation> conversation, String content) {
        return cairn.messages().post(caller, conversation, PostMessage.of(content));
    }

    private static MessageText text(String content) {
        return new MessageText(content);
    }

    private List<Message> messages(Caller caller, Id<Conversation> conversation) {
        return cairn.messages()
                .list(caller, conversation, PageRequest.first(MessageRepository.ORDER))
                .items();
    }

    private List<ConversationView> list(Caller caller, ConversationFilter filter) {
        return cairn.conversations().list(caller, null, filter, NEWEST).items();
    }

    private static Id<Conversation> id(ConversationView view) {
        return view.conversation().id();
    }

    private List<SearchHit> found(Caller caller, String words, @Nullable ProjectRef ref) {
        return services.search().search(caller, words, List.of(SearchKind.MESSAGE), ref, 10);
    }

    private List<Activity> log(Caller caller) {
        ActivityFilter all = new ActivityFilter(null, null, null, List.of());
        PageRequest page = new PageRequest(PageRequest.LIMIT_MAX, null, ActivityLog.NEWEST_FIRST, false);
        return services.activity().list(caller, null, all, page).items().reversed();
    }
}

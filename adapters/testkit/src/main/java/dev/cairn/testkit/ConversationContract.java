package dev.cairn.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.cairn.domain.access.Access;
import dev.cairn.domain.access.Right;
import dev.cairn.domain.access.Role;
import dev.cairn.domain.conversation.Conversation;
import dev.cairn.domain.conversation.ConversationContent;
import dev.cairn.domain.conversation.ConversationFilter;
import dev.cairn.domain.conversation.ConversationKind;
import dev.cairn.domain.conversation.ConversationRepository;
import dev.cairn.domain.conversation.ConversationView;
import dev.cairn.domain.conversation.LastMessage;
import dev.cairn.domain.conversation.Message;
import dev.cairn.domain.conversation.MessageRepository;
import dev.cairn.domain.conversation.MessageRepository.OfConversation;
import dev.cairn.domain.conversation.Participant;
import dev.cairn.domain.conversation.ParticipantRepository;
import dev.cairn.domain.conversation.People;
import dev.cairn.domain.conversation.Purpose;
import dev.cairn.domain.error.Conflict;
import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.error.NotFound;
import dev.cairn.domain.kernel.Archived;
import dev.cairn.domain.kernel.Deletion;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.kernel.Page;
import dev.cairn.domain.kernel.PageRequest;
import dev.cairn.domain.kernel.Sort;
import dev.cairn.domain.project.MemberRepository;
import dev.cairn.domain.project.Project;
import dev.cairn.domain.project.ProjectMember;
import dev.cairn.domain.project.ProjectRepository;
import dev.cairn.domain.user.Caller;
import dev.cairn.domain.user.User;
import dev.cairn.domain.user.UserContent;
import dev.cairn.domain.user.UserRepository;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Conversations and messages, and who finds them (R5, R37, R38). */
public abstract class ConversationContract extends StoreContract {
    private static final PageRequest BY_TITLE = PageRequest.first(Sort.by(Sort.asc("title")));
    private static final PageRequest NEWEST = PageRequest.first(ConversationRepository.NEWEST_FIRST);

    @Test
    void aConversationAndItsMessagesComeBackAsTheyWereStored() {
        Project project = project();
        Conversation chat = chat(project);
        Message first = say(chat, "é 😀\n\tend");
        Conversation said = write(() -> port(ConversationRepository.class).update(chat.said(first)));
        Message second = say(said, "more");

        assertThat(port(ConversationRepository.class).find(chat.id())).contains(said);
        assertThat(said.nextSeq()).isEqualTo(2);
        assertThat(messages(chat, 50)).containsExactly(first, second);
        assertThat(messages(chat, 1)).containsExactly(first);
    }

    @Test
    void aNumberIsGivenOnce() {
        Conversation chat = chat(project());
        say(chat, "one");
        assertThatExceptionOfType(Conflict.class).isThrownBy(() -> say(chat, "another"));
    }

    /** R40. */
    @Test
    void aProjectHasOneDefaultChannel() {
        Project project = project();
        channel(project);
        assertThatExceptionOfType(Conflict.class).isThrownBy(() -> channel(project));
    }

    @Test
    void aChannelsTitleIsUniqueInItsProjectIgnoringCase() {
        Project project = project();
        channel(project);
        assertThatExceptionOfType(Conflict.class)
                .isThrownBy(() -> insert(project, project.ownerId(), ConversationKind.CHANNEL, "GENERAL"))
                .satisfies(error -> assertThat(error.code()).isEqualTo(ErrorCode.NAME_TAKEN));
        insert(project, project.ownerId(), ConversationKind.CHAT, "general");
        insert(project(), project.ownerId(), ConversationKind.CHANNEL, "general");
    }

    /** R38. */
    @Test
    void aChannelIsReadByAllMembersAndAChatByItsOwnerAndEditors() {
        Project project = project();
        Conversation channel = channel(project);
        Conversation chat = chat(project);
        Access viewer = member(project, Role.VIEWER);

        for (Access reader : List.of(reading(project), member(project, Role.EDITOR))) {
            assertThat(list(reader, project)).containsExactly(channel, chat);
            assertThat(port(ConversationRepository.class).require(reader, chat.id()))
                    .isEqualTo(chat);
        }
        assertThat(list(viewer, project)).containsExactly(channel);
        assertThat(port(ConversationRepository.class).require(viewer, channel.id()))
                .isEqualTo(channel);
        assertHidden(viewer, chat);
        assertHidden(reading(user()), channel);
    }

    @Test
    void aChatIsReadByItsOwnerWhateverItsRole() {
        Project project = project();
        User guest = user();
        change(() -> port(MemberRepository.class).save(new ProjectMember(project.id(), guest.id(), Role.VIEWER, NOW)));
        Conversation chat = insert(project, guest.id(), ConversationKind.CHAT, "Mine");
        assertThat(list(reading(guest), project)).containsExactly(chat);
        assertThat(port(ConversationRepository.class).require(reading(guest), chat.id()))
                .isEqualTo(chat);
    }

    @Test
    void aListIsFilteredByKindAndPurpose() {
        Project project = project();
        Conversation channel = channel(project);
        Conversation chat = chat(project);
        Access reader = reading(project);
        ConversationFilter all = ConversationFilter.ANY.in(project.id());
        assertThat(list(reader, all.withKinds(List.of(ConversationKind.CHANNEL)), BY_TITLE))
                .containsExactly(channel);
        assertThat(list(reader, all.withPurposes(List.of(Purpose.INTAKE)), BY_TITLE))
                .containsExactly(chat);
        assertThat(list(reader, all.withIsDefault(true), BY_TITLE)).containsExactly(channel);
        assertThat(list(reader, all.withIsDefault(false), BY_TITLE)).containsExactly(chat);
        assertThat(list(reader, all.withText("NERAL"), BY_TITLE)).containsExactly(channel);
        assertThat(list(reader, all.withText("%"), BY_TITLE)).isEmpty();
        assertThat(list(reader, all.withArchived(Archived.YES), BY_TITLE)).isEmpty();
        change(() -> port(ConversationRepository.class).update(chat.archive(NOW)));
        assertThat(list(reader, all, BY_TITLE)).containsExactly(channel);
        assertThat(list(reader, all.withArchived(Archived.YES), BY_TITLE)).hasSize(1);
    }

    /** R38: a direct conversation is seen by those who take part, a chat in no project by its owner, and neither through a project. */
    @Test
    void whatIsInNoProjectIsReadByThoseWhoTakePart() {
        Project project = project();
        User ada = user();
        User bob = user();
        User eve = user();
        Conversation direct = direct(ada, bob);
        Conversation own = own(ada);
        change(() -> port(ParticipantRepository.class).join(Participant.joining(own.id(), eve.id(), NOW)));

        assertThat(list(reading(ada), ConversationFilter.ANY, BY_TITLE)).containsExactlyInAnyOrder(direct, own);
        assertThat(list(reading(bob), ConversationFilter.ANY, BY_TITLE)).containsExactly(direct);
        assertThat(list(reading(eve), ConversationFilter.ANY, BY_TITLE)).isEmpty();
        assertThat(port(ConversationRepository.class).require(reading(bob), direct.id()))
                .isEqualTo(direct);
        for (Access stranger : List.of(reading(eve), reading(project))) {
            assertHidden(stranger, direct);
            assertHidden(stranger, own);
        }
        Access limited = new Access(ada.id(), Right.READ, project.id());
        assertHidden(limited, direct);
        assertHidden(limited, own);
        assertThat(list(limited, ConversationFilter.ANY, BY_TITLE)).isEmpty();
        change(() -> port(ParticipantRepository.class).leave(direct.id(), bob.id(), NOW));
        assertHidden(reading(bob), direct);
        assertThat(list(reading(bob), ConversationFilter.ANY, BY_TITLE)).isEmpty();
    }

    /** What the database says in three ways of who reads what is the same. */
    @Test
    void whoReadsIsTheSameForFindingListingAndTelling() {
        Project project = project();
        User owner = port(UserRepository.class).require(project.ownerId());
        User viewer = user();
        User editor = user();
        change(() -> port(MemberRepository.class).save(new ProjectMember(project.id(), viewer.id(), Role.VIEWER, NOW)));
        change(() -> port(MemberRepository.class).save(new ProjectMember(project.id(), editor.id(), Role.EDITOR, NOW)));
        List<Conversation> all = List.of(
                channel(project),
                chat(project),
                insert(project, viewer.id(), ConversationKind.CHAT, "Of the viewer"),
                direct(viewer, editor),
                direct(owner, viewer),
                own(editor));
        List<Id<Conversation>> ids = all.stream().map(Conversation::id).toList();
        Map<Id<Conversation>, Set<Id<User>>> readers =
                port(ConversationRepository.class).readersOf(ids);
        for (User user : List.of(owner, viewer, editor, user())) {
            List<Conversation> listed = list(reading(user), ConversationFilter.ANY, BY_TITLE);
            for (Conversation each : all) {
                boolean reads = readers.getOrDefault(each.id(), Set.of()).contains(user.id());
                assertThat(listed.contains(each)).isEqualTo(reads);
                if (reads) {
                    assertThat(port(ConversationRepository.class).require(reading(user), each.id()))
                            .isEqualTo(each);
                } else {
                    assertHidden(reading(user), each);
                }
            }
        }
    }

    /** R39. */
    @Test
    void theSamePeopleHaveOneLiveDirectConversation() {
        User ada = user();
        User bob = user();
        Conversation direct = direct(ada, bob);
        ConversationRepository conversations = port(ConversationRepository.class);
        assertThat(conversations.findDirect(new People(List.of(bob.id(), ada.id()))))
                .contains(direct);
        assertThat(conversations.findDirect(new People(List.of(bob.id())))).isEmpty();
        assertThatExceptionOfType(Conflict.class)
                .isThrownBy(() -> direct(bob, ada))
                .satisfies(error -> assertThat(error.code()).isEqualTo(ErrorCode.PARTICIPANTS_TAKEN));
        change(() -> conversations.update(direct.delete(deletion())));
        assertThat(conversations.findDirect(new People(List.of(bob.id(), ada.id()))))
                .isEmpty();
        direct(bob, ada);
    }

    /** R41: the true author of what was said last, what others said and is not read, and the newest activity first. */
    @Test
    void aListShowsWhatWasSaidLastAndWhatIsUnread() {
        User ada = user();
        User bob = user();
        Conversation direct = direct(ada, bob);
        Conversation own = own(ada);
        say(direct, ada, "one");
        say(direct, bob, "two");
        Message last = say(direct, ada, "3".repeat(300));
        ConversationView seen = view(bob, direct);
        assertThat(seen.unread()).isEqualTo(2);
        assertThat(seen.lastMessage()).satisfies(message -> {
            assertThat(message.id()).isEqualTo(last.id());
            assertThat(message.seq()).isEqualTo(3);
            assertThat(message.authorId()).isEqualTo(ada.id());
            assertThat(message.authorName()).isEqualTo(ada.name());
            assertThat(message.content()).hasSize(LastMessage.CONTENT_MAX);
            assertThat(message.createdAt()).isEqualTo(last.createdAt());
        });
        assertThat(list(reading(ada), ConversationFilter.ANY, NEWEST))
                .extracting(Conversation::id)
                .containsExactly(direct.id(), own.id());
        read(direct, bob, 2);
        assertThat(view(bob, direct).unread()).isEqualTo(1);
        read(direct, bob, 1);
        assertThat(view(bob, direct).lastReadSeq()).isEqualTo(2);
        assertThat(list(reading(bob), ConversationFilter.ANY.withUnread(true), NEWEST))
                .hasSize(1);
        change(() -> port(MessageRepository.class).update(last.withDeletedAt(NOW)));
        assertThat(view(bob, direct).unread()).isZero();
        assertThat(view(bob, direct).lastMessage())
                .satisfies(message -> assertThat(message.content()).isEqualTo("two"));
        assertThat(list(reading(bob), ConversationFilter.ANY.withUnread(true), NEWEST))
                .isEmpty();
        assertThat(list(reading(bob), ConversationFilter.ANY.withUnread(false), NEWEST))
                .hasSize(1);
        assertThat(view(ada, own).lastMessage()).isNull();
        assertThat(port(ConversationRepository.class).requireView(reading(bob), direct.id()))
                .isEqualTo(view(bob, direct));
    }

    @Test
    void messagesAreFoundAfterAndBeforeAPlaceAndByTheirId() {
        User ada = user();
        Conversation own = own(ada);
        List<Message> all = IntStream.rangeClosed(1, 7)
                .mapToObj(i -> say(own, ada, "m" + i))
                .toList();
        MessageRepository messages = port(MessageRepository.class);
        assertThat(messages.between(new OfConversation(own.id(), 5, null), 50, null)
                        .items())
                .isEqualTo(all.subList(5, 7));
        Page<Message> before = messages.between(new OfConversation(own.id(), null, 6), 3, null);
        assertThat(before.items()).isEqualTo(all.subList(2, 5));
        assertThat(messages.between(new OfConversation(own.id(), null, 6), 3, before.nextCursor())
                        .items())
                .isEqualTo(all.subList(0, 2));
        assertThat(messages.between(new OfConversation(own.id(), 2, 5), 50, null)
                        .items())
                .isEqualTo(all.subList(2, 4));
        assertThat(messages.newest(own.id(), 8, 50, 1_000)).isEqualTo(all);
        assertThat(messages.newest(own.id(), 8, 3, 1_000)).isEqualTo(all.subList(4, 7));
        assertThat(messages.newest(own.id(), 8, 50, 3))
                .as("in the second are four")
                .isEqualTo(all.subList(5, 7));
        assertThat(messages.newest(own.id(), 6, 50, 0)).isEqualTo(all.subList(4, 5));
        assertThat(messages.newest(own.id(), 1, 50, 1_000)).isEmpty();
        assertThat(messages.findBySeq(own.id(), 4)).contains(all.get(3));
        assertThat(messages.require(reading(ada), all.get(3).id())).isEqualTo(all.get(3));
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> messages.require(reading(user()), all.get(3).id()));
    }

    /** L21. */
    @Test
    void aRunSaysOneMessage() {
        User ada = user();
        Conversation own = own(ada);
        Id<?> run = id();
        Message first = say(own, ada, "one");
        change(() -> port(MessageRepository.class).update(first.withRunId(run)));
        assertThat(port(MessageRepository.class).findIn(own.id(), first.id()))
                .hasValueSatisfying(found -> assertThat(found.runId()).isEqualTo(run));
        Message second = say(own, ada, "two");
        assertThatExceptionOfType(Conflict.class)
                .isThrownBy(() -> change(() -> port(MessageRepository.class).update(second.withRunId(run))));
    }

    @Test
    void conversationsGoWithTheirProjectAndComeBackWithIt() {
        Project project = project();
        Conversation channel = channel(project);
        Conversation chat = chat(project);
        Message message = say(chat, "one");
        Deletion deletion = deletion();
        change(() -> port(ConversationRepository.class).deleteByProject(project.id(), deletion));
        assertThat(list(reading(project), project)).isEmpty();
        assertHidden(reading(project), channel);
        change(() -> port(ConversationRepository.class).restore(deletion));
        assertThat(list(reading(project), project)).containsExactly(channel, chat);
        assertThat(messages(chat, 50)).containsExactly(message);
        change(() -> port(ProjectRepository.class).delete(project.id()));
        assertThat(port(ConversationRepository.class).findAny(chat.id())).isEmpty();
        assertThat(messages(chat, 50)).isEmpty();
    }

    private Conversation insert(Project project, Id<User> owner, ConversationKind kind, String title) {
        Conversation conversation =
                Conversation.of(id(), project, owner, kind, ConversationContent.titled(title), Purpose.GENERAL, NOW);
        return write(() -> port(ConversationRepository.class).insert(conversation));
    }

    /** R38, R47: an agent of its owner reads a chat in no project in which it takes part; one of somebody else's does not. */
    @Test
    void anAgentReadsAChatOfItsOwnerInWhichItTakesPart() {
        User ada = user();
        User robot = agent(ada);
        User other = agent(ada);
        User mole = agent(user());
        Conversation own = own(ada);
        Conversation ofRobot = own(robot);
        for (User user : List.of(robot, mole)) {
            change(() -> port(ParticipantRepository.class).join(Participant.joining(own.id(), user.id(), NOW)));
        }
        change(() -> port(ParticipantRepository.class).join(Participant.joining(ofRobot.id(), other.id(), NOW)));
        assertThat(list(reading(robot), ConversationFilter.ANY, BY_TITLE)).containsExactlyInAnyOrder(own, ofRobot);
        assertThat(list(reading(other), ConversationFilter.ANY, BY_TITLE)).containsExactly(ofRobot);
        Message message = say(own, ada, "one");
        assertThat(port(MessageRepository.class).require(reading(robot), message.id()))
                .isEqualTo(message);
        assertThat(port(ConversationRepository.class)
                        .readersOf(List.of(own.id()))
                        .get(own.id()))
                .containsExactlyInAnyOrder(ada.id(), robot.id());
        for (User stranger : List.of(other, mole)) {
            assertHidden(reading(stranger), own);
        }
        assertThat(port(ParticipantRepository.class).findResponsible(own.id()))
                .containsExactlyInAnyOrder(ada.id(), mole.responsible());
        change(() -> port(ParticipantRepository.class).leave(own.id(), robot.id(), NOW));
        assertHidden(reading(robot), own);
    }

    private User agent(User owner) {
        return write(
                () -> port(UserRepository.class).insert(User.agent(id(), owner.id(), UserContent.named("Robot"), NOW)));
    }

    private Conversation channel(Project project) {
        return write(() -> port(ConversationRepository.class).insert(Conversation.defaultChannel(id(), project, NOW)));
    }

    private Conversation chat(Project project) {
        return write(() -> port(ConversationRepository.class).insert(Conversation.intake(id(), project, NOW)));
    }

    private Conversation direct(User one, User other) {
        People people = new People(List.of(one.id(), other.id()));
        return begun(
                Conversation.direct(id(), one.id(), ConversationContent.titled("direct"), people, NOW), one, other);
    }

    private Conversation own(User owner) {
        return begun(
                Conversation.chat(id(), owner.id(), ConversationContent.titled("own"), Purpose.GENERAL, NOW), owner);
    }

    private Conversation begun(Conversation conversation, User... people) {
        return write(() -> {
            Conversation stored = port(ConversationRepository.class).insert(conversation);
            port(ParticipantRepository.class)
                    .insertAll(Arrays.stream(people)
                            .map(user -> Participant.joining(stored.id(), user.id(), NOW))
                            .toList());
            return stored;
        });
    }

    private Message say(Conversation conversation, User author, String content) {
        return write(() -> {
            Instant later = NOW.plusSeconds(60);
            int seq = port(ConversationRepository.class).takeSeq(conversation.id(), later);
            Message message = Message.said(id(), conversation, Caller.of(author), content, later)
                    .withSeq(seq);
            port(MessageRepository.class).insert(message);
            port(ParticipantRepository.class).said(conversation.id(), author.id(), seq, later);
            return message;
        });
    }

    private void read(Conversation conversation, User user, int seq) {
        change(() ->
                port(ParticipantRepository.class).read(new Participant(conversation.id(), user.id(), NOW, null, seq)));
    }

    private ConversationView view(User user, Conversation conversation) {
        return port(ConversationRepository.class).page(reading(user), ConversationFilter.ANY, NEWEST).items().stream()
                .filter(view -> view.conversation().id().equals(conversation.id()))
                .findFirst()
                .orElseThrow();
    }

    private Message say(Conversation conversation, String content) {
        Message message = Message.system(id(), conversation, content, NOW);
        change(() -> port(MessageRepository.class).insert(message));
        return message;
    }

    private List<Message> messages(Conversation conversation, int limit) {
        return port(MessageRepository.class)
                .page(
                        new MessageRepository.OfConversation(conversation.id()),
                        new PageRequest(limit, null, MessageRepository.ORDER, false))
                .items();
    }

    private Access member(Project project, Role role) {
        User user = user();
        change(() -> port(MemberRepository.class).save(new ProjectMember(project.id(), user.id(), role, NOW)));
        return reading(user);
    }

    private List<Conversation> list(Access access, Project project) {
        return list(access, ConversationFilter.ANY.in(project.id()), BY_TITLE);
    }

    private List<Conversation> list(Access access, ConversationFilter filter, PageRequest page) {
        return port(ConversationRepository.class).page(access, filter, page).items().stream()
                .map(ConversationView::conversation)
                .toList();
    }

    private void assertHidden(Access access, Conversation conversation) {
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> port(ConversationRepository.class).require(access, conversation.id()));
    }
}

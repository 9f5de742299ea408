package dev.cairn.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.cairn.domain.access.Access;
import dev.cairn.domain.access.Role;
import dev.cairn.domain.conversation.Conversation;
import dev.cairn.domain.conversation.ConversationFilter;
import dev.cairn.domain.conversation.ConversationKind;
import dev.cairn.domain.conversation.ConversationRepository;
import dev.cairn.domain.conversation.Message;
import dev.cairn.domain.conversation.MessageRepository;
import dev.cairn.domain.conversation.Purpose;
import dev.cairn.domain.error.Conflict;
import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.error.NotFound;
import dev.cairn.domain.kernel.Deletion;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.kernel.Lifecycle;
import dev.cairn.domain.kernel.PageRequest;
import dev.cairn.domain.kernel.Sort;
import dev.cairn.domain.project.MemberRepository;
import dev.cairn.domain.project.Project;
import dev.cairn.domain.project.ProjectMember;
import dev.cairn.domain.project.ProjectRepository;
import dev.cairn.domain.user.User;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Conversations and messages, and who finds them (R5, R37, R38). */
public abstract class ConversationContract extends StoreContract {
    private static final PageRequest BY_TITLE = PageRequest.first(Sort.by(Sort.asc("title")));

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
        ConversationRepository conversations = port(ConversationRepository.class);
        Access reader = reading(project);
        assertThat(conversations
                        .page(reader, of(project, List.of(ConversationKind.CHANNEL), List.of()), BY_TITLE)
                        .items())
                .containsExactly(channel);
        assertThat(conversations
                        .page(reader, of(project, List.of(), List.of(Purpose.INTAKE)), BY_TITLE)
                        .items())
                .containsExactly(chat);
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
        Conversation conversation = new Conversation(
                id(), project.id(), owner, kind, title, Purpose.GENERAL, false, 1, null, Lifecycle.startingAt(NOW));
        return write(() -> port(ConversationRepository.class).insert(conversation));
    }

    private Conversation channel(Project project) {
        return write(() -> port(ConversationRepository.class).insert(Conversation.defaultChannel(id(), project, NOW)));
    }

    private Conversation chat(Project project) {
        return write(() -> port(ConversationRepository.class).insert(Conversation.intake(id(), project, NOW)));
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
        return port(ConversationRepository.class)
                .page(access, of(project, List.of(), List.of()), BY_TITLE)
                .items();
    }

    private static ConversationFilter of(Project project, List<ConversationKind> kinds, List<Purpose> purposes) {
        return new ConversationFilter(project.id(), kinds, purposes);
    }

    private void assertHidden(Access access, Conversation conversation) {
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> port(ConversationRepository.class).require(access, conversation.id()));
    }
}

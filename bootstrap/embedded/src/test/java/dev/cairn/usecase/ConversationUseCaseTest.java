package dev.cairn.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.application.project.CreateProject;
import dev.cairn.application.project.Opening;
import dev.cairn.application.user.OwnedProjects;
import dev.cairn.domain.access.Role;
import dev.cairn.domain.conversation.Conversation;
import dev.cairn.domain.conversation.ConversationFilter;
import dev.cairn.domain.conversation.ConversationKind;
import dev.cairn.domain.conversation.ConversationView;
import dev.cairn.domain.conversation.MessageRepository;
import dev.cairn.domain.conversation.MessageRole;
import dev.cairn.domain.conversation.Purpose;
import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.kernel.Expected;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.kernel.PageRequest;
import dev.cairn.domain.kernel.Sort;
import dev.cairn.domain.project.MemberRepository;
import dev.cairn.domain.project.Project;
import dev.cairn.domain.project.ProjectContent;
import dev.cairn.domain.project.ProjectRef;
import dev.cairn.domain.user.Caller;
import dev.cairn.domain.user.User;
import dev.cairn.domain.user.UserContent;
import dev.cairn.domain.user.UserType;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a project begins with (R19), and who reads it (R38). */
class ConversationUseCaseTest extends UseCaseTest {
    private static final ProjectRef NEW = ProjectRef.parse("NEW");

    @Test
    void everyProjectHasAGeneralChannelFromTheBeginning() {
        assertThat(conversations(owner, CRN)).singleElement().satisfies(channel -> {
            assertThat(channel.title()).isEqualTo("general");
            assertThat(channel.kind()).isEqualTo(ConversationKind.CHANNEL);
            assertThat(channel.isDefault()).isTrue();
            assertThat(channel.ownerId()).isEqualTo(owner.userId());
        });
    }

    @Test
    void anIntakeChatBeginsWithAMessageOfTheSystem() {
        create(new Opening(true, List.of()));
        Conversation chat = conversations(owner, NEW).getLast();
        assertThat(chat.kind()).isEqualTo(ConversationKind.CHAT);
        assertThat(chat.purpose()).isEqualTo(Purpose.INTAKE);
        assertThat(cairn.messages()
                        .list(owner, chat.id(), PageRequest.first(MessageRepository.ORDER))
                        .items())
                .singleElement()
                .satisfies(message -> {
                    assertThat(message.seq()).isEqualTo(1);
                    assertThat(message.role()).isEqualTo(MessageRole.SYSTEM);
                    assertThat(message.content()).contains("New (NEW)", "actors", "80 of 100");
                    assertThat(message.createdAt()).isEqualTo(chat.lastMessageAt());
                });
        assertThat(chat.nextSeq()).isEqualTo(2);
    }

    @Test
    void agentsAreMembersFromTheBeginning() {
        Caller agent = user("Robot", UserType.AGENT);
        create(new Opening(false, List.of(agent.userId(), agent.userId())));
        assertThat(services.members().get(owner, NEW, agent.userId()).member().role())
                .isEqualTo(Role.EDITOR);
        assertThat(services.members()
                        .list(owner, NEW, PageRequest.first(MemberRepository.ORDER))
                        .items())
                .hasSize(2);
        assertThat(services.projects().get(agent, NEW).key().value()).isEqualTo("NEW");
    }

    @Test
    void whoIsNoActiveAgentIsRefusedAndNothingIsLeft() {
        Caller agent = user("Robot", UserType.AGENT);
        Caller gone = user("Gone", UserType.AGENT);
        services.users().deactivate(owner, gone.userId(), Expected.ANY, OwnedProjects.REFUSE);
        User eves = services.users().createAgent(human("Eve"), UserContent.named("Eve's agent"));
        List<Id<User>> refused = List.of(human("Ada").userId(), gone.userId(), eves.id(), new Id<>(1));
        for (Id<User> each : refused) {
            assertRefused(ErrorCode.UNKNOWN_VALUE, () -> create(new Opening(true, List.of(agent.userId(), each))));
            assertRefused(ErrorCode.NOT_FOUND, () -> services.projects().get(owner, NEW));
        }
        create(new Opening(true, List.of(agent.userId())));
    }

    @Test
    void aViewerReadsTheChannelAndNotTheChat() {
        create(new Opening(true, List.of()));
        Caller viewer = human("Ada");
        services.members().put(owner, NEW, viewer.userId(), Role.VIEWER);
        Conversation chat = conversations(owner, NEW).getLast();
        assertThat(conversations(viewer, NEW)).extracting(Conversation::title).containsExactly("general");
        assertRefused(ErrorCode.NOT_FOUND, () -> services.conversations().get(viewer, chat.id()));
        assertRefused(
                ErrorCode.NOT_FOUND,
                () -> cairn.messages().list(viewer, chat.id(), PageRequest.first(MessageRepository.ORDER)));
        services.members().put(owner, NEW, viewer.userId(), Role.EDITOR);
        assertThat(services.conversations().get(viewer, chat.id()).conversation())
                .isEqualTo(chat);
    }

    @Test
    void conversationsAreGoneWithTheirProjectAndComeBackAsTheyWere() {
        create(new Opening(true, List.of()));
        List<Conversation> before = conversations(owner, NEW);
        services.projects().delete(owner, NEW, Expected.ANY);
        assertRefused(
                ErrorCode.NOT_FOUND,
                () -> services.conversations().get(owner, before.getFirst().id()));
        services.projects().restore(owner, NEW, Expected.ANY);
        assertThat(conversations(owner, NEW)).isEqualTo(before).hasSize(2);
    }

    private Project create(Opening opening) {
        return services.projects().create(owner, new CreateProject("NEW", ProjectContent.named("New"), opening));
    }

    private List<Conversation> conversations(Caller caller, ProjectRef ref) {
        return services
                .conversations()
                .list(caller, ref, ConversationFilter.ANY, PageRequest.first(Sort.by(Sort.asc("title"))))
                .items()
                .stream()
                .map(ConversationView::conversation)
                .toList();
    }
}

package dev.cairn.interchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.cairn.application.agent.TravellingAgent;
import dev.cairn.application.interchange.ForeignSystem;
import dev.cairn.application.interchange.ForeignSystem.ForeignProject;
import dev.cairn.application.interchange.ImportedConversation;
import dev.cairn.application.interchange.ImportedMessage;
import dev.cairn.application.interchange.ImportedTicket;
import dev.cairn.application.memory.TravellingMemory;
import dev.cairn.domain.conversation.ConversationKind;
import dev.cairn.domain.error.Invalid;
import dev.cairn.domain.model.ProviderType;
import dev.cairn.domain.ticket.Priority;
import dev.cairn.domain.ticket.TicketStatus;
import dev.cairn.domain.ticket.TicketType;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** {@link PromptlianoFormatTest} counts copies in a folder that this one uses too. */
@Isolated
class ProjectWizFormatTest {
    private static final DatabaseFormat FORMAT = SystemSample.projectWiz();
    private static final String SQL = "projectwiz.sql";

    @TempDir
    Path folder;

    @Test
    void projectsPeopleAndProvidersArrive() {
        try (ForeignSystem system = open()) {
            assertThat(system.projects())
                    .extracting(
                            project -> project.content().name(),
                            project -> project.content().gitUrl(),
                            ForeignProject::members)
                    .containsExactly(tuple("Shop", "https://example.org/shop.git", java.util.List.of("ada", "grace")));
            assertThat(system.people())
                    .extracting(person ->
                            person.username().value() + " " + person.content().name())
                    .containsExactly("ada Ada", "grace Grace");
            assertThat(system.providers())
                    .extracting(
                            provider -> provider.content().type(),
                            provider -> provider.content().defaultModel(),
                            provider -> provider.key())
                    .containsExactly(tuple(ProviderType.ANTHROPIC, "claude-x", null));
            assertThat(system.problems())
                    .extracting(problem -> problem.code() + " " + problem.place())
                    .contains(
                            "dangling accounts/c3",
                            "not_carried_over projects/p2",
                            "not_carried_over llm_providers/l1",
                            "not_carried_over user_sessions",
                            "not_carried_over jobs");
            assertThat(system.problems().toString()).doesNotContain("hashedpassword", "ciphertext");
        }
    }

    @Test
    void channelsAndDirectMessagesArriveInTheOrderOfTime() {
        Collected shop = shop();
        assertThat(PromptlianoFormatTest.of(shop, ImportedConversation.class))
                .extracting(
                        ImportedConversation::kind,
                        ImportedConversation::title,
                        ImportedConversation::isDefault,
                        conversation -> conversation.archivedAt() != null,
                        ImportedConversation::description)
                .containsExactly(
                        tuple(ConversationKind.CHANNEL, "general", true, false, "All of it"),
                        tuple(ConversationKind.CHANNEL, "oak", false, true, null),
                        tuple(ConversationKind.CHANNEL, "Oak 2", false, false, null),
                        tuple(ConversationKind.CHAT, "Ada and Carpenter", false, false, "Between Ada, Carpenter"));
        assertThat(PromptlianoFormatTest.of(shop, ImportedMessage.class))
                .extracting(message -> message.author() + " " + message.role() + " " + message.content() + " "
                        + (message.deletedAt() != null))
                .containsExactly(
                        "Ada USER Oops true",
                        "Ada USER What of oak? false",
                        "Carpenter ASSISTANT It is dear false",
                        "Ada USER Hello false");
    }

    @Test
    void agentsMemoriesAndIssuesArrive() {
        Collected shop = shop();
        TravellingAgent carpenter =
                PromptlianoFormatTest.plain(shop, TravellingAgent.class).getFirst();
        assertThat(carpenter.name()).isEqualTo("Carpenter");
        assertThat(carpenter.provider()).isEqualTo("Claude");
        assertThat(carpenter.agent().backstory()).isEqualTo("Grew up among oaks");
        assertThat(carpenter.agent().modelConfig().temperature()).isEqualTo(0.5);
        assertThat(PromptlianoFormatTest.plain(shop, TravellingAgent.class)).hasSize(1);
        assertThat(PromptlianoFormatTest.plain(shop, TravellingMemory.class))
                .extracting(memory -> memory.memory().content())
                .containsExactly("Oak is dear", "Ada likes oak");
        ImportedTicket leak = shop.only();
        assertThat(leak.status()).isEqualTo(TicketStatus.IN_PROGRESS);
        assertThat(leak.content().type()).isEqualTo(TicketType.BUG);
        assertThat(leak.content().priority()).isEqualTo(Priority.URGENT);
        assertThat(leak.content().estimatedMinutes()).isEqualTo(120);
        assertThat(leak.content().labels()).containsExactly("hull");
        assertThat(leak.assignee()).isEqualTo("Grace");
        assertThat(leak.comments().getFirst().author()).isEqualTo("Grace");
        assertThat(leak.content().metadata().text()).contains("\"git_branch\":\"fix/leak\"", "\"story_points\":5");
    }

    @Test
    void anOlderFileHasConversations() {
        try (ForeignSystem system = open(
                "CREATE TABLE conversations (id TEXT PRIMARY KEY, name TEXT, type TEXT DEFAULT 'dm', created_at INTEGER)",
                "INSERT INTO conversations VALUES ('v1', 'Old talk', 'dm', 1767322800000)",
                "ALTER TABLE messages ADD COLUMN conversation_id TEXT",
                "UPDATE messages SET conversation_id = 'v1', source_id = '' WHERE id = 'm3'")) {
            Collected shop = SystemSample.read(system, system.projects().getFirst());
            assertThat(PromptlianoFormatTest.of(shop, ImportedConversation.class))
                    .extracting(ImportedConversation::title)
                    .contains("Old talk");
            assertThat(PromptlianoFormatTest.of(shop, ImportedMessage.class))
                    .extracting(ImportedMessage::content)
                    .contains("Hello");
        }
    }

    @Test
    void promptlianosFileIsAnother() {
        assertThatThrownBy(() -> SystemSample.open(FORMAT, SystemSample.file(folder, "promptliano.sql"))
                        .close())
                .isInstanceOf(Invalid.class)
                .hasMessageContaining("a database without the tables users, messages");
    }

    private Collected shop() {
        try (ForeignSystem system = open()) {
            return SystemSample.read(system, system.projects().getFirst());
        }
    }

    private ForeignSystem open(String... more) {
        return SystemSample.open(FORMAT, SystemSample.file(folder, SQL, more));
    }
}

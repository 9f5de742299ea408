package dev.cairn.interchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.application.artifact.CreateArtifact;
import dev.cairn.application.interchange.Imported;
import dev.cairn.application.interchange.ImportedArtifact;
import dev.cairn.application.interchange.ImportedProject;
import dev.cairn.application.interchange.ImportedQueue;
import dev.cairn.application.interchange.ImportedTicket;
import dev.cairn.application.interchange.ImportedTicket.ImportedComment;
import dev.cairn.application.interchange.ImportedTicket.ImportedTask;
import dev.cairn.domain.artifact.ArtifactFormat;
import dev.cairn.domain.artifact.ArtifactStatus;
import dev.cairn.domain.artifact.ArtifactType;
import dev.cairn.domain.artifact.RevisionText;
import dev.cairn.domain.collected.Actor;
import dev.cairn.domain.collected.Boundaries;
import dev.cairn.domain.collected.CollectedData;
import dev.cairn.domain.collected.Entity;
import dev.cairn.domain.collected.UseCase;
import dev.cairn.domain.error.Invalid;
import dev.cairn.domain.project.ProjectContent;
import dev.cairn.domain.project.ProjectKey;
import dev.cairn.domain.project.ProjectSettings;
import dev.cairn.domain.project.ProjectStatus;
import dev.cairn.domain.queue.QueueContent;
import dev.cairn.domain.queue.WorkFilter;
import dev.cairn.domain.ticket.Comment;
import dev.cairn.domain.ticket.Priority;
import dev.cairn.domain.ticket.Task;
import dev.cairn.domain.ticket.TaskContent;
import dev.cairn.domain.ticket.TaskStatus;
import dev.cairn.domain.ticket.TicketType;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CairnFormatTest {
    private static final CairnFormat FORMAT = new CairnFormat();
    private static final String HEADER =
            "{\"cairn\":1,\"project\":{\"key\":\"CRN\",\"name\":\"n\",\"settings\":{\"autoCompleteTickets\":true}}}\n";

    @Test
    void whatIsWrittenIsReadBackExactly() throws IOException {
        long seed = System.nanoTime();
        RandomTickets random = new RandomTickets(seed);
        CairnWriter writer = new CairnWriter();
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        ProjectContent content = new ProjectContent("Näme", "d\ne", null, "https://example.org/r.git", "main");
        ImportedProject project = new ImportedProject(
                new ProjectKey("CRN"), content, ProjectStatus.DRAFT, 7, new ProjectSettings(false, null, null, true));
        writer.write(file, project);
        ImportedQueue queue = new ImportedQueue(
                QueueContent.named("q")
                        .withDescription("what for")
                        .withMaxParallel(3)
                        .withLeaseSeconds(60)
                        .withMaxAttempts(4)
                        .withMaxStalls(5)
                        .withFeeds(new WorkFilter(List.of("a", "b"), List.of(TicketType.BUG), Priority.HIGH)),
                false);
        writer.write(file, queue);
        List<ImportedTicket> tickets = new ArrayList<>();
        for (int line = 3; line < 503; line++) {
            ImportedTicket ticket = random.ticket("line " + line);
            tickets.add(ticket);
            writer.write(file, ticket);
        }
        Collected all = Collected.of(FORMAT, file.toByteArray());
        assertThat(all.problems).as("seed %d", seed).isEmpty();
        assertThat(all.tickets).as("seed %d", seed).isEqualTo(tickets);
        assertThat(all.queues).containsExactly(queue);
        assertThat(all.projects).containsExactly(project);
    }

    /** I8: whatever may be stored is written so that it can be read. */
    @Test
    void aTicketThatIsLongerThanALineGoesOnInFurtherOnes() throws IOException {
        String content = "\u4e2d".repeat(Comment.CONTENT_MAX); // Of three bytes each.
        ImportedTicket ticket = new RandomTickets(1)
                .ticket("line 2")
                .withTasks(IntStream.range(0, Task.PER_TICKET_MAX)
                        .mapToObj(i -> new ImportedTask(
                                "line 2",
                                "t" + i,
                                TaskContent.of("c").withDescription("d".repeat(TaskContent.DESCRIPTION_MAX)),
                                TaskStatus.PENDING,
                                List.of(),
                                null,
                                null,
                                null,
                                List.of()))
                        .toList())
                .withComments(IntStream.range(0, 2_000)
                        .mapToObj(i -> new ImportedComment("c" + i, "Ada", content, null, null, List.of()))
                        .toList());
        ImportedTicket next =
                new RandomTickets(2).ticket("line 3").withExternalId("next").withNumber(null);
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.write(HEADER.getBytes(StandardCharsets.UTF_8));
        new CairnWriter().write(file, ticket);
        new CairnWriter().write(file, next);

        Collected all = Collected.of(FORMAT, file.toByteArray());

        assertThat(all.problems).isEmpty();
        assertThat(all.tickets)
                .extracting(ImportedTicket::externalId)
                .containsExactly(ticket.externalId(), next.externalId());
        assertThat(all.tickets.getFirst().equals(ticket)).as("the same").isTrue();
    }

    @Test
    void whatGoesOnFollowsItsTicketWithinTheSameBounds() {
        String more =
                "{\"more\":{\"ticket\":\"%s\",\"comments\":[{\"externalId\":\"c\",\"author\":\"a\",\"content\":\"x\"}]}}\n";
        String ticket = "{\"ticket\":{\"externalId\":\"1\",\"title\":\"t\"}}\n";
        Collected all =
                Collected.of(FORMAT, HEADER + more.formatted("1") + ticket + more.formatted("2") + more.formatted("1"));
        assertThat(all.problemsAt()).containsExactly("malformed line 2", "malformed line 4");
        assertThat(all.only().comments()).hasSize(1);
        String tasks = IntStream.range(0, Task.PER_TICKET_MAX)
                .mapToObj("{\"externalId\":\"t%d\",\"content\":\"c\"}"::formatted)
                .collect(Collectors.joining(","));
        String many = "{\"more\":{\"ticket\":\"1\",\"tasks\":[" + tasks + "]}}\n";
        Collected full = Collected.of(FORMAT, HEADER + ticket + many + many);
        assertThat(full.problemsAt()).containsExactly("malformed line 4");
        assertThat(full.only().tasks()).hasSize(Task.PER_TICKET_MAX);
    }

    @Test
    void collectedDataAndArtifactsAreReadBackExactly() throws IOException {
        CollectedData data = new CollectedData(
                List.of(Actor.named("Ada \"x\"")),
                List.of(UseCase.named("Log in")),
                Boundaries.NONE,
                List.of(Entity.named("Order")),
                List.of("fast"));
        ImportedArtifact artifact = new ImportedArtifact(
                new CreateArtifact(
                        ArtifactType.REQUIREMENTS, "Title", ArtifactFormat.TEXT, RevisionText.of(" a\nb \u2028\n")),
                ArtifactStatus.EXPORTED,
                "Ada",
                Instant.parse("2026-01-02T03:04:05Z"));
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.write(HEADER.getBytes(StandardCharsets.UTF_8));
        new CairnWriter().write(file, new Imported.Collected(data));
        new CairnWriter().write(file, artifact);
        Collected all = Collected.of(FORMAT, file.toByteArray());
        assertThat(all.problems).isEmpty();
        assertThat(all.collected).containsExactly(data);
        assertThat(all.artifacts).containsExactly(artifact);
    }

    @Test
    void timesAreWrittenWithMillisecondsAndEnumsInLowerCase() throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        Collected one = Collected.of(
                FORMAT,
                HEADER + "{\"ticket\":{\"externalId\":\"1\",\"title\":\"t\",\"status\":\"in_progress\","
                        + "\"createdAt\":\"2025-01-01T00:00:00Z\"}}");
        new CairnWriter().write(file, one.only());
        assertThat(file.toString(StandardCharsets.UTF_8))
                .contains("\"createdAt\":\"2025-01-01T00:00:00.000Z\"", "\"status\":\"in_progress\"", "\"number\":null")
                .endsWith("}}\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"ticket\":{\"externalId\":\"1\",\"title\":\"t\",\"colour\":\"red\"}}",
                "{\"ticket\":{\"externalId\":\"1\",\"title\":\"t\",\"assigneeId\":null,\"parentId\":\"2\"}}",
                "{\"ticket\":{\"externalId\":\"1\",\"title\":\"t\",\"tasks\":[{\"externalId\":\"1.1\",\"content\":\"c\",\"assigneeId\":\"2\"}]}}",
                "{\"ticket\":{\"externalId\":\"1\",\"title\":7}}",
                "{\"ticket\":{\"externalId\":\"1\",\"title\":\" \"}}",
                "{\"ticket\":{\"externalId\":\"1\"}}",
                "{\"ticket\":{\"externalId\":\"1\",\"title\":\"t\",\"status\":\"OPEN\"}}",
                "{\"ticket\":{\"externalId\":\"1\",\"title\":\"t\",\"number\":1.5}}",
                "{\"ticket\":{\"externalId\":\"1\",\"title\":\"t\",\"number\":99999999999}}",
                "{\"ticket\":{\"externalId\":\"1\",\"title\":\"t\",\"number\":2147483647}}",
                "{\"ticket\":{\"externalId\":\"1\",\"title\":\"t\",\"number\":1000000000}}",
                "{\"ticket\":{\"externalId\":\"1\",\"title\":\"t\",\"number\":0}}",
                "{\"ticket\":{\"externalId\":\"1\",\"title\":\"t\",\"position\":9007199254740992}}",
                "{\"ticket\":{\"externalId\":\"1\",\"title\":\"t\",\"estimatedMinutes\":1000001}}",
                "{\"ticket\":{\"externalId\":\"1\",\"title\":\"t\",\"updatedAt\":\"9999-12-31T23:59:59.999Z\"}}",
                "{\"ticket\":{\"externalId\":\"1\",\"title\":\"t\",\"createdAt\":\"9999-12-31T23:59:59-01:00\"}}",
                "{\"ticket\":{\"externalId\":\"1\",\"title\":\"t\",\"dueAt\":\"+10000-01-01T00:00:00Z\"}}",
                "{\"ticket\":{\"externalId\":\"1\",\"title\":\"\u200b\"}}",
                "{\"ticket\":{\"externalId\":\"1\",\"title\":\"t\",\"dueAt\":\"soon\"}}",
                "{\"ticket\":{\"externalId\":\"1\",\"title\":\"t\",\"metadata\":[]}}",
                "{\"ticket\":{\"externalId\":\"1\",\"title\":\"t\",\"labels\":[7]}}",
                "{\"ticket\":{\"externalId\":\"1\",\"title\":\"t\",\"links\":[{\"other\":\"2\"}]}}",
                "{\"ticket\":{\"externalId\":\"1\",\"title\":\"t\"},\"more\":1}",
                "{\"queue\":{\"name\":\"q\",\"leaseSeconds\":1}}",
                "{\"story\":{}}",
                "{\"collectedData\":{\"actors\":[7]}}",
                "{\"collectedData\":null}",
                "{\"collectedData\":{},\"more\":1}",
                "{\"artifact\":{\"title\":\"t\"}}",
                "{\"artifact\":{\"title\":\"t\",\"content\":\"\"}}",
                "{\"artifact\":{\"title\":\"t\",\"content\":\"c\",\"type\":\"DOCUMENT\"}}",
                "{\"a\":1,\"a\":1}",
                "nothing"
            })
    void aLineThatIsNotExactlyRightIsLeftOut(String line) {
        Collected all = Collected.of(FORMAT, HEADER + line + "\n{\"ticket\":{\"externalId\":\"2\",\"title\":\"t\"}}");
        assertThat(all.only().externalId()).isEqualTo("2");
        assertThat(all.queues).isEmpty();
        assertThat(all.problemsAt()).containsExactly("malformed line 2");
    }

    /** A number at the end would leave none for the tickets made afterwards. */
    @Test
    void aNumberThatIsTakenOrLeavesNoRoomIsGivenAnew() {
        String lines = IntStream.of(900_000_000, 900_000_000, 900_000_001, 999_999_999)
                .mapToObj("{\"ticket\":{\"externalId\":\"%1$d\",\"title\":\"t\",\"number\":%1$d}}\n"::formatted)
                .collect(Collectors.joining());
        Collected all = Collected.of(FORMAT, HEADER + lines.replaceFirst("\"900000000\"", "\"1\""));
        assertThat(all.tickets).extracting(ImportedTicket::number).containsExactly(900_000_000, null, null, null);
        assertThat(all.problemsAt())
                .containsExactly("not_carried_over line 3", "not_carried_over line 4", "not_carried_over line 5");
    }

    @Test
    void aRepeatedIdIsADuplicate() {
        String line = "{\"ticket\":{\"externalId\":\"2\",\"title\":\"t\"}}\n";
        Collected all = Collected.of(FORMAT, HEADER + line + line);
        assertThat(all.tickets).hasSize(1);
        assertThat(all.problemsAt()).containsExactly("duplicate line 3");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "[]",
                "{\"cairn\":3,\"project\":{\"key\":\"CRN\",\"name\":\"n\",\"settings\":{\"autoCompleteTickets\":true}}}",
                "{\"cairn\":4294967297,\"project\":{\"key\":\"CRN\",\"name\":\"n\",\"settings\":{\"autoCompleteTickets\":true}}}",
                "{\"cairn\":1,\"project\":{\"key\":\"CRN\",\"name\":\"n\"}}",
                "{\"cairn\":1,\"project\":{\"key\":\"CRN\",\"name\":\"n\",\"x\":1,\"settings\":{\"autoCompleteTickets\":true}}}",
                "PK\u0003\u0004"
            })
    void anotherFileIsRefused(String file) {
        assertThatThrownBy(() -> Collected.of(FORMAT, file))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining("Expected Cairn's JSON Lines");
    }

    @Test
    void theFormatsAreKnownByName() {
        assertThat(Formats.all(Clock.systemUTC(), List.of()))
                .extracting(f -> f.name())
                .containsExactly("taskmaster", "beads", "github", "backlog", "cairn");
        assertThat(Formats.exportWriter()).isInstanceOf(CairnWriter.class);
    }
}

package dev.cairn.usecase;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.application.interchange.ImportProblem;
import dev.cairn.application.interchange.ImportReport;
import dev.cairn.application.interchange.ImportRequest;
import dev.cairn.application.project.CreateProject;
import dev.cairn.domain.kernel.PageRequest;
import dev.cairn.domain.kernel.Sort;
import dev.cairn.domain.project.ProjectRef;
import dev.cairn.domain.ticket.Task;
import dev.cairn.domain.ticket.TicketFilter;
import dev.cairn.domain.ticket.TicketKey;
import dev.cairn.domain.ticket.TicketRef;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Nothing that a file brings makes a project unreadable, or keeps it from taking more. */
class ImportBoundsUseCaseTest extends UseCaseTest {
    private static final String HEADER =
            "{\"cairn\":1,\"project\":{\"key\":\"XYZ\",\"name\":\"n\",\"settings\":{\"autoCompleteTickets\":true}}}\n";

    @ParameterizedTest
    @CsvSource({"2147483647,0", "1000000000,0", "999999999,1", "900000001,1", "900000000,1"})
    void whateverNumberAFileAsksForTheProjectStaysReadableAndTakesMoreTickets(int number, int created)
            throws IOException {
        ImportReport report = run(
                "cairn",
                HEADER + "{\"ticket\":{\"externalId\":\"1\",\"title\":\"t\",\"number\":%d}}".formatted(number));
        assertThat(report.created()).isEqualTo(created);
        assertThat(report.problems()).hasSize(number <= TicketKey.NUMBER_WANTED_MAX ? 0 : 1);
        ticket("One more");
        String export = export();
        assertThat(export.lines().filter(line -> line.startsWith("{\"ticket\"")))
                .hasSize(created + 1);
        services.projects().create(owner, CreateProject.of("CPY", "Copy"));
        assertThat(run(ProjectRef.parse("CPY"), "cairn", export).created()).isEqualTo(created + 1);
    }

    @Test
    void aNumberThatAppearsTwiceCostsNoTicket() throws IOException {
        String ticket = "{\"ticket\":{\"externalId\":\"%d\",\"title\":\"t\",\"number\":7}}\n";
        ImportReport report = run("cairn", HEADER + ticket.formatted(1) + ticket.formatted(2));
        assertThat(report.created()).isEqualTo(2);
        assertThat(report.problems()).hasSize(1);
    }

    /** R36: what a merge makes of two files is no larger than what an import takes. */
    @Test
    void noTicketGetsMoreTasksThanItsCopyTakes() throws IOException {
        run("taskmaster", subtasks(1, 600));
        ImportReport second = run("taskmaster", subtasks(601, 1_200));
        assertThat(second.problems()).extracting(ImportProblem::code).contains("not_carried_over");
        assertThat(tasks(CRN)).isEqualTo(Task.PER_TICKET_MAX);
        services.projects().create(owner, CreateProject.of("CPY", "Copy"));
        ProjectRef copy = ProjectRef.parse("CPY");
        assertThat(run(copy, "cairn", export()).created()).isEqualTo(1);
        assertThat(tasks(copy)).isEqualTo(Task.PER_TICKET_MAX);

        for (int pruned = 0; pruned < 2; pruned++) {
            services.imports()
                    .run(
                            owner,
                            CRN,
                            ImportRequest.of("taskmaster").pruning(),
                            new ByteArrayInputStream(subtasks(601, 1_200).getBytes(UTF_8)));
        }
        assertThat(tasks(CRN)).as("once there is room the others come").isEqualTo(600);
    }

    private int tasks(ProjectRef project) {
        return services
                .tickets()
                .list(owner, project, TicketFilter.ANY, PageRequest.first(Sort.by(Sort.asc("number"))))
                .items()
                .stream()
                .mapToInt(ticket -> services.tickets()
                        .get(owner, TicketRef.of(ticket.id()))
                        .tasks()
                        .size())
                .sum();
    }

    private static String subtasks(int from, int to) {
        return IntStream.rangeClosed(from, to)
                .mapToObj("{\"id\":%1$d,\"title\":\"s%1$d\",\"status\":\"pending\",\"dependencies\":[]}"::formatted)
                .collect(Collectors.joining(
                        ",",
                        "{\"master\":{\"tasks\":[{\"id\":1,\"title\":\"T\",\"status\":\"pending\",\"dependencies\":[],\"subtasks\":[",
                        "]}]}}"));
    }

    @Test
    void aTimeAtTheEndOfAllTimesIsNotMovedBeyondIt() throws IOException {
        for (String time : new String[] {"9999-12-31T23:59:59.999Z", "9999-12-30T23:59:59.999Z"}) {
            run("beads", """
                    {"id":"a","title":"A","created_at":"%1$s","updated_at":"%1$s"}
                    {"id":"b","title":"B","created_at":"%1$s","updated_at":"%1$s","dependencies":[{"depends_on_id":"a","type":"parent-child"}]}
                    """.formatted(time));
            assertThat(export()).doesNotContain("10000");
        }
    }

    private ImportReport run(String format, String file) throws IOException {
        return run(CRN, format, file);
    }

    private ImportReport run(ProjectRef project, String format, String file) throws IOException {
        return services.imports().run(owner, project, format, new ByteArrayInputStream(file.getBytes(UTF_8)));
    }

    private String export() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        services.exports().export(owner, CRN, out);
        return out.toString(UTF_8);
    }
}

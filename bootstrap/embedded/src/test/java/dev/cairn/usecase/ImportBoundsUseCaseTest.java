package dev.cairn.usecase;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.application.interchange.ImportReport;
import dev.cairn.application.project.CreateProject;
import dev.cairn.domain.project.ProjectRef;
import dev.cairn.domain.ticket.TicketKey;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
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

package dev.cairn.usecase;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.application.interchange.ImportProblem;
import dev.cairn.application.interchange.ImportReport;
import dev.cairn.domain.activity.ActivityFilter;
import dev.cairn.domain.activity.ActivityLog;
import dev.cairn.domain.artifact.ArtifactFilter;
import dev.cairn.domain.kernel.PageRequest;
import dev.cairn.domain.kernel.Sort;
import dev.cairn.domain.ticket.TaskStatus;
import dev.cairn.domain.ticket.TicketRef;
import dev.cairn.domain.ticket.TicketStatus;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

/** Issues of GitHub and folders of Backlog.md, once and again. */
class TrackersUseCaseTest extends UseCaseTest {
    private static final String ISSUES = """
            [{"number":7,"title":"Sails","body":"blocked by #2\\n- [ ] cut\\n- [x] dye","state":"CLOSED","updatedAt":"2026-01-02T00:00:00Z"},
             {"number":2,"title":"Mast","state":"OPEN","milestone":{"title":"Launch","dueOn":"2026-09-01T00:00:00Z"}}]
            """;

    @Test
    void issuesKeepTheirNumbersAndAClosedOneItsOpenTasks() throws IOException {
        assertThat(run("github", ISSUES.getBytes(UTF_8)).created()).isEqualTo(2);
        var sails = services.tickets().get(owner, TicketRef.parse("CRN-7"));
        assertThat(sails.ticket().status()).isEqualTo(TicketStatus.COMPLETED);
        assertThat(sails.tasks())
                .extracting(task -> task.status())
                .containsExactly(TaskStatus.PENDING, TaskStatus.COMPLETED);
        assertThat(services.tickets()
                        .get(owner, TicketRef.parse("CRN-2"))
                        .ticket()
                        .content()
                        .labels())
                .containsExactly("milestone:Launch");
    }

    /** I2 */
    @Test
    void theSameIssuesAgainChangeNothingAndChangedOnesUpdate() throws IOException {
        run("github", ISSUES.getBytes(UTF_8));
        ImportReport again = run("github", ISSUES.getBytes(UTF_8));
        assertThat(List.of(again.created(), again.updated(), again.unchanged())).containsExactly(0, 0, 2);
        String changed =
                ISSUES.replace("- [ ] cut", "- [ ] measure\\n- [x] cut").replace("01-02T", "01-03T");
        assertThat(run("github", changed.getBytes(UTF_8)).updated()).isEqualTo(1);
        assertThat(services.tickets().get(owner, TicketRef.parse("CRN-7")).tasks())
                .extracting(task -> task.content().content() + " " + task.status())
                .contains("cut COMPLETED", "measure PENDING");
    }

    @Test
    void aFolderOfBacklogArrivesWithItsDocuments() throws IOException {
        byte[] folder = zip(Map.of(
                "tasks/a.md", "---\nid: TASK-3\ntitle: Mast\ndependencies: [task-1]\n---\nwords",
                "archive/tasks/b.md", "---\nid: TASK-1\ntitle: Keel\n---\n",
                "docs/doc-1 - Oak.md", "Oak is dear"));
        ImportReport first = run("backlog", folder);
        assertThat(first.created()).isEqualTo(2);
        assertThat(first.problems()).extracting(ImportProblem::code).isEmpty();
        assertThat(services.tickets()
                        .get(owner, TicketRef.parse("CRN-1"))
                        .ticket()
                        .lifecycle()
                        .archived())
                .isTrue();
        assertThat(services.artifacts()
                        .list(owner, CRN, ArtifactFilter.ANY, PageRequest.first(Sort.by(Sort.asc("createdAt"))))
                        .items())
                .extracting(artifact -> artifact.content().title())
                .containsExactly("docs/doc-1 - Oak");
        long before = lastSeq();
        assertThat(run("backlog", folder).unchanged()).isEqualTo(2);
        assertThat(lastSeq()).isEqualTo(before);
    }

    private long lastSeq() {
        return services.activity()
                .list(
                        owner,
                        CRN,
                        new ActivityFilter(null, null, null, List.of()),
                        new PageRequest(1, null, ActivityLog.NEWEST_FIRST, false))
                .items()
                .getFirst()
                .seq();
    }

    private ImportReport run(String format, byte[] file) throws IOException {
        return services.imports().run(owner, CRN, format, new ByteArrayInputStream(file));
    }

    private static byte[] zip(Map<String, String> files) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> file : new TreeMap<>(files).entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue().getBytes(UTF_8));
            }
        }
        return bytes.toByteArray();
    }
}

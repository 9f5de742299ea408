package dev.cairn.interchange;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.application.interchange.ImportedTicket;
import dev.cairn.application.interchange.ImportedTicket.ImportedComment;
import dev.cairn.application.interchange.ImportedTicket.ImportedTask;
import dev.cairn.application.interchange.TrackerFormat;
import dev.cairn.domain.error.DomainError;
import dev.cairn.domain.interchange.Alias;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.kernel.Lifecycle;
import dev.cairn.domain.kernel.Text;
import dev.cairn.domain.ticket.Comment;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Files of chance: whatever they hold, each entry ends as a ticket, as skipped or as a problem, within the limits. */
class HostileFilesTest {
    private static final int ROUNDS = 3_000;

    @Test
    void everyEntryOfARandomBeadsFileIsAccountedFor() {
        long seed = Long.getLong("cairn.seed", System.nanoTime());
        for (int round = 0; round < ROUNDS; round++) {
            RandomFiles random = new RandomFiles(seed + round);
            List<String> lines = random.beads();
            Collected all = Collected.of(Samples.BEADS, String.join("\n", lines));
            String as = "seed " + (seed + round);
            assertThat(all.tickets).as(as).allSatisfy(HostileFilesTest::isWithinTheLimits);
            long left = all.problems.stream()
                    .filter(problem -> problem.message().startsWith("Left out")
                            || problem.message().startsWith("Not JSON"))
                    .count();
            assertThat(all.tickets.size() + all.skipped.size() + left).as(as).isEqualTo(lines.size());
        }
    }

    @Test
    void everyEntryOfARandomTaskMasterFileIsAccountedFor() {
        long seed = Long.getLong("cairn.seed", System.nanoTime());
        for (int round = 0; round < ROUNDS; round++) {
            RandomFiles random = new RandomFiles(seed + round);
            Map<String, List<String>> tags = random.taskMaster();
            Collected all = Collected.of(Samples.TASK_MASTER, RandomFiles.document(tags));
            String as = "seed " + (seed + round);
            assertThat(all.tickets).as(as).allSatisfy(HostileFilesTest::isWithinTheLimits);
            assertThat(all.tickets)
                    .as(as)
                    .extracting(ImportedTicket::externalId)
                    .doesNotHaveDuplicates();
            long entries = tags.values().stream().mapToLong(List::size).sum();
            long left = all.problems.stream()
                    .filter(problem -> problem.message().startsWith("Left out")
                            && !problem.place().contains("/subtasks/"))
                    .count();
            assertThat(all.tickets.size() + left).as(as).isEqualTo(entries);
        }
    }

    @Test
    void aMutatedFileIsReadOrRefusedAndNothingElse() {
        long seed = Long.getLong("cairn.seed", System.nanoTime());
        for (int round = 0; round < ROUNDS; round++) {
            RandomFiles random = new RandomFiles(seed + round);
            for (TrackerFormat format : List.of(Samples.BEADS, Samples.TASK_MASTER, new CairnFormat())) {
                byte[] file = random.mutated(random.good(format.name()).getBytes(StandardCharsets.UTF_8));
                try {
                    Collected all = Collected.of(format, file);
                    assertThat(all.tickets).as("seed %d", seed + round).allSatisfy(HostileFilesTest::isWithinTheLimits);
                } catch (DomainError e) {
                    assertThat(e.getMessage()).as("seed %d", seed + round).contains("Expected");
                }
            }
        }
    }

    /** Beside the contents, which know theirs: what the domain refuses, the import would. */
    private static void isWithinTheLimits(ImportedTicket ticket) {
        Text.exact("externalId", ticket.externalId(), 1, Alias.EXTERNAL_ID_MAX);
        if (ticket.updatedAt() != null) {
            Instant touched = new Lifecycle(0, ticket.updatedAt(), ticket.updatedAt(), null, null, null)
                    .touch(Instant.EPOCH)
                    .updatedAt();
            assertThat(touched).isBefore("+10000-01-01T00:00:00Z");
        }
        for (ImportedTask task : ticket.tasks()) {
            Text.exact("externalId", task.externalId(), 1, Alias.EXTERNAL_ID_MAX);
        }
        for (ImportedComment comment : ticket.comments()) {
            Text.exact("externalId", comment.externalId(), 1, Alias.EXTERNAL_ID_MAX);
            assertThat(new Comment(
                                    new Id<>(1),
                                    new Id<>(2),
                                    null,
                                    comment.author(),
                                    comment.content(),
                                    Instant.EPOCH,
                                    Instant.EPOCH,
                                    null,
                                    null)
                            .content())
                    .isEqualTo(comment.content());
        }
        ticket.links().forEach(link -> Text.exact("other", link.other(), 1, Alias.EXTERNAL_ID_MAX));
    }
}

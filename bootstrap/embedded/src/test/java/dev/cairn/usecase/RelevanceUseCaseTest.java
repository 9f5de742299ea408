package dev.cairn.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import dev.cairn.application.project.CreateProject;
import dev.cairn.application.ticket.CreateTicket;
import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.file.ProjectFile;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.project.Project;
import dev.cairn.domain.relevance.RelevantFile;
import dev.cairn.domain.relevance.RelevantFile.Weights;
import dev.cairn.domain.ticket.TicketContent;
import dev.cairn.domain.ticket.TicketWithTasks;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which files matter to a ticket, and why (L38). */
class RelevanceUseCaseTest extends UseCaseTest {
    private List<RelevantFile> relevant(TicketWithTasks ticket) {
        return services.relevance().relevant(owner, ref(ticket), 10);
    }

    private static List<String> paths(List<RelevantFile> relevant) {
        return relevant.stream().map(each -> each.file().path()).toList();
    }

    private void someFiles() {
        PutFiles index = new PutFiles(cairn, project);
        index.put("src/http/HttpClient.java", "/** Sends requests. */ class HttpClient { void connect() {} }");
        index.put("src/http/Retry.java", "class Retry { int backoff; }");
        index.put("src/web/Page.java", "import http.HttpClient;\nclass Page {}");
        index.put("src/util/Text.java", "class Text { String trim; }");
    }

    /** L38 */
    @Test
    void theReasonsAddUpToTheScoreAndSayWhatTheyAre() {
        someFiles();
        List<RelevantFile> found = relevant(ticket("The http client sends no requests"));
        assertThat(paths(found)).startsWith("src/http/HttpClient.java");
        Weights weights = Weights.USED;
        assertThat(found).allSatisfy(each -> {
            RelevantFile.Why why = each.why();
            double sum = weights.suggested() * why.suggested()
                    + weights.text() * why.text()
                    + weights.path() * why.path()
                    + weights.changed() * why.changed()
                    + weights.imports() * why.imports();
            assertThat(each.score()).isCloseTo(sum, offset(0.0001));
            assertThat(List.of(why.suggested(), why.text(), why.path(), why.changed(), why.imports()))
                    .allSatisfy(part -> assertThat(part).isBetween(0.0, 1.0));
        });
        assertThat(found.getFirst().why().words()).containsExactly("http", "client");
        RelevantFile page = found.stream()
                .filter(each -> each.file().name().equals("Page.java"))
                .findFirst()
                .orElseThrow();
        assertThat(page.why().importsWith()).contains("src/http/HttpClient.java");
        assertThat(page.why().imports()).isPositive();
    }

    /** L38 */
    @Test
    void equalFilesStandInTheOrderOfTheirPathsHoweverTheyWereFound() {
        PutFiles index = new PutFiles(cairn, project);
        Instant at = Instant.EPOCH;
        index.put("c/same.txt", "words of the ticket", at);
        index.put("a/same.txt", "words of the ticket", at);
        index.put("b/same.txt", "words of the ticket", at);
        TicketWithTasks ticket = ticket("Some words");
        assertThat(paths(relevant(ticket))).containsExactly("a/same.txt", "b/same.txt", "c/same.txt");
        assertThat(relevant(ticket)).isEqualTo(relevant(ticket));
    }

    /** L38 */
    @Test
    void aFileThatTheTicketNamesComesFirst() {
        PutFiles index = new PutFiles(cairn, project);
        ProjectFile named = index.put("zzz.txt", "nothing of it");
        index.put("a/http.txt", "http client");
        TicketContent content =
                TicketContent.titled("The http client").withSuggestedFileIds(List.of(named.id(), new Id<>(1)));
        TicketWithTasks ticket = services.tickets().create(owner, CRN, new CreateTicket(content, List.of()));
        assertThat(paths(relevant(ticket))).startsWith("zzz.txt");
    }

    /** L38 */
    @Test
    void whatWasChangedLastStandsBeforeItsEqualsAndACheckoutSaysNothing() {
        PutFiles index = new PutFiles(cairn, project);
        Instant at = Instant.EPOCH;
        index.put("a.txt", "same words", at);
        index.put("b.txt", "same words", at.plusSeconds(60));
        assertThat(paths(relevant(ticket("Words")))).containsExactly("b.txt", "a.txt");
    }

    /** L38 */
    @Test
    void withoutAnIndexOrWithoutWordsNothingMatters() {
        assertThat(relevant(ticket("The http client"))).isEmpty();
        new PutFiles(cairn, project).put("a.txt", "\" OR 1=1 -- * ( { } NEAR");
        assertThat(relevant(ticket("\" ' OR * ) NOT {x} : ^ NEAR("))).isNotNull();
        assertThat(relevant(ticket("?!"))).hasSizeLessThanOrEqualTo(1);
    }

    /** L38 */
    @Test
    void filesOfAnotherProjectAreNeverFound() {
        someFiles();
        Project other = services.projects().create(owner, CreateProject.of("OTH", "Other"));
        new PutFiles(cairn, other).put("client/http.txt", "http client http client");
        assertThat(paths(relevant(ticket("http client")))).doesNotContain("client/http.txt");
        assertRefused(
                ErrorCode.NOT_FOUND, () -> services.relevance().relevant(human("stranger"), ref(ticket("x")), 10));
        assertRefused(ErrorCode.RANGE, () -> services.relevance().relevant(owner, ref(ticket("x")), 0));
    }
}

package dev.cairn.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.Cairn;
import dev.cairn.application.agent.UsageService;
import dev.cairn.application.file.IndexJob;
import dev.cairn.application.job.JobRunner;
import dev.cairn.application.model.NewProvider;
import dev.cairn.application.model.Turn;
import dev.cairn.application.project.CreateProject;
import dev.cairn.application.work.UnitOfWork;
import dev.cairn.domain.agent.RunUsage;
import dev.cairn.domain.agent.SummaryUse;
import dev.cairn.domain.agent.SummaryUseRepository;
import dev.cairn.domain.agent.UsageTotal;
import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.file.FileFilter;
import dev.cairn.domain.file.ProjectFile;
import dev.cairn.domain.job.JobKind;
import dev.cairn.domain.job.JobRepository;
import dev.cairn.domain.kernel.Expected;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.kernel.PageRequest;
import dev.cairn.domain.kernel.Sort;
import dev.cairn.domain.model.BaseUrl;
import dev.cairn.domain.model.FailureKind;
import dev.cairn.domain.model.Price;
import dev.cairn.domain.model.ProviderContent;
import dev.cairn.domain.model.ProviderType;
import dev.cairn.domain.project.Project;
import dev.cairn.domain.project.ProjectRef;
import dev.cairn.domain.search.SearchHit;
import dev.cairn.domain.search.SearchKind;
import dev.cairn.domain.user.Caller;
import dev.cairn.testkit.ScriptedModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What files are is said by a model, where a project wants that (R53). */
class SummaryUseCaseTest extends UseCaseTest {
    private static final PageRequest ALL = new PageRequest(200, null, Sort.by(Sort.asc("path")), false);
    private static final int SECONDS_MAX = 30;

    private final ScriptedModel model = new ScriptedModel();
    private Path root = Path.of("");

    @BeforeEach
    void folder() throws IOException {
        cairn.close();
        cairn = Cairn.open(openedWith(), Map.of(), model);
        services = cairn;
        root = Files.createDirectory(directory.resolve("work"));
        Files.writeString(root.resolve("a.md"), "# Plain\n\nTaken out of the text.\n");
        services.projects().update(owner, CRN, Expected.ANY, content -> content.withLocalPath(root.toString()));
        ProviderContent content = new ProviderContent(
                "first", ProviderType.CUSTOM, new BaseUrl("http://127.0.0.1:1/v1"), "m", null, new Price(3, 15));
        services.providers().create(owner, new NewProvider(content, null, null));
    }

    private void want() {
        services.settings().changeOfProject(owner, CRN, settings -> settings.withModelSummaries(true));
    }

    private void index() {
        IndexJob job = services.indexing().start(owner, CRN, false);
        until(() -> !services.indexing().get(owner, job.id()).status().live());
    }

    private void until(BooleanSupplier reached) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS_MAX);
        while (!reached.getAsBoolean()) {
            assertThat(System.nanoTime()).isLessThan(end);
            cairn.get(JobRunner.class).beginAll();
            Thread.onSpinWait();
        }
    }

    private ProjectFile file() {
        List<ProjectFile> files =
                services.files().list(owner, CRN, FileFilter.ANY, ALL).items();
        assertThat(files).hasSize(1);
        return files.getFirst();
    }

    private List<String> found(String text) {
        return services.search().search(owner, text, List.of(SearchKind.FILE), null, 10).stream()
                .map(SearchHit::title)
                .toList();
    }

    /** X3, R53 */
    @Test
    void aModelSaysWhatFilesAreAndItStaysWithTheContents() throws IOException {
        want();
        model.says("Explains ", "the zeppelin.").says("Explains turnips.");
        index();
        until(() -> file().isSummarized());
        ProjectFile first = file();
        assertThat(first.summary()).isEqualTo("Explains the zeppelin.");
        assertThat(first.summaryModel()).isEqualTo("scripted");
        assertThat(found("zeppelin")).containsExactly("a.md");
        assertThat(model.asked().getFirst().turns())
                .containsExactly(new Turn.User("a.md\n\n# Plain\n\nTaken out of the text.\n"));

        Files.move(root.resolve("a.md"), root.resolve("b.md"));
        index();
        assertThat(file().path()).isEqualTo("b.md");
        assertThat(file().summary()).isEqualTo("Explains the zeppelin.");
        assertThat(found("zeppelin")).containsExactly("b.md");
        assertThat(model.asked()).hasSize(1);

        Files.writeString(root.resolve("b.md"), "# Other\n\nSomething else now.\n");
        index();
        until(() -> file().isSummarized());
        assertThat(file().summary()).isEqualTo("Explains turnips.");
        assertThat(found("zeppelin")).isEmpty();
    }

    @Test
    void withoutASettingOrAnAnswerTheSummaryIsTakenOutOfTheText() {
        index();
        assertThat(model.asked()).isEmpty();
        want();
        model.fails(FailureKind.UNAUTHORIZED, null);
        index();
        until(() -> !model.asked().isEmpty());
        assertThat(file().isSummarized()).isFalse();
        assertThat(file().summary()).contains("Taken out of the text");
    }

    /** T5, R53 */
    @Test
    void whatSummariesTakeCountsAgainstTheBudgetOfTheProject() throws IOException {
        Files.writeString(root.resolve("b.md"), "# Second\n\nOf the folder.\n");
        services.settings()
                .changeOfProject(
                        owner,
                        CRN,
                        settings -> settings.withModelSummaries(true).withAgentTokensPerDay(15));
        model.says("Explains it.");
        index();
        until(() -> !services.usage().totals(owner, CRN, null, null).isEmpty());
        UsageTotal total = new UsageTotal(null, project.id(), 1, 10, 5, false, 10 * 3 + 5 * 15, null);
        assertThat(services.usage().totals(owner, CRN, null, null)).containsExactly(total);
        assertThat(services.usage().totals(owner, null, null, null)).containsExactly(total);
        UsageTotal today = total.withDay(clock.instant().truncatedTo(ChronoUnit.DAYS));
        assertThat(services.usage().days(owner, CRN, null, null)).containsExactly(today);
        assertThat(services.usage().days(owner, null, null, null)).containsExactly(today);
        index();
        until(() -> cairn.get(JobRepository.class)
                .findLive(JobKind.SUMMARY, project.id())
                .isEmpty());
        assertThat(model.asked()).as("the budget of the day is used").hasSize(1);
        assertThat(services.usage().totals(human("Eve"), null, null, null)).isEmpty();
        clock.advance(Duration.ofDays(1));
        index();
        until(() -> model.asked().size() == 2);
    }

    /** T5 */
    @Test
    void whatASummaryTookThatFailedCounts() {
        want();
        model.fails(FailureKind.INVALID_REQUEST, null);
        index();
        until(() -> !services.usage().totals(owner, CRN, null, null).isEmpty());
        assertThat(services.usage().totals(owner, CRN, null, null))
                .containsExactly(new UsageTotal(null, project.id(), 1, 10, 5, false, 10 * 3 + 5 * 15, null));
    }

    /** T5, L24 */
    @Test
    void whatWasAskedForASummaryThatIsStoppedCounts() throws InterruptedException {
        want();
        CountDownLatch reached = new CountDownLatch(1);
        model.stalls(reached, "Explains ");
        index();
        assertThat(reached.await(SECONDS_MAX, TimeUnit.SECONDS)).isTrue();
        cairn.get(JobRunner.class).close();
        assertThat(services.usage().totals(owner, CRN, null, null))
                .containsExactly(new UsageTotal(null, project.id(), 1, 10, 5, false, 10 * 3 + 5 * 15, null));
        assertThat(file().isSummarized()).isFalse();
    }

    /** T5 */
    @Test
    void moreSumsThanFitIntoAnAnswerAreRefusedNotCut() {
        int days = UsageService.DAYS_MAX - 1;
        Instant today = clock.instant();
        List<Id<Project>> projects = IntStream.rangeClosed(0, UsageTotal.ASKED_MAX / days)
                .<Id<Project>>mapToObj(i -> services.projects()
                        .create(owner, CreateProject.of("DAYS" + i, "Days " + i))
                        .id())
                .toList();
        SummaryUseRepository uses = cairn.get(SummaryUseRepository.class);
        cairn.get(UnitOfWork.class).write(Caller.system(), act -> {
            for (Id<Project> one : projects) {
                for (int day = 0; day < days; day++) {
                    RunUsage usage = new RunUsage(10, 5, false, null);
                    uses.insert(
                            new SummaryUse(act.newId(), one, owner.userId(), usage, today.minus(day, ChronoUnit.DAYS)));
                }
            }
            return days;
        });
        Instant first = today.minus(days - 1L, ChronoUnit.DAYS);
        assertRefused(ErrorCode.RANGE, () -> services.usage().days(owner, null, first, null));
        assertThat(services.usage().days(owner, ProjectRef.parse("DAYS0"), first, null))
                .hasSize(days);
    }
}

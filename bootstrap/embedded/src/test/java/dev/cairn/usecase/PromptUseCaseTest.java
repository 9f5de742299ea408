package dev.cairn.usecase;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.application.interchange.ImportReport;
import dev.cairn.application.project.CreateProject;
import dev.cairn.domain.access.Role;
import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.kernel.Expected;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.kernel.Json;
import dev.cairn.domain.kernel.PageRequest;
import dev.cairn.domain.kernel.Sort;
import dev.cairn.domain.project.ProjectRef;
import dev.cairn.domain.prompt.Prompt;
import dev.cairn.domain.prompt.PromptContent;
import dev.cairn.domain.prompt.PromptFilter;
import dev.cairn.domain.search.SearchHit;
import dev.cairn.domain.search.SearchKind;
import dev.cairn.domain.user.Caller;
import dev.cairn.domain.user.SystemRole;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Prompts, of projects and of none, and their files (R49). */
class PromptUseCaseTest extends UseCaseTest {
    private static final PageRequest BY_TITLE =
            new PageRequest(PageRequest.LIMIT_MAX, null, Sort.by(Sort.asc("title")), false);

    /** More than are stored in one transaction. */
    private static final int MANY = 45;

    private Prompt keep(@Nullable ProjectRef where, String title) {
        return services.prompts().create(owner, where, PromptContent.of(title, "Text of " + title));
    }

    private List<PromptContent> all(Caller caller, @Nullable ProjectRef where) {
        return services.prompts().list(caller, where, PromptFilter.of(null), BY_TITLE).items().stream()
                .map(Prompt::content)
                .toList();
    }

    private ImportReport imported(Caller caller, @Nullable ProjectRef where, String format, byte[] file) {
        try {
            return services.promptFiles().run(caller, where, format, "file.md", new ByteArrayInputStream(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] exported(Caller caller, @Nullable ProjectRef where, String format) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            services.promptFiles().export(caller, where, format, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static ProjectRef other(UseCaseTest test) {
        test.services.projects().create(test.owner, CreateProject.of("OTHER", "Other"));
        return ProjectRef.parse("OTHER");
    }

    /** R49 */
    @Test
    void aPromptOfNoProjectIsReadByEverybodyAndChangedByItsOwnerAndAdmins() {
        Caller ada = human("Ada");
        Caller bob = human("Bob");
        Prompt prompt = services.prompts().create(ada, null, PromptContent.of("Review", "x"));
        assertThat(services.prompts().get(bob, prompt.id())).isEqualTo(prompt);
        assertThat(all(bob, null)).containsExactly(prompt.content());
        assertRefused(
                ErrorCode.NOT_YOURS,
                () -> services.prompts().update(bob, prompt.id(), Expected.ANY, content -> content.withContent("y")));
        assertRefused(ErrorCode.NOT_YOURS, () -> services.prompts().delete(bob, prompt.id(), Expected.ANY));
        assertThat(owner.systemRole()).isEqualTo(SystemRole.ADMIN);
        services.prompts().update(owner, prompt.id(), Expected.ANY, content -> content.withContent("y"));
        services.prompts().delete(ada, prompt.id(), Expected.ANY);
        assertRefused(ErrorCode.NOT_YOURS, () -> services.prompts().restore(bob, prompt.id(), Expected.ANY));
        assertThat(services.prompts()
                        .restore(ada, prompt.id(), Expected.ANY)
                        .content()
                        .content())
                .isEqualTo("y");
    }

    /** R18 */
    @Test
    void whoIsLimitedToAProjectReachesNoPromptOutsideOfIt() {
        Prompt outside = keep(null, "Out");
        Prompt inside = keep(CRN, "In");
        Caller limited = new Caller(
                owner.userId(), owner.name(), owner.systemRole(), owner.scopes(), project.id(), owner.credential());
        assertThat(services.prompts().get(limited, inside.id())).isEqualTo(inside);
        assertRefused(ErrorCode.NOT_FOUND, () -> services.prompts().get(limited, outside.id()));
        assertRefused(ErrorCode.SCOPE_REQUIRED, () -> all(limited, null));
        assertRefused(
                ErrorCode.SCOPE_REQUIRED,
                () -> services.prompts().create(limited, null, PromptContent.of("More", "x")));
        assertRefused(ErrorCode.SCOPE_REQUIRED, () -> imported(limited, null, "markdown", "x".getBytes(UTF_8)));
        assertRefused(ErrorCode.SCOPE_REQUIRED, () -> exported(limited, null, "markdown"));
        assertThat(services.search().search(limited, "text", List.of(), null, 10))
                .extracting(SearchHit::id)
                .containsExactly(inside.id());
    }

    @Test
    void aProjectsPromptsFollowItsMembersAndItsArchive() {
        Prompt prompt = keep(CRN, "Review");
        Caller viewer = member("Viewer", Role.VIEWER);
        assertThat(all(viewer, CRN)).containsExactly(prompt.content());
        assertRefused(ErrorCode.ROLE_REQUIRED, () -> services.prompts().delete(viewer, prompt.id(), Expected.ANY));
        assertRefused(ErrorCode.NOT_FOUND, () -> services.prompts().get(human("Stranger"), prompt.id()));
        assertRefused(ErrorCode.NAME_TAKEN, () -> keep(CRN, "REVIEW"));
        services.projects().archive(owner, CRN, Expected.ANY);
        assertRefused(ErrorCode.PROJECT_ARCHIVED, () -> imported(owner, CRN, "markdown", "x".getBytes(UTF_8)));
        assertThat(exported(viewer, CRN, "markdown")).isNotEmpty();
    }

    /** R49, L36 */
    @ParameterizedTest
    @ValueSource(strings = {"markdown", "zip"})
    void whatGoesOutComesInElsewhereAndTheSameFileAgainChangesNothing(String format) {
        PromptContent whole = new PromptContent(
                "Ü \"quoted\" \\ 中", "\ufeff---\r\ntext\n---\n", "For x", List.of("a"), new Json("{\"model\":\"x\"}"));
        services.prompts().create(owner, CRN, whole);
        for (int i = 1; i < MANY; i++) {
            keep(CRN, "Prompt " + i);
        }
        byte[] file = exported(owner, CRN, format);
        ProjectRef other = other(this);
        assertThat(imported(owner, other, format, file)).isEqualTo(new ImportReport(MANY, 0, 0, 0, List.of()));
        assertThat(all(owner, other)).isEqualTo(all(owner, CRN)).contains(whole);
        assertThat(exported(owner, other, format)).isEqualTo(file);

        long before = lastEntry();
        assertThat(imported(owner, other, format, file)).isEqualTo(new ImportReport(0, 0, MANY, 0, List.of()));
        assertThat(lastEntry()).isEqualTo(before);
    }

    @Test
    void aFileUpdatesWhatItKnowsByItsTitleAndSaysWhatItCannotRead() {
        Prompt prompt = keep(CRN, "Review");
        String file = """
                ---
                cairn: prompts/1
                title: REVIEW
                ---
                new text
                ---
                cairn: prompts/1
                title: [
                ---
                bad
                ---
                cairn: prompts/1
                title: review
                ---
                twice
                ---
                cairn: prompts/1
                title: Another
                ---
                more
                """;
        ImportReport report = imported(owner, CRN, "markdown", file.getBytes(UTF_8));
        assertThat(List.of(report.created(), report.updated(), report.unchanged(), report.skipped()))
                .containsExactly(1, 1, 0, 2);
        assertThat(report.problems())
                .extracting(problem -> problem.place() + " " + problem.code())
                .containsExactly("line 6 malformed", "line 11 duplicate");
        Prompt updated = services.prompts().get(owner, prompt.id());
        assertThat(updated.content()).isEqualTo(PromptContent.of("REVIEW", "new text"));
        assertThat(updated.lifecycle().version()).isEqualTo(1);
        assertThat(all(owner, CRN)).hasSize(2);
    }

    @Test
    void anImportLeavesAloneWhatOthersMadeOutsideOfProjects() {
        Caller ada = human("Ada");
        Caller bob = human("Bob");
        Prompt same = services.prompts().create(ada, null, PromptContent.of("Same", "text"));
        Prompt other = services.prompts().create(ada, null, PromptContent.of("Other", "text"));
        byte[] file = exported(bob, null, "markdown");
        assertThat(imported(bob, null, "markdown", file)).isEqualTo(new ImportReport(0, 0, 2, 0, List.of()));
        byte[] edited = new String(file, UTF_8)
                .replace("\"Other\"\n---\ntext", "\"Other\"\n---\nmine")
                .getBytes(UTF_8);
        assertThat(imported(bob, null, "markdown", edited)).isEqualTo(new ImportReport(1, 0, 1, 0, List.of()));
        assertThat(services.prompts().get(ada, same.id())).isEqualTo(same);
        assertThat(services.prompts().get(ada, other.id())).isEqualTo(other);
        assertThat(imported(bob, null, "markdown", edited)).isEqualTo(new ImportReport(0, 0, 2, 0, List.of()));
    }

    /** L37: what is wrong at the end of an archive leaves nothing of its beginning. */
    @Test
    void aRefusedArchiveLeavesNothing() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (int i = 0; i < MANY; i++) {
                zip.putNextEntry(new ZipEntry("good " + i + ".md"));
                zip.write("text".getBytes(UTF_8));
            }
            zip.putNextEntry(new ZipEntry("../bad.md"));
        }
        long before = lastEntry();
        assertRefused(ErrorCode.FORMAT, () -> imported(owner, CRN, "zip", bytes.toByteArray()));
        assertThat(all(owner, CRN)).isEmpty();
        assertThat(lastEntry()).isEqualTo(before);
        assertRefused(ErrorCode.UNKNOWN_VALUE, () -> imported(owner, CRN, "tar", bytes.toByteArray()));
        assertRefused(ErrorCode.FORMAT, () -> imported(owner, CRN, "zip", "---\n".getBytes(UTF_8)));
    }

    /** R36: an export carries the prompts of its project, and imports to an equal one. */
    @Test
    void theExportOfAProjectCarriesItsPromptsAndNoOthers() throws IOException {
        PromptContent whole = new PromptContent(
                "Review", " \ufeffexact\r\n", "For x", List.of("a"), new Json("{\"n\":1.10,\"x\":{}}"));
        services.prompts().create(owner, CRN, whole);
        keep(null, "Outside");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        services.exports().export(owner, CRN, out);
        ProjectRef other = other(this);
        for (int i = 0; i < 2; i++) {
            services.imports().run(owner, other, "cairn", new ByteArrayInputStream(out.toByteArray()));
            assertThat(all(owner, other)).containsExactly(whole);
        }
    }

    /** R35, in the transaction of the change. */
    @Test
    void aPromptIsFoundByItsWordsAsLongAsItLives() {
        Prompt prompt = services.prompts().create(owner, CRN, PromptContent.of("修复登录页面", "Land the zeppelin"));
        for (String word : List.of("zepp", "登录")) {
            assertThat(found(word)).containsExactly(prompt.id());
        }
        services.prompts().update(owner, prompt.id(), Expected.ANY, content -> content.withContent("Balloon"));
        assertThat(found("zeppelin")).isEmpty();
        assertThat(found("balloon")).containsExactly(prompt.id());
        services.prompts().delete(owner, prompt.id(), Expected.ANY);
        assertThat(found("balloon")).isEmpty();
        services.prompts().restore(owner, prompt.id(), Expected.ANY);
        assertThat(found("balloon")).containsExactly(prompt.id());
        services.projects().delete(owner, CRN, Expected.ANY);
        assertRefused(ErrorCode.PARENT_DELETED, () -> services.prompts().restore(owner, prompt.id(), Expected.ANY));
    }

    private List<Id<?>> found(String word) {
        return services.search().search(owner, word, List.of(SearchKind.PROMPT), null, 10).stream()
                .<Id<?>>map(SearchHit::id)
                .toList();
    }

    private long lastEntry() {
        return services.activity()
                .list(
                        owner,
                        null,
                        new dev.cairn.domain.activity.ActivityFilter(null, null, null, List.of()),
                        new PageRequest(1, null, dev.cairn.domain.activity.ActivityLog.NEWEST_FIRST, false))
                .items()
                .getFirst()
                .seq();
    }
}

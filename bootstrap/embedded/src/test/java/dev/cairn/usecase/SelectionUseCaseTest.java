package dev.cairn.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.application.selection.DeselectFiles;
import dev.cairn.application.selection.SelectFiles;
import dev.cairn.application.selection.SelectedFile;
import dev.cairn.domain.access.Role;
import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.file.ProjectFile;
import dev.cairn.domain.kernel.Expected;
import dev.cairn.domain.user.Caller;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Which files somebody chose (R52). */
class SelectionUseCaseTest extends UseCaseTest {
    private static SelectFiles files(String... names) {
        return new SelectFiles(List.of(names), null);
    }

    private static List<String> paths(List<SelectedFile> selected) {
        return selected.stream().map(each -> each.file().path()).toList();
    }

    private List<String> selected() {
        return paths(services.selections().get(owner, CRN));
    }

    /** R52 */
    @Test
    void aSelectionIsReplacedAddedToAndCutAsASet() {
        PutFiles index = new PutFiles(cairn, project);
        ProjectFile a = index.put("a.java", "class A {}");
        index.put("b/b.ts", "");
        index.put("c.py", "");
        assertThat(paths(services.selections().replace(owner, CRN, files("b/b.ts", a.id().toString(), "a.java"))))
                .containsExactly("a.java", "b/b.ts");
        assertThat(paths(services.selections().add(owner, CRN, files("c.py", "b/b.ts"))))
                .containsExactly("a.java", "b/b.ts", "c.py");
        assertThat(paths(services.selections().remove(owner, CRN, new DeselectFiles(List.of("a.java", "gone.java")))))
                .containsExactly("b/b.ts", "c.py");
        assertThat(paths(services.selections().replace(owner, CRN, files()))).isEmpty();
    }

    /** R52 */
    @Test
    void deletingAFileDropsItsSelections() {
        PutFiles index = new PutFiles(cairn, project);
        ProjectFile a = index.put("a.java", "class A {}");
        index.put("b.java", "class B {}");
        services.selections().replace(owner, CRN, files("a.java", "b.java"));
        index.delete(a);
        assertThat(selected()).containsExactly("b.java");
    }

    /** R52 */
    @Test
    void eachMemberHasTheirOwnAndReadingIsEnough() {
        new PutFiles(cairn, project).put("a.java", "class A {}");
        Caller viewer = member("viewer", Role.VIEWER);
        services.selections().replace(viewer, CRN, new SelectFiles(List.of("a.java"), " to look at "));
        assertThat(selected()).isEmpty();
        assertThat(services.selections().get(viewer, CRN))
                .extracting(SelectedFile::reason)
                .containsExactly("to look at");
        assertRefused(ErrorCode.NOT_FOUND, () -> services.selections().get(human("stranger"), CRN));
    }

    /** R52 */
    @Test
    void aNameThatIsNoFilesChangesNothing() {
        new PutFiles(cairn, project).put("a.java", "class A {}");
        services.selections().replace(owner, CRN, files("a.java"));
        assertRefused(ErrorCode.NOT_FOUND, () -> services.selections().replace(owner, CRN, files("a.java", "b.java")));
        assertRefused(ErrorCode.NOT_FOUND, () -> services.selections().add(owner, CRN, files("../a.java")));
        assertRefused(ErrorCode.NOT_FOUND, () -> services.selections().add(owner, CRN, files("0123456789ABC")));
        assertThat(selected()).containsExactly("a.java");
    }

    /** R52 */
    @Test
    void moreThanFiveHundredAreRefusedInOneCallAndInSeveral() {
        PutFiles index = new PutFiles(cairn, project);
        List<String> names = IntStream.rangeClosed(0, SelectFiles.FILES_MAX)
                .mapToObj(i -> index.put(i + ".txt", "").path())
                .toList();
        assertRefused(ErrorCode.TOO_MANY, () -> new SelectFiles(names, null));
        services.selections().replace(owner, CRN, new SelectFiles(names.subList(1, names.size()), null));
        assertRefused(ErrorCode.TOO_MANY, () -> services.selections().add(owner, CRN, files("0.txt")));
        assertThat(selected()).hasSize(SelectFiles.FILES_MAX).doesNotContain("0.txt");
    }

    /** R22 */
    @Test
    void inAnArchivedProjectNothingIsChosen() {
        new PutFiles(cairn, project).put("a.java", "class A {}");
        services.projects().archive(owner, CRN, Expected.ANY);
        assertRefused(ErrorCode.PROJECT_ARCHIVED, () -> services.selections().replace(owner, CRN, files("a.java")));
        assertThat(selected()).isEmpty();
    }
}

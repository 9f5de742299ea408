package dev.cairn.domain.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.domain.error.Conflict;
import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.error.Invalid;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.user.SystemRole;
import dev.cairn.domain.user.User;
import dev.cairn.domain.user.UserContent;
import java.time.Instant;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProjectTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final Project DRAFT = Project.create(
            new Id<>(1), new Id<>(2), new ProjectKey("CRN"), new ProjectContent("Cairn", "", null, null, null), NOW);

    /** R20 */
    @ParameterizedTest
    @CsvSource({"DRAFT,ACTIVE", "ACTIVE,COMPLETED", "COMPLETED,ACTIVE", "ACTIVE,DRAFT"})
    void theseTransitionsAreAllowed(ProjectStatus from, ProjectStatus to) {
        assertThat(in(from).moveTo(to, NOW).status()).isEqualTo(to);
    }

    /** R20 */
    @ParameterizedTest
    @CsvSource({"DRAFT,COMPLETED", "DRAFT,DRAFT", "ACTIVE,ACTIVE", "COMPLETED,DRAFT", "COMPLETED,COMPLETED"})
    void othersAreConflictsThatNameTheAllowedOnes(ProjectStatus from, ProjectStatus to) {
        assertThatThrownBy(() -> in(from).moveTo(to, NOW)).isInstanceOfSatisfying(Conflict.class, e -> {
            assertThat(e.code()).isEqualTo(ErrorCode.TRANSITION_REFUSED);
            assertThat(e.details()).containsKey("allowed");
        });
    }

    @Test
    void aRefusedTransitionNamesTheStatusesAsTheyAreSent() {
        assertThatThrownBy(() -> DRAFT.moveTo(ProjectStatus.COMPLETED, NOW))
                .isInstanceOfSatisfying(Conflict.class, e -> {
                    assertThat(e.reason()).isEqualTo("A project that is draft cannot become completed");
                    assertThat(e.details()).containsEntry("allowed", List.of("active"));
                });
    }

    @Test
    void anArchivedProjectIsReadOnly() {
        Project archived = DRAFT.archive(NOW);
        assertThatThrownBy(() -> archived.edit(DRAFT.content(), NOW))
                .isInstanceOfSatisfying(
                        Conflict.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.PROJECT_ARCHIVED));
        assertThatThrownBy(() -> archived.moveTo(ProjectStatus.ACTIVE, NOW)).isInstanceOf(Conflict.class);
        assertThat(archived.unarchive(NOW).requireWritable().lifecycle().archived())
                .isFalse();
    }

    @Test
    void itIsTransferredToAnotherActiveHumanOnly() {
        User ada = human(3);
        Project transferred = DRAFT.transferTo(ada, NOW.plusSeconds(1));
        assertThat(transferred.ownerId()).isEqualTo(ada.id());
        assertThat(transferred.lifecycle().updatedAt()).isEqualTo(NOW.plusSeconds(1));
        assertRefused(ErrorCode.ALREADY_OWNER, () -> transferred.transferTo(ada, NOW));
        User agent = User.agent(new Id<>(4), ada.id(), UserContent.named("Robot"), NOW);
        assertRefused(ErrorCode.OWNER_NOT_ELIGIBLE, () -> DRAFT.transferTo(agent, NOW));
        User gone = human(5).deactivate(NOW);
        assertRefused(ErrorCode.OWNER_NOT_ELIGIBLE, () -> DRAFT.transferTo(gone, NOW));
        assertRefused(ErrorCode.PROJECT_ARCHIVED, () -> DRAFT.archive(NOW).transferTo(ada, NOW));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "A", "abc", "ABCDEFGHIJK", "A-B", "Ä1", "A B"})
    void aKeyHasTwoToTenOfAToZAndDigits(String key) {
        assertThatThrownBy(() -> new ProjectKey(key)).isInstanceOf(Invalid.class);
    }

    @Test
    void aReferenceIsAKeyOrAnId() {
        assertThat(ProjectRef.parse("CRN")).isEqualTo(new ProjectRef.ByKey(new ProjectKey("CRN")));
        assertThat(ProjectRef.parse(new Id<Project>(5).toString())).isEqualTo(ProjectRef.of(new Id<>(5)));
        for (String text : List.of("", "C", "stra\u00dfe", "../x", "CRN-1")) {
            assertThatThrownBy(() -> ProjectRef.parse(text)).isInstanceOf(Invalid.class);
        }
    }

    private static User human(long id) {
        return User.human(new Id<>(id), UserContent.named("Somebody"), SystemRole.MEMBER, NOW);
    }

    private static void assertRefused(ErrorCode code, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        Conflict.class, e -> assertThat(e.code()).isEqualTo(code));
    }

    private static Project in(ProjectStatus status) {
        return new Project(
                DRAFT.id(),
                DRAFT.ownerId(),
                DRAFT.key(),
                DRAFT.content(),
                status,
                DRAFT.assessment(),
                DRAFT.lifecycle());
    }
}

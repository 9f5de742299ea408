package dev.cairn.domain.artifact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.domain.error.Conflict;
import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.error.Invalid;
import dev.cairn.domain.kernel.Id;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** R26: revisions of an artifact, and its way from draft to exported. */
class ArtifactTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final Artifact FIRST = Artifact.create(
            new Id<>(1),
            new Id<>(2),
            ArtifactType.DOCUMENT,
            new ArtifactContent("Notes"),
            ArtifactFormat.MARKDOWN,
            RevisionText.of("one\n"),
            NOW);

    @Test
    void otherContentIsTheNextRevisionAndADraftAgain() {
        Artifact revised = FIRST.moveTo(ArtifactStatus.VALIDATED, NOW).revise(RevisionText.of("two"), NOW);
        assertThat(revised.revision()).isEqualTo(2);
        assertThat(revised.status()).isEqualTo(ArtifactStatus.DRAFT);
        assertThat(revised.sha256()).isEqualTo(RevisionText.of("two").sha256());
    }

    /** A title that differs in blanks around it only is the same. */
    @Test
    void theSameTitleAgainIsNoChange() {
        assertThat(FIRST.edit(new ArtifactContent("Notes\u00a0"), NOW)).isSameAs(FIRST);
        assertThat(FIRST.edit(new ArtifactContent("Other"), NOW).lifecycle().updatedAt())
                .isAfter(NOW);
    }

    @Test
    void theSameContentAgainIsNoRevision() {
        assertThat(FIRST.revise(RevisionText.of("one\n"), NOW)).isSameAs(FIRST);
        assertThat(FIRST.revise(RevisionText.of("one"), NOW).revision())
                .as("kept to the last blank")
                .isEqualTo(2);
    }

    @Test
    void theHashIsThatOfTheUtf8() {
        assertThat(RevisionText.of("abc").sha256())
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a\u0000b", "\ud800", "x\udc00"})
    void noContentAndHalfCharactersAreRefused(String text) {
        assertThatThrownBy(() -> RevisionText.of(text)).isInstanceOf(Invalid.class);
    }

    @Test
    void contentIsBoundedInBytes() {
        assertThat(RevisionText.of("x".repeat(RevisionText.BYTES_MAX)).text()).isNotEmpty();
        assertThatThrownBy(() -> RevisionText.of("é".repeat(RevisionText.BYTES_MAX / 2 + 1)))
                .isInstanceOfSatisfying(Invalid.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.LENGTH));
    }

    @ParameterizedTest
    @CsvSource({"DRAFT,EXPORTED", "DRAFT,DRAFT", "VALIDATED,VALIDATED", "EXPORTED,VALIDATED"})
    void otherTransitionsAreConflicts(ArtifactStatus from, ArtifactStatus to) {
        Artifact artifact = FIRST.withStatus(from);
        assertThatThrownBy(() -> artifact.moveTo(to, NOW))
                .isInstanceOfSatisfying(
                        Conflict.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.TRANSITION_REFUSED));
    }
}

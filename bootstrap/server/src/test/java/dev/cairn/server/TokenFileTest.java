package dev.cairn.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.domain.error.Invalid;
import dev.cairn.server.TokenFile.Token;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenFileTest {
    private static final int RACERS = 16;

    @TempDir
    Path folder;

    private Path path;
    private TokenFile file;

    @BeforeEach
    void name() {
        path = folder.resolve("token");
        file = new TokenFile(path);
    }

    @Test
    void theTokenIs256RandomBitsForThisUserOnlyAndStaysTheSame() throws IOException {
        Token made = file.readOrMake();
        assertThat(made.text()).matches("[A-Za-z0-9_-]{43}");
        assertThat(made.isNew()).isTrue();
        assertThat(path).hasContent(made.text() + "\n");
        assertThat(permissions(path)).isEqualTo("rw-------");
        assertThat(file.readOrMake()).isEqualTo(new Token(made.text(), false));
        assertThat(file.read()).hasValue(made.text());
        assertThat(folder).isDirectoryNotContaining("glob:**.part");
        assertThat(Token.random()).isNotEqualTo(Token.random());
    }

    @Test
    void aTokenThatOthersCouldReadIsClosedToThem() throws IOException {
        file.readOrMake();
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-r--r--"));
        file.readOrMake();
        assertThat(permissions(path)).isEqualTo("rw-------");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "short", "token with spaces and more than forty-three letters"})
    void aFileThatHoldsNoTokenIsLeftAsItIs(String content) throws IOException {
        Files.writeString(path, content);
        assertThatThrownBy(file::readOrMake).isInstanceOf(Invalid.class).hasMessageContaining("delete it");
        assertThat(path).hasContent(content);
    }

    @Test
    void manyFirstStartsAgreeOnOneToken() throws Exception {
        try (ExecutorService pool = Executors.newFixedThreadPool(RACERS)) {
            Callable<Token> start = () -> new TokenFile(path).readOrMake();
            int made = 0;
            for (Future<Token> token : pool.invokeAll(Collections.nCopies(RACERS, start))) {
                assertThat(path).hasContent(token.get().text() + "\n");
                made += token.get().isNew() ? 1 : 0;
            }
            assertThat(made).isEqualTo(1);
        }
    }

    /** R11. */
    @Test
    void noTextShowsTheToken() {
        Token token = Token.random();
        assertThat(token.toString()).doesNotContain(token.text());
    }

    /** What the link leads to may be anything, and is neither read nor changed. */
    @Test
    void aLinkIsRefusedAndItsTargetLeftAsItIs() throws IOException {
        Path target = Files.writeString(folder.resolve("target"), Token.random().text());
        Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rw-r--r--"));
        Files.createSymbolicLink(path, target);
        assertThatThrownBy(file::readOrMake).isInstanceOf(Invalid.class).hasMessageContaining("is a link");
        assertThat(file.read()).isEmpty();
        assertThat(permissions(target)).isEqualTo("rw-r--r--");
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}

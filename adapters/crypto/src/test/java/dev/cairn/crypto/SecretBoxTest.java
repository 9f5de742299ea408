package dev.cairn.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.application.port.SecretBox;
import dev.cairn.domain.error.Conflict;
import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.model.ProviderKey;
import dev.cairn.domain.model.SealedSecret;
import dev.cairn.domain.model.SecretPlace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** R45, L13–L15: what is sealed is opened where it belongs and as it was, or not at all. */
class SecretBoxTest {
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.";
    private static final SecretPlace HERE = new SecretPlace("providers", "secret", new Id<>(7));
    private static final ProviderKey KEY = new ProviderKey("sk-canary-0123456789abcdef");
    private static final String HEX = "00112233445566778899aabbccddeeff".repeat(2);

    @TempDir
    Path folder;

    private AesSecretBox box() {
        return new AesSecretBox(new KeySource(null, file()), Clock.systemUTC());
    }

    private Path file() {
        return folder.resolve("master.key");
    }

    private static AesSecretBox given(String keys) {
        return new AesSecretBox(new KeySource(keys, null), Clock.systemUTC());
    }

    private static void assertUnreadable(SecretBox box, String text, SecretPlace place) {
        assertThatThrownBy(() -> box.open(new SealedSecret(text), place))
                .as(text)
                .isInstanceOfSatisfying(Conflict.class, conflict -> {
                    assertThat(conflict.code()).isEqualTo(ErrorCode.SECRET_UNREADABLE);
                    assertThat(conflict.toString()).doesNotContain("canary");
                });
    }

    @Test
    void whatIsSealedIsOpened() {
        Random random = new Random(45);
        AesSecretBox box = box();
        Set<String> forms = new HashSet<>();
        for (int i = 0; i < 200; i++) {
            StringBuilder text = new StringBuilder("k");
            random.ints(random.nextInt(200), '!', 0x7f).forEach(text::appendCodePoint);
            ProviderKey key = new ProviderKey(text.toString());
            SealedSecret sealed = box.seal(key, HERE);
            assertThat(sealed.text()).matches("v1\\.k[0-9a-f]{8}\\.[A-Za-z0-9_-]+");
            assertThat(forms.add(sealed.text())).isTrue();
            assertThat(box().open(sealed, HERE)).isEqualTo(key);
        }
    }

    /** L14: also the last one, which in base 64 may mean nothing. */
    @Test
    void everyOtherCharacterAnywhereMakesItUnreadable() {
        AesSecretBox box = box();
        for (int length = 1; length < 6; length++) {
            String text = box.seal(new ProviderKey("canary".substring(0, length)), HERE)
                    .text();
            for (int i = 0; i < text.length(); i++) {
                for (int k = 0; k < ALPHABET.length(); k++) {
                    char other = ALPHABET.charAt(k);
                    if (other != text.charAt(i)) {
                        assertUnreadable(box, text.substring(0, i) + other + text.substring(i + 1), HERE);
                    }
                }
                assertUnreadable(box, text.substring(0, i), HERE);
                assertUnreadable(box, text.substring(0, i) + text.substring(i + 1), HERE);
            }
            assertUnreadable(box, text + "A", HERE);
            assertUnreadable(box, text + "=", HERE);
        }
    }

    /** L13 */
    @Test
    void whatWasMovedIsUnreadable() {
        AesSecretBox box = box();
        String text = box.seal(KEY, HERE).text();
        assertUnreadable(box, text, new SecretPlace("providers", "secret", new Id<>(8)));
        assertUnreadable(box, text, new SecretPlace("providers", "other", new Id<>(7)));
        assertUnreadable(box, text, new SecretPlace("agents", "secret", new Id<>(7)));
    }

    @Test
    void aKeyThatIsGoneIsNamed() {
        String text = given("old1 " + HEX).seal(KEY, HERE).text();
        assertThatThrownBy(() -> given("new1 " + HEX.replace('0', '1')).open(new SealedSecret(text), HERE))
                .isInstanceOf(Conflict.class)
                .hasMessageContaining("old1");
        assertUnreadable(given("old1 " + HEX.replace('0', '1')), text, HERE);
        assertThat(given("old1 %s, new1 %s".formatted(HEX, HEX.replace('0', '1')))
                        .open(new SealedSecret(text), HERE))
                .isEqualTo(KEY);
    }

    @Test
    void aKeyIsGivenWithOrWithoutAName() {
        SealedSecret sealed = given(HEX).seal(KEY, HERE);
        assertThat(given(HEX.toUpperCase(Locale.ROOT)).open(sealed, HERE)).isEqualTo(KEY);
        assertThat(sealed.text()).doesNotContain(HEX.substring(0, 8));
        for (String wrong : List.of("secret", HEX.substring(1), "a " + HEX, "old1 " + HEX + "00")) {
            assertThatThrownBy(() -> given(wrong).seal(KEY, HERE))
                    .as(wrong)
                    .isInstanceOfSatisfying(
                            Conflict.class,
                            conflict -> assertThat(conflict.code()).isEqualTo(ErrorCode.MASTER_KEY_UNUSABLE));
        }
    }

    /** L15 */
    @Test
    void theFileIsForItsOwnerOnly() throws IOException {
        box().seal(KEY, HERE);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                .isEqualTo("rw-------");
        assertThat(Files.readString(file())).matches("k[0-9a-f]{8} [0-9a-f]{64} \\d{4}-\\d{2}-\\d{2}\n");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).as("nothing else is left").containsExactly(file());
        }
    }

    /** L15 */
    @Test
    void aFileThatOthersMayReadIsRefused() throws IOException {
        AesSecretBox box = box();
        String text = box.seal(KEY, HERE).text();
        for (String permissions : List.of("rw-r-----", "rw----r--", "rw--w----", "rwxrwxrwx")) {
            Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString(permissions));
            assertThatThrownBy(() -> box.seal(KEY, HERE))
                    .isInstanceOfSatisfying(
                            Conflict.class,
                            conflict -> assertThat(conflict.code()).isEqualTo(ErrorCode.MASTER_KEY_UNUSABLE))
                    .hasMessageContaining("chmod 600");
            assertUnreadable(box, text, HERE);
        }
        Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString("r--------"));
        assertThat(box.open(new SealedSecret(text), HERE)).isEqualTo(KEY);
        Path other = folder.resolve("other");
        Files.move(file(), other);
        Files.createSymbolicLink(file(), other);
        assertUnreadable(box, text, HERE);
    }

    /** L15 */
    @Test
    void ofManyThatStartAtOnceAllHaveTheSameKey() throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<SealedSecret>> sealed = new ArrayList<>();
            for (int i = 0; i < 50; i++) {
                sealed.add(threads.submit(() -> box().seal(KEY, HERE)));
            }
            for (Future<SealedSecret> each : sealed) {
                assertThat(box().open(each.get(), HERE)).isEqualTo(KEY);
            }
        }
        assertThat(Files.readAllLines(file())).hasSize(1);
    }

    /** L16 */
    @Test
    void ofManyRotationsAtOnceNoneLosesAnothersKey() throws Exception {
        SealedSecret first = box().seal(KEY, HERE);
        Set<String> added = new HashSet<>(Set.of(box().keyOf(first).orElseThrow()));
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<String>> rotations = new ArrayList<>();
            for (int i = 0; i < 30; i++) {
                rotations.add(threads.submit(() -> box().addKey()));
            }
            for (Future<String> each : rotations) {
                added.add(each.get());
            }
        }
        assertThat(Files.readAllLines(file()))
                .extracting(line -> line.substring(0, line.indexOf(' ')))
                .containsExactlyInAnyOrderElementsOf(added);
    }

    @Test
    void anotherKeyIsAddedAndTheOldOneIsDroppedOnlyWhenNobodyNamesIt() throws IOException {
        AesSecretBox box = box();
        SealedSecret old = box.seal(KEY, HERE);
        String oldKey = box.keyOf(old).orElseThrow();
        String newKey = box.addKey();
        SealedSecret sealed = box.seal(KEY, HERE);
        assertThat(box.keyOf(sealed)).contains(newKey);
        assertThat(box.open(old, HERE)).isEqualTo(KEY);
        assertThat(box.dropKeysBefore(newKey, Set.of(oldKey))).isEmpty();
        assertThat(box.dropKeysBefore(oldKey, Set.of())).isEmpty();
        assertThat(box.dropKeysBefore(newKey, Set.of(newKey))).containsExactly(oldKey);
        assertThat(box.open(sealed, HERE)).isEqualTo(KEY);
        assertUnreadable(box, old.text(), HERE);
        assertThat(Files.readAllLines(file())).hasSize(1);
    }
}

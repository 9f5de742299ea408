package dev.cairn.schema.migration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** P13: {@code cairn db check} names what is damaged, and finds nothing in what is sound. */
class DamageTest {
    private static final int PAGE = 4_096;

    @TempDir
    Path folder;

    private TestDatabase database;
    private Path copy;

    @BeforeEach
    void create() throws SQLException, IOException {
        database = TestDatabase.create(folder.resolve("cairn.db"), 900);
        copy = Files.createDirectory(folder.resolve("copy")).resolve("cairn.db");
    }

    private static Arguments kind(String name, Consumer<byte[]> damage) {
        return Arguments.of(name, damage);
    }

    static Stream<Arguments> damages() {
        return Stream.of(
                kind("magic", bytes -> bytes[3] ^= 1),
                kind("page size", bytes -> bytes[16] = 3),
                kind("another page size", bytes -> bytes[16] = 0x20),
                kind("payload fractions", bytes -> bytes[21] = 7),
                kind("page count", bytes -> bytes[30]++),
                kind("freelist", bytes -> bytes[39]++),
                kind("schema format", bytes -> bytes[47] = 9),
                kind("text encoding", bytes -> bytes[59] = 7),
                kind("user version", bytes -> bytes[63]++),
                kind("application id", bytes -> bytes[70]++),
                kind("schema text", bytes -> replace(bytes, "CREATE TABLE", "CREATE TBALE")),
                kind("zeroed page in the middle", bytes -> zero(bytes, bytes.length / PAGE / 2)),
                kind("zeroed second page", bytes -> zero(bytes, 1)),
                kind("random page in the middle", bytes -> random(bytes, bytes.length / PAGE / 2)),
                kind("random last page", bytes -> random(bytes, bytes.length / PAGE - 1)),
                kind("two pages swapped", bytes -> {
                    byte[] one = Arrays.copyOfRange(bytes, 20 * PAGE, 21 * PAGE);
                    System.arraycopy(bytes, 60 * PAGE, bytes, 20 * PAGE, PAGE);
                    System.arraycopy(one, 0, bytes, 60 * PAGE, PAGE);
                }));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("damages")
    void damageIsNamed(String name, Consumer<byte[]> damage) throws IOException {
        byte[] bytes = Files.readAllBytes(database.file());
        damage.accept(bytes);
        Files.write(copy, bytes);
        assertThat(Damage.in(copy)).as(name).isNotEmpty();
        assertThat(Files.readAllBytes(copy)).as("left as it is").isEqualTo(bytes);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 50, 100, PAGE, 5 * PAGE, 5 * PAGE + 17})
    void aFileThatWasCutIsNamed(int length) throws IOException {
        Files.write(copy, Arrays.copyOf(Files.readAllBytes(database.file()), length));
        assertThat(Damage.in(copy)).isNotEmpty();
    }

    @Test
    void aFileThatLacksItsLastPageIsNamed() throws IOException {
        byte[] bytes = Files.readAllBytes(database.file());
        Files.write(copy, Arrays.copyOf(bytes, bytes.length - PAGE));
        assertThat(Damage.in(copy)).isNotEmpty();
    }

    @Test
    void indexesOutOfStepAndRowsThatReferToNothingAreNamed() throws SQLException {
        run("PRAGMA foreign_keys = OFF", "DELETE FROM users");
        assertThat(Damage.in(database.file())).isNotEmpty().allMatch(found -> found.contains("that is not there"));
        run(
                "PRAGMA writable_schema = ON",
                "CREATE TEMP TABLE root AS SELECT name, rootpage FROM sqlite_schema"
                        + " WHERE name IN ('tickets_created', 'tickets_number')",
                "UPDATE sqlite_schema SET rootpage = (SELECT r.rootpage FROM root r WHERE r.name <> sqlite_schema.name)"
                        + " WHERE name IN ('tickets_created', 'tickets_number')");
        assertThat(Damage.in(database.file())).anyMatch(found -> found.contains("table tickets"));
    }

    @Test
    void aSoundDatabaseIsSound() {
        assertThat(Damage.in(database.file())).isEmpty();
    }

    @Test
    void aWalIsReadToItsEnd() throws Exception {
        run("PRAGMA journal_mode = wal");
        try (Connection connection = database.open();
                Statement statement = connection.createStatement()) {
            for (int i = 0; i < 6; i++) {
                statement.execute("UPDATE tickets SET title = title || ' again'");
            }
            byte[] wal = Files.readAllBytes(wal(database.file()));
            assertThat(wal.length).isGreaterThan(20 * PAGE);
            copyWith(wal);
            assertThat(Damage.in(copy)).isEmpty();

            byte[] torn = Arrays.copyOf(wal, wal.length - 100);
            copyWith(torn);
            assertThat(Damage.in(copy)).as("a torn end is no damage").isEmpty();

            byte[] garbage = wal.clone();
            new Random(1).nextBytes(garbage);
            copyWith(garbage);
            assertThat(Damage.in(copy)).singleElement().asString().contains("cairn.db-wal");

            byte[] inTheMiddle = wal.clone();
            inTheMiddle[5 * (PAGE + 24) + 300] ^= 1;
            copyWith(inTheMiddle);
            assertThat(Damage.in(copy)).anyMatch(found -> found.contains("is not sound"));

            copyWith(Arrays.copyOf(wal, 20));
            assertThat(Damage.in(copy)).anyMatch(found -> found.contains("ends within its header"));
        }
    }

    private void copyWith(byte[] wal) throws IOException {
        Files.deleteIfExists(copy.resolveSibling("cairn.db-shm"));
        Files.write(copy, Files.readAllBytes(database.file()));
        Files.write(wal(copy), wal);
    }

    private static Path wal(Path file) {
        return file.resolveSibling(file.getFileName() + "-wal");
    }

    private void run(String... statements) throws SQLException {
        try (Connection connection = database.open();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private static void zero(byte[] bytes, int page) {
        Arrays.fill(bytes, page * PAGE, (page + 1) * PAGE, (byte) 0);
    }

    private static void random(byte[] bytes, int page) {
        byte[] noise = new byte[PAGE];
        new Random(7).nextBytes(noise);
        System.arraycopy(noise, 0, bytes, page * PAGE, PAGE);
    }

    private static void replace(byte[] bytes, String text, String by) {
        String all = new String(bytes, StandardCharsets.ISO_8859_1);
        byte[] other = all.replace(text, by).getBytes(StandardCharsets.ISO_8859_1);
        System.arraycopy(other, 0, bytes, 0, bytes.length);
    }
}

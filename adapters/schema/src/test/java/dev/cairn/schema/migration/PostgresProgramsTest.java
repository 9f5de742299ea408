package dev.cairn.schema.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.cairn.application.database.StorageException;
import dev.cairn.schema.migration.PostgresPrograms.Program;
import dev.cairn.schema.migration.Target.PostgresTarget;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** G1: a program of PostgreSQL that fits the server, which nobody sees the password of. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "The programs here are scripts of a shell")
class PostgresProgramsTest {
    private static final PostgresTarget TARGET =
            new PostgresTarget("jdbc:postgresql://db.example.com:5433/cairn?sslmode=verify-full", "ada", "very secret");

    @TempDir
    Path folder;

    @Test
    void theOldestThatIsNewEnoughIsTaken() throws IOException {
        PostgresPrograms programs =
                new PostgresPrograms(TARGET, List.of(version("17"), version("15"), version("16"), folder));
        assertThat(programs.find("pg_dump", 14).major()).isEqualTo(15);
        assertThat(programs.find("pg_dump", 16).major()).isEqualTo(16);
        assertThatExceptionOfType(StorageException.class)
                .isThrownBy(() -> programs.find("pg_dump", 18))
                .withMessageContaining("There is no pg_dump here for PostgreSQL 18")
                .withMessageContaining("17/pg_dump is of 17")
                .withMessageContaining("postgresql-client-18");
        assertThatExceptionOfType(StorageException.class)
                .isThrownBy(() -> new PostgresPrograms(TARGET, List.of(folder)).find("pg_dump", 15))
                .withMessageStartingWith("There is no pg_dump here for PostgreSQL 15. Install");
    }

    @Test
    void thePasswordIsInTheEnvironmentAlone() throws IOException {
        Program told = program(
                "told", "echo \"$0 $*\"; echo $PGHOST $PGPORT $PGDATABASE $PGUSER $PGSSLMODE; echo $PGPASSWORD");
        List<String> lines = new PostgresPrograms(TARGET, List.of())
                .run(
                        told,
                        List.of("--format=custom"),
                        in -> new String(in.readAllBytes(), StandardCharsets.UTF_8),
                        _ -> {})
                .lines()
                .toList();
        assertThat(lines)
                .containsExactly(
                        told.file() + " --format=custom", "db.example.com 5433 cairn ada verify-full", "very secret");
    }

    /** Of several hosts a standby may answer first, whose dump would be old. */
    @Test
    void ofSeveralHostsTheyGoToTheOneThatTheDriverGoesTo() throws IOException {
        Program told = program("told", "echo $PGHOST $PGPORT $PGTARGETSESSIONATTRS");
        PostgresTarget several = new PostgresTarget(
                "jdbc:postgresql://one:5432,two:5433/cairn?targetServerType=primary", "ada", "very secret");
        String said = new PostgresPrograms(several, List.of())
                .run(told, List.of(), in -> new String(in.readAllBytes(), StandardCharsets.UTF_8), _ -> {});
        assertThat(said).isEqualTo("one,two 5432,5433 primary\n");
    }

    @Test
    void whatItSaysOfAFailureIsPassedOn() throws IOException {
        Program failing = program("failing", "echo 'failing: reading' >&2; echo 'failing: error: no disk' >&2; exit 1");
        assertThatExceptionOfType(StorageException.class)
                .isThrownBy(() -> new PostgresPrograms(TARGET, List.of())
                        .run(failing, List.of(), in -> in.readAllBytes(), _ -> {}))
                .withMessageEndingWith("failed: failing: error: no disk");
    }

    private Path version(String major) throws IOException {
        Path bin = Files.createDirectory(folder.resolve(major));
        script(bin.resolve("pg_dump"), "echo 'pg_dump (PostgreSQL) %s.3 (Debian)'".formatted(major));
        return bin;
    }

    private Program program(String name, String text) throws IOException {
        return new Program(script(folder.resolve(name), text), 18);
    }

    private static Path script(Path file, String text) throws IOException {
        Files.writeString(file, "#!/bin/sh\n" + text + "\n");
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
    }
}

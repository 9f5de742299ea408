package dev.cairn.http.database;

import dev.cairn.application.database.BackupService;
import dev.cairn.application.database.DatabaseAdministration.Backup;
import dev.cairn.application.database.DatabaseAdministration.KeptBackup;
import dev.cairn.domain.user.Caller;
import dev.cairn.http.HttpSettings;
import dev.cairn.http.door.Created;
import dev.cairn.http.door.Routes;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Copies of the database: which there are, and another one. They are put back while no server runs, by the command line. */
@Routes(HttpSettings.BASE + "/backups")
record BackupController(BackupService backups) {
    /** @param possible whether copies are made here; PostgreSQL is copied by {@code cairn db backup} */
    record Backups(boolean possible, List<KeptBackup> items) {}

    /** Returns the file's name alone, since the folder is not for clients elsewhere. */
    private static String name(String file) {
        return String.valueOf(Path.of(file).getFileName());
    }

    @Get
    Backups list(Caller caller) {
        Optional<List<KeptBackup>> kept = backups.list(caller);
        return new Backups(
                kept.isPresent(),
                kept.orElse(List.of()).stream()
                        .map(each -> new KeptBackup(name(each.file()), each.version(), each.bytes(), each.madeAt()))
                        .toList());
    }

    /**
     * Makes a backup outside of a transaction, so that no write waits; it needs no Idempotency-Key, since another one does no
     * harm.
     */
    @Post
    Created<Backup> make(Caller caller) {
        Backup made = backups.make(caller);
        return Created.of(new Backup(name(made.file()), made.version(), made.bytes(), made.sha256()));
    }
}

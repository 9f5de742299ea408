package dev.cairn.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.Cairn;
import dev.cairn.CairnOptions;
import dev.cairn.application.database.DatabaseAdministration;
import dev.cairn.application.database.DatabaseAdministration.Progress;
import dev.cairn.application.database.DatabaseOptions;
import dev.cairn.application.event.EventRequest;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** E8: who comes back to a database that was restored sees that its log is another one. */
class LogIdentityTest {
    @TempDir
    Path directory;

    @Test
    void aRestoreOfTheDatabaseChangesTheEpoch() {
        CairnOptions options = CairnOptions.of(FreshSqlite.database(directory));
        String before = epoch(options);
        DatabaseAdministration administration = Cairn.administration(options);
        String backup = administration.backup(Progress.NONE).file();
        assertThat(epoch(options)).isEqualTo(before);
        administration.restore(Path.of(backup), false, Progress.NONE);
        String after = epoch(options);
        assertThat(after).isNotEqualTo(before);
        assertThat(epoch(options)).isEqualTo(after);
        administration.restore(Path.of(backup), false, Progress.NONE);
        assertThat(epoch(options)).isNotIn(before, after);
    }

    @Test
    void aCopyOfADatabaseOnPostgresHasAnotherEpoch() {
        DatabaseOptions database = FreshPostgres.database();
        String before = epoch(CairnOptions.of(database));
        DatabaseOptions copy = FreshPostgres.copy(database);
        assertThat(epoch(CairnOptions.of(copy))).isNotEqualTo(before);
        assertThat(epoch(CairnOptions.of(database))).isEqualTo(before);
    }

    private static String epoch(CairnOptions options) {
        try (Cairn cairn = Cairn.open(options)) {
            return cairn.events()
                    .poll(cairn.owner(), EventRequest.NOW, Duration.ZERO)
                    .epoch();
        }
    }
}

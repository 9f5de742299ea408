package dev.cairn.usecase;

import dev.cairn.Cairn;
import dev.cairn.application.database.DatabaseOptions;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The same systems on PostgreSQL. */
@Tag("postgres")
class PostgresSystemsUseCaseTest extends SystemsUseCaseTest {
    @Override
    DatabaseOptions database() {
        return FreshPostgres.database();
    }

    /** G4 */
    @Test
    void ofTwoServersAtOnceOneMakesEachProject() throws Exception {
        try (Cairn other = Cairn.open(openedWith())) {
            assertOneMakesEachProject(List.of(services, other));
        }
    }
}

package dev.cairn.persistence;

import dev.cairn.testkit.ArtifactContract;

final class PostgresArtifactTest extends ArtifactContract {
    @Override
    protected <T> T port(Class<T> type) {
        return TestStores.postgres().port(type);
    }
}

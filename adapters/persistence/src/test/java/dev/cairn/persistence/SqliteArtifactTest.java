package dev.cairn.persistence;

import dev.cairn.testkit.ArtifactContract;

final class SqliteArtifactTest extends ArtifactContract {
    @Override
    protected <T> T port(Class<T> type) {
        return TestStores.sqlite().port(type);
    }
}

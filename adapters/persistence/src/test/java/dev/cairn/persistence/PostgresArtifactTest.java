package dev.cairn.persistence;

import dev.cairn.application.Ports;
import dev.cairn.testkit.ArtifactContract;

final class PostgresArtifactTest extends ArtifactContract {
    @Override
    protected Ports.Stores stores() {
        return TestStores.postgres().stores();
    }

    @Override
    protected Ports.Foundation foundation() {
        return TestStores.postgres().foundation();
    }
}

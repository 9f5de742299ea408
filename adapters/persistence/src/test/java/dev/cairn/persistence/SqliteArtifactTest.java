package dev.cairn.persistence;

import dev.cairn.application.Ports;
import dev.cairn.testkit.ArtifactContract;

final class SqliteArtifactTest extends ArtifactContract {
    @Override
    protected Ports.Stores stores() {
        return TestStores.sqlite().stores();
    }

    @Override
    protected Ports.Foundation foundation() {
        return TestStores.sqlite().foundation();
    }
}

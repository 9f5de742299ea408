package dev.cairn.http.security;

import dev.cairn.http.HttpSettings;
import io.micronaut.runtime.server.EmbeddedServer;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** The port that is listened on, which may be known only when the server runs, and the names that go with it. */
@Singleton
final class OwnAddress {
    private final HttpSettings settings;
    private final Provider<EmbeddedServer> server;
    private volatile @Nullable AllowedHosts hosts;

    OwnAddress(HttpSettings settings, Provider<EmbeddedServer> server) {
        this.settings = settings;
        this.server = server;
    }

    int port() {
        return server.get().getPort();
    }

    AllowedHosts hosts() {
        AllowedHosts known = hosts;
        if (known == null) {
            known = new AllowedHosts(settings, port());
            hosts = known;
        }
        return known;
    }
}

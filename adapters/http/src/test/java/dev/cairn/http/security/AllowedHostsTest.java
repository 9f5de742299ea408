package dev.cairn.http.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.http.HttpLimits;
import dev.cairn.http.HttpSettings;
import java.net.InetAddress;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class AllowedHostsTest {
    private static AllowedHosts hosts(String bind, int port, String... configured) {
        return new AllowedHosts(
                new HttpSettings(
                        InetAddress.ofLiteral(bind), false, port, false, Set.of(configured), HttpLimits.DEFAULT),
                port);
    }

    @Test
    void ourOwnNamesNeedThePortThatIsListenedOn() {
        AllowedHosts hosts = hosts("127.0.0.1", 4747);
        assertThat(Set.of("localhost:4747", "LOCALHOST:4747", "127.0.0.1:4747", "[::1]:4747"))
                .allMatch(hosts::host);
        assertThat(Set.of("localhost", "localhost:80", "127.0.0.1", "127.0.0.2:4747", "0.0.0.0:4747", ""))
                .noneMatch(hosts::host);
        assertThat(hosts("127.0.0.1", 80).host("localhost")).isTrue();
    }

    @Test
    void anOriginIsOursWithSchemeHostAndPortOnly() {
        AllowedHosts hosts = hosts("127.0.0.1", 4747);
        assertThat(Set.of("http://localhost:4747", "http://127.0.0.1:4747", "http://[::1]:4747"))
                .allMatch(hosts::origin);
        assertThat(Set.of(
                        "null",
                        "",
                        "localhost:4747",
                        "https://localhost:4747",
                        "http://localhost",
                        "http://localhost:4748",
                        "http://localhost:4747/",
                        "http://localhost:4747.evil.example",
                        "http://evil.example"))
                .noneMatch(hosts::origin);
    }

    @Test
    void aConfiguredNameIsOursOnThisPortOrBehindAProxy() {
        AllowedHosts hosts = hosts("127.0.0.1", 4747, "Cairn.Example.com", "other.example:8443");
        assertThat(Set.of("cairn.example.com", "cairn.example.com:4747", "other.example:8443"))
                .allMatch(hosts::host);
        assertThat(Set.of("https://cairn.example.com", "http://cairn.example.com:4747", "https://other.example:8443"))
                .allMatch(hosts::origin);
        assertThat(Set.of("other.example", "x.cairn.example.com", "example.com"))
                .noneMatch(hosts::host);
    }

    @Test
    void theAddressThatIsListenedOnIsOursButAllAddressesAreNoName() {
        assertThat(hosts("192.0.2.7", 80).host("192.0.2.7")).isTrue();
        assertThat(hosts("0.0.0.0", 4747).host("0.0.0.0:4747")).isFalse();
    }
}

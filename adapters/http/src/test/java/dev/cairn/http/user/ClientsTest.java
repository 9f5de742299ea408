package dev.cairn.http.user;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.domain.kernel.Networks;
import io.micronaut.http.HttpRequest;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ClientsTest {
    private final Clients clients = new Clients(Networks.parse("proxies", "127.0.0.1, 10.0.0.0/8"));

    private static List<String> hops(String text) {
        return text.isEmpty() ? List.of() : Arrays.asList(text.split(" ", -1));
    }

    /** Whoever is not trusted says what it likes. */
    @ParameterizedTest
    @CsvSource({
        "127.0.0.1,'',127.0.0.1",
        "127.0.0.1,192.0.2.7,192.0.2.7",
        "127.0.0.1,192.0.2.7:4711,192.0.2.7",
        "127.0.0.1,[2001:db8::1]:80,2001:db8::1",
        "127.0.0.1,2001:db8::1,2001:db8::1",
        "127.0.0.1,1.1.1.1 192.0.2.7,192.0.2.7",
        "127.0.0.1,192.0.2.7 10.1.2.3,192.0.2.7",
        "127.0.0.1,10.1.2.3,10.1.2.3",
        "127.0.0.1,unknown,127.0.0.1",
        "127.0.0.1,1.1.1.1 example.com,127.0.0.1",
        "127.0.0.1,'1.1.1.1 ',127.0.0.1",
        "192.0.2.9,1.1.1.1,192.0.2.9",
        "::1,1.1.1.1,::1"
    })
    void aProxysWordCountsAsFarAsProxiesVouch(String peer, String hops, String client) {
        assertThat(clients.of(InetAddress.ofLiteral(peer), hops(hops))).isEqualTo(InetAddress.ofLiteral(client));
    }

    @Test
    void bothHeadersAreKnown() {
        Clients trusting = new Clients(Networks.parse("proxies", "0.0.0.0/0 ::/0"));
        assertThat(trusting.of(HttpRequest.GET("/").header("X-Forwarded-For", "192.0.2.7")))
                .isEqualTo(InetAddress.ofLiteral("192.0.2.7"));
        assertThat(trusting.of(HttpRequest.GET("/").header("Forwarded", "proto=https;For=\"[2001:db8::1]:80\"")))
                .isEqualTo(InetAddress.ofLiteral("2001:db8::1"));
    }
}

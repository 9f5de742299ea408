package dev.cairn.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.ProcessCode;
import dev.cairn.domain.error.Denied;
import dev.cairn.domain.error.Invalid;
import dev.cairn.http.HttpLimits;
import dev.cairn.http.HttpSettings;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServerSettingsTest {
    private static HttpSettings open(Map<String, String> environment) {
        return new ServerSettings(environment).open(4747);
    }

    /** The limits that {@code docs/guides/security.md} names. */
    @Test
    void theDefaultsAreThoseOfTheGuide() {
        HttpSettings settings = open(Map.of());
        assertThat(settings.bind().getHostAddress()).isEqualTo("127.0.0.1");
        assertThat(settings.onBothLoopbacks()).isTrue();
        assertThat(settings.hosts()).isEmpty();
        assertThat(settings.limits())
                .isEqualTo(new HttpLimits(
                        10 << 20,
                        1 << 30,
                        16 << 10,
                        16 << 10,
                        HttpLimits.bodiesInFlight(10 << 20),
                        64,
                        Duration.ofSeconds(30),
                        Duration.ofSeconds(30)));
        assertThat(settings.proxies().all()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "::", "192.168.1.5", "10.0.0.1", "2001:db8::1", "::ffff:192.168.1.5"})
    void anAddressThatOthersReachIsRefusedUnlessItIsWantedAndThereAreAccounts(String address) {
        for (Map<String, String> environment : Set.of(
                Map.of("CAIRN_BIND", address),
                Map.of("CAIRN_BIND", address, "CAIRN_ACCOUNTS", "on"),
                Map.of("CAIRN_BIND", address, "CAIRN_INSECURE_BIND", "yes"),
                Map.of("CAIRN_BIND", address, "CAIRN_ACCOUNTS", "off", "CAIRN_INSECURE_BIND", "yes"))) {
            assertThatThrownBy(() -> open(environment))
                    .isInstanceOf(Denied.class)
                    .hasMessageContaining(address)
                    .hasMessageContaining("CAIRN_INSECURE_BIND=yes");
        }
        assertThat(open(Map.of("CAIRN_BIND", address, "CAIRN_ACCOUNTS", "on", "CAIRN_INSECURE_BIND", "yes"))
                        .bind()
                        .isLoopbackAddress())
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "127.0.0.2", "::1", "localhost", " 127.0.0.1 ", ""})
    void anAddressOfThisMachineOnlyNeedsNothingElse(String address) {
        assertThat(open(Map.of("CAIRN_BIND", address)).bind().isLoopbackAddress())
                .isTrue();
    }

    @Test
    void whatIsLoggedIsTextUnlessJsonIsAskedFor() {
        assertThat(new ServerSettings(Map.of()).logsJson()).isFalse();
        assertThat(new ServerSettings(Map.of("CAIRN_LOG_FORMAT", "json")).logsJson())
                .isTrue();
        ServerSettings wrong = new ServerSettings(Map.of("CAIRN_LOG_FORMAT", "JSON"));
        assertThatThrownBy(wrong::logsJson).isInstanceOf(Invalid.class).hasMessageContaining("text or json");
    }

    @Test
    void aServerDrainsForNoTimeUnlessItIsToldTo() {
        assertThat(open(Map.of()).draining()).isZero();
        assertThat(open(Map.of("CAIRN_DRAIN_SECONDS", "10")).draining()).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void accountsAreOnOrOff() {
        assertThat(open(Map.of()).accounts()).isFalse();
        assertThat(open(Map.of("CAIRN_ACCOUNTS", "on")).accounts()).isTrue();
        assertThatThrownBy(() -> open(Map.of("CAIRN_ACCOUNTS", "yes")))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining("on or off");
    }

    /** A name could lead anywhere tomorrow. */
    @ParameterizedTest
    @ValueSource(strings = {"example.com", "*", "127.0.0.1:80", "1.2.3.4.5"})
    void aNameIsNoAddress(String text) {
        assertThatThrownBy(() -> open(Map.of("CAIRN_BIND", text))).isInstanceOf(Invalid.class);
    }

    /** Whatever the environment says: nobody is told of it. */
    @Test
    void aCommandsOwnServerListensOnThisMachineOnly() {
        HttpSettings inside = new ServerSettings(Map.of("CAIRN_BIND", "0.0.0.0", "CAIRN_HOSTS", "a")).inside(0);
        assertThat(inside.bind().isLoopbackAddress()).isTrue();
        assertThat(inside.hosts()).isEmpty();
    }

    @Test
    void hostsAreNamesSeparatedByCommas() {
        assertThat(open(Map.of("CAIRN_HOSTS", "cairn.example.com, other:8443 ,[2001:db8::1]:80,"))
                        .hosts())
                .containsExactlyInAnyOrder("cairn.example.com", "other:8443", "[2001:db8::1]:80");
        for (String wrong : Set.of("*", "*.example.com", "http://a", "a b", "a/b", "a:port")) {
            assertThatThrownBy(() -> open(Map.of("CAIRN_HOSTS", wrong)))
                    .as(wrong)
                    .isInstanceOf(Invalid.class)
                    .hasMessageContaining("CAIRN_HOSTS");
        }
    }

    @Test
    void proxiesAreAddressesAndNetworks() throws Exception {
        HttpSettings settings = open(Map.of("CAIRN_TRUSTED_PROXIES", "127.0.0.1, 10.0.0.0/8,::1"));
        assertThat(settings.proxies().all()).hasSize(3);
        assertThat(settings.proxies().contains(InetAddress.ofLiteral("10.2.3.4")))
                .isTrue();
        assertThat(settings.proxies().contains(InetAddress.ofLiteral("11.2.3.4")))
                .isFalse();
        for (String wrong : Set.of("proxy.example.com", "10.0.0.0/33", "10.0.0.0/", "*", "1.2.3.4/-1")) {
            assertThatThrownBy(() -> open(Map.of("CAIRN_TRUSTED_PROXIES", wrong)))
                    .as(wrong)
                    .isInstanceOf(Invalid.class)
                    .hasMessageContaining("CAIRN_TRUSTED_PROXIES");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "CAIRN_BODIES_IN_FLIGHT_MAX_BYTES,1024",
        "CAIRN_STALL_TIMEOUT_SECONDS,0",
        "CAIRN_BODY_MAX_BYTES,0",
        "CAIRN_BODY_MAX_BYTES,9999999999",
        "CAIRN_IMPORT_MAX_BYTES,-1",
        "CAIRN_REQUEST_LINE_MAX_BYTES,16K",
        "CAIRN_HEADERS_MAX_BYTES,99999999999999999999",
        "CAIRN_JSON_DEPTH_MAX,0",
        "CAIRN_REQUEST_TIMEOUT_SECONDS,0.5",
        "CAIRN_DRAIN_SECONDS,-1",
        "CAIRN_DRAIN_SECONDS,301"
    })
    void aLimitThatIsNoneIsRefusedInWords(String name, String value) {
        assertThatThrownBy(() -> open(Map.of(name, value)))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining(name + " must be a whole number");
    }

    @Test
    void aRefusedAddressLeavesNothingBehind(@TempDir Path folder) {
        LocalServers servers = new LocalServers(Map.of("CAIRN_BIND", "0.0.0.0"));
        assertThatThrownBy(() -> servers.start(folder.resolve("data"), 0, true))
                .isInstanceOfSatisfying(
                        Denied.class, denied -> assertThat(denied.code()).isEqualTo(ProcessCode.BIND_REFUSED));
        assertThat(Files.exists(folder.resolve("data"))).isFalse();
    }
}

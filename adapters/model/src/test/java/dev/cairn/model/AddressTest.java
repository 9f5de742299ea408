package dev.cairn.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.application.model.Answer;
import dev.cairn.application.model.AnswerListener;
import dev.cairn.application.model.Cancellation;
import dev.cairn.application.model.Question;
import dev.cairn.domain.error.DomainError;
import dev.cairn.domain.kernel.Networks;
import dev.cairn.domain.model.AddressRules;
import dev.cairn.domain.model.BaseUrl;
import dev.cairn.domain.model.FailureKind;
import dev.cairn.domain.model.FinishReason;
import dev.cairn.domain.model.ProviderType;
import dev.cairn.model.fake.FakeProvider;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where Cairn sends nothing, whatever way the address is written or found (T6, L7, L8). */
class AddressTest {
    static List<String> hostile() {
        return List.of(
                // Private networks, metadata, and addresses for special purposes.
                "https://10.0.0.1",
                "https://10.255.255.255/v1",
                "https://172.16.0.1",
                "https://172.31.255.254",
                "https://192.168.0.1",
                "https://192.168.178.1:8443",
                "https://169.254.169.254/latest/meta-data",
                "https://169.254.170.2",
                "https://100.100.100.200",
                "https://100.64.0.1",
                "https://0.0.0.0",
                "https://0.1.2.3",
                "https://192.0.0.192",
                "https://192.0.2.1",
                "https://198.18.0.1",
                "https://198.51.100.7",
                "https://203.0.113.9",
                "https://224.0.0.1",
                "https://239.255.255.250",
                "https://240.0.0.1",
                "https://255.255.255.255",
                // Addresses of IPv4 as they are not written, but read by some.
                "https://2130706433",
                "https://0x7f000001",
                "https://0x7f.0.0.1",
                "https://0x7f.1",
                "https://017700000001",
                "https://0177.0.0.1",
                "https://127.1",
                "https://127.0.1",
                "https://1",
                "https://0",
                "https://3232235777",
                "https://0xa9fea9fe",
                "https://2852039166",
                "https://169.254.43518",
                "https://0251.0376.0251.0376",
                "https://010.0.0.1",
                "https://10.0.0.1.",
                "https://127.0.0.1.",
                "https://1.2.3.4.5",
                "https://256.1.1.1",
                "https://127.0.0.0x1",
                // IPv6: this machine, local networks, IPv4 in disguise, what is for examples.
                "https://[::]",
                "https://[fe80::1]",
                "https://[fc00::1]",
                "https://[fd12:3456:789a::1]",
                "https://[ff02::1]",
                "https://[::ffff:10.0.0.1]",
                "https://[::ffff:a9fe:a9fe]",
                "https://[::10.0.0.1]",
                "https://[64:ff9b::a00:1]",
                "https://[2002:a00:1::]",
                "https://[2001:db8::1]",
                "https://[2001::1]",
                "https://[3fff::1]",
                "https://[fec0::1]",
                "https://[fe80::1%25eth0]",
                "https://[::ffff:169.254.169.254]",
                // Names that lead nowhere in public.
                "https://metadata.google.internal",
                "https://metadata",
                "https://router.local",
                "https://db.internal",
                "https://printer.lan",
                "https://server.localdomain",
                "https://nas.home.arpa",
                "https://intranet",
                // URLs that say one thing and mean another.
                "http://api.example.org",
                "ftp://api.openai.com",
                "file:///etc/passwd",
                "https://user:pw@api.openai.com",
                "https://api.openai.com@10.0.0.1",
                "https://api.openai.com#@10.0.0.1",
                "https://api.openai.com?x=1",
                "https://api.openai.com/../../admin",
                "https://api.openai.com/v1/..",
                "https://api.openai.com:0",
                "https://api.openai.com:99999",
                "https://api.openai.com:",
                "https://api.openai.com\\@10.0.0.1",
                "https://api.openai.com/%2e%2e/admin",
                "https://10。0。0。1",
                "https://①⓪.0.0.1",
                "https:///v1",
                "https:api.openai.com",
                "gopher://api.openai.com",
                "https://api.openai.com\r\nX: y",
                "https://exam ple.org",
                "https://-bad.org",
                "https://" + "a".repeat(300) + ".org",
                "https://a..b.org",
                "javascript:alert(1)",
                "//api.openai.com",
                "");
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void aHostileAddressIsRefusedWhenItIsWritten(String url) {
        for (ProviderType type : ProviderType.values()) {
            assertThatThrownBy(() -> AddressRules.of(type, Networks.NONE).requireWritten(new BaseUrl(url)))
                    .as("%s at %s", type, url)
                    .isInstanceOf(DomainError.class);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://127.0.0.1:11434", "http://localhost:11434/v1", "http://[::1]:11434", "https://127.0.0.2"
            })
    void thisMachineIsForLocalTypesOnly(String url) {
        for (ProviderType type : ProviderType.values()) {
            AddressRules rules = AddressRules.of(type, Networks.NONE);
            if (type.mayBeLocal()) {
                rules.requireWritten(new BaseUrl(url));
            } else {
                assertThatThrownBy(() -> rules.requireWritten(new BaseUrl(url))).isInstanceOf(DomainError.class);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://api.openai.com/v1",
                "https://api.openai.com/v1/",
                "https://1.1.1.1/v1",
                "https://[2606:4700::1111]/v1",
                "https://xn--bcher-kva.example.org:8443/a-b/c_d",
                "https://my-proxy.example.com"
            })
    void aPublicAddressIsTaken(String url) {
        for (ProviderType type : ProviderType.values()) {
            AddressRules.of(type, Networks.NONE).requireWritten(new BaseUrl(url));
        }
    }

    @ParameterizedTest
    @EnumSource(ProviderType.class)
    void theOwnAddressOfEachTypeIsAllowed(ProviderType type) {
        if (type != ProviderType.CUSTOM) {
            AddressRules.of(type, Networks.NONE).requireWritten(new BaseUrl(type.defaultBaseUrl()));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "10.0.0.1",
                "169.254.169.254",
                "192.168.1.1",
                "100.64.0.1",
                "0.0.0.0",
                "224.0.0.1",
                "fe80::1",
                "fd00::1",
                "ff02::1",
                "::",
                "64:ff9b::a00:1",
                "2002:a00:1::",
                "2001:db8::1",
                "::ffff:10.0.0.1"
            })
    void aNameThatLeadsToAnAddressThatIsNotPublicIsRefusedWhenItIsUsed(String address) throws Exception {
        AtomicInteger asked = new AtomicInteger();
        Resolver resolver = _ -> {
            asked.incrementAndGet();
            // One good address beside it makes it no better.
            return new InetAddress[] {InetAddress.ofLiteral("1.1.1.1"), InetAddress.ofLiteral(address)};
        };
        Answer answer = Providers.model(Providers.LIMITS, resolver, Networks.NONE)
                .ask(
                        Providers.at(ProviderType.OPENAI, "https://evil.example.org/v1"),
                        Question.of("Hi"),
                        AnswerListener.none(),
                        new Cancellation());
        assertThat(Objects.requireNonNull(answer.failure()).kind()).isEqualTo(FailureKind.REFUSED_ADDRESS);
        assertThat(asked).as("look-ups").hasValue(1);
    }

    @Test
    void theAddressThatIsConnectedToIsTheOneThatIsLookedAt() {
        AddressRules rules = AddressRules.of(ProviderType.OPENAI, Networks.NONE);
        assertThatThrownBy(() -> {
                    try (GuardedSocket socket = new GuardedSocket(rules, true)) {
                        socket.connect(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 9), 10);
                    }
                })
                .isInstanceOf(GuardedSocket.RefusedAddressException.class);
    }

    /** A name that changes its address after the look is looked up once only. */
    @Test
    void aNameIsLookedUpOnceForAnAnswer() throws Exception {
        try (FakeProvider fake = FakeProvider.start(0)) {
            AtomicInteger asked = new AtomicInteger();
            Resolver changing = _ -> {
                InetAddress first = InetAddress.ofLiteral(asked.getAndIncrement() == 0 ? "127.0.0.1" : "10.0.0.1");
                return new InetAddress[] {first};
            };
            Answer answer = Providers.model(Providers.LIMITS, changing, Networks.NONE)
                    .ask(
                            Providers.at(
                                    ProviderType.CUSTOM,
                                    "http://localhost:" + fake.url().getPort() + "/count/v1"),
                            Question.of("Hi"),
                            AnswerListener.none(),
                            new Cancellation());
            assertThat(answer.finishReason()).isEqualTo(FinishReason.STOP);
            assertThat(asked).hasValue(1);
        }
    }

    @Test
    void aPrivateNetworkIsAllowedWhereAnAdminNamesIt() throws Exception {
        Networks lan = Networks.parse("modelNetworks", "192.168.1.0/24, fd00::/8");
        AddressRules rules = AddressRules.of(ProviderType.OLLAMA, lan);
        rules.requireWritten(new BaseUrl("http://192.168.1.7:11434"));
        rules.requireWritten(new BaseUrl("http://ollama.lan:11434"));
        assertThatThrownBy(() -> rules.requireWritten(new BaseUrl("http://192.168.2.7:11434")))
                .isInstanceOf(DomainError.class);
        assertThat(rules.allows(InetAddress.ofLiteral("169.254.169.254"), true)).isFalse();
        assertThat(rules.allows(InetAddress.ofLiteral("1.1.1.1"), false))
                .as("unencrypted")
                .isFalse();
        for (String wrong : List.of("169.254.0.0/16", "0.0.0.0/0", "8.8.8.8", "224.0.0.0/4", "::/0")) {
            assertThatThrownBy(
                            () -> AddressRules.requirePrivate("modelNetworks", Networks.parse("modelNetworks", wrong)))
                    .isInstanceOf(DomainError.class);
        }
    }
}

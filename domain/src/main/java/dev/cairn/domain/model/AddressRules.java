package dev.cairn.domain.model;

import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.error.Invalid;
import dev.cairn.domain.kernel.Networks;
import java.net.InetAddress;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The addresses to which Cairn sends a question to a model (T6, L8): public ones, encrypted; also this machine if the
 * type may be local, and private networks that an admin allowed. Others are refused, when a provider is written if its
 * URL shows them, and whenever a name resolves to one.
 *
 * @param loopback whether this machine is allowed
 * @param networks private networks that are allowed
 */
public record AddressRules(boolean loopback, Networks networks) {
    /**
     * The private networks that an admin may allow. Link-local addresses are not among them, because metadata services
     * use them.
     */
    private static final Networks PRIVATE = Networks.parse(
            "", "10.0.0.0/8, 172.16.0.0/12, 192.168.0.0/16, 100.64.0.0/10, 127.0.0.0/8, fc00::/7, ::1/128");

    /** IANA's special-purpose registry for IPv4; all other IPv4 addresses are public. */
    private static final Networks SPECIAL_4 = Networks.parse(
            "",
            "0.0.0.0/8, 10.0.0.0/8, 100.64.0.0/10, 127.0.0.0/8, 169.254.0.0/16, 172.16.0.0/12, 192.0.0.0/24, 192.0.2.0/24, "
                    + "192.31.196.0/24, 192.52.193.0/24, 192.88.99.0/24, 192.168.0.0/16, 192.175.48.0/24, 198.18.0.0/15, "
                    + "198.51.100.0/24, 203.0.113.0/24, 224.0.0.0/4, 240.0.0.0/4");

    /** The global unicast range of IPv6; {@link #SPECIAL_6} lists the addresses in it that are not public. */
    private static final Networks PUBLIC_6 = Networks.parse("", "2000::/3");

    private static final Networks SPECIAL_6 =
            Networks.parse("", "2001::/23, 2001:db8::/32, 2002::/16, 3fff::/20, 2620:4f:8000::/48");

    private static final Pattern IPV4 =
            Pattern.compile("(0|[1-9][0-9]{0,2})\\.(0|[1-9][0-9]{0,2})\\.(0|[1-9][0-9]{0,2})\\.(0|[1-9][0-9]{0,2})");
    private static final Pattern NAME =
            Pattern.compile("(?=.{1,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)*[a-z]([a-z0-9-]{0,61}[a-z0-9])?");
    private static final Pattern OF_THIS_MACHINE = Pattern.compile("(.*\\.)?localhost");
    /** Names that do not resolve in the public DNS. */
    private static final Pattern LOCAL_NAME = Pattern.compile(
            "[^.]*|.*\\.(internal|local|localdomain|lan|intranet|private|corp|home|home\\.arpa|in-addr\\.arpa|ip6\\.arpa|onion|test"
                    + "|invalid|example)");

    /** Returns the rules for providers of this type. */
    public static AddressRules of(ProviderType type, Networks networks) {
        return new AddressRules(type.mayBeLocal(), networks);
    }

    /**
     * Checks that networks are private ones.
     *
     * @throws Invalid {@code refused_address}
     */
    public static Networks requirePrivate(String field, Networks networks) {
        for (Networks.Network network : networks.all()) {
            if (PRIVATE.all().stream().noneMatch(all -> all.covers(network))) {
                throw Invalid.of(
                        ErrorCode.REFUSED_ADDRESS,
                        field,
                        "%s is no private network: those are within %s".formatted(network, PRIVATE));
            }
        }
        return networks;
    }

    /**
     * Checks what the URL itself shows.
     *
     * @throws Invalid {@code refused_address}
     */
    public void requireWritten(BaseUrl url) {
        String host = url.host().toLowerCase(Locale.ROOT);
        boolean allowed;
        if (host.indexOf(':') >= 0 || IPV4.matcher(host).matches()) {
            allowed = literal(host, url.encrypted());
        } else if (!NAME.matcher(host).matches()) {
            allowed = false;
        } else if (OF_THIS_MACHINE.matcher(host).matches()) {
            allowed = loopback || !networks.isEmpty();
        } else {
            // In a private network names are private, too, and nothing is encrypted: their addresses are checked on
            // use.
            allowed = !networks.isEmpty()
                    || (url.encrypted() && !LOCAL_NAME.matcher(host).matches());
        }
        if (!allowed) {
            throw Invalid.of(
                    ErrorCode.REFUSED_ADDRESS, "baseUrl", "baseUrl leads where Cairn sends nothing: " + wanted());
        }
    }

    private boolean literal(String host, boolean encrypted) {
        try {
            return allows(InetAddress.ofLiteral(host), encrypted);
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    /** Whether a request may be sent to this address, which a name resolved to. */
    public boolean allows(InetAddress address, boolean encrypted) {
        if (address.isLoopbackAddress()) {
            return loopback || networks.contains(address);
        }
        if (PRIVATE.contains(address)) {
            return networks.contains(address);
        }
        return encrypted && isPublic(address);
    }

    private static boolean isPublic(InetAddress address) {
        return address.getAddress().length == Integer.BYTES
                ? !SPECIAL_4.contains(address)
                : PUBLIC_6.contains(address) && !SPECIAL_6.contains(address);
    }

    /** Returns what is allowed, as the end of an error message. */
    public String wanted() {
        return "it takes https and a public address"
                + (loopback ? ", or this machine (http://127.0.0.1:PORT)" : "")
                + (networks.isEmpty()
                        ? "; for a private network an admin sets modelNetworks in the system's settings"
                        : ", or one of the networks " + networks);
    }
}

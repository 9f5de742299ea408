package dev.cairn.domain.kernel;

import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.error.Invalid;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Networks of addresses, written {@code 192.168.1.0/24, 10.0.0.5}: one after the other, each an address and how many of its bits count. */
public record Networks(List<Network> all) {
    public static final int COUNT_MAX = 50;
    public static final int TEXT_MAX = 2_500;
    public static final Networks NONE = new Networks(List.of());

    private static final Pattern SEPARATOR = Pattern.compile("[,\\s]+");
    private static final Pattern FORM = Pattern.compile("([0-9A-Fa-f:.]+)(?:/([0-9]{1,3}))?");
    /** An IPv4 address with all four parts; Java's parser also accepts fewer. */
    private static final Pattern DOTTED = Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}");

    /** The addresses that share their first bits. */
    public record Network(InetAddress first, int bits) {
        public boolean contains(InetAddress address) {
            byte[] wanted = first.getAddress();
            byte[] given = address.getAddress();
            if (wanted.length != given.length) {
                return false;
            }
            for (int bit = 0; bit < bits; bit++) {
                int mask = 0x80 >> (bit % Byte.SIZE);
                if (((wanted[bit / Byte.SIZE] ^ given[bit / Byte.SIZE]) & mask) != 0) {
                    return false;
                }
            }
            return true;
        }

        /** Whether this network contains all addresses of the other one. */
        public boolean covers(Network other) {
            return bits <= other.bits && contains(other.first);
        }

        @Override
        public String toString() {
            return first.getHostAddress() + "/" + bits;
        }
    }

    public Networks {
        all = List.copyOf(all);
    }

    /** @throws Invalid {@code format} when one is neither an address nor a network, {@code too_many} beyond {@value #COUNT_MAX} */
    public static Networks parse(String field, String text) {
        List<Network> all = new ArrayList<>();
        SEPARATOR.splitAsStream(text).filter(each -> !each.isEmpty()).forEach(each -> all.add(network(field, each)));
        return new Networks(Limits.count(field, all, COUNT_MAX));
    }

    private static Network network(String field, String text) {
        var matcher = FORM.matcher(text);
        if (matcher.matches()) {
            String address = matcher.group(1);
            if (address.indexOf(':') >= 0 || DOTTED.matcher(address).matches()) {
                try {
                    InetAddress first = InetAddress.ofLiteral(address);
                    int all = first.getAddress().length * Byte.SIZE;
                    int bits = matcher.group(2) == null ? all : Integer.parseInt(matcher.group(2));
                    if (bits <= all) {
                        return new Network(first, bits);
                    }
                } catch (IllegalArgumentException _) {
                    throw malformed(field, text);
                }
            }
        }
        throw malformed(field, text);
    }

    private static Invalid malformed(String field, String text) {
        return Invalid.of(
                ErrorCode.FORMAT,
                field,
                "'%s' is no network: write 192.168.1.0/24, 10.0.0.5 or fd00::/8".formatted(Text.excerpt(text)));
    }

    public boolean contains(InetAddress address) {
        return all.stream().anyMatch(network -> network.contains(address));
    }

    public boolean isEmpty() {
        return all.isEmpty();
    }

    @Override
    public String toString() {
        return all.stream().map(Network::toString).collect(Collectors.joining(", "));
    }
}

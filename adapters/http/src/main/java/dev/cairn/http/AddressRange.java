package dev.cairn.http;

import java.net.InetAddress;
import java.util.Objects;

/** Addresses that begin with the same bits: one of them, or a network like {@code 10.0.0.0/8}. */
public final class AddressRange {
    private static final int PREFIX_DIGITS_MAX = 3;

    private final InetAddress first;
    private final int bits;

    private AddressRange(InetAddress first, int bits) {
        this.first = first;
        this.bits = bits;
    }

    /** @throws IllegalArgumentException when it is neither an address nor a network */
    public static AddressRange parse(String text) {
        int slash = text.indexOf('/');
        InetAddress address = InetAddress.ofLiteral(slash < 0 ? text : text.substring(0, slash));
        int all = address.getAddress().length * Byte.SIZE;
        int bits = slash < 0 ? all : prefix(text.substring(slash + 1));
        if (bits > all) {
            throw new IllegalArgumentException(text);
        }
        return new AddressRange(address, bits);
    }

    private static int prefix(String digits) {
        if (digits.isEmpty()
                || digits.length() > PREFIX_DIGITS_MAX
                || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw new IllegalArgumentException(digits);
        }
        return Integer.parseInt(digits);
    }

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

    @Override
    public boolean equals(Object other) {
        return other instanceof AddressRange range && range.first.equals(first) && range.bits == bits;
    }

    @Override
    public int hashCode() {
        return Objects.hash(first, bits);
    }

    @Override
    public String toString() {
        return first.getHostAddress() + "/" + bits;
    }
}

package dev.cairn.model;

import dev.cairn.domain.model.AddressRules;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.SocketAddress;

/**
 * A socket that connects to no address to which Cairn sends nothing, whoever found it and however (T6): the address that is
 * looked at is the one that is connected to. It goes through no proxy, which would look the name up again.
 */
final class GuardedSocket extends Socket {
    private final AddressRules rules;
    private final boolean encrypted;

    GuardedSocket(AddressRules rules, boolean encrypted) {
        super(Proxy.NO_PROXY);
        this.rules = rules;
        this.encrypted = encrypted;
    }

    @Override
    public void connect(SocketAddress address, int timeout) throws IOException {
        if (!(address instanceof InetSocketAddress internet)
                || internet.isUnresolved()
                || !rules.allows(internet.getAddress(), encrypted)) {
            throw new RefusedAddressException();
        }
        super.connect(address, timeout);
    }

    @Override
    public void connect(SocketAddress address) throws IOException {
        connect(address, 0);
    }

    /** Says that nothing was sent. */
    static final class RefusedAddressException extends IOException {
        private static final long serialVersionUID = 1L;
    }
}

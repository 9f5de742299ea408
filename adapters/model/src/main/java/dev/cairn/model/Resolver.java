package dev.cairn.model;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** Finds the addresses of a name; asked once for each answer. */
@FunctionalInterface
interface Resolver {
    Resolver SYSTEM = InetAddress::getAllByName;

    InetAddress[] resolve(String host) throws UnknownHostException;
}

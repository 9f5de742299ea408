package dev.cairn.http.user;

import java.net.InetAddress;
import org.jspecify.annotations.Nullable;

/** From where, and by which program as it says itself, a request was sent. */
record Client(InetAddress address, @Nullable String userAgent) {}

package dev.cairn.http.user;

import java.net.InetAddress;
import org.jspecify.annotations.Nullable;

/** The sender's address, and its program as the request names it. */
record Client(InetAddress address, @Nullable String userAgent) {}

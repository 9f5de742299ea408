package dev.cairn.server;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;

/** Asks whether a server is there. */
final class Liveness {
    private static final int TIMEOUT_MILLIS = 2_000;

    private Liveness() {}

    static boolean answers(URI server) {
        try {
            HttpURLConnection connection = (HttpURLConnection)
                    server.resolve("/health/liveness").toURL().openConnection();
            connection.setConnectTimeout(TIMEOUT_MILLIS);
            connection.setReadTimeout(TIMEOUT_MILLIS);
            try {
                return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
            } finally {
                connection.disconnect();
            }
        } catch (IOException e) {
            return false;
        }
    }
}

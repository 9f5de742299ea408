package dev.cairn.client;

import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;

/**
 * A body that is sent unchanged.
 *
 * @param mediaType what it is, like {@code application/zip}
 */
public record FileBody(String mediaType, BodyPublisher content) {
    static FileBody ofJson(byte[] json) {
        return new FileBody("application/json", BodyPublishers.ofByteArray(json));
    }
}

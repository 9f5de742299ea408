package dev.cairn.domain.user;

import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.error.Invalid;
import dev.cairn.domain.kernel.Text;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a user that they may edit themselves.
 *
 * @param email unique ignoring case
 * @param avatarUrl http or https
 */
@RecordBuilder
public record UserContent(
        String name, @Nullable String email, @Nullable String avatarUrl, Presence presence)
        implements UserContentBuilder.With {
    /** The longest path of RFC 5321, in characters. */
    public static final int EMAIL_MAX = 254;

    public static final int AVATAR_URL_MAX = 1_000;

    public UserContent {
        name = Text.of("name", name, 1, User.NAME_MAX);
        email = checkedEmail(Text.optional("email", email, EMAIL_MAX));
        avatarUrl = checkedUrl(Text.optional("avatarUrl", avatarUrl, AVATAR_URL_MAX));
    }

    public static UserContent named(String name) {
        return new UserContent(name, null, null, Presence.OFFLINE);
    }

    /** Checks an address. It refuses only what is certainly no address, because only the mail server knows whether it exists. */
    private static @Nullable String checkedEmail(@Nullable String email) {
        if (email == null) {
            return null;
        }
        int at = email.lastIndexOf('@');
        if (at < 1 || at == email.length() - 1 || !email.codePoints().allMatch(Username::isVisible)) {
            throw Invalid.of(ErrorCode.FORMAT, "email", "email must look like name@example.org");
        }
        return email;
    }

    private static @Nullable String checkedUrl(@Nullable String url) {
        if (url == null) {
            return null;
        }
        try {
            URI uri = new URI(url);
            if (uri.getHost() != null && ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()))) {
                return url;
            }
        } catch (URISyntaxException e) {
            throw notAnAddress();
        }
        throw notAnAddress();
    }

    private static Invalid notAnAddress() {
        return Invalid.of(ErrorCode.FORMAT, "avatarUrl", "avatarUrl must be an http or https address");
    }
}

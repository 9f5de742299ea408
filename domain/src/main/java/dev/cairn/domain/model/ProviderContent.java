package dev.cairn.domain.model;

import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.error.Invalid;
import dev.cairn.domain.kernel.Named;
import dev.cairn.domain.kernel.Text;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a provider that its owner may edit, besides its secret.
 *
 * @param name unique among its owner's, ignoring case
 * @param baseUrl where it is; null for its type's own address
 * @param defaultModel the model for agents that name none
 * @param secretEnv the variable of the server's environment that holds the key, in place of a stored secret
 * @param price of the default model; null when nothing is counted
 */
@RecordBuilder
public record ProviderContent(
        String name,
        ProviderType type,
        @Nullable BaseUrl baseUrl,
        String defaultModel,
        @Nullable String secretEnv,
        @Nullable Price price)
        implements ProviderContentBuilder.With, Named {
    public static final int NAME_MAX = 100;
    public static final int MODEL_MAX = 200;
    public static final int SECRET_ENV_MAX = 100;

    private static final Pattern VARIABLE = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    public ProviderContent {
        name = Text.of("name", name, 1, NAME_MAX);
        defaultModel = Text.of("defaultModel", defaultModel, 1, MODEL_MAX);
        secretEnv = Text.optional("secretEnv", secretEnv, SECRET_ENV_MAX);
        if (secretEnv != null && !VARIABLE.matcher(secretEnv).matches()) {
            throw Invalid.of(
                    ErrorCode.FORMAT,
                    "secretEnv",
                    "secretEnv must be the name of an environment variable: letters, digits and _");
        }
        if (baseUrl == null && type == ProviderType.CUSTOM) {
            throw Invalid.of(ErrorCode.REQUIRED, "baseUrl", "baseUrl is required for a provider of type 'custom'");
        }
    }

    /** Returns the provider's base URL, or that of its type if none was given. */
    public BaseUrl address() {
        return baseUrl == null ? new BaseUrl(type.defaultBaseUrl()) : baseUrl;
    }
}

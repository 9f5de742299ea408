package dev.cairn.domain.setting;

import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.error.Invalid;
import dev.cairn.domain.kernel.Json;
import dev.cairn.domain.kernel.Limits;
import dev.cairn.domain.kernel.Networks;
import dev.cairn.domain.kernel.Text;
import dev.cairn.domain.model.AddressRules;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Settings of the whole system.
 *
 * @param openRegistration whether people can register themselves; if not, admins make the accounts
 * @param activityRetentionDays how long the log keeps its entries: 1 to {@value #RETENTION_DAYS_MAX}, or null for ever
 * @param modelNetworks private networks in which providers of models may be, as {@link Networks} writes them; empty for none (T6)
 * @param repliesPerProvider how many answers of agents one provider of models is asked for at once, by all servers (L26): 1 to {@value
 *     #REPLIES_MAX}; more of them wait
 * @param indexFolders folders, separated by commas, below which every editor of a project may have its folder indexed; elsewhere only admins
 *     may
 * @param indexFileBytes files that are larger are not indexed: 1 to {@value #FILE_BYTES_MAX}
 * @param secretFiles patterns as in a {@code .gitignore}, separated by blanks, of files and folders that are neither indexed nor
 *     packed (X7)
 */
@RecordBuilder
public record SystemSettings(
        boolean openRegistration,
        @Nullable Integer activityRetentionDays,
        String modelNetworks,
        int repliesPerProvider,
        String indexFolders,
        int indexFileBytes,
        String secretFiles)
        implements SystemSettingsBuilder.With {
    public static final int RETENTION_DAYS_MAX = 36_500;
    public static final int REPLIES_MAX = 100;
    public static final int FILE_BYTES_MAX = 20_000_000;
    public static final int FOLDERS_LENGTH_MAX = 4_000;
    public static final int SECRETS_LENGTH_MAX = 4_000;
    public static final SystemSettings DEFAULT = new SystemSettings(
            true,
            null,
            "",
            4,
            "",
            2_000_000,
            ".env .env.* !.env.example !.env.sample !.env.template .envrc *.pem *.key *.p12 *.pfx *.jks *.keystore *.kdbx *.ppk"
                    + " id_rsa* id_dsa* id_ecdsa* id_ed25519* .netrc .npmrc .pypirc .git-credentials .htpasswd credentials !credentials/"
                    + " secrets.json secrets.yml secrets.yaml *.tfstate");

    public SystemSettings {
        activityRetentionDays =
                Limits.optionalRange("activityRetentionDays", activityRetentionDays, 1, RETENTION_DAYS_MAX);
        Limits.range("repliesPerProvider", repliesPerProvider, 1, REPLIES_MAX);
        modelNetworks = AddressRules.requirePrivate("modelNetworks", Networks.parse("modelNetworks", modelNetworks))
                .toString();
        Limits.range("indexFileBytes", indexFileBytes, 1, FILE_BYTES_MAX);
        indexFolders = plain("indexFolders", indexFolders, FOLDERS_LENGTH_MAX);
        secretFiles = plain("secretFiles", secretFiles, SECRETS_LENGTH_MAX);
    }

    /** Answers the folders below which every editor may have theirs indexed. */
    public List<String> folders() {
        return parts(indexFolders, ",");
    }

    /** Answers the patterns of files that hold secrets. */
    public List<String> secretPatterns() {
        return parts(secretFiles, " ");
    }

    private static List<String> parts(String text, String separator) {
        return Arrays.stream(text.split(separator, -1))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }

    private static String plain(String field, String text, int lengthMax) {
        String plain = Text.of(field, text, 0, lengthMax);
        if (plain.codePoints().anyMatch(c -> c == '"' || c == '\\' || Character.isISOControl(c))) {
            throw Invalid.of(
                    ErrorCode.CHARACTERS, field, field + " takes no quotes, no backslashes and no line breaks");
        }
        return plain;
    }

    /** Answers the private networks in which providers of models may be. */
    public Networks networks() {
        return Networks.parse("modelNetworks", modelNetworks);
    }

    /** Returns the settings with the stored values, and the defaults for the rest. */
    public static SystemSettings of(Map<SettingKey, Json> set) {
        return KnownSettings.read(DEFAULT, set);
    }
}

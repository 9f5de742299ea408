package dev.cairn.crypto;

import dev.cairn.application.port.SecretBox;
import dev.cairn.domain.error.Conflict;
import dev.cairn.domain.error.DomainError;
import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.error.Invalid;
import dev.cairn.domain.model.ProviderKey;
import dev.cairn.domain.model.SealedSecret;
import dev.cairn.domain.model.SecretPlace;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;

/**
 * Seals by AES-256-GCM of the JDK (R45): {@code v1.<keyId>.<base64url(nonce, text, tag)>}. What is bound to the text besides is
 * the format, the key's name, and the table, column and row that hold it, so that a secret moved elsewhere cannot be opened
 * (L13).
 */
public final class AesSecretBox implements SecretBox {
    private static final String FORMAT = "v1";
    private static final Pattern FORM = Pattern.compile("v1\\.([a-z0-9]{4,32})\\.([A-Za-z0-9_-]+)");
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecureRandom random = new SecureRandom();
    private final MasterKeys keys;

    /** @param clock dates new keys */
    public AesSecretBox(KeySource source, Clock clock) {
        this.keys = new MasterKeys(source, clock);
    }

    @Override
    public SealedSecret seal(ProviderKey secret, SecretPlace place) {
        MasterKey key = keys.current();
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, key, nonce, place)
                    .doFinal(secret.value().getBytes(StandardCharsets.UTF_8));
            byte[] all = Arrays.copyOf(nonce, nonce.length + sealed.length);
            System.arraycopy(sealed, 0, all, nonce.length, sealed.length);
            String text = Base64.getUrlEncoder().withoutPadding().encodeToString(all);
            return new SealedSecret(FORMAT + "." + key.id() + "." + text);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM does not work here", e);
        }
    }

    @Override
    public ProviderKey open(SealedSecret secret, SecretPlace place) {
        Matcher form = FORM.matcher(secret.text());
        if (!form.matches()) {
            throw unreadable("", "it is not in the form in which secrets are stored");
        }
        String id = form.group(1);
        byte[] all = canonical(id, form.group(2));
        MasterKey key = key(id);
        try {
            byte[] open = cipher(Cipher.DECRYPT_MODE, key, Arrays.copyOf(all, NONCE_BYTES), place)
                    .doFinal(all, NONCE_BYTES, all.length - NONCE_BYTES);
            return new ProviderKey(new String(open, StandardCharsets.UTF_8));
        } catch (GeneralSecurityException | Invalid e) {
            // The message does not say which check failed, since that would help an attacker.
            throw unreadable(id, "it was damaged, moved, or sealed with another key of this name");
        }
    }

    private MasterKey key(String id) {
        Optional<MasterKey> key;
        try {
            key = keys.find(id);
        } catch (DomainError unusable) {
            throw unreadable(id, unusable.reason());
        }
        return key.orElseThrow(() -> unreadable(id, "there is no master key of this name"));
    }

    /** Decodes what only one text stands for: otherwise another last character could mean the same bytes (L14). */
    private static byte[] canonical(String id, String text) {
        try {
            byte[] all = Base64.getUrlDecoder().decode(text);
            if (all.length > NONCE_BYTES + TAG_BITS / Byte.SIZE
                    && Base64.getUrlEncoder()
                            .withoutPadding()
                            .encodeToString(all)
                            .equals(text)) {
                return all;
            }
        } catch (IllegalArgumentException _) {
            throw unreadable(id, "it was damaged");
        }
        throw unreadable(id, "it was damaged");
    }

    @Override
    public Optional<String> keyOf(SealedSecret secret) {
        Matcher form = FORM.matcher(secret.text());
        return form.matches() ? Optional.of(form.group(1)) : Optional.empty();
    }

    @Override
    public boolean hasKey(String keyId) {
        return keys.find(keyId).isPresent();
    }

    @Override
    public String addKey() {
        return keys.add().id();
    }

    @Override
    public List<String> dropKeysBefore(String keyId, Collection<String> named) {
        return keys.dropBefore(keyId, named);
    }

    private static Cipher cipher(int mode, MasterKey key, byte[] nonce, SecretPlace place)
            throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key.key(), new GCMParameterSpec(TAG_BITS, nonce));
        String bound = String.join(
                "\n",
                FORMAT,
                key.id(),
                place.table(),
                place.column(),
                place.row().toString());
        cipher.updateAAD(bound.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    private static Conflict unreadable(String keyId, String why) {
        return new Conflict(
                ErrorCode.SECRET_UNREADABLE,
                keyId.isEmpty() ? why : "key %s: %s".formatted(keyId, why),
                keyId.isEmpty() ? Map.of() : Map.of("keyId", keyId));
    }
}

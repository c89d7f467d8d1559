package io.quartermaster.domain.governance;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Replaces a personal value by a token: the first 96 bits of HMAC-SHA256(key, field, value), as 24
 * hexadecimal digits. The same customer has the same token everywhere, who lacks the key cannot
 * test a guess, and a customer's and an expert's equal names get different tokens.
 *
 * <p>Not safe for use by several threads at once.
 */
public final class Tokeniser {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int TOKEN_BYTES = 12;
    private static final int REMEMBERED = 4096;

    private final Mac mac;
    private final Map<String, String> recent = new Recent();

    /**
     * @param key secret, not empty
     * @throws IllegalArgumentException when the key is empty
     */
    public Tokeniser(String key) {
        if (key.isEmpty()) {
            throw new IllegalArgumentException(
                    "The key that personal fields are tokenised with must not be empty.\n"
                            + "Maybe the option governance.token-key was set to nothing.");
        }
        try {
            mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), ALGORITHM));
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("This Java lacks HmacSHA256.", e);
        }
    }

    /** The value's token; nothing stays nothing. */
    public String token(PersonalField field, String value) {
        if (value.isEmpty()) {
            return value;
        }
        return recent.computeIfAbsent(field.column() + '\0' + value, this::hash);
    }

    private String hash(String fieldAndValue) {
        byte[] digest = mac.doFinal(fieldAndValue.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(digest, 0, TOKEN_BYTES);
    }

    /** The tokens made last, since a customer's lines stand together. */
    private static final class Recent extends LinkedHashMap<String, String> {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
            return size() > REMEMBERED;
        }
    }
}

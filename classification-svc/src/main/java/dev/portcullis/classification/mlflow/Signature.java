package dev.portcullis.classification.mlflow;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The signature of a delivery as MLflow makes it: {@code v1,} and in base64 the HMAC-SHA256 (RFC 2104) of the delivery's id, a full stop,
 * its time in seconds, a full stop, and the body's bytes.
 */
final class Signature {
    private static final String PREFIX = "v1,";
    private static final String ALGORITHM = "HmacSHA256";

    private Signature() {}

    /** Whether one of the secrets made the signature. All are tried, each in the same time. */
    static boolean isGood(List<String> secrets, String signature, String id, String timestamp, byte[] body) {
        if (!signature.startsWith(PREFIX)) {
            return false;
        }
        byte[] claimed;
        try {
            claimed = Base64.getDecoder().decode(signature.substring(PREFIX.length()));
        } catch (IllegalArgumentException notBase64) {
            return false;
        }
        boolean good = false;
        for (String secret : secrets) {
            good |= MessageDigest.isEqual(claimed, of(secret, id, timestamp, body));
        }
        return good;
    }

    private static byte[] of(String secret, String id, String timestamp, byte[] body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            mac.update((id + "." + timestamp + ".").getBytes(StandardCharsets.UTF_8));
            return mac.doFinal(body);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HMAC-SHA256", e);
        }
    }
}

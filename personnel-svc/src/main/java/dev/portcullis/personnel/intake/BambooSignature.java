package dev.portcullis.personnel.intake;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * How BambooHR signs a delivery: {@code X-BambooHR-Signature} is the HMAC with SHA-256, in hexadecimal, over the bytes of the body followed
 * by those of {@code X-BambooHR-Timestamp}, under the private key of the webhook (documentation.bamboohr.com, Webhooks, Security).
 */
final class BambooSignature {
    /** How far the time of a delivery may be from ours, either way. */
    static final Duration WINDOW = Duration.ofMinutes(5);

    private static final int LONGEST_TIMESTAMP = 40;
    private static final DateTimeFormatter OFFSET = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssXX", Locale.ROOT);

    private BambooSignature() {}

    /** Whether a delivery was signed with the key, and not long ago. */
    static boolean holds(String key, @Nullable String signature, @Nullable String timestamp, byte[] body, Instant now) {
        if (key.isBlank() || signature == null || timestamp == null || timestamp.length() > LONGEST_TIMESTAMP) {
            return false;
        }
        byte[] sent;
        try {
            sent = HexFormat.of().parseHex(signature.strip());
        } catch (IllegalArgumentException e) {
            return false;
        }
        return MessageDigest.isEqual(sent, mac(key, timestamp, body))
                && time(timestamp)
                        .filter(at -> Duration.between(at, now).abs().compareTo(WINDOW) <= 0)
                        .isPresent();
    }

    static byte[] mac(String key, String timestamp, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            mac.update(body);
            return mac.doFinal(timestamp.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JDK has no HMAC with SHA-256", e);
        }
    }

    /** Seconds since 1970, or a date and time with its offset: both are seen. */
    static Optional<Instant> time(String text) {
        try {
            if (!text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9')) {
                return Optional.of(Instant.ofEpochSecond(Long.parseLong(text)));
            }
            return Optional.of(
                    text.matches(".*[+-][0-9]{4}")
                            ? OffsetDateTime.parse(text, OFFSET).toInstant()
                            : OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException | NumberFormatException e) {
            return Optional.empty();
        }
    }
}

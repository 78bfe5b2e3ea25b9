package dev.portcullis.personnel.privacy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Authenticated encryption: AES-256-GCM (NIST SP 800-38D) with a random 96-bit nonce and a 128-bit tag. Layout: one byte of
 * format, the nonce, the ciphertext with its tag.
 *
 * <p>A random nonce is safe for 2<sup>32</sup> seals under one key (SP 800-38D, section 8.3); a person's key seals once a change.
 */
public final class Seal {
    private static final byte FORMAT = 1;
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final int KEY = 32;

    private Seal() {}

    /** A fresh 256-bit key. */
    public static byte[] newKey() {
        return random(KEY);
    }

    /** Fresh random bytes. */
    public static byte[] random(int length) {
        byte[] bytes = new byte[length];
        // Never kept in a static: a native build would freeze its seed into the executable.
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }

    /**
     * Seals.
     *
     * @param context authenticated, not stored: what is opened under another context fails
     */
    public static byte[] close(byte[] key, byte[] plain, String context) {
        byte[] nonce = random(NONCE);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, key, nonce, context).doFinal(plain);
            return ByteBuffer.allocate(1 + NONCE + sealed.length)
                    .put(FORMAT)
                    .put(nonce)
                    .put(sealed)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JDK does not seal with AES-256-GCM", e);
        }
    }

    /**
     * Opens.
     *
     * @throws KeyUnavailableException where key, context or bytes are not those of the sealing
     */
    public static byte[] open(byte[] key, byte[] sealed, String context) {
        if (sealed.length < 1 + NONCE + TAG_BITS / 8 || sealed[0] != FORMAT) {
            throw new KeyUnavailableException("sealed data is damaged");
        }
        try {
            byte[] nonce = Arrays.copyOfRange(sealed, 1, 1 + NONCE);
            return cipher(Cipher.DECRYPT_MODE, key, nonce, context)
                    .doFinal(sealed, 1 + NONCE, sealed.length - 1 - NONCE);
        } catch (GeneralSecurityException e) {
            throw new KeyUnavailableException("sealed data does not open with this key", e);
        }
    }

    /** HMAC-SHA256 (RFC 2104). */
    public static byte[] mac(byte[] key, String purpose, String value) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            mac.update(purpose.getBytes(StandardCharsets.UTF_8));
            // No purpose contains it, so that no two pairs run into one another.
            mac.update((byte) 0);
            return mac.doFinal(value.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JDK has no HmacSHA256", e);
        }
    }

    private static Cipher cipher(int mode, byte[] key, byte[] nonce, String context) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(context.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}

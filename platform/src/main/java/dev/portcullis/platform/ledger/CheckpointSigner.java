package dev.portcullis.platform.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.EdECPrivateKey;
import java.security.interfaces.EdECPublicKey;
import java.security.spec.NamedParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Signs checkpoints with Ed25519 as signed notes (c2sp.org/tlog-checkpoint, c2sp.org/signed-note). The note's origin names the
 * ledger; a verifier holds the key in the form {@code origin+keyid+key} that {@link #verifierKey()} prints.
 */
@ApplicationScoped
public class CheckpointSigner {
    private static final byte ED25519 = 1;

    private final String origin;
    private final EdECPrivateKey privateKey;
    private final byte[] publicKey;
    private final byte[] keyId;

    /** For the client proxy only. */
    @SuppressWarnings("NullAway")
    protected CheckpointSigner() {
        origin = "";
        privateKey = null;
        publicKey = new byte[0];
        keyId = new byte[0];
    }

    @Inject
    public CheckpointSigner(
            @ConfigProperty(name = "portcullis.ledger.signing-key") String pkcs8,
            @ConfigProperty(name = "portcullis.ledger.origin") String origin) {
        this.origin = origin;
        try {
            byte[] encoded = Base64.getDecoder().decode(pkcs8.trim());
            privateKey = (EdECPrivateKey)
                    KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(encoded));
            publicKey = publicKey(privateKey.getBytes().orElseThrow());
            keyId = Arrays.copyOf(
                    sha256(concat((origin + "\n").getBytes(StandardCharsets.UTF_8), marked(publicKey))), 4);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IllegalStateException(
                    "portcullis.ledger.signing-key must be a base64 PKCS#8 Ed25519 key, as"
                            + " `openssl genpkey -algorithm ed25519 -outform DER | base64 -w0` makes one",
                    e);
        }
    }

    /** The name of this ledger, the first line of each checkpoint. */
    public String origin() {
        return origin;
    }

    /** The key by which others verify, {@code origin+keyid+key}. */
    public String verifierKey() {
        return String.format("%s+%08x+%s", origin, ByteBuffer.wrap(keyId).getInt(), base64(marked(publicKey)));
    }

    /** A signed checkpoint. */
    public String sign(long size, byte[] root) {
        String body = origin + "\n" + size + "\n" + base64(root) + "\n";
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(privateKey);
            signature.update(body.getBytes(StandardCharsets.UTF_8));
            return body + "\n\u2014 " + origin + " " + base64(concat(keyId, signature.sign())) + "\n";
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the ledger's key cannot sign", e);
        }
    }

    /** RFC 8032, section 5.1.5: the public key follows from the seed; the JDK derives it only while it makes a key pair. */
    private static byte[] publicKey(byte[] seed) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("Ed25519");
        generator.initialize(NamedParameterSpec.ED25519, new SeedAsRandom(seed));
        KeyPair pair = generator.generateKeyPair();
        EdECPublicKey key = (EdECPublicKey) pair.getPublic();
        byte[] point = new byte[32];
        byte[] y = key.getPoint().getY().toByteArray();
        for (int i = 0; i < y.length && i < 32; i++) {
            point[i] = y[y.length - 1 - i];
        }
        if (key.getPoint().isXOdd()) {
            point[31] |= (byte) 0x80;
        }
        return point;
    }

    private static byte[] marked(byte[] key) {
        return concat(new byte[] {ED25519}, key);
    }

    private static byte[] concat(byte[] a, byte[] b) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(a.length + b.length);
        out.writeBytes(a);
        out.writeBytes(b);
        return out.toByteArray();
    }

    private static byte[] sha256(byte[] bytes) throws GeneralSecurityException {
        return MessageDigest.getInstance("SHA-256").digest(bytes);
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static final class SeedAsRandom extends SecureRandom {
        private static final long serialVersionUID = 1L;
        private final byte[] seed;

        SeedAsRandom(byte[] seed) {
            this.seed = seed.clone();
        }

        @Override
        public void nextBytes(byte[] bytes) {
            System.arraycopy(seed, 0, bytes, 0, bytes.length);
        }
    }
}

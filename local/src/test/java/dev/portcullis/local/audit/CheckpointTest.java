package dev.portcullis.local.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class CheckpointTest {
    private static final String ROOT = "CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=";

    /** The example of c2sp.org/signed-note and golang.org/x/mod/sumdb/note, whose key and signature are published there. */
    private static final String KEY = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";

    private static final String NOTE = """
            If you think cryptography is the answer to your problem,
            then you don't know what your problem is.

            \u2014 PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=
            """;

    @Test
    void the_published_example_is_signed_as_it_says_and_is_no_checkpoint() throws GeneralSecurityException {
        // Its text has two lines only: the signature is good, and what it signs is refused afterwards.
        assertThatThrownBy(() -> Checkpoint.verified(NOTE, "PeterNeumann", publicKey(KEY)))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("Not a checkpoint");
        assertThatThrownBy(() -> Checkpoint.verified(
                        NOTE.replace("your problem,", "any problem,"), "PeterNeumann", publicKey(KEY)))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("not good");
    }

    @Test
    void a_checkpoint_of_the_right_ledger_by_the_right_key_is_read() throws Exception {
        KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        String note = signed("licensing-svc\n42\n" + ROOT + "\n", "licensing-svc", pair);

        Checkpoint checkpoint = Checkpoint.verified(note, "licensing-svc", pair.getPublic());

        assertThat(checkpoint.size()).isEqualTo(42);
        assertThat(checkpoint.root()).isEqualTo(Base64.getDecoder().decode(ROOT));
    }

    @Test
    void another_size_another_ledger_and_another_key_are_refused() throws Exception {
        KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        KeyPair other = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        String note = signed("licensing-svc\n42\n" + ROOT + "\n", "licensing-svc", pair);

        assertThatThrownBy(() -> Checkpoint.verified(note.replace("42", "43"), "licensing-svc", pair.getPublic()))
                .isInstanceOf(RefusedException.class);
        assertThatThrownBy(() -> Checkpoint.verified(note, "screening-svc", pair.getPublic()))
                .isInstanceOf(RefusedException.class);
        assertThatThrownBy(() -> Checkpoint.verified(note, "licensing-svc", other.getPublic()))
                .isInstanceOf(RefusedException.class);
        assertThatThrownBy(() -> Checkpoint.verified("licensing-svc\n42\n", "licensing-svc", pair.getPublic()))
                .isInstanceOf(RefusedException.class);
    }

    private static String signed(String text, String name, KeyPair pair) throws GeneralSecurityException {
        Signature signer = Signature.getInstance("Ed25519");
        signer.initSign(pair.getPrivate());
        signer.update(text.getBytes(StandardCharsets.UTF_8));
        byte[] key = pair.getPublic().getEncoded();
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        digest.update((name + "\n\u0001").getBytes(StandardCharsets.UTF_8));
        digest.update(key, key.length - 32, 32);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(digest.digest(), 0, 4);
        bytes.writeBytes(signer.sign());
        return text + "\n\u2014 " + name + " " + Base64.getEncoder().encodeToString(bytes.toByteArray()) + "\n";
    }

    private static PublicKey publicKey(String verifierKey) throws GeneralSecurityException {
        byte[] marked = Base64.getDecoder().decode(verifierKey.split("\\+", 3)[2]);
        ByteArrayOutputStream encoded = new ByteArrayOutputStream();
        // The X.509 head of an Ed25519 key (RFC 8410, section 4).
        encoded.writeBytes(Base64.getDecoder().decode("MCowBQYDK2VwAyEA"));
        encoded.writeBytes(Arrays.copyOfRange(marked, 1, marked.length));
        return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded.toByteArray()));
    }
}

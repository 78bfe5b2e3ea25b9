package dev.portcullis.local.stack;

import dev.portcullis.local.parts.PartFailedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.Set;

/** The ledgers' signing keys of this machine, made once and kept: a ledger's key must outlive its service's restarts. */
final class SigningKeys {
    private static final String ALGORITHM = "Ed25519";
    private static final String PRIVATE = ".key";
    private static final String PUBLIC = ".pub";
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");

    private final Path folder;

    SigningKeys(Path folder) {
        this.folder = folder;
    }

    /** The service's Ed25519 private key, PKCS #8 in base64. */
    String privateKey(Service service) {
        ensure(service);
        return read(file(service, PRIVATE));
    }

    /** The key by which others verify what the service's ledger signs. */
    PublicKey publicKey(Service service) {
        ensure(service);
        try {
            byte[] encoded = Base64.getDecoder().decode(read(file(service, PUBLIC)));
            return KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(encoded));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new PartFailedException("Not a key: " + file(service, PUBLIC), e);
        }
    }

    private void ensure(Service service) {
        if (Files.exists(file(service, PRIVATE)) && Files.exists(file(service, PUBLIC))) {
            return;
        }
        try {
            Files.createDirectories(folder);
            KeyPair pair = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
            Path secret = file(service, PRIVATE);
            Files.deleteIfExists(secret);
            Files.createFile(secret, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
            Files.writeString(secret, base64(pair.getPrivate()), StandardOpenOption.TRUNCATE_EXISTING);
            Files.writeString(file(service, PUBLIC), base64(pair.getPublic()));
        } catch (IOException e) {
            throw new PartFailedException("Cannot keep the signing key of " + service.id() + " in " + folder, e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This JDK has no " + ALGORITHM, e);
        }
    }

    private Path file(Service service, String ending) {
        return folder.resolve(service.id() + ending);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file).trim();
        } catch (IOException e) {
            throw new PartFailedException("Cannot read " + file, e);
        }
    }

    private static String base64(Key key) {
        return Base64.getEncoder().encodeToString(key.getEncoded());
    }
}

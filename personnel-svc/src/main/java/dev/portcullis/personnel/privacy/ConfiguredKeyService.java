package dev.portcullis.personnel.privacy;

import dev.portcullis.platform.identity.DevelopmentRealm;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * The master key from the configuration. Without a usable one the service starts, is not ready, says why, and refuses whatever
 * would read or write personal data. A development key is not usable in production.
 */
@ApplicationScoped
public class ConfiguredKeyService implements KeyService {
    private static final String SETTING = "portcullis.privacy.master-key";

    /** 32 bytes in base64. */
    @Inject
    @ConfigProperty(name = SETTING)
    Optional<String> configured;

    private @Nullable MasterKey key;
    private String reason = "";

    @PostConstruct
    void read() {
        read(configured.orElse(""), DevelopmentRealm.isProduction());
    }

    void read(String text, boolean production) {
        if (text.isBlank()) {
            reason = SETTING + " is missing: set 32 random bytes in base64, kept by your key management";
        } else if (production && text.startsWith(MasterKey.DEVELOPMENT)) {
            reason = SETTING + " is a development key: make a new one";
        } else {
            try {
                key = MasterKey.of(text);
            } catch (IllegalArgumentException e) {
                reason = SETTING + " cannot be used: " + e.getMessage();
            }
        }
    }

    @Override
    public String keyId() {
        return key().id();
    }

    @Override
    public byte[] wrap(byte[] personKey, String context) {
        return key().wrap(personKey, context);
    }

    @Override
    public byte[] unwrap(String keyId, byte[] wrapped, String context) {
        MasterKey master = key();
        if (!master.id().equals(keyId)) {
            throw new KeyUnavailableException("a person's key was wrapped by another master key: " + keyId);
        }
        return master.unwrap(wrapped, context);
    }

    @Override
    public byte[] lookup(String purpose, String value) {
        return key().lookup(purpose, value);
    }

    /** Why there is no usable key, in words that tell what to do; null where there is one. */
    @Nullable
    String fault() {
        return key == null ? reason : null;
    }

    private MasterKey key() {
        MasterKey present = key;
        if (present == null) {
            throw new KeyUnavailableException(reason);
        }
        return present;
    }
}

package dev.portcullis.personnel.privacy;

import dev.portcullis.platform.identity.DevelopmentRealm;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
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

    /** Keys of before, in the form of the master key, the last one used first; needed until every person's key is wrapped anew. */
    @Inject
    @ConfigProperty(name = "portcullis.privacy.previous-master-keys")
    Optional<List<String>> previous = Optional.empty();

    /**
     * The key of lookups, in the form of the master key. Lookups must stay the same when the master key changes, or nobody is found any more:
     * set it to the master key of the first day before that is retired.
     */
    @Inject
    @ConfigProperty(name = "portcullis.privacy.lookup-key")
    Optional<String> lookup = Optional.empty();

    private @Nullable MasterKey key;
    private Map<String, MasterKey> retired = Map.of();
    private @Nullable MasterKey lookups;
    private String reason = "";

    @PostConstruct
    void read() {
        read(configured.orElse(""), DevelopmentRealm.isProduction());
    }

    void read(String text, boolean production) {
        if (text.isBlank()) {
            reason = SETTING + " is missing: set 32 random bytes in base64, kept by your key management";
        } else if (production
                && Stream.concat(
                                Stream.of(text),
                                Stream.concat(previous.stream().flatMap(List::stream), lookup.stream()))
                        .anyMatch(one -> one.startsWith(MasterKey.DEVELOPMENT))) {
            reason = SETTING + " is a development key: make a new one";
        } else {
            try {
                MasterKey current = MasterKey.of(text);
                Map<String, MasterKey> old = new LinkedHashMap<>();
                for (String one : previous.orElse(List.of())) {
                    MasterKey read = MasterKey.of(one);
                    old.put(read.id(), read);
                    lookups = read;
                }
                if (lookup.isPresent()) {
                    lookups = MasterKey.of(lookup.get());
                }
                if (lookups == null) {
                    lookups = current;
                }
                retired = Map.copyOf(old);
                key = current;
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
        MasterKey current = key();
        MasterKey master = current.id().equals(keyId) ? current : retired.get(keyId);
        if (master == null) {
            throw new KeyUnavailableException("a person's key was wrapped by another master key: " + keyId);
        }
        return master.unwrap(wrapped, context);
    }

    @Override
    public byte[] lookup(String purpose, String value) {
        key();
        return Objects.requireNonNull(lookups).lookup(purpose, value);
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

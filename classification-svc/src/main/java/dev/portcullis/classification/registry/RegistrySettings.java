package dev.portcullis.classification.registry;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** From where model files may be fetched, and at what cost. */
@ConfigMapping(prefix = "portcullis.registry")
public interface RegistrySettings {
    /**
     * Hosts from which files may be fetched, redirects included: {@code models.example.com}, {@code models.example.com:8443}, or
     * {@code *.storage.example.com} for everything below a name. Without any, nothing is fetched.
     */
    Optional<List<String>> hosts();

    /** Bearer tokens by host, {@code models.example.com=TOKEN}; a secret. A token goes to its own host only. */
    Optional<List<String>> tokens();

    /** Whether plain HTTP is allowed, to the same hosts. */
    @WithDefault("false")
    boolean plainHttp();

    /** Whether the hosts may have private, loopback or link-local addresses, as registries inside a company's network do. */
    @WithDefault("false")
    boolean privateAddresses();

    /** A PEM file of certificates to trust in place of those of the platform, for registries under a company's own authority. */
    Optional<String> trustedCertificates();

    /** How long one request may take. */
    @WithDefault("PT20S")
    Duration requestTimeout();

    /** How long all requests for one derivation may take together. */
    @WithDefault("PT2M")
    Duration derivationTimeout();

    /** How many derivations run at the same time; the next one is told to come again. */
    @WithDefault("2")
    int concurrency();
}

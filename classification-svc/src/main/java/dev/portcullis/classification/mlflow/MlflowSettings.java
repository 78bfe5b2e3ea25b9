package dev.portcullis.classification.mlflow;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Which model registry is followed, and how. Without a URL none is. */
@ConfigMapping(prefix = "portcullis.mlflow")
public interface MlflowSettings {
    /** Where the registry's REST API begins, such as {@code https://mlflow.example.com}. */
    Optional<String> url();

    /** The secrets of its webhooks; several while one is replaced by another. Without any, deliveries are refused. */
    Optional<List<String>> webhookSecrets();

    /** Bearer token for the REST API. */
    Optional<String> token();

    /** User for the REST API, where it asks for a user and a password. */
    Optional<String> username();

    /** That user's password. */
    Optional<String> password();

    /** Where people reach this service, for the links in tags, such as {@code https://portcullis.example.com}. */
    Optional<String> publicUrl();

    /** How old, or how far in the future, a delivery may be. */
    @WithDefault("PT5M")
    Duration freshness();

    /** How long one request to the registry may take. */
    @WithDefault("PT20S")
    Duration requestTimeout();

    /** How often everything is looked at. */
    @WithDefault("5m")
    String poll();

    /** By how much replicas that were started together are set apart. */
    @WithDefault("30s")
    String jitter();

    /** How often it is looked for what is to be done. */
    @WithDefault("2s")
    String every();

    /** The most model versions that are followed. */
    @WithDefault("100000")
    int mostVersions();
}

package dev.portcullis.personnel.privacy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Not ready without a usable master key. */
@Readiness
@ApplicationScoped
public class KeyHealth implements HealthCheck {
    private static final String NAME = "personal-data-key";

    @Inject
    ConfiguredKeyService keys;

    @Override
    public HealthCheckResponse call() {
        String fault = keys.fault();
        return fault == null
                ? HealthCheckResponse.up(NAME)
                : HealthCheckResponse.named(NAME)
                        .down()
                        .withData("reason", fault)
                        .build();
    }
}

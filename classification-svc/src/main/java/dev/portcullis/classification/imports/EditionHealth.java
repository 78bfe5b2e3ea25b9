package dev.portcullis.classification.imports;

import dev.portcullis.classification.controllist.ControlLists;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Not ready until the editions that were taken in are in memory: an older one must not answer for them. */
@Readiness
@ApplicationScoped
public class EditionHealth implements HealthCheck {
    @Inject
    EditionWatch watch;

    @Inject
    ControlLists lists;

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("control-list")
                .status(watch.isRead())
                .withData("edition", lists.current().list().edition().toString())
                .build();
    }
}

package dev.portcullis.personnel.scim;

import io.quarkus.test.Mock;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;

/** In tests one client speaks any dialect that the test names. Which clients the configuration names is tested apart. */
@Mock
@ApplicationScoped
public class SenderInTests extends Dialects {
    @Inject
    RoutingContext request;

    @Override
    Dialect ofSender() {
        @Nullable String named = request.request().getHeader("X-Test-Dialect");
        return named == null ? super.ofSender() : Dialect.named(named);
    }
}

package dev.portcullis.personnel.scim;

import io.quarkus.runtime.Startup;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Which dialect a sender speaks. A dialect that there is not keeps the service from starting. */
@Startup
@ApplicationScoped
public class Dialects {
    @Inject
    ScimSettings settings;

    @Inject
    JsonWebToken token;

    private Map<String, Dialect> byClient = Map.of();

    @PostConstruct
    void read() {
        Map<String, Dialect> read = new HashMap<>();
        settings.dialects().forEach((client, name) -> read.put(client, Dialect.named(name)));
        byClient = read;
    }

    /** That of the client to which the request's token was issued. */
    Dialect ofSender() {
        return byClient.getOrDefault(client(), Dialect.STRICT);
    }

    /** The client to which the request's token was issued: whose word it is that a message has. */
    String client() {
        Object azp = token.getClaim("azp");
        String client = azp == null ? token.getSubject() : azp.toString();
        return client == null ? "unknown" : client.substring(0, Math.min(200, client.length()));
    }
}

package dev.portcullis.platform.thing;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/**
 * The settings of the small service. They stand here and not in a file, because the services share these test classes for the
 * house rules and must not meet the settings or tables of another service among them.
 */
public class ThingsProfile implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "quarkus.application.name", "things-svc",
                "quarkus.oidc.token.audience", "classification-svc",
                "portcullis.feed.topics", "portcullis.items",
                "quarkus.flyway.locations", "db/platform,db/things");
    }
}

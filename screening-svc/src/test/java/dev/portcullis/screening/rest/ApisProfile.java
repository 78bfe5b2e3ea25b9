package dev.portcullis.screening.rest;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** A service of its own for the tests that only ask: they load the excerpt of the list and share it. */
public final class ApisProfile implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of("portcullis.screening.batch.every", "0.2s");
    }
}

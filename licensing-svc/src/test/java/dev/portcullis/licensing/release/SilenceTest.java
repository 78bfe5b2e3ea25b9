package dev.portcullis.licensing.release;

import static dev.portcullis.licensing.Gate.deemedExport;

import dev.portcullis.contracts.PersonState;
import dev.portcullis.contracts.Topics;
import dev.portcullis.licensing.AtTheGate;
import dev.portcullis.licensing.Gate;
import dev.portcullis.local.testing.PortcullisStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** An owner of facts that is alive, but whose own sources are silent. */
@QuarkusTest
@QuarkusTestResource(PortcullisStack.class)
class SilenceTest extends AtTheGate {
    @Test
    void silence_of_hr_past_its_limit_closes_the_gate_however_lively_personnel_svc_is() {
        String person = "per-silence-" + test;
        services.person(Gate.person(person, 1, PersonState.Status.ACTIVE, null));
        until(() -> decision(deemedExport(tech, person)).equals("PERMITTED"));
        services.goodUntil(Topics.PERSONS, Instant.now().minusSeconds(1));
        try {
            until(() -> decision(deemedExport(tech, person)).equals("REVIEW"));
            services.goodUntil(Topics.PERSONS, Instant.now().plusSeconds(3600));
            until(() -> decision(deemedExport(tech, person)).equals("PERMITTED"));
        } finally {
            services.goodUntil(Topics.PERSONS, null);
        }
    }
}

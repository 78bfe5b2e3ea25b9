package dev.portcullis.licensing;

import static dev.portcullis.licensing.Gate.export;
import static dev.portcullis.licensing.Gate.get;
import static dev.portcullis.licensing.Gate.party;
import static dev.portcullis.licensing.Gate.post;
import static dev.portcullis.licensing.Gate.release;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.portcullis.contracts.PartyState;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/** Tests at the gate: facts of their own for each, which have arrived before it begins. */
public abstract class AtTheGate {
    protected static FactServices services;

    protected String test = "";
    protected String gpu = "";
    protected String h20 = "";
    protected String tech = "";
    protected String german = "";
    protected String emirati = "";
    protected String chinese = "";

    @BeforeAll
    static void connect() {
        services = new FactServices(ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class));
    }

    @AfterAll
    static void disconnect() {
        services.close();
    }

    @BeforeEach
    void tell_facts() {
        test = UUID.randomUUID().toString().substring(0, 8);
        gpu = "itm-gpu-" + test;
        h20 = "itm-h20-" + test;
        tech = "itm-tech-" + test;
        german = "pty-de-" + test;
        emirati = "pty-ae-" + test;
        chinese = "pty-cn-" + test;
        services.item(Gate.accelerator(gpu, 1));
        services.item(Gate.accessible(h20, 1));
        services.item(Gate.technology(tech, 1));
        services.party(party(german, 1, "DE", PartyState.Status.CLEAR));
        services.party(party(emirati, 1, "AE", PartyState.Status.CLEAR));
        services.party(party(chinese, 1, "CN", PartyState.Status.CLEAR));
        // Partitions arrive apart: each fact is waited for.
        until(() -> decision(export(h20, german, "DE")).equals("PERMITTED"));
        until(() -> decision(export(h20, emirati, "AE")).equals("PERMITTED"));
        until(() -> !decision(export(gpu, chinese, "CN")).equals("REVIEW"));
    }

    protected static String decision(String request) {
        return release(request).getString("release.decision");
    }

    protected static String record(String license) {
        Response response = post("/v1/licenses", Gate.user("license-manager"), license);
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(201);
        return response.jsonPath().getString("id");
    }

    protected static int drawn(String licenseId) {
        return get("/v1/licenses/" + licenseId, Gate.user("license-manager"))
                .jsonPath()
                .getInt("lines[0].quantityDrawn");
    }

    protected static void until(Callable<Boolean> condition) {
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(100))
                .until(condition);
    }
}

package dev.portcullis.classification.mlflow;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.portcullis.platform.problem.ProblemException;
import dev.portcullis.platform.problem.Problems;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Takes deliveries in. Of one that is refused nothing is kept. */
@ApplicationScoped
public class Deliveries {
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,64}");
    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,12}");
    private static final int LONGEST_SIGNATURE = 256;
    private static final String TAKE = "insert into mlflow_delivery (id) values (:id) on conflict (id) do nothing";
    private static final String FORGET =
            "delete from mlflow_delivery where at < now() - cast(:seconds as integer) * interval '1 second'";

    @Inject
    MlflowSettings settings;

    @Inject
    Versions versions;

    @Inject
    ObjectMapper json;

    /**
     * Takes a delivery in.
     *
     * @throws ProblemException 404 where no registry is followed, 401 where it is not signed or stale, 409 where it came before, 400
     *     where it is signed and cannot be read
     */
    Uni<Void> take(@Nullable String signature, @Nullable String id, @Nullable String timestamp, byte[] body) {
        List<String> secrets = settings.webhookSecrets().orElse(List.of());
        if (settings.url().isEmpty() || secrets.isEmpty()) {
            throw Problems.notFound("model registry", "mlflow");
        }
        if (signature == null
                || id == null
                || timestamp == null
                || signature.length() > LONGEST_SIGNATURE
                || !ID.matcher(id).matches()
                || !SECONDS.matcher(timestamp).matches()
                || !Signature.isGood(secrets, signature, id, timestamp, body)) {
            throw Problems.unauthorized("The delivery is not signed by a secret of this registry's webhooks.");
        }
        Duration age = Duration.between(Instant.ofEpochSecond(Long.parseLong(timestamp)), Instant.now())
                .abs();
        if (age.compareTo(settings.freshness()) > 0) {
            throw Problems.unauthorized("The delivery is too old, or from the future: compare the clocks.");
        }
        VersionKey key = about(body);
        return Panache.withTransaction(() -> Panache.getSession()
                .chain(session ->
                        session.createNativeQuery(TAKE).setParameter("id", id).executeUpdate())
                .invoke(taken -> {
                    if (taken == 0) {
                        throw Problems.conflict("The delivery was taken in before.");
                    }
                })
                .chain(() -> key == null ? Uni.createFrom().voidItem() : versions.ask(key)));
    }

    /** The version that it is about; null where it is about something else, which is not followed. */
    private @Nullable VersionKey about(byte[] body) {
        JsonNode event;
        try {
            event = json.readTree(body);
        } catch (JacksonException e) {
            throw Problems.malformed("The body is no JSON.");
        } catch (IOException e) {
            throw new IllegalStateException("bytes in memory cannot be read", e);
        }
        String entity = event.path("entity").asText();
        if (!entity.equals("model_version") && !entity.equals("model_version_tag")) {
            return null;
        }
        JsonNode data = event.path("data");
        if (entity.equals("model_version_tag") && !data.path("key").asText().startsWith(ExportTags.PREFIX)) {
            return null;
        }
        try {
            return new VersionKey(
                    data.path("name").asText(), data.path("version").asText());
        } catch (IllegalArgumentException e) {
            throw Problems.malformed("The version cannot be followed: " + e.getMessage() + ".");
        }
    }

    /** Forgets deliveries that would be stale by now. */
    Uni<Integer> forget() {
        long seconds = settings.freshness().multipliedBy(3).toSeconds();
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(FORGET)
                        .setParameter("seconds", seconds)
                        .executeUpdate());
    }
}

package dev.portcullis.platform.idempotency;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.portcullis.platform.identity.Caller;
import dev.portcullis.platform.problem.ProblemException;
import dev.portcullis.platform.problem.Problems;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.function.Supplier;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/**
 * Lets a POST act once however often it is sent. The key is claimed first, in the transaction of the effect: a second request
 * with the same key waits at the database until the first has committed and then gets its answer; where the first failed, nothing
 * of it is left and the second acts.
 */
@ApplicationScoped
public class Idempotency {
    private static final int LONGEST_KEY = 128;
    private static final String CLAIM = """
            insert into idempotency (caller, route, key, fingerprint) values (:caller, :route, :key, :fingerprint)
            on conflict do nothing""";
    private static final String KEEP = """
            update idempotency set status = :status, location = :location, etag = :etag, body = :body
            where caller = :caller and route = :route and key = :key""";
    private static final String RECALL = """
            select fingerprint, status, location, etag, body from idempotency
            where caller = :caller and route = :route and key = :key""";

    @Inject
    ObjectMapper json;

    @Inject
    Caller caller;

    @Inject
    UriInfo uri;

    /**
     * Runs the action in a transaction of its own, or gives the answer that it gave before.
     *
     * @param key the request's Idempotency-Key
     * @param request the body, which must be the same for the same key
     * @param action what to do, inside the transaction
     * @throws ProblemException 400 where the key is missing or too long; 422 where it was used with another body
     */
    public Uni<Response> once(@Nullable String key, Object request, Supplier<Uni<Answer>> action) {
        if (key == null || key.isBlank()) {
            throw Problems.badParameter(
                    "Idempotency-Key",
                    "is required: send a new random value with each new request, the same one with a retry");
        }
        if (key.length() > LONGEST_KEY || !key.chars().allMatch(c -> c > 0x20 && c < 0x7f)) {
            throw Problems.badParameter(
                    "Idempotency-Key", "must be at most " + LONGEST_KEY + " visible ASCII characters");
        }
        Claim claim = new Claim(caller.subject(), uri.getPath(), key, fingerprint(request));
        return Panache.withTransaction(() -> Panache.getSession()
                .chain(session -> session.createNativeQuery(CLAIM)
                        .setParameter("caller", claim.caller())
                        .setParameter("route", claim.route())
                        .setParameter("key", claim.key())
                        .setParameter("fingerprint", claim.fingerprint())
                        .executeUpdate()
                        .chain(claimed -> claimed == 1 ? act(session, claim, action) : recall(session, claim))));
    }

    private Uni<Response> act(Mutiny.Session session, Claim claim, Supplier<Uni<Answer>> action) {
        return action.get().chain(answer -> {
            String body = write(answer.body());
            return session.createNativeQuery(KEEP)
                    .setParameter("status", answer.status())
                    .setParameter("location", answer.location())
                    .setParameter("etag", answer.etag())
                    .setParameter("body", body)
                    .setParameter("caller", claim.caller())
                    .setParameter("route", claim.route())
                    .setParameter("key", claim.key())
                    .executeUpdate()
                    .replaceWith(() -> respond(answer.status(), answer.location(), answer.etag(), body));
        });
    }

    private Uni<Response> recall(Mutiny.Session session, Claim claim) {
        return session.createNativeQuery(RECALL, Object[].class)
                .setParameter("caller", claim.caller())
                .setParameter("route", claim.route())
                .setParameter("key", claim.key())
                .getSingleResult()
                .map(row -> {
                    if (!MessageDigest.isEqual((byte[]) row[0], claim.fingerprint())) {
                        throw Problems.keyReused();
                    }
                    return respond(
                            ((Number) row[1]).intValue(), (String) row[2], (String) row[3], String.valueOf(row[4]));
                });
    }

    private static Response respond(int status, @Nullable String location, @Nullable String etag, String body) {
        Response.ResponseBuilder response =
                Response.status(status).type(MediaType.APPLICATION_JSON_TYPE).entity(body);
        if (location != null) {
            response.header(HttpHeaders.LOCATION, location);
        }
        if (etag != null) {
            response.header(HttpHeaders.ETAG, etag);
        }
        return response.build();
    }

    private byte[] fingerprint(Object request) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(json.writeValueAsBytes(request));
        } catch (JsonProcessingException | NoSuchAlgorithmException e) {
            throw new IllegalStateException("a request that was read cannot be written", e);
        }
    }

    private String write(Object body) {
        try {
            return json.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an answer cannot be written", e);
        }
    }

    private record Claim(String caller, String route, String key, byte[] fingerprint) {}
}

package dev.portcullis.personnel.subject;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.portcullis.platform.identity.Roles;
import dev.portcullis.platform.paging.Page;
import dev.portcullis.platform.paging.PageRequest;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Who looked at personal data, for auditors. */
@Path("/v1/access-log")
@Tag(name = "Access log", description = "Who looked at personal data, when and what for")
@Produces(MediaType.APPLICATION_JSON)
public class AccessLogResource {
    private static final String PAGE = """
            select id, at, subject, operation, person_id, purpose from access_log
            where id > :after and (:person = '' or person_id = :person) order by id limit :limit""";
    private static final String ENTRY = """
            {"id":1,"at":"2026-11-29T09:00:00Z","account":"b7f2c1d0-1f6f-4c62-9f0b-7d3f5a0a8b11","operation":"PersonResource.get",
             "personId":"per-01k9zq0v5m8y3h2t7n4c6w1xrd","purpose":"AUDIT"}""";

    @GET
    @RolesAllowed(Roles.AUDITOR)
    @WithSession
    @Operation(summary = "Who looked, in the order of looking")
    @APIResponse(
            responseCode = "200",
            content = @Content(examples = @ExampleObject(value = "{\"items\":[" + ENTRY + "]}")))
    public Uni<Page<Entry>> list(
            @QueryParam("personId") @Nullable @Size(max = 64) String personId, @BeanParam PageRequest page) {
        String after = page.after();
        long from = after == null || !after.matches("[0-9]{1,18}") ? 0 : Long.parseLong(after);
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(PAGE, Object[].class)
                        .setParameter("after", from)
                        .setParameter("person", personId == null ? "" : personId)
                        .setParameter("limit", page.limit() + 1)
                        .getResultList())
                .map(rows -> Page.of(
                        rows.stream().map(AccessLogResource::entry).toList(), page, one -> Long.toString(one.id())));
    }

    private static Entry entry(Object[] row) {
        return new Entry(
                ((Number) row[0]).longValue(),
                row[1] instanceof OffsetDateTime offset ? offset.toInstant() : (Instant) row[1],
                (String) row[2],
                (String) row[3],
                (String) row[4],
                (String) row[5]);
    }

    /**
     * Somebody looked.
     *
     * @param account whose, by its subject
     * @param operation of this service
     * @param personId at whom; absent where at many
     * @param purpose what for
     */
    @RegisterForReflection
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Entry(
            long id,
            Instant at,
            String account,
            String operation,
            @Nullable String personId,
            String purpose) {}
}

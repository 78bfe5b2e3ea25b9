package dev.portcullis.platform.thing;

import dev.portcullis.contracts.ItemState;
import dev.portcullis.contracts.Topics;
import dev.portcullis.platform.change.Change;
import dev.portcullis.platform.change.Changes;
import dev.portcullis.platform.etag.ETags;
import dev.portcullis.platform.id.Ids;
import dev.portcullis.platform.idempotency.Answer;
import dev.portcullis.platform.idempotency.Idempotency;
import dev.portcullis.platform.identity.Roles;
import dev.portcullis.platform.paging.Page;
import dev.portcullis.platform.paging.PageRequest;
import dev.portcullis.platform.problem.Problems;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.Map;

@Path("/v1/things")
public class ThingResource {
    @Inject
    Changes changes;

    @Inject
    Idempotency idempotency;

    @POST
    @RolesAllowed(Roles.ENGINEER)
    public Uni<Response> create(@HeaderParam("Idempotency-Key") String key, @NotNull @Valid NewThing body) {
        return idempotency.once(key, body, () -> {
            ThingRow row = new ThingRow();
            row.id = Ids.next("thg");
            row.version = 1;
            row.name = body.name();
            return Panache.getSession()
                    .chain(session -> session.persist(row).chain(session::flush))
                    .chain(() -> record(row))
                    .map(entry -> Answer.created(
                            "/v1/things/" + row.id, ETags.of(1), new Thing(row.id, row.version, row.name, entry)));
        });
    }

    @PUT
    @Path("/{id}")
    @RolesAllowed(Roles.ENGINEER)
    public Uni<Response> rename(String id, @HeaderParam("If-Match") String ifMatch, @NotNull @Valid NewThing body) {
        return Panache.withTransaction(() -> Panache.getSession()
                .chain(session -> session.find(ThingRow.class, id, jakarta.persistence.LockModeType.PESSIMISTIC_WRITE))
                .onItem()
                .ifNull()
                .failWith(() -> Problems.notFound("thing", id))
                .chain(row -> {
                    ETags.require(ifMatch, row.version);
                    row.version++;
                    row.name = body.name();
                    return record(row)
                            .map(entry -> Response.ok(new Thing(row.id, row.version, row.name, entry))
                                    .header("ETag", ETags.of(row.version))
                                    .build());
                }));
    }

    @GET
    @RolesAllowed({Roles.ENGINEER, Roles.AUDITOR})
    public Uni<Page<Thing>> list(@BeanParam PageRequest page) {
        String after = page.after();
        return Panache.withSession(() -> Panache.getSession()
                .chain(session -> session.createSelectionQuery(
                                "from ThingRow where id > :after order by id", ThingRow.class)
                        .setParameter("after", after == null ? "" : after)
                        .setMaxResults(page.limit() + 1)
                        .getResultList())
                .map(rows ->
                        Page.of(rows, page, row -> row.id).map(row -> new Thing(row.id, row.version, row.name, 0))));
    }

    @GET
    @Path("/fault")
    @RolesAllowed(Roles.ENGINEER)
    public Uni<String> fault() {
        return Uni.createFrom().failure(new IllegalStateException("the secret is 42"));
    }

    private Uni<Long> record(ThingRow row) {
        ItemState state = new ItemState(
                row.id,
                row.version,
                row.name,
                null,
                ItemState.Form.COMMODITY,
                null,
                null,
                Instant.parse("2026-11-23T00:00:00Z"));
        return changes.record(new Change(
                Topics.ITEMS, row.id, row.version, "dev.portcullis.thing.changed", state, Map.of("name", row.name)));
    }
}

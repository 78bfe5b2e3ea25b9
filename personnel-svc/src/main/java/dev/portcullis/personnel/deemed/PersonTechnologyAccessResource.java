package dev.portcullis.personnel.deemed;

import dev.portcullis.contracts.DeterminationState.Activity;
import dev.portcullis.personnel.person.Persons;
import dev.portcullis.personnel.privacy.KeyUnavailableException;
import dev.portcullis.platform.identity.Roles;
import dev.portcullis.platform.paging.Page;
import dev.portcullis.platform.paging.PageRequest;
import dev.portcullis.platform.problem.Problems;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What one person may receive. */
@Path("/v1/persons/{id}/technology-access")
@Tag(name = "Technology access")
@Produces(MediaType.APPLICATION_JSON)
public class PersonTechnologyAccessResource {
    @Inject
    TechnologyAccess access;

    @Inject
    Persons persons;

    @Inject
    SecurityIdentity reader;

    @GET
    @RolesAllowed({Roles.COMPLIANCE_OFFICER, Roles.LICENSE_MANAGER, Roles.AUDITOR, Roles.ENGINEER, Roles.GATEWAY})
    @Operation(summary = "What a person may receive, item by item", description = Shown.WHO_SEES)
    @APIResponse(
            responseCode = "200",
            content = @Content(examples = @ExampleObject(name = "matrix", value = Shown.MATRIX)))
    @APIResponse(responseCode = "404", description = "There is no such person")
    public Uni<Matrix> ofPerson(
            @PathParam("id") String id,
            @QueryParam("activity") @DefaultValue("DEEMED_EXPORT") Activity activity,
            @BeanParam PageRequest page) {
        Shown.requireRelease(activity);
        List<String> items = access.items(page.after(), page.limit() + 1);
        return persons.state(id)
                .onItem()
                .ifNull()
                .failWith(() -> Problems.notFound("person", id))
                .map(person -> {
                    Instant now = Instant.now();
                    return Matrix.of(
                            Page.of(items, page, item -> item)
                                    .map(item -> Shown.to(access.of(activity, person, item, now), reader::hasRole)),
                            access.reliable());
                })
                .onFailure(KeyUnavailableException.class)
                .transform(unavailable -> Problems.unavailable("The key of personal data"));
    }
}

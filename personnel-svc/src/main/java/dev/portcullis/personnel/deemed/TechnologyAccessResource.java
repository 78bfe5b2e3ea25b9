package dev.portcullis.personnel.deemed;

import dev.portcullis.contracts.DeterminationState.Activity;
import dev.portcullis.contracts.PersonState;
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
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Who may receive which technology. */
@Path("/v1/technology-access")
@Tag(name = "Technology access", description = "Which technology and source code a person may receive")
@Produces(MediaType.APPLICATION_JSON)
public class TechnologyAccessResource {
    @Inject
    TechnologyAccess access;

    @Inject
    Persons persons;

    @Inject
    SecurityIdentity reader;

    @GET
    @RolesAllowed({Roles.COMPLIANCE_OFFICER, Roles.LICENSE_MANAGER, Roles.AUDITOR, Roles.ENGINEER, Roles.GATEWAY})
    @Operation(summary = "Who may receive an item, person by person", description = Shown.WHO_SEES)
    @APIResponse(
            responseCode = "200",
            content = @Content(examples = @ExampleObject(name = "matrix", value = Shown.MATRIX)))
    public Uni<Matrix> ofItem(
            @QueryParam("item") @Nullable String item,
            @QueryParam("activity") @DefaultValue("DEEMED_EXPORT") Activity activity,
            @BeanParam PageRequest page) {
        if (item == null || item.isBlank()) {
            throw Problems.badParameter("item", "is required: the id of an item");
        }
        Shown.requireRelease(activity);
        return persons.states(page.after(), page.limit() + 1)
                .map(found -> {
                    Instant now = Instant.now();
                    return Matrix.of(
                            Page.of(found, page, PersonState::id)
                                    .map(person -> Shown.to(access.of(activity, person, item, now), reader::hasRole)),
                            access.reliable());
                })
                .onFailure(KeyUnavailableException.class)
                .transform(unavailable -> Problems.unavailable("The key of personal data"));
    }
}

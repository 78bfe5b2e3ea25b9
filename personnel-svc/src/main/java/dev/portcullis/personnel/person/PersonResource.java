package dev.portcullis.personnel.person;

import dev.portcullis.personnel.privacy.KeyUnavailableException;
import dev.portcullis.personnel.privacy.PersonalData;
import dev.portcullis.platform.etag.ETags;
import dev.portcullis.platform.identity.Roles;
import dev.portcullis.platform.paging.Page;
import dev.portcullis.platform.paging.PageRequest;
import dev.portcullis.platform.problem.Problems;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** Persons by their opaque ids. */
@Path("/v1/persons")
@Tag(name = "Persons", description = "What a deemed export turns on, without names")
@Produces(MediaType.APPLICATION_JSON)
public class PersonResource {
    private static final Logger LOG = Logger.getLogger(PersonResource.class);
    private static final String EXAMPLE = """
            {"id":"per-01k9zq0v5m8y3h2t7n4c6w1xrd","version":1,"status":"ACTIVE","standing":"FOREIGN_PERSON",
             "deemedExportCountry":"GB","authorizedUntil":"2028-09-30","assessedOn":"2026-11-23",
             "changedAt":"2026-11-23T06:00:00Z",
             "permanentAndRegular":{"is":"YES","reason":{"statement":"The person has been employed for a year or longer.",
                                    "citation":"15 CFR 734.20(d)(2)(i)"},"questions":[]},
             "reasons":[{"statement":"Of several countries the most recent counts: GB, since 2019-06-07.",
                         "citation":"15 CFR 734.13(b)"}],
             "questions":[]}""";

    @Inject
    Persons persons;

    @GET
    @PersonalData
    @RolesAllowed({Roles.COMPLIANCE_OFFICER, Roles.AUDITOR})
    @Operation(summary = "All persons, in the order in which they came; those who left are INACTIVE")
    @APIResponse(
            responseCode = "200",
            content = @Content(examples = @ExampleObject(value = "{\"items\":[" + EXAMPLE + "],\"next\":null}")))
    public Uni<Page<PersonView>> list(@BeanParam PageRequest page) {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        return persons.after(page.after(), page.limit() + 1)
                .map(found -> Page.of(found, page, Person::id).map(person -> PersonView.of(person, today)))
                .onFailure(KeyUnavailableException.class)
                .transform(PersonResource::unavailable);
    }

    @GET
    @Path("/{id}")
    @PersonalData
    @RolesAllowed({Roles.COMPLIANCE_OFFICER, Roles.AUDITOR})
    @Operation(summary = "One person: standing, the country that matters, and why")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            schema = @Schema(implementation = PersonView.class),
                            examples = @ExampleObject(value = EXAMPLE)))
    @APIResponse(responseCode = "404", description = "There is no such person")
    public Uni<RestResponse<PersonView>> get(@PathParam("id") String id) {
        return persons.findAny(id)
                .onItem()
                .ifNull()
                .failWith(() -> Problems.notFound("person", id))
                .map(person -> ResponseBuilder.ok(PersonView.of(person, LocalDate.now(ZoneOffset.UTC)))
                        .header("ETag", ETags.of(person.version()))
                        .build())
                .onFailure(KeyUnavailableException.class)
                .transform(PersonResource::unavailable);
    }

    private static Throwable unavailable(Throwable e) {
        LOG.errorf("personal data cannot be opened: %s", e.getMessage());
        return Problems.unavailable("The key of personal data");
    }
}

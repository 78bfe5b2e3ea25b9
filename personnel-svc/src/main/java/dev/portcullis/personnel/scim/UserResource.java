package dev.portcullis.personnel.scim;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.portcullis.personnel.person.Person;
import dev.portcullis.personnel.person.PersonCriteria;
import dev.portcullis.personnel.person.Persons;
import dev.portcullis.platform.identity.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.function.Function;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Users over SCIM 2.0 (RFC 7644, section 3). HR writes; HR and compliance officers read. */
@Path("/scim/v2/Users")
@Tag(name = "SCIM users", description = "Employees, as the HR system keeps them")
@Produces({ScimJson.MEDIA_TYPE, MediaType.APPLICATION_JSON})
@Consumes({ScimJson.MEDIA_TYPE, MediaType.APPLICATION_JSON})
public class UserResource {
    static final int MOST_RESULTS = 200;
    private static final int DEFAULT_RESULTS = 100;
    private static final String ETAG = "ETag";

    @Inject
    Persons persons;

    @Inject
    UriInfo uri;

    @POST
    @RolesAllowed(Roles.HR_SYNC)
    @Operation(summary = "Create a user")
    @RequestBody(
            required = true,
            content = @Content(mediaType = ScimJson.MEDIA_TYPE, examples = @ExampleObject(value = Examples.NEW_USER)))
    @APIResponse(
            responseCode = "201",
            content = @Content(mediaType = ScimJson.MEDIA_TYPE, examples = @ExampleObject(value = Examples.USER)))
    @APIResponse(
            responseCode = "400",
            content = @Content(mediaType = ScimJson.MEDIA_TYPE, examples = @ExampleObject(value = Examples.ERROR)))
    @APIResponse(responseCode = "409", description = "userName is that of another user (scimType uniqueness)")
    public Uni<Response> create(byte @Nullable [] body, @BeanParam Wanted wanted) {
        return answer(() -> {
            Projection projection = wanted.projection();
            ObjectNode user = activeUnlessSaid(Canonical.user(ScimJson.read(body)), true);
            return persons.create(user)
                    .map(person -> Response.created(URI.create(UserView.location(person, base())))
                            .header(ETAG, UserView.version(person))
                            .entity(bytes(person, projection))
                            .build());
        });
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Roles.HR_SYNC, Roles.COMPLIANCE_OFFICER})
    @Operation(summary = "One user")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = ScimJson.MEDIA_TYPE, examples = @ExampleObject(value = Examples.USER)))
    @APIResponse(responseCode = "304", description = "Not changed since the version in If-None-Match")
    @APIResponse(responseCode = "404", description = "There is no such user, or the user was deleted")
    public Uni<Response> get(
            @PathParam("id") String id,
            @HeaderParam("If-None-Match") @Nullable String ifNoneMatch,
            @BeanParam Wanted wanted) {
        return answer(() -> {
            Projection projection = wanted.projection();
            return persons.find(id).map(UserResource::present).map(person -> {
                if (ifNoneMatch != null && Versions.names(ifNoneMatch, person.version())) {
                    return Response.notModified()
                            .header(ETAG, UserView.version(person))
                            .build();
                }
                return ok(person, projection);
            });
        });
    }

    @GET
    @RolesAllowed({Roles.HR_SYNC, Roles.COMPLIANCE_OFFICER})
    @Operation(
            summary = "Search users",
            description = "Records are sealed: only id, userName, externalId and active can be searched")
    @Parameter(name = "filter", example = "userName eq \"a.rao@example.com\"")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = ScimJson.MEDIA_TYPE, examples = @ExampleObject(value = Examples.LIST)))
    @APIResponse(responseCode = "400", description = "The filter cannot be asked (scimType invalidFilter)")
    public Uni<Response> list(
            @QueryParam("filter") @Nullable String filter,
            @QueryParam("startIndex") @Nullable String startIndex,
            @QueryParam("count") @Nullable String count,
            @BeanParam Wanted wanted) {
        return answer(() -> {
            Projection projection = wanted.projection();
            PersonCriteria criteria =
                    filter == null ? new PersonCriteria.Everybody() : UserFilter.criteria(FilterParser.parse(filter));
            // Below 1 is read as 1, a negative count as 0 (RFC 7644, section 3.4.2.4).
            int from = Math.max(1, number("startIndex", startIndex, 1));
            int most = Math.min(MOST_RESULTS, Math.max(0, number("count", count, DEFAULT_RESULTS)));
            return persons.list(criteria, from - 1, most)
                    .map(found -> Response.ok(ScimJson.write(UserView.list(
                                    found.people().stream()
                                            .map(person -> projection.apply(UserView.of(person, base())))
                                            .toList(),
                                    found.total(),
                                    from)))
                            .build());
        });
    }

    @PUT
    @Path("/{id}")
    @RolesAllowed(Roles.HR_SYNC)
    @Operation(
            summary = "Replace a user",
            description = "What is left out is taken away; active alone stays as it is where it is left out")
    @RequestBody(
            required = true,
            content = @Content(mediaType = ScimJson.MEDIA_TYPE, examples = @ExampleObject(value = Examples.NEW_USER)))
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = ScimJson.MEDIA_TYPE, examples = @ExampleObject(value = Examples.USER)))
    @APIResponse(responseCode = "412", description = "Changed since the version in If-Match")
    public Uni<Response> replace(
            @PathParam("id") String id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            byte @Nullable [] body,
            @BeanParam Wanted wanted) {
        return answer(() -> {
            Projection projection = wanted.projection();
            ObjectNode user = Canonical.user(ScimJson.read(body));
            return change(id, ifMatch, projection, before -> activeUnlessSaid(user.deepCopy(), before.active()));
        });
    }

    @PATCH
    @Path("/{id}")
    @RolesAllowed(Roles.HR_SYNC)
    @Operation(summary = "Change a user", description = "All operations, or none")
    @RequestBody(
            required = true,
            content = @Content(mediaType = ScimJson.MEDIA_TYPE, examples = @ExampleObject(value = Examples.DEACTIVATE)))
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = ScimJson.MEDIA_TYPE, examples = @ExampleObject(value = Examples.USER)))
    @APIResponse(responseCode = "412", description = "Changed since the version in If-Match")
    public Uni<Response> patch(
            @PathParam("id") String id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            byte @Nullable [] body,
            @BeanParam Wanted wanted) {
        return answer(() -> {
            Projection projection = wanted.projection();
            PatchRequest request = PatchRequest.read(ScimJson.read(body));
            return change(id, ifMatch, projection, before -> Patch.apply(before.attributes(), request));
        });
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed(Roles.HR_SYNC)
    @Operation(summary = "Take a user away", description = "The person becomes INACTIVE at once; the record is kept")
    @APIResponse(responseCode = "204", description = "Gone")
    @APIResponse(responseCode = "404", description = "There is no such user, or the user was deleted")
    public Uni<Response> delete(@PathParam("id") String id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        return answer(() -> persons.delete(id, person -> {
                    Versions.require(ifMatch, person.version());
                    return person;
                })
                .map(UserResource::present)
                .map(person -> Response.noContent().build()));
    }

    private static ObjectNode activeUnlessSaid(ObjectNode user, boolean active) {
        return user.has("active") ? user : user.put("active", active);
    }

    private Uni<Response> change(
            String id, @Nullable String ifMatch, Projection projection, Function<Person, ObjectNode> change) {
        return persons.change(id, person -> {
                    Versions.require(ifMatch, person.version());
                    return change.apply(person);
                })
                .map(UserResource::present)
                .map(person -> ok(person, projection));
    }

    private Response ok(Person person, Projection projection) {
        return Response.ok(bytes(person, projection))
                .header(ETAG, UserView.version(person))
                .header("Content-Location", UserView.location(person, base()))
                .build();
    }

    private byte[] bytes(Person person, Projection projection) {
        return ScimJson.write(projection.apply(UserView.of(person, base())));
    }

    private String base() {
        return UserView.base(uri.getBaseUri());
    }

    private static Person present(@Nullable Person person) {
        if (person == null) {
            throw ScimException.notFound();
        }
        return person;
    }

    private static int number(String name, @Nullable String text, int otherwise) {
        try {
            return text == null ? otherwise : Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw ScimType.INVALID_VALUE.because(name + " must be a whole number.");
        }
    }

    private static Uni<Response> answer(Supplier<Uni<Response>> action) {
        return Uni.createFrom().deferred(() -> action.get()).onFailure().transform(ScimErrors::translate);
    }
}

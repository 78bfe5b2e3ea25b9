package dev.portcullis.classification.item;

import dev.portcullis.classification.controllist.ControlLists;
import dev.portcullis.classification.rules.FactDefinition;
import dev.portcullis.platform.identity.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.SortedMap;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The dictionary of facts: what a datasheet can say, and what each fact means. */
@Path("/v1/facts")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Control list")
public class FactResource {
    @Inject
    ControlLists lists;

    @GET
    @RolesAllowed({Roles.ENGINEER, Roles.CLASSIFIER, Roles.COMPLIANCE_OFFICER, Roles.AUDITOR})
    @Operation(
            summary =
                    "The facts that the rules ask for, by name; those with \"stated\" go into a datasheet's characteristics")
    @APIResponse(
            responseCode = "200",
            description = "The dictionary",
            content = @Content(examples = @ExampleObject(name = "facts", value = Examples.FACTS)))
    public SortedMap<String, FactDefinition> facts() {
        return new TreeMap<>(lists.rules().facts());
    }
}

package dev.portcullis.classification.controllist;

import dev.portcullis.contracts.Eccn;
import dev.portcullis.platform.identity.Roles;
import dev.portcullis.platform.problem.Problems;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What the control list holds for a day. */
@Path("/v1/control-list")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Control list")
public class ControlListResource {
    private static final String ENTRY = """
            {"eccn":"3A991","category":3,"productGroup":"A",
             "title":"Electronic devices and components not controlled by 3A001",
             "heading":"Electronic devices, and “components” not controlled by 3A001.",
             "reasonsForControl":["AT"],"reasonsInProse":[],"requirement":"TABLE",
             "controls":[{"reason":"AT","appliesTo":"entire entry","columns":["AT Column 1"]}],
             "exceptions":[{"code":"LVS","eligibility":"NO","limitsUsd":[],"paragraphs":[],"terms":"N/A"}],
             "related":["3D991","3E991"],"holdingEntry":"0A521","paragraphsHeld":true,
             "paragraphs":[{"label":"a","text":"..."}],"citation":"15 CFR 774 Supp. 1, ECCN 3A991",
             "edition":"2026-07-23","asOf":"2026-11-23","readByRules":true,"rules":[]}""";

    @Inject
    ControlLists lists;

    @GET
    @Path("/{eccn}")
    @RolesAllowed({Roles.ENGINEER, Roles.CLASSIFIER, Roles.COMPLIANCE_OFFICER, Roles.AUDITOR})
    @Operation(summary = "An entry with the rules that hold on a day")
    @APIResponse(
            responseCode = "200",
            description = "The entry",
            content = @Content(examples = @ExampleObject(name = "3A991", value = ENTRY)))
    public EntryView entry(
            @PathParam("eccn") @Parameter(example = "3A090") String eccn,
            @QueryParam("asOf")
                    @Parameter(example = "2023-11-17", description = "The day of law; today where absent")
                    @Nullable
                    String asOf) {
        Law law = lists.current();
        LocalDate day = Dates.asOf(asOf, Dates.at(Instant.now()), law.rules());
        ControlListEntry entry = law.list().entry(number(eccn)).orElseThrow(() -> Problems.notFound("entry", eccn));
        return EntryView.of(entry, law, day);
    }

    private static Eccn number(String text) {
        try {
            return Eccn.of(text);
        } catch (IllegalArgumentException noNumber) {
            throw Problems.notFound("entry", text);
        }
    }
}

package dev.portcullis.classification.item;

import dev.portcullis.classification.controllist.ControlLists;
import dev.portcullis.classification.controllist.Dates;
import dev.portcullis.classification.controllist.Law;
import dev.portcullis.classification.determination.Classification;
import dev.portcullis.classification.determination.Classifier;
import dev.portcullis.platform.identity.Roles;
import dev.portcullis.platform.problem.Problems;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What a datasheet would be classified as. */
@Path("/v1/classify")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Classifications")
public class ClassifyResource {
    @Inject
    ControlLists lists;

    @Inject
    CompanyPolicies policies;

    @Inject
    Composition composition;

    @POST
    @RolesAllowed({Roles.ENGINEER, Roles.CLASSIFIER, Roles.APPROVER, Roles.COMPLIANCE_OFFICER, Roles.AUDITOR})
    @Operation(summary = "Classify a datasheet without storing anything")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = WhatIf.class),
                            examples = @ExampleObject(name = "what if", value = Examples.WHAT_IF)))
    @APIResponse(
            responseCode = "200",
            description = "The reasoned answer",
            content =
                    @Content(
                            schema = @Schema(implementation = Classification.class),
                            examples = @ExampleObject(name = "answer", value = Examples.ANSWER)))
    public Uni<Classification> classify(@NotNull @Valid WhatIf body) {
        Law law = lists.current();
        LocalDate asOf = body.asOf() == null ? Dates.at(Instant.now()) : body.asOf();
        if (asOf.isBefore(law.rules().historyFrom()) || asOf.getYear() > 9999) {
            throw Problems.unprocessable(
                    "/asOf", "must not be before " + law.rules().historyFrom());
        }
        return Panache.withSession(() -> composition.resolve(null, body.datasheet(), "/datasheet"))
                .map(resolved -> new Classifier(law, policies.current()).classify(resolved.datasheet(), asOf));
    }
}

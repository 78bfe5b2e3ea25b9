package dev.portcullis.classification.item;

import dev.portcullis.classification.controllist.ControlLists;
import dev.portcullis.classification.controllist.Dates;
import dev.portcullis.classification.controllist.Law;
import dev.portcullis.classification.datasheet.Datasheet;
import dev.portcullis.classification.determination.Classifier;
import dev.portcullis.classification.determination.Comparison;
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
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What a change of a design would do to its classification. */
@Path("/v1/classify/comparisons")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Classifications")
public class ComparisonResource {
    @Inject
    ControlLists lists;

    @Inject
    CompanyPolicies policies;

    @Inject
    Datasheets datasheets;

    @Inject
    Documents documents;

    @Inject
    Composition composition;

    @POST
    @RolesAllowed({Roles.ENGINEER, Roles.CLASSIFIER, Roles.APPROVER, Roles.COMPLIANCE_OFFICER, Roles.AUDITOR})
    @Operation(
            summary = "Compare two datasheets without storing anything",
            description =
                    "Which facts differ, what each of them alone does to the answer, and which criteria come out otherwise or with"
                            + " another margin. A side is a datasheet, or that of an item.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = WhatIfs.class),
                            examples = @ExampleObject(name = "a stored one and a change", value = Examples.WHAT_IFS)))
    @APIResponse(
            responseCode = "200",
            description = "The comparison",
            content =
                    @Content(
                            schema = @Schema(implementation = Comparison.class),
                            examples = @ExampleObject(name = "comparison", value = Examples.COMPARISON)))
    public Uni<Comparison> compare(@NotNull @Valid WhatIfs body) {
        Law law = lists.current();
        LocalDate asOf = body.asOf() == null ? Dates.at(Instant.now()) : body.asOf();
        if (asOf.isBefore(law.rules().historyFrom()) || asOf.getYear() > 9999) {
            throw Problems.unprocessable(
                    "/asOf", "must not be before " + law.rules().historyFrom());
        }
        return Panache.withSession(() -> resolve(body.from(), "/from")
                        .chain(from -> resolve(body.to(), "/to").map(to -> new Sides(from, to))))
                .map(sides -> {
                    if (sides.from().kind() != sides.to().kind()) {
                        throw Problems.unprocessable(
                                "/to",
                                "is a datasheet of another form: " + sides.to().kind());
                    }
                    return new Classifier(law, policies.current()).compare(sides.from(), sides.to(), asOf);
                });
    }

    private Uni<Datasheet> resolve(WhatIfs.Side side, String pointer) {
        if (side.datasheet() != null) {
            return composition
                    .resolve(null, side.datasheet(), pointer + "/datasheet")
                    .map(Resolved::datasheet);
        }
        String id = Objects.requireNonNull(side.itemId(), "validated");
        Uni<DatasheetRow> row = side.number() == null
                ? datasheets
                        .latest(id)
                        .onItem()
                        .ifNull()
                        .failWith(() -> Problems.unprocessable(pointer + "/itemId", "names no item with a datasheet"))
                : datasheets.require(id, side.number());
        return row.chain(found -> composition.resolve(id, documents.read(found.body(), Datasheet.class), pointer))
                .map(Resolved::datasheet);
    }

    private record Sides(Datasheet from, Datasheet to) {}
}

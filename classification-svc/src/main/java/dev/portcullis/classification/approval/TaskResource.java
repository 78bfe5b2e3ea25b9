package dev.portcullis.classification.approval;

import dev.portcullis.classification.item.ItemRow;
import dev.portcullis.classification.item.Items;
import dev.portcullis.contracts.ItemState;
import dev.portcullis.platform.identity.Roles;
import dev.portcullis.platform.paging.Page;
import dev.portcullis.platform.paging.PageRequest;
import dev.portcullis.platform.problem.Problems;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The classifications that somebody has to act on, whatever their item. */
@Path("/v1/classifications")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Classifications")
public class TaskResource {
    private static final Set<State> TO_DO = Set.of(State.PROPOSED, State.REVIEWED, State.REOPENED);

    @Inject
    Lives lives;

    @Inject
    Classifications classifications;

    @Inject
    Items items;

    @GET
    @RolesAllowed({Roles.CLASSIFIER, Roles.APPROVER, Roles.COMPLIANCE_OFFICER, Roles.AUDITOR})
    @Operation(
            summary = "List the classifications that await somebody",
            description =
                    "Without parameters those that are proposed, reviewed or reopened. With `reviewDueBy` the approved ones that"
                            + " somebody has to look at again by that day.")
    @APIResponse(
            responseCode = "200",
            description = "A page of them in the order of their making",
            content =
                    @Content(examples = @ExampleObject(name = "page", value = "{\"items\": [" + Examples.TASK + "]}")))
    public Uni<Page<Task>> list(
            @QueryParam("state") @Parameter(description = "Only those that stand there") @Nullable State state,
            @QueryParam("reviewDueBy") @Parameter(description = "A day", example = "2027-07-23") @Nullable
                    String reviewDueBy,
            @BeanParam PageRequest page) {
        LocalDate due = reviewDueBy == null ? null : day(reviewDueBy);
        if (state != null && due != null) {
            throw Problems.badParameter("state", "goes without reviewDueBy, which lists approved ones alone");
        }
        String after = page.after() == null ? "" : page.after();
        int most = page.limit() + 1;
        Set<State> states = state == null ? TO_DO : Set.of(state);
        return Panache.withSession(() ->
                        (due == null ? lives.in(states, after, most) : lives.due(due, after, most)).chain(this::tasks))
                .map(rows -> Page.of(rows, page, Found::id).map(Found::task));
    }

    private Uni<List<Found>> tasks(List<LifeRow> rows) {
        List<String> ids = rows.stream().map(row -> row.id).toList();
        Set<String> itemIds = rows.stream().map(row -> row.itemId).collect(Collectors.toSet());
        return classifications
                .of(ids)
                .chain(made -> items.of(itemIds)
                        .map(described -> rows.stream()
                                .map(row -> task(row, made, described))
                                .toList()));
    }

    private static Found task(LifeRow row, Map<String, ClassificationRow> made, Map<String, ItemRow> described) {
        ClassificationRow classification = Objects.requireNonNull(made.get(row.id), "a life is a classification's");
        ItemRow item = Objects.requireNonNull(described.get(row.itemId), "a classification is an item's");
        return new Found(
                row.id,
                new Task(
                        row.itemId,
                        item.name(),
                        item.partNumber(),
                        row.number,
                        row.state,
                        ItemState.Status.valueOf(classification.status),
                        classification.eccn,
                        classification.paragraph,
                        row.nextReview,
                        row.changedAt));
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException notADay) {
            throw Problems.badParameter("reviewDueBy", "must be a day such as 2027-07-23");
        }
    }

    /** A row's key beside what is shown of it. */
    private record Found(String id, Task task) {}
}

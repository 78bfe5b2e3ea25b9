package dev.portcullis.classification.approval;

import dev.portcullis.classification.approval.ClassificationView.StepView;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Classifications as callers see them: with where they stand and what was done to them. Needs a session. */
@ApplicationScoped
public class Views {
    @Inject
    Lives lives;

    @Inject
    Steps steps;

    /** A classification. */
    public Uni<ClassificationView> of(ClassificationRow row) {
        return of(List.of(row)).map(views -> views.get(0));
    }

    /** The same of many, in two queries. */
    Uni<List<ClassificationView>> of(List<ClassificationRow> rows) {
        List<String> ids = rows.stream().map(row -> row.id).toList();
        return lives.of(ids)
                .chain(found -> steps.of(ids).map(taken -> {
                    Map<String, LifeRow> life =
                            found.stream().collect(Collectors.toMap(row -> row.id, Function.identity()));
                    Map<String, List<StepView>> done = taken.stream()
                            .collect(Collectors.groupingBy(
                                    row -> row.classificationId,
                                    Collectors.mapping(
                                            row -> new StepView(row.sha256, row.body), Collectors.toList())));
                    return rows.stream()
                            .map(row -> view(
                                    row,
                                    Objects.requireNonNull(life.get(row.id), "each classification has a life"),
                                    done.getOrDefault(row.id, List.of())))
                            .toList();
                }));
    }

    private static ClassificationView view(ClassificationRow row, LifeRow life, List<StepView> steps) {
        return new ClassificationView(
                row.itemId,
                row.number,
                life.state,
                row.datasheetNumber,
                row.sha256,
                row.note,
                row.ccats,
                row.determined,
                life.nextReview,
                row.createdBy,
                row.createdAt,
                row.inputs,
                steps,
                row.result);
    }
}

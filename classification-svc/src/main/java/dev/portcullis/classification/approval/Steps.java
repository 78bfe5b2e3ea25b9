package dev.portcullis.classification.approval;

import dev.portcullis.classification.item.Documents;
import dev.portcullis.classification.item.ItemChange;
import dev.portcullis.platform.digest.Sha256;
import dev.portcullis.platform.id.Ids;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;

/** What was done to classifications. */
@ApplicationScoped
public class Steps implements PanacheRepositoryBase<StepRow, String> {
    @Inject
    Documents documents;

    /**
     * Writes a step down and moves the classification with it.
     *
     * @param life the classification, locked through its item
     * @param next where it stands from now on
     */
    Uni<ItemChange> take(LifeRow life, State next, StepBody body) {
        life.state = next;
        life.steps++;
        life.changedAt = body.at();
        StepRow row = new StepRow();
        row.id = Ids.next("stp");
        row.classificationId = life.id;
        row.ordinal = life.steps;
        row.step = body.step().name();
        row.subject = body.by().subject();
        row.body = documents.write(body);
        row.sha256 = Sha256.of(row.body);
        row.at = body.at();
        ItemChange change = new ItemChange(null, null, List.of(new ItemChange.Step(life.number, row.step, row.sha256)));
        return persist(row).replaceWith(change);
    }

    /** The steps of classifications, in their order. */
    Uni<List<StepRow>> of(Collection<String> classificationIds) {
        return classificationIds.isEmpty()
                ? Uni.createFrom().item(List.of())
                : list("classificationId in ?1", Sort.by("classificationId").and("ordinal"), classificationIds);
    }
}

package dev.portcullis.classification.approval;

import dev.portcullis.classification.approval.Reason.Cause;
import dev.portcullis.classification.controllist.ControlLists;
import dev.portcullis.classification.controllist.Dates;
import dev.portcullis.classification.datasheet.Datasheet;
import dev.portcullis.classification.determination.Classification;
import dev.portcullis.classification.determination.Classifier;
import dev.portcullis.classification.item.Actor;
import dev.portcullis.classification.item.CompanyPolicies;
import dev.portcullis.classification.item.Composition;
import dev.portcullis.classification.item.Datasheets;
import dev.portcullis.classification.item.Documents;
import dev.portcullis.classification.item.Input;
import dev.portcullis.classification.item.ItemChange;
import dev.portcullis.classification.item.ItemRegister;
import dev.portcullis.classification.item.ItemRow;
import dev.portcullis.classification.item.Items;
import dev.portcullis.classification.item.Resolved;
import dev.portcullis.contracts.ItemState;
import dev.portcullis.contracts.ItemState.Status;
import dev.portcullis.platform.digest.Sha256;
import dev.portcullis.platform.id.Ids;
import dev.portcullis.platform.problem.Problems;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;

/** Proposes classifications. All operations run in the caller's transaction, with the item locked. */
@ApplicationScoped
public class Proposals {
    @Inject
    Items items;

    @Inject
    Datasheets datasheets;

    @Inject
    Composition composition;

    @Inject
    Classifications classifications;

    @Inject
    Lives lives;

    @Inject
    Steps steps;

    @Inject
    ItemRegister register;

    @Inject
    ControlLists lists;

    @Inject
    CompanyPolicies policies;

    @Inject
    Documents documents;

    /** Proposes what the law of today answers by the item's latest datasheet; an earlier proposal ends. */
    public Uni<ClassificationRow> propose(String itemId, ClassificationRequest request, Actor by) {
        return items.lock(itemId)
                .chain(row -> datasheets.latest(itemId).chain(sheet -> {
                    if (sheet == null) {
                        throw Problems.conflict(
                                "The item has no datasheet: send one to /v1/items/" + itemId + "/datasheets first.");
                    }
                    return composition
                            .resolve(itemId, documents.read(sheet.body(), Datasheet.class), "")
                            .chain(resolved -> {
                                Proposed proposed = proposed(row, sheet.number(), resolved, request);
                                Instant now = ItemRegister.now();
                                StepBody step = new StepBody(
                                        StepBody.Step.PROPOSED,
                                        by,
                                        now,
                                        request.note(),
                                        null,
                                        request.attachments(),
                                        List.of());
                                return store(row, proposed, step)
                                        .chain(done -> register.changed(row, done))
                                        .replaceWith(proposed.row());
                            });
                }));
    }

    /** What the law of today answers. */
    Classification answer(Resolved resolved) {
        return new Classifier(lists.current(), policies.current())
                .classify(resolved.datasheet(), Dates.at(ItemRegister.now()));
    }

    /** A proposal by the rules alone. */
    Proposed proposed(ItemRow row, int datasheet, Resolved resolved) {
        return proposed(row, datasheet, resolved, ClassificationRequest.PLAIN);
    }

    private Proposed proposed(ItemRow row, int datasheet, Resolved resolved, ClassificationRequest request) {
        Classification answer = answer(resolved);
        check(answer, request);
        ClassificationRow made = new ClassificationRow();
        made.id = Ids.next("cls");
        made.itemId = row.id();
        made.number = row.nextClassification();
        made.datasheetNumber = datasheet;
        made.asOf = answer.asOf();
        made.edition = answer.edition();
        made.status = answer.status().name();
        made.eccn = answer.eccn() == null ? null : answer.eccn().value();
        made.paragraph = answer.paragraph();
        made.note = request.note();
        made.inputs = documents.write(resolved.inputs());
        made.result = documents.write(answer);
        made.sha256 = Sha256.of(made.result);
        made.answer = documents.write(Answers.of(answer, datasheet));
        made.determined = request.determined() == null ? null : documents.write(request.determined());
        made.ccats = request.ccats();
        return new Proposed(made, resolved.inputs());
    }

    /** A person decides where the rules leave it to one, or where the agency has; else the facts have to change, not the answer. */
    private void check(Classification answer, ClassificationRequest request) {
        Determined determined = request.determined();
        if (determined == null) {
            return;
        }
        if (request.ccats() == null && answer.status() != Status.REVIEW) {
            throw Problems.unprocessable(
                    "/determined",
                    answer.status() == Status.CLASSIFIED
                            ? "contradicts the rules, which answer by themselves: correct the datasheet, or name the ruling of the"
                                    + " agency as /ccats"
                            : "comes too early: state the missing facts first, or name the ruling of the agency as /ccats");
        }
        if (!determined.paragraph().eccn().isEar99()
                && lists.current().list().entry(determined.paragraph().eccn()).isEmpty()) {
            throw Problems.unprocessable("/determined/paragraph", "names an entry that the control list does not hold");
        }
    }

    /** Stores a proposal, and ends the one before it. */
    Uni<ItemChange> store(ItemRow row, Proposed proposed, StepBody step) {
        ClassificationRow made = proposed.row();
        made.createdBy = step.by().subject();
        made.createdAt = step.at();
        LifeRow life = new LifeRow();
        life.id = made.id;
        life.itemId = made.itemId;
        life.number = made.number;
        register.stands(
                row,
                register.inEffect(row),
                new ItemState.Proposal(made.number, ItemState.ProposalState.PROPOSED, step.at()));
        Reason another = new Reason(
                Cause.CLASSIFICATION, "Classification " + made.number + " was proposed in its place.", null, null);
        ItemChange brought = new ItemChange(null, made.sha256, List.of());
        return end(made.itemId, another, step.at())
                .chain(ended -> classifications
                        .persist(made)
                        .chain(() -> lives.persist(life))
                        .chain(() -> steps.take(life, State.PROPOSED, step))
                        .chain(taken -> inputs(made.id, proposed.inputs())
                                .replaceWith(brought.and(ended).and(taken))));
    }

    /** Ends the proposal of an item that awaits somebody, where there is one. */
    Uni<ItemChange> end(String itemId, Reason reason, Instant at) {
        return lives.awaiting(itemId)
                .chain(awaiting -> awaiting == null
                        ? Uni.createFrom().item(ItemChange.NONE)
                        : steps.take(awaiting, State.SUPERSEDED, superseded(reason, at))
                                .call(lives::flush));
    }

    static StepBody superseded(Reason reason, Instant at) {
        return new StepBody(StepBody.Step.SUPERSEDED, Actor.SERVICE, at, null, null, List.of(), List.of(reason));
    }

    private static Uni<Void> inputs(String classificationId, List<Input> inputs) {
        String[] ids = inputs.stream().map(Input::itemId).distinct().toArray(String[]::new);
        if (ids.length == 0) {
            return Uni.createFrom().voidItem();
        }
        // The rows that it refers to are written first.
        return Panache.getSession()
                .chain(session -> session.flush()
                        .chain(() -> session.createNativeQuery(
                                        "insert into classification_input (classification_id, input_id)"
                                                + " select :id, unnest(string_to_array(:inputs, ','))")
                                .setParameter("id", classificationId)
                                .setParameter("inputs", String.join(",", ids))
                                .executeUpdate()))
                .replaceWithVoid();
    }

    /**
     * A proposal that is not stored yet.
     *
     * @param row the classification
     * @param inputs other items that were read
     */
    record Proposed(ClassificationRow row, List<Input> inputs) {
        Proposed {
            inputs = List.copyOf(inputs);
        }
    }
}

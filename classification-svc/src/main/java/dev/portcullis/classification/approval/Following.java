package dev.portcullis.classification.approval;

import dev.portcullis.classification.approval.Reason.Cause;
import dev.portcullis.classification.approval.StepBody.Step;
import dev.portcullis.classification.determination.Classification;
import dev.portcullis.classification.item.Actor;
import dev.portcullis.classification.item.DatasheetWatch;
import dev.portcullis.classification.item.Documents;
import dev.portcullis.classification.item.ItemChange;
import dev.portcullis.classification.item.ItemRegister;
import dev.portcullis.classification.item.ItemRow;
import dev.portcullis.classification.item.Items;
import dev.portcullis.classification.item.Resolved;
import dev.portcullis.contracts.ItemState;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Works an item's classifications out again after a change. One whose answer is the same stays; one whose answer differs is reopened,
 * so that nothing is permitted by it any more, and the new answer is proposed.
 */
@ApplicationScoped
public class Following implements DatasheetWatch {
    @Inject
    Items items;

    @Inject
    Classifications classifications;

    @Inject
    Proposals proposals;

    @Inject
    Dependents dependents;

    @Inject
    Lives lives;

    @Inject
    Steps steps;

    @Inject
    ItemRegister register;

    @Inject
    Documents documents;

    @Override
    public Uni<ItemChange> datasheetAdded(String itemId, int number, Resolved resolved, Actor by) {
        Change change = new Change(Cause.DATASHEET, "Datasheet " + number, null, List.of(), by);
        return items.require(itemId)
                .chain(row -> follow(row, number, resolved, change))
                .call(() -> dependents.queue(itemId));
    }

    /**
     * Follows a change. Runs in the caller's transaction, with the item locked.
     *
     * @param datasheet number of the item's latest datasheet
     * @param resolved that datasheet, with everything looked up
     * @return what was done; nothing where the change concerns no classification of the item
     */
    Uni<ItemChange> follow(ItemRow row, int datasheet, Resolved resolved, Change change) {
        return lives.standing(row.id())
                .chain(standing -> lives.awaiting(row.id())
                        .chain(awaiting -> made(standing)
                                .chain(stood -> made(awaiting).chain(waited -> {
                                    if (standing == null && awaiting == null) {
                                        return Uni.createFrom().item(ItemChange.NONE);
                                    }
                                    Classification fresh = proposals.answer(resolved);
                                    ItemState.Classification now = Answers.of(fresh, datasheet);
                                    boolean inEffect = standing != null && standing.state == State.APPROVED;
                                    List<Reason> affected =
                                            inEffect && stood != null ? affected(stood, now, change) : List.of();
                                    boolean proposeAnew = !affected.isEmpty()
                                            || waited != null
                                                    && !affected(waited, now, change)
                                                            .isEmpty()
                                            || change.cause() == Cause.DATASHEET && (!inEffect || waited != null);
                                    Instant at = ItemRegister.now();
                                    Uni<ItemChange> done = Uni.createFrom().item(ItemChange.NONE);
                                    if (!affected.isEmpty() && standing != null) {
                                        register.stands(row, Answers.open(now, affected), register.proposal(row));
                                        done = steps.take(
                                                        standing,
                                                        State.REOPENED,
                                                        step(Step.REOPENED, Actor.SERVICE, at, affected))
                                                .call(() -> dependents.queue(row.id()));
                                    } else if (inEffect && standing != null && change.cause() != Cause.LAW) {
                                        Reason same = new Reason(
                                                change.cause(),
                                                change.what() + ": the answer is the same.",
                                                null,
                                                null);
                                        done = steps.take(
                                                standing,
                                                State.APPROVED,
                                                step(Step.CONFIRMED, Actor.SERVICE, at, List.of(same)));
                                    }
                                    if (!proposeAnew) {
                                        return done;
                                    }
                                    StepBody proposed = step(
                                            Step.PROPOSED,
                                            change.by(),
                                            at,
                                            affected.isEmpty()
                                                    ? List.of(
                                                            new Reason(change.cause(), change.what() + ".", null, null))
                                                    : affected);
                                    return done.chain(before -> proposals
                                            .store(row, proposals.proposed(row, datasheet, resolved), proposed)
                                            .map(before::and));
                                }))));
    }

    /** Why a classification cannot stay as it is; nothing where it can. */
    private List<Reason> affected(ClassificationRow made, ItemState.Classification now, Change change) {
        ItemState.Classification then = documents.read(made.answer, ItemState.Classification.class);
        List<Reason> reasons = new ArrayList<>(made.id.equals(change.classification()) ? change.reasons() : List.of());
        reasons.addAll(Answers.differences(then, now, change.cause(), change.what()));
        if (reasons.isEmpty() && made.determined != null && change.cause() != Cause.LAW) {
            reasons.add(new Reason(
                    change.cause(),
                    change.what() + ": a person determined the answer by the facts as they were.",
                    null,
                    null));
        }
        return reasons;
    }

    private static StepBody step(Step step, Actor by, Instant at, List<Reason> reasons) {
        return new StepBody(step, by, at, null, null, List.of(), reasons);
    }

    private Uni<@Nullable ClassificationRow> made(@Nullable LifeRow life) {
        return life == null ? Uni.createFrom().nullItem() : classifications.findById(life.id);
    }

    /**
     * What changed.
     *
     * @param cause its kind
     * @param what its name, at the beginning of a sentence
     * @param classification the classification that the reasons are of; null without any
     * @param reasons what it means for that one whatever the answer
     * @param by who is the proposer of a new answer
     */
    record Change(Cause cause, String what, @Nullable String classification, List<Reason> reasons, Actor by) {
        Change {
            reasons = List.copyOf(reasons);
        }
    }
}

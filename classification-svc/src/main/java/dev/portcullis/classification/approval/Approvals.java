package dev.portcullis.classification.approval;

import dev.portcullis.classification.approval.Reason.Cause;
import dev.portcullis.classification.approval.StepBody.Step;
import dev.portcullis.classification.controllist.Dates;
import dev.portcullis.classification.datasheet.Datasheet;
import dev.portcullis.classification.determination.Classification;
import dev.portcullis.classification.item.Actor;
import dev.portcullis.classification.item.Composition;
import dev.portcullis.classification.item.DatasheetRow;
import dev.portcullis.classification.item.Datasheets;
import dev.portcullis.classification.item.Documents;
import dev.portcullis.classification.item.ItemChange;
import dev.portcullis.classification.item.ItemRegister;
import dev.portcullis.classification.item.ItemRow;
import dev.portcullis.classification.item.Items;
import dev.portcullis.contracts.ItemState;
import dev.portcullis.contracts.ItemState.Status;
import dev.portcullis.platform.problem.Problems;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reviews and approves proposed classifications. Nobody does two things to the same one: its proposer, its reviewer and its approver are
 * different persons, and none of the latter two wrote the datasheet.
 */
@ApplicationScoped
public class Approvals {
    private static final int MOST_YEARS_AHEAD = 10;

    @Inject
    Items items;

    @Inject
    Datasheets datasheets;

    @Inject
    Composition composition;

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

    /** Confirms a proposal, or sends it back, which ends it. */
    Uni<ClassificationRow> review(String itemId, int number, ReviewRequest request, Actor by) {
        boolean confirmed = request.verdict() == ReviewRequest.Verdict.CONFIRMED;
        if (!confirmed && (request.note() == null || request.note().isBlank())) {
            throw Problems.unprocessable("/note", "must say why the classification is sent back");
        }
        return open(itemId, number, by).chain(open -> {
            Instant now = ItemRegister.now();
            StepBody step = new StepBody(
                    confirmed ? Step.REVIEWED : Step.RETURNED,
                    by,
                    now,
                    request.note(),
                    null,
                    request.attachments(),
                    List.of());
            register.stands(
                    open.item(),
                    register.inEffect(open.item()),
                    confirmed ? new ItemState.Proposal(number, ItemState.ProposalState.REVIEWED, now) : null);
            return steps.take(open.life(), confirmed ? State.REVIEWED : State.RETURNED, step)
                    .chain(done -> register.changed(open.item(), done))
                    .replaceWith(open.made());
        });
    }

    /** Puts a proposal into effect in the place of the one that stands; whatever was worked out from the item is worked out again. */
    Uni<ClassificationRow> approve(String itemId, int number, ApprovalRequest request, Actor by) {
        return open(itemId, number, by)
                .chain(open -> composition
                        .resolve(itemId, documents.read(open.sheet().body(), Datasheet.class), "")
                        .chain(resolved -> {
                            Instant now = ItemRegister.now();
                            check(request.nextReview(), Dates.at(now));
                            Classification answer = proposals.answer(resolved);
                            ItemState.Classification inEffect = settle(open, answer);
                            open.life().nextReview = request.nextReview();
                            StepBody step = new StepBody(
                                    Step.APPROVED,
                                    by,
                                    now,
                                    request.note(),
                                    request.nextReview(),
                                    request.attachments(),
                                    List.of());
                            register.stands(open.item(), inEffect, null);
                            return supersede(open, now)
                                    .chain(ended -> steps.take(open.life(), State.APPROVED, step)
                                            .map(ended::and))
                                    .call(() -> dependents.queue(itemId))
                                    .chain(done -> register.changed(open.item(), done))
                                    .replaceWith(open.made());
                        }));
    }

    /** What takes effect, where it may. */
    private ItemState.Classification settle(Open open, Classification answer) {
        ItemState.Classification now = Answers.of(answer, open.sheet().number());
        ItemState.Classification then = documents.read(open.made().answer, ItemState.Classification.class);
        List<Reason> since = Answers.differences(then, now, Cause.LAW, "Since the proposal");
        if (!since.isEmpty()) {
            throw Problems.conflict(
                    "The law, or an item that was read, has changed since the proposal: propose the item anew. "
                            + since.get(0).text());
        }
        Determined determined =
                open.made().determined == null ? null : documents.read(open.made().determined, Determined.class);
        if (determined == null && answer.status() == Status.INSUFFICIENT_DATA) {
            throw Problems.conflict("The answer is open for want of facts: state them in a new datasheet. First: "
                    + now.missing().get(0));
        }
        boolean companyAsks = answer.company().stream().anyMatch(Classification.CompanyTrigger::callsForReview);
        if (determined == null && answer.status() == Status.REVIEW && !(companyAsks && now.eccn() != null)) {
            throw Problems.conflict(
                    "The text leaves the answer to a person: propose the item anew with what was determined. "
                            + String.join(" ", now.missing()));
        }
        if (companyAsks && open.life().state != State.REVIEWED) {
            throw Problems.conflict(
                    "The company's policy asks for a review by a classifier before the approval: send it to"
                            + " /v1/items/" + open.item().id() + "/classifications/" + open.life().number
                            + "/reviews.");
        }
        return answer.status() == Status.CLASSIFIED && determined == null ? now : Answers.settled(now, determined);
    }

    private Uni<ItemChange> supersede(Open open, Instant at) {
        Reason another =
                new Reason(Cause.CLASSIFICATION, "Classification " + open.life().number + " was approved.", null, null);
        return lives.standing(open.item().id())
                .chain(standing -> standing == null
                        ? Uni.createFrom().item(ItemChange.NONE)
                        : steps.take(standing, State.SUPERSEDED, Proposals.superseded(another, at))
                                .call(lives::flush));
    }

    /** A proposal that this person may act on, with its item locked. */
    private Uni<Open> open(String itemId, int number, Actor by) {
        return items.lock(itemId)
                .chain(item -> classifications
                        .require(itemId, number)
                        .chain(made -> lives.findById(made.id).chain(life -> {
                            if (life == null || !life.state.awaits()) {
                                throw Problems.conflict("The classification awaits nobody: it is "
                                        + (life == null ? "from before approvals" : life.state) + ".");
                            }
                            return datasheets
                                    .require(itemId, made.datasheetNumber)
                                    .map(sheet -> new Open(item, made, life, sheet));
                        })))
                .call(open -> steps.of(List.of(open.made().id)).invoke(taken -> fourEyes(open, taken, by)));
    }

    private static void fourEyes(Open open, List<StepRow> taken, Actor by) {
        if (taken.stream().anyMatch(step -> step.subject.equals(by.subject()))) {
            throw Problems.forbidden(
                    "You have proposed or reviewed this classification: somebody else has to do this.");
        }
        if (open.sheet().createdBy().equals(by.subject())) {
            throw Problems.forbidden(
                    "You have stated the datasheet that this classification rests on: somebody else has to do this.");
        }
    }

    private static void check(@Nullable LocalDate nextReview, LocalDate today) {
        if (nextReview != null
                && (!nextReview.isAfter(today) || nextReview.isAfter(today.plusYears(MOST_YEARS_AHEAD)))) {
            throw Problems.unprocessable(
                    "/nextReview", "must lie after today and at most " + MOST_YEARS_AHEAD + " years ahead");
        }
    }

    private record Open(ItemRow item, ClassificationRow made, LifeRow life, DatasheetRow sheet) {}
}

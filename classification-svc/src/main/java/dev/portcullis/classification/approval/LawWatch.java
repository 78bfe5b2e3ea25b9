package dev.portcullis.classification.approval;

import dev.portcullis.classification.approval.LawFollowed.Standing;
import dev.portcullis.classification.controllist.ControlLists;
import dev.portcullis.classification.controllist.Dates;
import dev.portcullis.classification.controllist.Law;
import dev.portcullis.classification.datasheet.Datasheet;
import dev.portcullis.classification.item.CompanyPolicies;
import dev.portcullis.classification.item.Composition;
import dev.portcullis.classification.item.Documents;
import dev.portcullis.classification.item.ItemRegister;
import dev.portcullis.classification.item.Resolved;
import dev.portcullis.contracts.ItemState;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Sees the law change: another edition of the control list, other rules with another release, a rule that begins or ends with the day,
 * or another company policy. It then works all classifications out by the new law, page by page and without a lock, and queues those
 * that the change affects. What was begun goes on after a crash.
 */
@ApplicationScoped
public class LawWatch {
    private static final Logger LOG = Logger.getLogger(LawWatch.class);
    private static final int PAGE = 500;

    private static final String CLASSIFICATIONS = """
            select l.id, l.item_id, c.answer, d.body, d.number, c.edition
            from classification_life l
            join classification c on c.id = l.id
            join item i on i.id = l.item_id
            join datasheet d on d.item_id = l.item_id and d.number = i.datasheets
            where l.id > :after and l.state in ('APPROVED', 'PROPOSED', 'REVIEWED')
            order by l.id limit :most""";

    @Inject
    ControlLists lists;

    @Inject
    CompanyPolicies policies;

    @Inject
    Composition composition;

    @Inject
    LawFollowed followed;

    @Inject
    Documents documents;

    private @Nullable Seen seen;

    @Scheduled(every = "${portcullis.reevaluation.every}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> look() {
        Seen now = now();
        if (now.done()) {
            return Uni.createFrom().voidItem();
        }
        LawMark mark = now.mark();
        return Panache.withTransaction(() -> followed.hold(mark))
                .chain(held -> held.isEmpty()
                        ? Panache.withSession(() -> followed.follows(mark))
                        : follow(held.get(), now).replaceWith(true))
                .invoke(done -> seen = new Seen(now.law(), now.day(), mark, done))
                .replaceWithVoid()
                .onFailure()
                .invoke(e -> LOG.warnf("classifications follow the law later: %s", e));
    }

    private Seen now() {
        Law law = lists.current();
        LocalDate day = Dates.at(ItemRegister.now());
        Seen before = seen;
        if (before != null && before.law() == law && before.day().equals(day)) {
            return before;
        }
        String digests = lists.rulesDigest() + policies.digest();
        LawMark mark = LawMark.of(law, digests, day);
        boolean done = before != null && before.done() && before.mark().same(mark);
        Seen next = new Seen(law, day, mark, done);
        seen = next;
        return next;
    }

    private Uni<Void> follow(Standing standing, Seen now) {
        LOG.infof(
                "classifications follow the law from the edition of %s on",
                standing.from().edition());
        LawEffect effect = new LawEffect(now.law(), policies.current(), now.day(), standing.from(), now.mark());
        Cursor cursor = new Cursor(standing.after());
        return Multi.createBy()
                .repeating()
                .uni(() -> page(effect, cursor))
                .whilst(more -> more)
                .collect()
                .last()
                .replaceWithVoid();
    }

    /** Works a page out; false after the last one. */
    private Uni<Boolean> page(LawEffect effect, Cursor cursor) {
        Context context = Objects.requireNonNull(Vertx.currentContext(), "the scheduler gives a context");
        return Panache.withSession(() -> read(cursor.after))
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(page -> page.stream()
                        .map(stored -> new Found(stored, reasons(stored, effect)))
                        .toList())
                .emitOn(next -> context.runOnContext(ignored -> next.run()))
                .chain(page -> Panache.withTransaction(() -> {
                    Uni<Void> written = Uni.createFrom().voidItem();
                    for (Found found : page) {
                        List<Reason> reasons = found.reasons();
                        if (reasons != null) {
                            written = written.chain(() -> followed.queue(
                                    found.stored().itemId(), found.stored().id(), reasons));
                        }
                    }
                    if (page.isEmpty()) {
                        return written.chain(followed::done).replaceWith(false);
                    }
                    cursor.after = page.get(page.size() - 1).stored().id();
                    return written.chain(() -> followed.reached(cursor.after)).replaceWith(true);
                }));
    }

    private Uni<List<Stored>> read(String after) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(CLASSIFICATIONS, Object[].class)
                        .setParameter("after", after)
                        .setParameter("most", PAGE)
                        .getResultList())
                .chain(rows -> Multi.createFrom()
                        .iterable(rows)
                        .onItem()
                        .transformToUniAndConcatenate(row -> composition
                                .resolve((String) row[1], documents.read((String) row[3], Datasheet.class), "")
                                .map(resolved -> stored(row, resolved))
                                // What cannot be looked up is left to the queue, which says so and tries again.
                                .onFailure()
                                .recoverWithItem(() -> stored(row, null)))
                        .collect()
                        .asList());
    }

    private static Stored stored(Object[] row, @Nullable Resolved resolved) {
        return new Stored(
                (String) row[0], (String) row[1], (String) row[2], resolved, ((Number) row[4]).intValue(), (LocalDate)
                        row[5]);
    }

    /** What the change of law means for a classification whatever the rules answer; null where it is not affected at all. */
    private @Nullable List<Reason> reasons(Stored stored, LawEffect effect) {
        Resolved resolved = stored.resolved();
        if (resolved == null) {
            return List.of();
        }
        ItemState.Classification then = documents.read(stored.answer(), ItemState.Classification.class);
        return effect.on(then, stored.edition(), resolved.datasheet(), stored.datasheet())
                .orElse(null);
    }

    private record Seen(Law law, LocalDate day, LawMark mark, boolean done) {}

    private record Stored(
            String id,
            String itemId,
            String answer,
            @Nullable Resolved resolved,
            int datasheet,
            LocalDate edition) {}

    private record Found(Stored stored, @Nullable List<Reason> reasons) {}

    private static final class Cursor {
        private String after;

        Cursor(String after) {
            this.after = after;
        }
    }
}

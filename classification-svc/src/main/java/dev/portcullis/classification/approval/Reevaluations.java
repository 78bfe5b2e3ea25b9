package dev.portcullis.classification.approval;

import dev.portcullis.classification.approval.Reason.Cause;
import dev.portcullis.classification.datasheet.Datasheet;
import dev.portcullis.classification.item.Actor;
import dev.portcullis.classification.item.Composition;
import dev.portcullis.classification.item.Datasheets;
import dev.portcullis.classification.item.Documents;
import dev.portcullis.classification.item.ItemChange;
import dev.portcullis.classification.item.ItemRegister;
import dev.portcullis.classification.item.ItemRow;
import dev.portcullis.classification.item.Items;
import dev.portcullis.platform.pulse.Steps;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Works off what has to be worked out again, one item a transaction; replicas share the work. An item that cannot be worked out now goes
 * to the end and is tried again.
 */
@ApplicationScoped
public class Reevaluations {
    private static final Logger LOG = Logger.getLogger(Reevaluations.class);

    /** Items in one go; the next go follows at once while there are more. */
    private static final int MOST = 500;

    private static final String TAKE = """
            delete from reevaluation where (item_id, because) = (
                select item_id, because from reevaluation where since <= now() order by since limit 1 for update skip locked)
            returning item_id, because, reasons""";
    private static final String LATER =
            "update reevaluation set since = now() + interval '30 seconds' where item_id = :id and because = :because";

    @Inject
    Items items;

    @Inject
    Datasheets datasheets;

    @Inject
    Composition composition;

    @Inject
    Following following;

    @Inject
    ItemRegister register;

    @Inject
    Documents documents;

    @Inject
    @Scheduled(every = "${portcullis.reevaluation.every}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> work() {
        return Steps.whileMore(this::one, MOST);
    }

    /** Works one item out again; false where there is none. */
    private Uni<Boolean> one() {
        Taken taken = new Taken();
        return Panache.withTransaction(() -> take().chain(due -> {
                    taken.due = due.orElse(null);
                    return due.isEmpty()
                            ? Uni.createFrom().item(false)
                            : again(due.get()).replaceWith(true);
                }))
                .onFailure()
                .recoverWithUni(failure -> {
                    LOG.errorf(failure, "an item is worked out again later");
                    return taken.due == null
                            ? Uni.createFrom().item(false)
                            : later(taken.due).replaceWith(true);
                });
    }

    private Uni<Optional<Due>> take() {
        return Panache.getSession()
                .chain(session ->
                        session.createNativeQuery(TAKE, Object[].class).getSingleResultOrNull())
                .map(row -> row == null
                        ? Optional.empty()
                        : Optional.of(new Due((String) row[0], (String) row[1], reasons((String) row[2]))));
    }

    private Uni<Void> again(Due due) {
        return items.lock(due.itemId())
                .chain(row -> datasheets
                        .latest(due.itemId())
                        .chain(sheet -> sheet == null
                                ? Uni.createFrom().voidItem()
                                : composition
                                        .resolve(due.itemId(), documents.read(sheet.body(), Datasheet.class), "")
                                        .chain(resolved ->
                                                following.follow(row, sheet.number(), resolved, due.change()))
                                        .chain(done -> known(row, done))));
    }

    private Uni<Void> known(ItemRow row, ItemChange done) {
        return done.equals(ItemChange.NONE)
                ? Uni.createFrom().voidItem()
                : register.changed(row, done).replaceWithVoid();
    }

    private static Uni<Void> later(Due due) {
        return Panache.withTransaction(() -> Panache.getSession()
                .chain(session -> session.createNativeQuery(LATER)
                        .setParameter("id", due.itemId())
                        .setParameter("because", due.because())
                        .executeUpdate())
                .replaceWithVoid());
    }

    private List<Reason> reasons(String text) {
        return List.of(documents.read(text, Reason[].class));
    }

    private static final class Taken {
        @Nullable
        private Due due;
    }

    /** An item to be worked out again, because of another item, or of the law with what that means for it. */
    private record Due(String itemId, String because, List<Reason> reasons) {
        private Following.Change change() {
            return because.startsWith(LawFollowed.BECAUSE)
                    ? new Following.Change(
                            Cause.LAW,
                            "The law",
                            because.substring(LawFollowed.BECAUSE.length()),
                            reasons,
                            Actor.SERVICE)
                    : new Following.Change(Cause.INPUT, "Item " + because, null, List.of(), Actor.SERVICE);
        }
    }
}

package dev.portcullis.classification.approval;

import dev.portcullis.classification.item.Documents;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** How far the classifications have followed the law; one replica at a time takes them further. Runs in the caller's transaction. */
@ApplicationScoped
public class LawFollowed {
    /** What a queued item names as its reason where that is the law, before the classification that it means something for. */
    static final String BECAUSE = "law:";

    private static final String FIRST = "insert into law_followed (mark) values (:mark) on conflict do nothing";
    private static final String HOLD = """
            update law_followed set holder = :me, held_until = now() + interval '30 seconds'
            where holder is null or holder = :me or held_until < now()
            returning mark, target, after""";
    private static final String TOWARDS = "update law_followed set target = :target, after = ''";
    private static final String REACHED = "update law_followed set after = :after where holder = :me";
    private static final String DONE =
            "update law_followed set mark = target, target = null, after = '', holder = null where holder = :me";
    private static final String RELEASE = "update law_followed set holder = null where holder = :me";
    private static final String QUEUE = """
            insert into reevaluation (item_id, because, reasons, since)
            values (:item, :because, :reasons, now())
            on conflict (item_id, because) do update set reasons = excluded.reasons, since = excluded.since""";

    private final String me = UUID.randomUUID().toString();

    @Inject
    Documents documents;

    /**
     * Where the work stands.
     *
     * @param from the law that all classifications were worked out by
     * @param after the classification after which to go on
     */
    record Standing(LawMark from, String after) {}

    /** Starts or takes up the work towards a law; empty where there is none, or where another replica is at it. */
    Uni<Optional<Standing>> hold(LawMark towards) {
        return update(FIRST, "mark", documents.write(LawMark.NONE))
                .chain(first -> Panache.getSession()
                        .chain(session -> session.createNativeQuery(HOLD, Object[].class)
                                .setParameter("me", me)
                                .getSingleResultOrNull())
                        .chain(row -> {
                            if (row == null) {
                                return Uni.createFrom().item(Optional.<Standing>empty());
                            }
                            LawMark from = documents.read((String) row[0], LawMark.class);
                            boolean begun = row[1] != null
                                    && documents
                                            .read((String) row[1], LawMark.class)
                                            .same(towards);
                            if (begun) {
                                return Uni.createFrom().item(Optional.of(new Standing(from, (String) row[2])));
                            }
                            if (from.same(towards) && row[1] == null) {
                                return update(RELEASE, "me", me).replaceWith(Optional.<Standing>empty());
                            }
                            return update(TOWARDS, "target", documents.write(towards))
                                    .replaceWith(Optional.of(new Standing(from, "")));
                        }));
    }

    /** Whether everything follows a law. */
    Uni<Boolean> follows(LawMark law) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                "select mark from law_followed where target is null", String.class)
                        .getSingleResultOrNull())
                .map(mark -> mark != null && documents.read(mark, LawMark.class).same(law));
    }

    /** Has an item worked out again for what the law means for one of its classifications. */
    Uni<Void> queue(String itemId, String classificationId, List<Reason> reasons) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(QUEUE)
                        .setParameter("item", itemId)
                        .setParameter("because", BECAUSE + classificationId)
                        .setParameter("reasons", documents.write(reasons))
                        .executeUpdate())
                .replaceWithVoid();
    }

    /** All up to this classification are done. */
    Uni<Void> reached(String after) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(REACHED)
                        .setParameter("after", after)
                        .setParameter("me", me)
                        .executeUpdate())
                .replaceWithVoid();
    }

    /** All are done. */
    Uni<Void> done() {
        return update(DONE, "me", me).replaceWithVoid();
    }

    private static Uni<Integer> update(String sql, String name, String value) {
        return Panache.getSession()
                .chain(session ->
                        session.createNativeQuery(sql).setParameter(name, value).executeUpdate());
    }
}

package dev.portcullis.screening.goodguy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.portcullis.screening.cases.Case;
import dev.portcullis.screening.cases.Side;
import dev.portcullis.screening.screening.Clearance;
import dev.portcullis.screening.screening.ExemptionSource;
import dev.portcullis.screening.screening.Exemptions;
import dev.portcullis.screening.screening.Subject;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Stores the good-guy list. All operations run in the caller's transaction or session. It changes only while the current editions are locked, so
 * that a screening that is stored has seen all of it.
 */
@ApplicationScoped
public class GoodGuys implements PanacheRepositoryBase<GoodGuyRow, String>, ExemptionSource {
    private static final String NAMED = """
            select distinct g.id from good_guy g join good_guy_name n on n.good_guy = g.id
            where g.state = 'APPROVED' and n.digest = any(string_to_array(:digests, ' '))""";

    /** Versions only rise and rows stay, so that each step gives another sum. */
    private static final String MARK = "select concat(count(*), ' ', coalesce(sum(version), 0)) from good_guy";

    private static final String NAME = """
            insert into good_guy_name (good_guy, digest) select :id, unnest(string_to_array(:digests, ' '))""";

    /** Parties that hit one of the entries: they are screened again as soon as may be, since they may be cleared now. */
    private static final String SCREEN_SOON = """
            update party set screened_edition = null where id in (
                select c.party from party_case c where c.list_code = :list and c.entry_id = :entry)""";

    private static final String RUN_OUT =
            "select id from good_guy where state = 'APPROVED' and cleared_until < :day order by id limit :count";

    private static final String CLEARED_BY = "select id from party where cleared_by like :id order by id";

    @Inject
    ObjectMapper json;

    @Override
    public Uni<Exemptions> of(Collection<Subject> subjects) {
        Set<String> digests = new HashSet<>();
        subjects.forEach(subject -> digests.addAll(GoodGuy.digests(GoodGuy.sideOf(subject))));
        if (digests.isEmpty()) {
            return Uni.createFrom().item(Exemptions.none());
        }
        return getSession()
                .chain(session -> session.createNativeQuery(NAMED, String.class)
                        .setParameter("digests", String.join(" ", digests))
                        .getResultList())
                .chain(ids -> ids.isEmpty()
                        ? Uni.createFrom().item(List.<GoodGuyRow>of())
                        : list("id in ?1 order by id", ids))
                .map(rows -> exemptions(rows.stream().map(this::goodGuy).toList()));
    }

    @Override
    public Uni<String> mark() {
        return getSession()
                .chain(session -> session.createNativeQuery(MARK, String.class).getSingleResult());
    }

    /** Whoever has the document of an entry is not cleared of it by a name. */
    private static Exemptions exemptions(List<GoodGuy> known) {
        if (known.isEmpty()) {
            return Exemptions.none();
        }
        return (subject, entry, day) -> {
            if (subject.sharesIdentifier(entry)) {
                return null;
            }
            Side side = GoodGuy.sideOf(subject);
            for (GoodGuy one : known) {
                Clearance clearance = one.clears(side, entry, day);
                if (clearance != null) {
                    return clearance;
                }
            }
            return null;
        };
    }

    Uni<Optional<GoodGuy>> goodGuy(String id) {
        return findById(id).map(row -> Optional.ofNullable(row).map(this::goodGuy));
    }

    /** Entries of the list, the newest first, starting after the one with the given id. */
    Uni<List<GoodGuy>> page(@Nullable String after, int count) {
        return (after == null ? find("order by id desc") : find("id < ?1 order by id desc", after))
                .range(0, count - 1)
                .list()
                .map(rows -> rows.stream().map(this::goodGuy).toList());
    }

    /** Some whose last day has passed; to be read under the lock. */
    Uni<List<String>> runOut(LocalDate day, int count) {
        return getSession()
                .chain(session -> session.createNativeQuery(RUN_OUT, String.class)
                        .setParameter("day", day)
                        .setParameter("count", count)
                        .getResultList());
    }

    Uni<Void> add(GoodGuy one) {
        GoodGuyRow row = new GoodGuyRow();
        fill(row, one);
        return persist(row)
                .chain(this::flush)
                .chain(() -> getSession()
                        .chain(session -> session.createNativeQuery(NAME)
                                .setParameter("id", one.id())
                                .setParameter(
                                        "digests",
                                        String.join(
                                                " ", GoodGuy.digests(one.who().side())))
                                .executeUpdate())
                        .replaceWithVoid());
    }

    /** Writes one that was read in this transaction. */
    Uni<Void> update(GoodGuy one) {
        return findById(one.id()).invoke(row -> fill(row, one)).replaceWithVoid();
    }

    /** The parties that hit one of its entries are screened again as soon as may be. The current editions must be locked. */
    Uni<Void> screenSoon(GoodGuy one) {
        Uni<Void> marked = Uni.createFrom().voidItem();
        for (Case pair : one.pairs()) {
            marked = marked.chain(() -> getSession()
                    .chain(session -> session.createNativeQuery(SCREEN_SOON)
                            .setParameter("list", pair.pair().list())
                            .setParameter("entry", pair.pair().entryId())
                            .executeUpdate())
                    .replaceWithVoid());
        }
        return marked;
    }

    /** The parties that it clears of something. */
    Uni<List<String>> clearedBy(String id) {
        return getSession()
                .chain(session -> session.createNativeQuery(CLEARED_BY, String.class)
                        .setParameter("id", "% " + id + " %")
                        .getResultList());
    }

    private void fill(GoodGuyRow row, GoodGuy one) {
        row.id = one.id();
        row.version = one.version();
        row.state = one.state().name();
        row.clearedUntil = one.until();
        row.who = write(one.who());
        row.pairs = write(one.pairs());
        row.createdAt = one.createdAt();
        row.changedAt = one.changedAt();
    }

    private GoodGuy goodGuy(GoodGuyRow row) {
        try {
            return new GoodGuy(
                    row.id,
                    row.version,
                    GoodGuy.State.valueOf(row.state),
                    json.readValue(row.who, GoodGuy.Who.class),
                    json.readValue(row.pairs, new TypeReference<List<Case>>() {}),
                    row.createdAt,
                    row.changedAt);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored entry of the good-guy list cannot be read", e);
        }
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an entry of the good-guy list cannot be written", e);
        }
    }
}

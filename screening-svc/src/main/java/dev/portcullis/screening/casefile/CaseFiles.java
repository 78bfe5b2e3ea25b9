package dev.portcullis.screening.casefile;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.portcullis.contracts.CaseState;
import dev.portcullis.contracts.Topics;
import dev.portcullis.platform.change.Change;
import dev.portcullis.platform.change.Changes;
import dev.portcullis.screening.cases.Case;
import dev.portcullis.screening.cases.Decision;
import dev.portcullis.screening.list.ListedParty;
import dev.portcullis.screening.screening.Finding;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Stores cases and their steps; a step, its event and its ledger entry are written together. All operations run in the caller's transaction,
 * which holds the party's lock where it changes a case.
 */
@ApplicationScoped
public class CaseFiles implements PanacheRepositoryBase<CaseRow, String> {
    private static final String STEPS = "select s from CaseStepRow s where s.caseId = :id order by s.number";

    private static final String ON_ENTRIES = """
            select distinct party from party_case
            join unnest(cast(:lists as text[]), cast(:ids as text[])) as entry(list_code, entry_id) using (list_code, entry_id)""";

    private static final String RUN_OUT = """
            select distinct party from party_case where state = 'CLEARED' and cleared_until < :day order by party limit :count""";

    private static final String LATE = """
            select id, party from party_case
            where state in ('OPEN', 'PROPOSED') and due < :now and escalated_at is null order by due, id limit :count""";

    private static final String COUNTS = """
            select state, count(*), count(*) filter (where state in ('OPEN', 'PROPOSED') and due < :now)
            from party_case group by state""";

    @Inject
    ObjectMapper json;

    @Inject
    Changes changes;

    /** A case with the party that it is about, which must be locked first. */
    public record Late(String caseId, String party) {}

    /** How many cases stand where, and how many of them are overdue. */
    public record Count(Case.State state, long cases, long overdue) {}

    public Uni<Optional<CaseFile>> file(String id) {
        return findById(id).map(row -> Optional.ofNullable(row).map(this::file));
    }

    /** The party of a case, which is to be locked before the case is read to be changed. */
    public Uni<Optional<String>> party(String id) {
        return getSession()
                .chain(session -> session.createNativeQuery("select party from party_case where id = :id", String.class)
                        .setParameter("id", id)
                        .getResultList())
                .map(rows -> rows.stream().findFirst());
    }

    /** The cases of parties, by party. */
    public Uni<Map<String, List<CaseFile>>> ofParties(Collection<String> parties) {
        if (parties.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        return list("party in ?1 order by id", parties)
                .map(rows -> rows.stream()
                        .map(this::file)
                        .collect(Collectors.groupingBy(
                                file -> file.stands().pair().party())));
    }

    /** The parties with a case on one of the entries. */
    public Uni<List<String>> partiesOf(List<ListedParty> entries) {
        if (entries.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        return getSession()
                .chain(session -> session.createNativeQuery(ON_ENTRIES, String.class)
                        .setParameter(
                                "lists", entries.stream().map(ListedParty::list).toArray(String[]::new))
                        .setParameter(
                                "ids", entries.stream().map(ListedParty::id).toArray(String[]::new))
                        .getResultList());
    }

    /** Cases, the newest first, starting after the one with the given id. */
    public Uni<List<CaseFile>> page(CaseFilter filter, @Nullable String after, int count, Instant now) {
        List<String> conditions = new ArrayList<>(filter.conditions());
        Map<String, Object> values = new HashMap<>(filter.values(now));
        if (after != null) {
            conditions.add("id < :after");
            values.put("after", after);
        }
        String where = conditions.isEmpty() ? "" : String.join(" and ", conditions) + " ";
        return find(where + "order by id desc", values)
                .range(0, count - 1)
                .list()
                .map(rows -> rows.stream().map(this::file).toList());
    }

    /** The steps of a case in the order of time. */
    public Uni<List<CaseStep>> steps(String id) {
        return getSession()
                .chain(session -> session.createQuery(STEPS, CaseStepRow.class)
                        .setParameter("id", id)
                        .getResultList())
                .map(rows -> rows.stream().map(this::step).toList());
    }

    /** Some parties with a clearance that has run out before a day. */
    public Uni<List<String>> partiesOfRunOut(LocalDate day, int count) {
        return getSession()
                .chain(session -> session.createNativeQuery(RUN_OUT, String.class)
                        .setParameter("day", day)
                        .setParameter("count", count)
                        .getResultList());
    }

    /** Some cases that have waited too long and were not escalated. */
    public Uni<List<Late>> late(Instant now, int count) {
        return getSession()
                .chain(session -> session.createNativeQuery(LATE, Object[].class)
                        .setParameter("now", now)
                        .setParameter("count", count)
                        .getResultList())
                .map(rows -> rows.stream()
                        .map(row -> new Late((String) row[0], (String) row[1]))
                        .toList());
    }

    /** How many cases stand where. */
    public Uni<List<Count>> counts(Instant now) {
        return getSession()
                .chain(session -> session.createNativeQuery(COUNTS, Object[].class)
                        .setParameter("now", now)
                        .getResultList())
                .map(rows -> rows.stream()
                        .map(row -> new Count(
                                Case.State.valueOf((String) row[0]),
                                ((Number) row[1]).longValue(),
                                ((Number) row[2]).longValue()))
                        .toList());
    }

    /** Stores a step of a case that is new, or was read in this transaction, and makes it known. */
    public Uni<Void> take(CaseFile file, CaseState.Cause cause, CaseStep.@Nullable Person by, CaseStep.Said said) {
        CaseStep step = new CaseStep(file.version(), cause, file.stands().state(), file.changedAt(), by, said);
        return save(file)
                .call(() -> add(file, step))
                .call(() -> changes.record(new Change(
                        Topics.CASES,
                        file.id(),
                        file.version(),
                        "dev.portcullis.case.changed",
                        file.toState(cause),
                        CaseFact.of(file, step))))
                .replaceWithVoid();
    }

    /** Stores a case of which only the hit or the sides are told anew. */
    Uni<Void> save(CaseFile file) {
        return findById(file.id()).chain(found -> {
            CaseRow row = found == null ? new CaseRow() : found;
            fill(row, file);
            return found == null
                    ? persist(row).replaceWithVoid()
                    : Uni.createFrom().voidItem();
        });
    }

    private Uni<Void> add(CaseFile file, CaseStep step) {
        CaseStepRow row = new CaseStepRow();
        CaseStep.Person by = step.by();
        Decision decision = step.said().decision();
        row.caseId = file.id();
        row.number = step.number();
        row.cause = step.cause().name();
        row.state = step.state().name();
        row.at = step.at();
        row.subject = by == null ? null : by.subject();
        row.name = by == null ? null : by.name();
        row.outcome = decision == null ? null : decision.outcome().name();
        row.openedAt = file.stands().openedAt();
        row.profile = file.profile();
        row.score = file.hit().score();
        row.content = write(step.said());
        return Panache.getSession().chain(session -> session.persist(row)).replaceWithVoid();
    }

    private void fill(CaseRow row, CaseFile file) {
        Case stands = file.stands();
        row.id = file.id();
        row.version = file.version();
        row.party = stands.pair().party();
        row.listCode = stands.pair().list();
        row.entryId = stands.pair().entryId();
        row.state = stands.state().name();
        row.profile = file.profile();
        row.score = file.hit().score();
        row.pinned = file.pinned();
        row.assignee = file.assignee();
        row.openedAt = stands.openedAt();
        row.due = stands.due();
        row.escalatedAt = file.escalatedAt();
        row.clearedUntil = stands.clearedUntil();
        row.changedAt = file.changedAt();
        row.content = write(stands);
        row.hit = write(file.hit());
    }

    private CaseFile file(CaseRow row) {
        return new CaseFile(
                row.id,
                row.version,
                read(row.content, Case.class),
                read(row.hit, Finding.Hit.class),
                row.profile,
                row.pinned,
                row.assignee,
                row.escalatedAt,
                row.changedAt);
    }

    private CaseStep step(CaseStepRow row) {
        CaseStep.Person by = row.subject == null ? null : new CaseStep.Person(row.subject, String.valueOf(row.name));
        return new CaseStep(
                row.number,
                CaseState.Cause.valueOf(row.cause),
                Case.State.valueOf(row.state),
                row.at,
                by,
                read(row.content, CaseStep.Said.class));
    }

    private <T> T read(String text, Class<T> type) {
        try {
            return json.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored case cannot be read", e);
        }
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a case cannot be written", e);
        }
    }
}

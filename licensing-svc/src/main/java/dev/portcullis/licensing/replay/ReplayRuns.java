package dev.portcullis.licensing.replay;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.portcullis.licensing.decision.Determinations;
import dev.portcullis.licensing.decision.Determinations.Stored;
import dev.portcullis.licensing.decision.ExportAdministrationRegulations;
import dev.portcullis.licensing.decision.Inputs.Program;
import dev.portcullis.licensing.replay.Replay.Result;
import dev.portcullis.licensing.replay.ReplayRun.Difference;
import dev.portcullis.platform.change.Change;
import dev.portcullis.platform.change.Changes;
import dev.portcullis.platform.digest.Sha256;
import dev.portcullis.platform.id.Ids;
import dev.portcullis.platform.problem.Problems;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;

/** Replays of all determinations. Everything runs in the caller's transaction. */
@ApplicationScoped
class ReplayRuns implements PanacheRepositoryBase<ReplayRunRow, String> {
    private static final String DONE = "dev.portcullis.determinations.replayed";

    /** Determinations of one step: with a megabyte each of what they were computed from, they fit. */
    private static final int PAGE = 25;

    private static final int DIFFERENCES = 100;

    private static final String START = """
            insert into replay_run (id, state, program_version, law, up_to, started_by, started_at)
            values (:id, 'RUNNING', :version, :law, :upTo, :by, :now)
            on conflict (state) where state = 'RUNNING' do nothing""";

    private static final String NEXT =
            "select id from replay_run where state = 'RUNNING' limit 1 for update skip locked";

    @Inject
    Replays replays;

    @Inject
    Determinations determinations;

    @Inject
    ExportAdministrationRegulations law;

    @Inject
    Changes changes;

    @Inject
    ObjectMapper json;

    /** Starts a run; 409 while another one goes on. */
    Uni<ReplayRun> start(String caller, Instant now) {
        String id = Ids.next("rpl");
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(START)
                        .setParameter("id", id)
                        .setParameter("version", law.program().version())
                        .setParameter("law", law.program().law())
                        .setParameter("upTo", Ids.floor("det", now.plusMillis(1)))
                        .setParameter("by", caller)
                        .setParameter("now", now)
                        .executeUpdate())
                .chain(started -> {
                    if (started == 0) {
                        throw Problems.conflict("A replay of all determinations is running.");
                    }
                    return get(id);
                });
    }

    /** A run; 404 where there is none. */
    Uni<ReplayRun> get(String id) {
        return findById(id).chain(row -> {
            if (row == null) {
                throw Problems.notFound("replay", id);
            }
            return findings(id).map(found -> shown(row, found));
        });
    }

    /**
     * Computes the next page of the run again, and keeps what came of it and how far it came in the same transaction: a killed
     * process goes on after the last page that was whole. False where no run goes on, or another replica works at it.
     */
    Uni<Boolean> step(Instant now) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(NEXT, String.class).getResultList())
                .chain(ids -> ids.isEmpty()
                        ? Uni.createFrom().item(false)
                        : findById(ids.get(0)).chain(row -> page(row, now)).replaceWith(true));
    }

    private Uni<Void> page(ReplayRunRow row, Instant now) {
        return determinations.stored(row.after, row.upTo, PAGE).chain(page -> {
            if (page.isEmpty()) {
                return end(row, now);
            }
            return replays.all(page).chain(found -> keep(row, page, found));
        });
    }

    private Uni<Void> keep(ReplayRunRow row, List<Stored> page, List<Replay> found) {
        long room = DIFFERENCES - row.different;
        for (Replay replay : found) {
            switch (replay.result()) {
                case IDENTICAL -> row.identical++;
                case DIFFERENT -> row.different++;
                case NOT_REPLAYABLE -> row.notReplayable++;
            }
            row.digest = Sha256.of(row.digest + "\n" + replay.determinationId() + " " + replay.result());
        }
        row.after = page.get(page.size() - 1).id();
        Object[] findings = found.stream()
                .filter(replay -> replay.result() == Result.DIFFERENT)
                .limit(Math.max(0, room))
                .map(replay -> finding(row.id, replay))
                .toArray();
        return findings.length == 0
                ? Uni.createFrom().voidItem()
                : Panache.getSession().chain(session -> session.persistAll(findings));
    }

    private Uni<Void> end(ReplayRunRow row, Instant now) {
        Fact fact = new Fact(
                new Program(row.programVersion, row.law),
                row.identical,
                row.different,
                row.notReplayable,
                row.digest,
                row.startedBy,
                row.startedAt);
        return changes.record(new Change(null, row.id, 1, DONE, null, fact))
                .invoke(entry -> {
                    row.state = ReplayRun.Progress.DONE;
                    row.doneAt = now;
                    row.ledgerEntryId = entry;
                })
                .replaceWithVoid();
    }

    private Uni<List<ReplayFindingRow>> findings(String id) {
        return Panache.getSession()
                .chain(session -> session.createSelectionQuery(
                                "from ReplayFindingRow where runId = :id order by determinationId",
                                ReplayFindingRow.class)
                        .setParameter("id", id)
                        .setMaxResults(DIFFERENCES)
                        .getResultList());
    }

    private ReplayFindingRow finding(String run, Replay replay) {
        try {
            ReplayFindingRow row = new ReplayFindingRow();
            row.runId = run;
            row.determinationId = replay.determinationId();
            row.remarks = json.writeValueAsString(replay.remarks());
            row.storedOutcome = replay.storedOutcome();
            row.computedOutcome = replay.computedOutcome();
            return row;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("remarks cannot be written", e);
        }
    }

    private ReplayRun shown(ReplayRunRow row, List<ReplayFindingRow> findings) {
        return new ReplayRun(
                row.id,
                row.state,
                new Program(row.programVersion, row.law),
                row.identical + row.different + row.notReplayable,
                row.identical,
                row.different,
                row.notReplayable,
                row.digest,
                findings.stream().map(this::difference).toList(),
                row.startedBy,
                row.startedAt,
                row.doneAt,
                row.ledgerEntryId);
    }

    private Difference difference(ReplayFindingRow row) {
        try {
            return new Difference(
                    row.determinationId,
                    List.of(json.readValue(row.remarks, Replay.Remark[].class)),
                    row.storedOutcome,
                    row.computedOutcome);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("remarks cannot be read", e);
        }
    }

    /** Ledger fact: all determinations were computed again. */
    @RegisterForReflection
    record Fact(
            Program program,
            long identical,
            long different,
            long notReplayable,
            String digest,
            String startedBy,
            Instant startedAt) {}
}

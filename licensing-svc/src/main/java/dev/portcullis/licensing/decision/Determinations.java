package dev.portcullis.licensing.decision;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.portcullis.contracts.DeterminationState.Activity;
import dev.portcullis.contracts.DeterminationState.Outcome;
import dev.portcullis.contracts.Topics;
import dev.portcullis.licensing.determination.Route;
import dev.portcullis.licensing.determination.Transaction;
import dev.portcullis.licensing.facts.FactSnapshot;
import dev.portcullis.licensing.facts.Facts;
import dev.portcullis.licensing.hold.Hold;
import dev.portcullis.licensing.hold.Holds;
import dev.portcullis.licensing.redflag.RedFlags;
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
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes determinations and keeps them. Everything runs in the caller's transaction. */
@ApplicationScoped
public class Determinations implements PanacheRepositoryBase<DeterminationRow, String> {
    private static final String MADE = "dev.portcullis.determination.made";
    /** The id of an answer that was not kept. */
    private static final String WHAT_IF = "what-if";

    @Inject
    Facts facts;

    @Inject
    Holds holds;

    @Inject
    RedFlags flags;

    @Inject
    ExportAdministrationRegulations law;

    @Inject
    CanonicalJson canonical;

    @Inject
    Changes changes;

    /**
     * A determination, the facts that it saw, and its ledger entry.
     *
     * @param determination the answer
     * @param facts the facts, for what follows from the answer in the same transaction
     * @param ledgerEntryId the ledger entry
     */
    public record Made(Determination determination, FactSnapshot facts, long ledgerEntryId) {}

    /**
     * A determination as stored.
     *
     * @param determination the answer
     * @param ledgerEntryId the ledger entry, by which a proof can be asked for
     * @param sha256 digest of the stored bytes, which the ledger entry names; absent where something is withheld
     * @param withheld what the reader is not shown; absent where the answer is whole
     */
    @RegisterForReflection
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Kept(
            Determination determination,
            long ledgerEntryId,
            @Nullable String sha256,
            @Nullable String withheld) {
        /** The same as a reader is shown it. */
        Kept shown(Disclosure disclosure) {
            return disclosure.withholds(determination.transaction())
                    ? new Kept(disclosure.of(determination), ledgerEntryId, null, Disclosure.WITHHELD)
                    : this;
        }
    }

    /**
     * Determines and stores, with what the answer is computed from.
     *
     * @param asOf the day whose law applies
     * @param now the moment, against which the feeds' ages are judged
     */
    public Uni<Made> determine(Transaction transaction, LocalDate asOf, String caller, Instant now) {
        return asked(transaction, asOf, now).chain(question -> {
            Determination made = law.answer(Ids.next("det"), question.inputs(), question.holds());
            return keep(made, question.inputs(), caller)
                    .map(entry -> new Made(made, question.inputs().facts(), entry));
        });
    }

    /**
     * Answers as {@link #determine} would at this moment, and keeps nothing: no gate, record or replay knows of it.
     *
     * @param asOf the day whose law applies
     * @param now the moment, against which the feeds' ages are judged
     */
    public Uni<Determination> whatIf(Transaction transaction, LocalDate asOf, Instant now) {
        return asked(transaction, asOf, now).map(question -> law.answer(WHAT_IF, question.inputs(), question.holds()));
    }

    /** What an answer is computed from, with the letters that the inputs name. */
    private record Question(Inputs inputs, List<Hold> holds) {}

    private Uni<Question> asked(Transaction transaction, LocalDate asOf, Instant now) {
        require(transaction);
        return holds.active()
                .chain(active -> flags.on(transaction).map(seen -> {
                    FactSnapshot snapshot =
                            facts.snapshot(transaction.itemId(), transaction.partyIds(), transaction.personId(), now);
                    List<Hold> inForce = active.stream()
                            .filter(hold -> hold.terms().isInForceOn(asOf))
                            .toList();
                    Inputs inputs = new Inputs(
                            law.program(),
                            transaction,
                            snapshot,
                            inForce.stream().map(Hold::id).toList(),
                            seen,
                            asOf);
                    return new Question(inputs, inForce);
                }));
    }

    /** A determination; 404 where there is none. */
    public Uni<Kept> get(String id) {
        return findById(id).map(row -> {
            if (row == null) {
                throw Problems.notFound("determination", id);
            }
            return kept(row);
        });
    }

    /** Determinations in the order of their making. */
    public Uni<List<Kept>> page(@Nullable String after, int count) {
        return find("id > ?1 order by id", after == null ? "" : after)
                .range(0, count - 1)
                .list()
                .map(rows -> rows.stream().map(this::kept).toList());
    }

    /**
     * Bytes as they are stored.
     *
     * @param id of the determination
     * @param outcome the answer, from its column
     * @param answer {@link Determination} as canonical JSON
     * @param inputs {@link Inputs} as canonical JSON; null where there are none
     * @param inputsWereKept false for a determination from before inputs were kept
     * @param ledgerEntryId the ledger entry, which names the digests
     */
    public record Stored(
            String id,
            Outcome outcome,
            byte[] answer,
            byte @Nullable [] inputs,
            boolean inputsWereKept,
            long ledgerEntryId) {}

    /** A determination as its bytes are stored; 404 where there is none. */
    public Uni<Stored> stored(String id) {
        return find("id = ?1", id).firstResult().chain(row -> {
            if (row == null) {
                throw Problems.notFound("determination", id);
            }
            return withInputs(List.of(row)).map(all -> all.get(0));
        });
    }

    /** Determinations as their bytes are stored, in the order of their making, after one id and up to another. */
    public Uni<List<Stored>> stored(String after, String upTo, int count) {
        return find("id > ?1 and id <= ?2 order by id", after, upTo)
                .range(0, count - 1)
                .list()
                .chain(this::withInputs);
    }

    private Uni<List<Stored>> withInputs(List<DeterminationRow> rows) {
        return Panache.getSession()
                .chain(session -> session.createSelectionQuery(
                                "from DeterminationInputRow where determinationId in :ids", DeterminationInputRow.class)
                        .setParameter("ids", rows.stream().map(row -> row.id).toList())
                        .getResultList())
                .map(found -> {
                    Map<String, DeterminationInputRow> inputs = new HashMap<>();
                    found.forEach(one -> inputs.put(one.determinationId, one));
                    return rows.stream()
                            .map(row -> stored(row, inputs.get(row.id)))
                            .toList();
                });
    }

    private static Stored stored(DeterminationRow row, @Nullable DeterminationInputRow inputs) {
        return new Stored(
                row.id,
                row.outcome,
                row.answer,
                inputs == null ? null : inputs.content,
                inputs != null,
                row.ledgerEntryId);
    }

    private Uni<Long> keep(Determination made, Inputs inputs, String caller) {
        DeterminationRow row = new DeterminationRow();
        row.id = made.id();
        row.outcome = made.outcome();
        row.itemId = made.transaction().itemId();
        row.personId = made.transaction().personId();
        row.asOf = made.asOf();
        row.determinedAt = made.determinedAt();
        row.determinedBy = caller;
        row.answer = canonical.write(made);
        byte[] written = canonical.write(inputs);
        byte[] content = written.length > Inputs.MOST_BYTES ? null : written;
        Fact fact = new Fact(
                made.transaction().activity(),
                made.transaction().itemId(),
                made.outcome(),
                made.asOf(),
                Sha256.of(row.answer),
                content == null ? null : Sha256.of(content));
        DeterminationInputRow input = new DeterminationInputRow(made.id(), content);
        return changes.record(new Change(Topics.DETERMINATIONS, made.id(), 1, MADE, made.toState(), fact))
                .invoke(entry -> row.ledgerEntryId = entry)
                .call(() -> Panache.getSession().chain(session -> session.persistAll(row, input)));
    }

    private Kept kept(DeterminationRow row) {
        return new Kept(
                canonical.read(row.answer, Determination.class), row.ledgerEntryId, Sha256.of(row.answer), null);
    }

    /** What the shape of a request cannot say. */
    private static void require(Transaction transaction) {
        if (transaction.route() != null
                && transaction.toPerson()
                && (transaction.route().means() == Route.Means.CLOUD_ACCESS
                        || !transaction.route().transit().isEmpty())) {
            throw Problems.invalid("/route", "must be left out, or be electronic, for a release to a person");
        }
        if (transaction.toPerson()) {
            if (transaction.personId() == null) {
                throw Problems.invalid("/personId", "must name the person who receives the technology or source code");
            }
            if (transaction.destination() != null) {
                throw Problems.invalid(
                        "/destination",
                        "must be left out: the country of the person is what counts (15 CFR 734.13(b))");
            }
        } else {
            if (transaction.destination() == null) {
                throw Problems.invalid("/destination", "must name the country of ultimate destination");
            }
            if (transaction.personId() != null) {
                throw Problems.invalid("/personId", "must be left out unless the release is to a person");
            }
        }
    }

    /**
     * Ledger fact: a determination was made. The answer itself, and what it was computed from, may speak of a person and stay in
     * their tables; the ledger keeps their digests.
     */
    @RegisterForReflection
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Fact(
            Activity activity,
            String itemId,
            Outcome outcome,
            LocalDate asOf,
            String answerSha256,
            @Nullable String inputsSha256) {}
}

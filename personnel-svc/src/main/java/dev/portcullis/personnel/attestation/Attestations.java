package dev.portcullis.personnel.attestation;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.portcullis.contracts.DeterminationState.Activity;
import dev.portcullis.personnel.attestation.Attested.Alternative;
import dev.portcullis.personnel.attestation.Attested.Petition;
import dev.portcullis.personnel.deemed.TechnologyAccess;
import dev.portcullis.personnel.person.PersonSeals;
import dev.portcullis.personnel.person.Persons;
import dev.portcullis.platform.change.Change;
import dev.portcullis.platform.change.Changes;
import dev.portcullis.platform.digest.Sha256;
import dev.portcullis.platform.etag.ETags;
import dev.portcullis.platform.id.Ids;
import dev.portcullis.platform.problem.Problems;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Attestations. Everything runs in the caller's transaction. */
@ApplicationScoped
public class Attestations implements PanacheRepositoryBase<AttestationRow, String> {
    private static final String CHANGED = "dev.portcullis.attestation.changed";

    @Inject
    Persons persons;

    @Inject
    PersonSeals seals;

    @Inject
    TechnologyAccess technology;

    @Inject
    Changes changes;

    @Inject
    ObjectMapper json;

    /**
     * Drafts from what is determined now.
     *
     * @param stateRequires whether the Department of State requires a license, as whoever drafts answers for
     */
    public Uni<Attestation> draft(
            String personId, Petition petition, List<String> itemIds, boolean stateRequires, String by, Instant now) {
        return attested(personId, petition, itemIds, stateRequires, now).chain(attested -> {
            AttestationRow row = new AttestationRow();
            row.id = Ids.next("att");
            row.version = 1;
            row.personId = personId;
            row.draftedBy = by;
            row.changedAt = now;
            return seals.close(personId, bytes(attested), context(row))
                    .onItem()
                    .ifNull()
                    .failWith(() -> Problems.notFound("person", personId))
                    .invoke(closed -> row.sealed = closed)
                    .chain(() -> persist(row))
                    .chain(() -> known(row, attested));
        });
    }

    /**
     * Approves a draft. 403 to whoever drafted it; 409 where a question is open, or the answers behind it have changed: it is drafted anew
     * then.
     */
    public Uni<Attestation> approve(String id, @Nullable String ifMatch, String by, Instant now) {
        return locked(id, ifMatch)
                .chain(row -> opened(row).chain(attestation -> {
                    Attested attested = attestation.attested();
                    if (row.state != Attestation.State.DRAFT || attested == null) {
                        throw Problems.conflict("Only a draft can be approved.");
                    }
                    if (row.draftedBy.equals(by)) {
                        throw Problems.forbidden("Somebody else than who drafted an attestation must approve it.");
                    }
                    if (attested.alternative() == Alternative.UNDETERMINED) {
                        throw Problems.conflict("A question is open: neither box of the form may be checked.");
                    }
                    return attested(
                                    row.personId,
                                    attested.petition(),
                                    attested.determinations().stream()
                                            .map(Attested.Behind::itemId)
                                            .toList(),
                                    attested.state() == Alternative.LICENSE_REQUIRED,
                                    now)
                            .chain(today -> {
                                if (!today.restsOnTheSameAs(attested)) {
                                    throw Problems.conflict("The answers behind it have changed: draft it anew.");
                                }
                                return decide(row, Attestation.State.APPROVED, attested, by, now);
                            });
                }));
    }

    /** Takes an attestation back, approved or not. */
    public Uni<Attestation> withdraw(String id, @Nullable String ifMatch, String by, Instant now) {
        return locked(id, ifMatch).chain(row -> {
            if (row.state == Attestation.State.WITHDRAWN) {
                throw Problems.conflict("The attestation was withdrawn before.");
            }
            return opened(row)
                    .chain(attestation -> decide(row, Attestation.State.WITHDRAWN, attestation.attested(), by, now));
        });
    }

    /** An attestation; 404 where there is none. */
    public Uni<Attestation> get(String id) {
        return findById(id).chain(row -> opened(present(row, id)));
    }

    /** Attestations in the order of their drafting. */
    public Uni<List<Attestation>> page(@Nullable String after, int count) {
        return find("id > ?1 order by id", after == null ? "" : after)
                .range(0, count - 1)
                .list()
                .chain(rows -> Multi.createFrom()
                        .iterable(rows)
                        .onItem()
                        .transformToUniAndConcatenate(this::opened)
                        .collect()
                        .asList());
    }

    private Uni<Attested> attested(
            String personId, Petition petition, List<String> itemIds, boolean stateRequires, Instant now) {
        return persons.state(personId)
                .onItem()
                .ifNull()
                .failWith(() -> Problems.notFound("person", personId))
                .map(person -> Attested.of(
                        personId,
                        petition,
                        itemIds.stream()
                                .distinct()
                                .sorted()
                                .map(item -> technology.of(Activity.DEEMED_EXPORT, person, item, now))
                                .toList(),
                        stateRequires,
                        now));
    }

    private Uni<Attestation> decide(
            AttestationRow row, Attestation.State state, @Nullable Attested attested, String by, Instant now) {
        row.version++;
        row.state = state;
        row.decidedBy = by;
        row.changedAt = now;
        return flush().chain(() -> known(row, attested));
    }

    private Uni<AttestationRow> locked(String id, @Nullable String ifMatch) {
        return findById(id, LockModeType.PESSIMISTIC_WRITE).map(found -> {
            AttestationRow row = present(found, id);
            ETags.require(ifMatch, row.version);
            return row;
        });
    }

    private Uni<Attestation> known(AttestationRow row, @Nullable Attested attested) {
        return changes.record(new Change(
                        null,
                        row.id,
                        row.version,
                        CHANGED,
                        null,
                        new Fact(row.state, Sha256.of(row.sealed), row.draftedBy, row.decidedBy)))
                .replaceWith(() -> attestation(row, attested));
    }

    private Uni<Attestation> opened(AttestationRow row) {
        return seals.open(row.personId, row.sealed, context(row))
                .map(plain -> attestation(row, plain == null ? null : read(plain)));
    }

    private static Attestation attestation(AttestationRow row, @Nullable Attested attested) {
        return new Attestation(row.id, row.version, row.state, attested, row.draftedBy, row.decidedBy, row.changedAt);
    }

    private byte[] bytes(Attested attested) {
        try {
            return json.writeValueAsBytes(attested);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Attested read(byte[] plain) {
        try {
            return json.readValue(plain, Attested.class);
        } catch (IOException e) {
            throw new IllegalStateException("an attestation cannot be read");
        }
    }

    private static String context(AttestationRow row) {
        return "attestation/" + row.id;
    }

    private static AttestationRow present(@Nullable AttestationRow row, String id) {
        if (row == null) {
            throw Problems.notFound("attestation", id);
        }
        return row;
    }

    /** Ledger fact: an attestation changed. What it says stays sealed; the ledger keeps the digest of the sealed bytes. */
    @RegisterForReflection
    record Fact(
            Attestation.State state,
            String sealedSha256,
            String draftedBy,
            @Nullable String decidedBy) {}
}

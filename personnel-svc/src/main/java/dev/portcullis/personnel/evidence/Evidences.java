package dev.portcullis.personnel.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.portcullis.personnel.person.ExportControlFacts;
import dev.portcullis.personnel.person.Person;
import dev.portcullis.personnel.person.Persons;
import dev.portcullis.personnel.person.SealedWithPerson;
import dev.portcullis.personnel.person.Verifications;
import dev.portcullis.personnel.person.Verifications.Fact;
import dev.portcullis.personnel.person.Verifications.Kind;
import dev.portcullis.platform.change.Change;
import dev.portcullis.platform.change.Changes;
import dev.portcullis.platform.etag.ETags;
import dev.portcullis.platform.id.Ids;
import dev.portcullis.platform.problem.Problems;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Evidence of facts. Everything runs in the caller's transaction. */
@ApplicationScoped
public class Evidences implements PanacheRepositoryBase<EvidenceRow, String> {
    private static final String CHANGED = "dev.portcullis.evidence.changed";
    private static final String PURPOSE = "evidence";

    private final EvidenceKinds kinds = EvidenceKinds.shipped();

    @Inject
    Persons persons;

    @Inject
    SealedWithPerson sealed;

    @Inject
    Changes changes;

    /** Enters evidence; 404 where there is no such person, 422 where it is no evidence of a fact on record. */
    Uni<EvidenceView> enter(String personId, EvidenceEntry entry, String by, Instant at) {
        Instant now = at.truncatedTo(ChronoUnit.MICROS);
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        return persons.findInTransaction(personId).chain(person -> {
            if (person == null) {
                throw Problems.notFound("person", personId);
            }
            Fact fact = fact(person, entry);
            kinds.refusal(entry.kind(), entry.fact(), ExportControlFacts.read(person.attributes()), today)
                    .ifPresent(refusal -> {
                        throw Problems.unprocessable("/kind", refusal.words());
                    });
            if (entry.expires().isBefore(today)) {
                throw Problems.unprocessable("/expires", "must not have passed");
            }
            ObjectNode content = JsonNodeFactory.instance.objectNode();
            content.put("factKind", fact.kind().name());
            content.set("fact", fact.content());
            content.put("kind", entry.kind()).put("issuer", entry.issuer());
            content.put("documentExpires", entry.expires().toString());
            if (entry.digest() != null) {
                content.put("digest", entry.digest());
            }
            EvidenceRow row = new EvidenceRow();
            row.id = Ids.next("evd");
            row.version = 1;
            row.personId = personId;
            row.factKind = fact.kind().name();
            row.enteredBy = by;
            row.enteredAt = now;
            row.expiresOn = kinds.until(entry.kind(), entry.expires(), today);
            return sealed.seal(personId, PURPOSE + "/" + row.id, content).chain(bytes -> {
                row.sealed = bytes;
                return persist(row).chain(() -> made(row));
            });
        });
    }

    /** Verifies or refuses evidence; 403 where the caller entered it, 409 where it was decided or the fact on record is another by now. */
    Uni<EvidenceView> decide(String id, @Nullable String ifMatch, boolean accepted, String by, Instant at) {
        return locked(id, ifMatch).chain(row -> {
            if (row.state != EvidenceView.State.ENTERED) {
                throw Problems.conflict("The evidence is " + row.state + ".");
            }
            if (by.equals(row.enteredBy)) {
                throw Problems.forbidden("Who entered evidence does not verify it: it takes a second person.");
            }
            row.decidedBy = by;
            row.decidedAt = at.truncatedTo(ChronoUnit.MICROS);
            if (!accepted) {
                row.state = EvidenceView.State.REFUSED;
                return changed(row);
            }
            return fact(row)
                    .chain(fact -> persons.verifyInTransaction(row.personId, fact, by))
                    .chain(person -> {
                        if (person == null) {
                            throw Problems.conflict(
                                    "The record holds another fact by now: enter evidence of that one.");
                        }
                        row.state = EvidenceView.State.VERIFIED;
                        return changed(row);
                    });
        });
    }

    /** Ends evidence whose last day has passed: the fact counts as not verified again. */
    Uni<Void> expire(String id, LocalDate today) {
        return findById(id, LockModeType.PESSIMISTIC_WRITE).chain(row -> {
            if (row == null
                    || row.state != EvidenceView.State.VERIFIED
                    || row.expiresOn == null
                    || !row.expiresOn.isBefore(today)) {
                return Uni.createFrom().voidItem();
            }
            row.state = EvidenceView.State.EXPIRED;
            return fact(row)
                    .chain(fact -> newer(row)
                            .chain(count -> count > 0
                                    // Verified by other evidence meanwhile.
                                    ? Uni.createFrom().nullItem()
                                    : persons.unverifyInTransaction(row.personId, fact)))
                    .chain(() -> changed(row))
                    .replaceWithVoid();
        });
    }

    Uni<List<String>> expired(LocalDate today, int limit) {
        return find("state = ?1 and expiresOn < ?2 order by expiresOn, id", EvidenceView.State.VERIFIED, today)
                .page(0, limit)
                .list()
                .map(rows -> rows.stream().map(row -> row.id).toList());
    }

    Uni<List<EvidenceView>> of(String personId, @Nullable String after, int limit) {
        return find("personId = ?1 and id > ?2 order by id", personId, after == null ? "" : after)
                .range(0, limit - 1)
                .list()
                .map(rows -> rows.stream().map(EvidenceRow::view).toList());
    }

    /** Opens all evidence of a person, for the person's own copy. */
    public Uni<List<ObjectNode>> opened(String personId) {
        return list("personId = ?1 order by id", personId).chain(rows -> {
            Uni<List<ObjectNode>> all = Uni.createFrom().item(new java.util.ArrayList<>());
            for (EvidenceRow row : rows) {
                all = all.chain(list -> row.sealed == null
                        ? Uni.createFrom().item(list)
                        : sealed.open(personId, PURPOSE + "/" + row.id, row.sealed)
                                .map(content -> {
                                    list.add(content.put("id", row.id).put("state", row.state.name()));
                                    return list;
                                }));
            }
            return all;
        });
    }

    private Uni<Long> newer(EvidenceRow row) {
        return count(
                "personId = ?1 and factKind = ?2 and state = ?3 and id <> ?4 and expiresOn > ?5",
                row.personId,
                row.factKind,
                EvidenceView.State.VERIFIED,
                row.id,
                row.expiresOn);
    }

    private Uni<Fact> fact(EvidenceRow row) {
        byte[] bytes = row.sealed;
        if (bytes == null) {
            throw Problems.conflict("The person was erased.");
        }
        return sealed.open(row.personId, PURPOSE + "/" + row.id, bytes)
                .map(content -> new Fact(
                        Kind.valueOf(content.path("factKind").asText()), (ObjectNode) content.required("fact"), false));
    }

    private static Fact fact(Person person, EvidenceEntry entry) {
        List<Fact> facts = Verifications.facts(person.attributes()).stream()
                .filter(fact -> fact.kind() == entry.fact())
                .filter(fact -> Optional.ofNullable(entry.country())
                        .map(country -> country.value())
                        .equals(Optional.of(fact.content().path("country"))
                                .filter(node -> !node.isMissingNode())
                                .map(JsonNode::asText)))
                .toList();
        if (facts.size() != 1) {
            throw Problems.unprocessable("/fact", "must name one fact on record");
        }
        return facts.get(0);
    }

    private Uni<EvidenceRow> locked(String id, @Nullable String ifMatch) {
        return findById(id, LockModeType.PESSIMISTIC_WRITE).invoke(row -> {
            if (row == null) {
                throw Problems.notFound("evidence", id);
            }
            ETags.require(ifMatch, row.version);
        });
    }

    private Uni<EvidenceView> changed(EvidenceRow row) {
        row.version++;
        return made(row);
    }

    private Uni<EvidenceView> made(EvidenceRow row) {
        return changes.record(new Change(
                        null,
                        row.id,
                        row.version,
                        CHANGED,
                        null,
                        new ChangedFact(row.id, row.personId, row.state.name())))
                .replaceWith(row::view);
    }

    /** What the ledger keeps of it: not even the kind of the fact. */
    @RegisterForReflection
    record ChangedFact(String id, String person, String state) {}
}

package dev.portcullis.screening.party;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.portcullis.contracts.CountryCode;
import dev.portcullis.screening.ownership.Ownership;
import dev.portcullis.screening.screening.Finding;
import dev.portcullis.screening.screening.Identity;
import dev.portcullis.screening.screening.Named;
import dev.portcullis.screening.screening.Subject;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Stores parties. All operations run in the caller's transaction. */
@ApplicationScoped
public class Parties implements PanacheRepositoryBase<PartyRow, String> {
    @Inject
    ObjectMapper json;

    public Uni<Optional<Party>> party(String id) {
        return findById(id).map(row -> Optional.ofNullable(row).map(this::party));
    }

    /** The party, which nobody else can change until the transaction ends. */
    public Uni<Optional<Party>> partyAndLock(String id) {
        return findById(id, LockModeType.PESSIMISTIC_WRITE)
                .map(row -> Optional.ofNullable(row).map(this::party));
    }

    /** Parties in the order of their ids, starting after the given one. */
    public Uni<List<Party>> page(@Nullable String after, int count) {
        return (after == null ? find("order by id") : find("id > ?1 order by id", after))
                .range(0, count - 1)
                .list()
                .map(rows -> rows.stream().map(this::party).toList());
    }

    /** Who is screened for parties, in the order of their ids, starting after the given one. */
    public Uni<List<Named<String>>> named(@Nullable String after, int count) {
        return getSession()
                .chain(session -> session.createNativeQuery(
                                "select id, name, aliases, country, addresses, identity from party where id > :after order by id limit :count",
                                Object[].class)
                        .setParameter("after", after == null ? "" : after)
                        .setParameter("count", count)
                        .getResultList())
                .map(rows -> rows.stream().map(this::named).toList());
    }

    private Named<String> named(Object[] row) {
        return new Named<>(
                (String) row[0],
                identity((String) row[5])
                        .subject(
                                (String) row[1], texts((String) row[2]), CountryCode.of((String) row[3]), texts((String)
                                        row[4])));
    }

    /** A million parties are read with each change of a list, and most have no other name. */
    private List<String> texts(String stored) {
        return stored.equals("[]") ? List.of() : read(stored, new TypeReference<List<String>>() {});
    }

    private Identity identity(String stored) {
        return stored.equals("{}") ? Identity.UNKNOWN : read(stored, new TypeReference<Identity>() {});
    }

    /** The parties with the given ids. */
    public Uni<List<Party>> parties(List<String> ids) {
        return find("id in ?1 order by id", ids)
                .list()
                .map(rows -> rows.stream().map(this::party).toList());
    }

    /** Who is screened for the parties with the given ids. */
    public Uni<Map<String, Subject>> subjects(List<String> ids) {
        return ids.isEmpty()
                ? Uni.createFrom().item(Map.of())
                : list("id in ?1", ids)
                        .map(rows ->
                                rows.stream().map(this::party).collect(Collectors.toMap(Party::id, Party::subject)));
    }

    /** The parties with the given ids, which nobody else can change until the transaction ends. */
    public Uni<List<Party>> partiesAndLock(List<String> ids) {
        return find("id in ?1 order by id", ids)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list()
                .map(rows -> rows.stream().map(this::party).toList());
    }

    public Uni<Void> add(Party party) {
        PartyRow row = new PartyRow();
        fill(row, party);
        return persist(row).replaceWithVoid();
    }

    /** Writes a party that was read in this transaction. */
    public Uni<Void> update(Party party) {
        return findById(party.id()).invoke(row -> fill(row, party)).replaceWithVoid();
    }

    private void fill(PartyRow row, Party party) {
        Party.Details details = party.details();
        row.id = party.id();
        row.version = party.version();
        row.name = details.name();
        row.country = details.country().value();
        row.headquarters = code(details.headquarters());
        row.ultimateParentHeadquarters = code(details.ultimateParentHeadquarters());
        row.addresses = write(details.addresses());
        row.aliases = write(details.aliases());
        row.identity = write(details.identity());
        row.active = details.active();
        row.screenedEdition = party.screenedEdition();
        row.screening = party.screening() == null ? null : write(party.screening());
        row.ownership = party.ownership() == null ? null : write(party.ownership());
        row.clearedBy = clearedBy(party.screening());
        row.createdAt = party.createdAt();
        row.changedAt = party.changedAt();
    }

    private Party party(PartyRow row) {
        Party.Details details = new Party.Details(
                row.name,
                CountryCode.of(row.country),
                country(row.headquarters),
                country(row.ultimateParentHeadquarters),
                texts(row.addresses),
                texts(row.aliases),
                identity(row.identity),
                row.active);
        Finding screening = row.screening == null ? null : read(row.screening, new TypeReference<Finding>() {});
        Ownership ownership = row.ownership == null ? null : read(row.ownership, new TypeReference<Ownership>() {});
        return new Party(
                row.id, row.version, details, row.screenedEdition, screening, ownership, row.createdAt, row.changedAt);
    }

    private static @Nullable String clearedBy(@Nullable Finding finding) {
        return finding == null || finding.cleared().isEmpty()
                ? null
                : finding.cleared().stream()
                        .map(one -> one.by().id() + " ")
                        .distinct()
                        .collect(Collectors.joining("", " ", ""));
    }

    private static @Nullable String code(@Nullable CountryCode country) {
        return country == null ? null : country.value();
    }

    private static @Nullable CountryCode country(@Nullable String code) {
        return code == null ? null : CountryCode.of(code);
    }

    private <T> T read(String text, TypeReference<T> type) {
        try {
            return json.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored party cannot be read", e);
        }
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a party cannot be written", e);
        }
    }
}

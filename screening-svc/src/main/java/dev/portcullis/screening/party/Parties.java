package dev.portcullis.screening.party;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.portcullis.contracts.CountryCode;
import dev.portcullis.screening.ownership.Ownership;
import dev.portcullis.screening.screening.Finding;
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

    /** The parties with the given ids. */
    Uni<Map<String, Party>> parties(List<String> ids) {
        return list("id in ?1", ids)
                .map(rows -> rows.stream().map(this::party).collect(Collectors.toMap(Party::id, party -> party)));
    }

    /** A party's id with its version. */
    public record Version(String id, long version) {}

    /** The parties that were not screened against the edition. */
    public Uni<List<Version>> behind(String edition) {
        return getSession()
                .chain(session -> session.createNativeQuery(
                                "select id, version from party where screened_edition is distinct from :edition order by id",
                                Object[].class)
                        .setParameter("edition", edition)
                        .getResultList())
                .map(rows -> rows.stream()
                        .map(row -> new Version((String) row[0], ((Number) row[1]).longValue()))
                        .toList());
    }

    /** The parties with the given ids, which nobody else can change until the transaction ends. */
    public Uni<List<Party>> partiesAndLock(List<String> ids) {
        return find("id in ?1 order by id", ids)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list()
                .map(rows -> rows.stream().map(this::party).toList());
    }

    /** Some parties that were not screened against the edition, locked; those that somebody else has locked are left out. */
    public Uni<List<Party>> behindAndLock(String edition, int count) {
        return getSession()
                .chain(session -> session.createNativeQuery(
                                "select * from party where screened_edition is distinct from :edition order by id"
                                        + " limit :count for update skip locked",
                                PartyRow.class)
                        .setParameter("edition", edition)
                        .setParameter("count", count)
                        .getResultList())
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
        row.active = details.active();
        row.screenedEdition = party.screenedEdition();
        row.screening = party.screening() == null ? null : write(party.screening());
        row.ownership = party.ownership() == null ? null : write(party.ownership());
        row.createdAt = party.createdAt();
        row.changedAt = party.changedAt();
    }

    private Party party(PartyRow row) {
        Party.Details details = new Party.Details(
                row.name,
                CountryCode.of(row.country),
                country(row.headquarters),
                country(row.ultimateParentHeadquarters),
                read(row.addresses, new TypeReference<List<String>>() {}),
                read(row.aliases, new TypeReference<List<String>>() {}),
                row.active);
        Finding screening = row.screening == null ? null : read(row.screening, new TypeReference<Finding>() {});
        Ownership ownership = row.ownership == null ? null : read(row.ownership, new TypeReference<Ownership>() {});
        return new Party(
                row.id, row.version, details, row.screenedEdition, screening, ownership, row.createdAt, row.changedAt);
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

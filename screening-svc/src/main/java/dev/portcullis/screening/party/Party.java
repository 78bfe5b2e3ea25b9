package dev.portcullis.screening.party;

import dev.portcullis.contracts.CountryCode;
import dev.portcullis.contracts.PartyState;
import dev.portcullis.screening.casefile.Kept;
import dev.portcullis.screening.cases.Side;
import dev.portcullis.screening.list.ListedParty;
import dev.portcullis.screening.ownership.Ownership;
import dev.portcullis.screening.screening.Finding;
import dev.portcullis.screening.screening.Identity;
import dev.portcullis.screening.screening.Subject;
import dev.portcullis.screening.screening.SubjectRequest;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A counterparty.
 *
 * @param id opaque id, prefix {@code pty}
 * @param version rises by one with each change, a new screening included
 * @param details what its owner says of it
 * @param screenedEdition the edition that it was screened against; absent where no list was loaded then
 * @param screening the result
 * @param ownership what is known of listed parties that own it; absent where nobody has told an owner
 * @param createdAt when it was registered
 * @param changedAt when this version came about
 */
public record Party(
        String id,
        long version,
        Details details,
        @Nullable String screenedEdition,
        @Nullable Finding screening,
        @Nullable Ownership ownership,
        Instant createdAt,
        Instant changedAt) {

    /**
     * What the owner of a party says of it.
     *
     * @param name the name that it is registered under
     * @param country where it is
     * @param headquarters where its headquarters are, where that is known
     * @param ultimateParentHeadquarters where its ultimate parent's headquarters are (15 CFR 744.23(a)(3)), where that is
     *     known
     * @param addresses addresses as they are written
     * @param aliases other names that it goes by
     * @param identity what tells it from others of its names
     * @param active whether it may be dealt with at all
     */
    public record Details(
            String name,
            CountryCode country,
            @Nullable CountryCode headquarters,
            @Nullable CountryCode ultimateParentHeadquarters,
            List<String> addresses,
            List<String> aliases,
            Identity identity,
            boolean active) {
        public Details {
            addresses = List.copyOf(addresses);
            aliases = List.copyOf(aliases);
        }
    }

    /** Who is screened for this party. */
    public Subject subject() {
        return subject(details);
    }

    static Subject subject(Details details) {
        return details.identity().subject(details.name(), details.aliases(), details.country(), details.addresses());
    }

    /** Who is screened for this party, and what decisions may rest on. */
    public Kept kept() {
        return kept(id, details);
    }

    static Kept kept(String id, Details details) {
        return new Kept(id, subject(details), side(details));
    }

    /** What is not known leaves no mark: a party of whom it was never told is the same side as before it could be. */
    private static Side side(Details details) {
        Identity identity = details.identity();
        Set<String> names = new HashSet<>(details.aliases());
        names.add(details.name());
        SubjectRequest.NameParts parts = identity.nameParts();
        if (parts != null) {
            names.add("family " + parts.family() + " given " + parts.given() + " patronymic " + parts.patronymic());
        }
        Set<String> countries = new HashSet<>(Set.of("in " + details.country().value()));
        if (details.headquarters() != null) {
            countries.add("headquarters " + details.headquarters().value());
        }
        identity.countries().forEach(code -> countries.add("of " + code.value()));
        ListedParty.Type type = identity.type();
        String birth = identity.birthDate();
        Set<String> identifiers = new HashSet<>();
        identity.identifiers().forEach(one -> identifiers.add(one.type() + " " + one.number() + " " + one.country()));
        Map<Side.Trait, Set<String>> known = new EnumMap<>(Side.Trait.class);
        known.put(Side.Trait.NAME, names);
        known.put(Side.Trait.ADDRESS, Set.copyOf(details.addresses()));
        known.put(Side.Trait.COUNTRY, countries);
        known.put(Side.Trait.KIND, type == null ? Set.of() : Set.of(type.name()));
        known.put(Side.Trait.BIRTH, birth == null ? Set.of() : Set.of(birth));
        known.put(Side.Trait.IDENTIFIER, identifiers);
        return Side.of(known);
    }

    /** The same party with a new screening and assessment, one version later. */
    Party screened(@Nullable String edition, @Nullable Finding finding, @Nullable Ownership owned, Instant now) {
        return new Party(id, version + 1, details, edition, finding, owned, createdAt, now);
    }

    /** The same party with other details, their screening and assessment, one version later. */
    Party changed(
            Details next, @Nullable String edition, @Nullable Finding finding, @Nullable Ownership owned, Instant now) {
        return new Party(id, version + 1, next, edition, finding, owned, createdAt, now);
    }

    /** The same party with a new assessment of its owners, one version later. */
    Party assessed(@Nullable Ownership owned, Instant now) {
        return new Party(id, version + 1, details, screenedEdition, screening, owned, createdAt, now);
    }

    /** Whether an assessment says anything else than the present one. */
    boolean isChangedBy(@Nullable Ownership owned) {
        return ownership == null ? owned != null : owned == null || !owned.saysTheSameAs(ownership);
    }

    /** The state that other services read. */
    PartyState toState() {
        return new PartyState(
                id,
                version,
                details.name(),
                details.country(),
                details.headquarters(),
                details.ultimateParentHeadquarters(),
                details.active(),
                screening == null ? null : screening.toState(),
                ownership == null ? null : ownership.toState(),
                changedAt);
    }
}

package dev.portcullis.screening.goodguy;

import dev.portcullis.contracts.CountryCode;
import dev.portcullis.screening.cases.Case;
import dev.portcullis.screening.cases.CasePolicy;
import dev.portcullis.screening.cases.CaseRefusedException;
import dev.portcullis.screening.cases.Decision;
import dev.portcullis.screening.cases.Pair;
import dev.portcullis.screening.cases.Side;
import dev.portcullis.screening.cases.Sides;
import dev.portcullis.screening.list.ListedParty;
import dev.portcullis.screening.screening.Clearance;
import dev.portcullis.screening.screening.Subject;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who is none of the entries that the name is like. Each pair with an entry is a {@link Case}, so that four eyes, reasons, evidence, the last
 * day and what undoes a clearance are those of cases. A value; each step gives the next one.
 *
 * @param id opaque id, prefix {@code ggy}
 * @param version rises by one with each step
 * @param state where it stands
 * @param who whom it is about
 * @param pairs the same decision on each of the entries
 * @param createdAt when it was proposed
 * @param changedAt when the last step was taken
 */
public record GoodGuy(
        String id, long version, State state, Who who, List<Case> pairs, Instant createdAt, Instant changedAt) {
    public GoodGuy {
        pairs = List.copyOf(pairs);
    }

    /** Where it stands. */
    @RegisterForReflection
    public enum State {
        PROPOSED,
        APPROVED,
        REFUSED,
        /** A person took it back. */
        REVOKED,
        /** Its last day has passed. */
        EXPIRED
    }

    /**
     * Whom it is about.
     *
     * @param names all names; somebody who goes by another one too is somebody else
     * @param country where they are; absent for somebody of whom no country is told
     */
    @RegisterForReflection
    public record Who(List<String> names, @Nullable CountryCode country) {
        public Who {
            names = List.copyOf(names);
        }

        Side side() {
            return sideOf(new HashSet<>(names), country);
        }
    }

    static Side sideOf(Subject subject) {
        Set<String> names = new HashSet<>(subject.aliases());
        names.add(subject.name());
        return sideOf(names, subject.country());
    }

    private static Side sideOf(Set<String> names, @Nullable CountryCode country) {
        Set<String> countries = country == null ? Set.of() : Set.of(country.value());
        return Side.of(Map.of(Side.Trait.NAME, names, Side.Trait.COUNTRY, countries));
    }

    /** The digests of names, by which it is looked up. */
    static Set<String> digests(Side side) {
        return Objects.requireNonNullElse(side.marks().get(Side.Trait.NAME), Set.of());
    }

    /**
     * The first person's answer.
     *
     * @throws CaseRefusedException where the decision is not complete
     */
    static GoodGuy propose(
            String id, Who who, List<ListedParty> entries, Decision decision, Instant now, CasePolicy policy) {
        List<Case> pairs = entries.stream()
                .map(entry -> Case.open(
                                new Pair(id, entry.list(), entry.id()), who.side(), Sides.of(entry), now, policy)
                        .propose(decision, policy))
                .toList();
        return new GoodGuy(id, 1, State.PROPOSED, who, pairs, now, now);
    }

    /**
     * The second person agrees.
     *
     * @param current the entry of a pair as it is now; nothing where it is on no list any more
     * @throws CaseRefusedException where the person is the same, the decision is not complete, or an entry has changed
     */
    GoodGuy agree(Decision decision, Function<Pair, @Nullable ListedParty> current, CasePolicy policy) {
        List<Case> agreed = pairs.stream()
                .map(pair -> {
                    ListedParty entry = current.apply(pair.pair());
                    // An entry that is gone is taken as it was: there is nothing to hit.
                    Side now = entry == null ? pair.entry() : Sides.of(entry);
                    return pair.agree(decision, who.side(), now, policy);
                })
                .toList();
        return new GoodGuy(id, version + 1, State.APPROVED, who, agreed, createdAt, decision.at());
    }

    /** Ends it: it clears nothing from now on. */
    GoodGuy ended(State as, Instant now) {
        return new GoodGuy(id, version + 1, as, who, pairs, createdAt, now);
    }

    /** The last day on which it clears anything; absent where it does not. */
    @Nullable
    LocalDate until() {
        return state == State.APPROVED && !pairs.isEmpty() ? pairs.get(0).clearedUntil() : null;
    }

    /** By what a subject is known not to be an entry; nothing where this says nothing of it. */
    @Nullable
    Clearance clears(Side subject, ListedParty entry, LocalDate day) {
        LocalDate until = until();
        if (until == null) {
            return null;
        }
        for (Case pair : pairs) {
            if (pair.pair().entryId().equals(entry.id())
                    && pair.pair().list().equals(entry.list())
                    && pair.clears(subject, Sides.of(entry), day)) {
                return new Clearance(id, until);
            }
        }
        return null;
    }
}

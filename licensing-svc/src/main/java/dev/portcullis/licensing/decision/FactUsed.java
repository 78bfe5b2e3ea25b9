package dev.portcullis.licensing.decision;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.portcullis.licensing.facts.FactSnapshot;
import dev.portcullis.licensing.facts.KnownFact;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A fact that a decision rests on: which version, and how old the feed was that brought it.
 *
 * @param kind whose fact it is
 * @param id the aggregate's id
 * @param version its version; 0 where it never arrived
 * @param known whether a state that can be read is known
 * @param fresh whether the feed was within its limit
 * @param completeUpTo every change committed by then was known here; absent where that is not known
 * @param feedAgeMillis age of the feed in milliseconds; absent where it is not known
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FactUsed(
        Kind kind,
        String id,
        long version,
        boolean known,
        boolean fresh,
        @Nullable Instant completeUpTo,
        @Nullable Long feedAgeMillis) {
    /** Whose fact it is. */
    public enum Kind {
        ITEM,
        PARTY,
        PERSON
    }

    /** Whether the fact may be used to permit. */
    public boolean usable() {
        return known && fresh;
    }

    /** Why facts may not be used to permit, in words. */
    public static List<String> unusable(List<FactUsed> facts) {
        return facts.stream()
                .filter(fact -> !fact.usable())
                .map(FactUsed::fault)
                .toList();
    }

    private String fault() {
        String what = kind.name().toLowerCase(Locale.ROOT) + " " + id;
        return !known
                ? what + " is not known here"
                : what + " is known in version " + version + ", but its feed is older than its limit";
    }

    static List<FactUsed> of(FactSnapshot snapshot) {
        List<FactUsed> used = new ArrayList<>();
        used.add(of(Kind.ITEM, snapshot.item(), snapshot.takenAt()));
        snapshot.parties().forEach(party -> used.add(of(Kind.PARTY, party, snapshot.takenAt())));
        if (snapshot.person() != null) {
            used.add(of(Kind.PERSON, snapshot.person(), snapshot.takenAt()));
        }
        return List.copyOf(used);
    }

    private static FactUsed of(Kind kind, KnownFact<?> fact, Instant takenAt) {
        Instant completeUpTo = fact.completeUpTo();
        return new FactUsed(
                kind,
                fact.id(),
                fact.version(),
                fact.value() != null,
                fact.fresh(),
                completeUpTo,
                completeUpTo == null
                        ? null
                        : Duration.between(completeUpTo, takenAt).toMillis());
    }
}

package dev.portcullis.screening.signal;

import dev.portcullis.contracts.Topics;
import dev.portcullis.platform.change.Change;
import dev.portcullis.platform.change.Changes;
import dev.portcullis.platform.id.Ids;
import dev.portcullis.platform.problem.Problems;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Raises and acknowledges signals. A signal's row, its event and its ledger entry are written in the caller's transaction, so that
 * what made the news and the news are there together or not at all.
 */
@ApplicationScoped
public class SignalRegister {
    private final Effects effects = Effects.shipped();

    @Inject
    Signals signals;

    @Inject
    Impacts impacts;

    @Inject
    Changes changes;

    /**
     * Raises a signal, once for an origin. Must be called inside a transaction.
     *
     * @param origin what it was learned from; the same origin raises nothing again
     * @param by the subject of the person who posts it; null where a machine learned of it
     * @param name that person's name
     * @return the signal; nothing where it is known already
     */
    public Uni<Optional<Signal>> raise(String origin, News news, @Nullable String by, @Nullable String name) {
        return signals.hold()
                .chain(() -> signals.isKnown(origin))
                .chain(known -> known
                        ? Uni.createFrom().item(Optional.<Signal>empty())
                        : store(origin, news, by, name).map(Optional::of));
    }

    private Uni<Signal> store(String origin, News news, @Nullable String by, @Nullable String name) {
        Signal signal = new Signal(
                Ids.next("sig"), 1, 0, origin, news, Instant.now(), name, List.of(), new Signal.Impact(false, 0, null));
        return signals.add(signal)
                .chain(content -> record(signal, "dev.portcullis.signal.raised", SignalFact.Cause.RAISED, content, by))
                .replaceWith(signal);
    }

    /**
     * Ties a signal to the parties that it is about, and to nobody else: they are known to who has raised it. Must be called in the transaction that has.
     *
     * @param words by the parties' ids, what ties each of them
     */
    public Uni<Void> touching(Signal signal, Relation relation, Map<String, String> words) {
        String effect = effects.effect(signal.news().kind(), relation)
                .orElseThrow(() -> new IllegalArgumentException("such a tie has no effect"));
        return impacts.tieOnly(
                signal.id(),
                words.entrySet().stream()
                        .map(party -> new Touch(party.getKey(), relation, party.getValue(), effect))
                        .toList());
    }

    /** Takes down that a person has seen a signal and what follows from it. Must be called inside a transaction. */
    public Uni<Signal> acknowledge(String id, String subject, Signal.Acknowledgment acknowledgment) {
        return signals.hold()
                .chain(() -> signals.signal(id))
                .map(found -> found.orElseThrow(() -> Problems.notFound("signal", id)))
                .chain(() -> signals.acknowledge(id, subject, acknowledgment))
                .invoke(added -> {
                    if (!added) {
                        throw Problems.conflict("You have acknowledged this signal already.");
                    }
                })
                .chain(() -> signals.signal(id))
                .map(Optional::orElseThrow)
                .call(signal -> record(
                        signal,
                        "dev.portcullis.signal.acknowledged",
                        SignalFact.Cause.ACKNOWLEDGED,
                        acknowledgment.reason(),
                        subject));
    }

    private Uni<Long> record(Signal signal, String type, SignalFact.Cause cause, String content, @Nullable String by) {
        return changes.record(new Change(
                Topics.SIGNALS,
                signal.id(),
                signal.version(),
                type,
                signal.toState(),
                SignalFact.of(signal, cause, content, by)));
    }
}

package dev.portcullis.screening.imports;

import dev.portcullis.platform.change.Change;
import dev.portcullis.platform.change.Changes;
import dev.portcullis.platform.id.Ids;
import dev.portcullis.platform.idempotency.Answer;
import dev.portcullis.platform.idempotency.Idempotency;
import dev.portcullis.platform.problem.Problems;
import dev.portcullis.platform.pulse.Steps;
import dev.portcullis.screening.format.ListContent;
import dev.portcullis.screening.format.ListSource;
import dev.portcullis.screening.list.Current;
import dev.portcullis.screening.list.Edition;
import dev.portcullis.screening.list.EditionRules;
import dev.portcullis.screening.list.Editions;
import dev.portcullis.screening.list.Refusal;
import dev.portcullis.screening.list.Refusals;
import dev.portcullis.screening.ownership.Owner;
import dev.portcullis.screening.party.PartyRegister;
import dev.portcullis.screening.party.ScreeningHolds;
import dev.portcullis.screening.screening.CurrentLists;
import dev.portcullis.screening.screening.LoadedEdition;
import dev.portcullis.screening.screening.Screener;
import dev.portcullis.screening.screening.Searched;
import dev.portcullis.screening.stake.StakeStore;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Takes in an edition. It is read and indexed together with the current editions of the other sources, and the kept parties whom it can touch are
 * screened against it, before any transaction begins. One transaction then stores it, makes it current, stores what it holds against parties that the
 * present edition did not, and notes whose screenings hold on; only after the commit does memory switch to the new index. Others whom it touches, and
 * for whom it holds nothing new, follow in the background. A process that dies before the commit leaves nothing behind, one that dies after it finds the edition current at its start.
 */
@ApplicationScoped
public class ListImport {
    /** Parties that are screened, or marked, at a time. */
    private static final int BATCH = 100;

    /** How often an edition is indexed anew because another source got one meanwhile. */
    private static final int ATTEMPTS = 3;

    @Inject
    Editions editions;

    @Inject
    Refusals refusals;

    @Inject
    ScreeningHolds holds;

    @Inject
    StakeStore stakes;

    @Inject
    PartyRegister register;

    @Inject
    Lookahead lookahead;

    @Inject
    CurrentLists lists;

    @Inject
    Changes changes;

    @Inject
    Idempotency idempotency;

    @Inject
    @ConfigProperty(name = "portcullis.screening.largest-loss")
    double largestLoss;

    @Inject
    @ConfigProperty(name = "portcullis.screening.small-list-entries")
    int smallListEntries;

    @Inject
    @ConfigProperty(name = "portcullis.screening.largest-quarantine")
    double largestQuarantine;

    /** What makes two requests the same. */
    @RegisterForReflection
    record Fingerprint(String source, String digest, boolean acceptShrink) {}

    /** An edition that would become current, and whether the officer lets a loss pass. */
    private record Next(LoadedEdition loaded, boolean acceptShrink) {
        Edition edition() {
            return loaded.edition();
        }
    }

    /** The rules refuse the edition; nothing of it is kept but the refusal. */
    private static final class RefusedException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        RefusedException(List<String> reasons) {
            super(String.join("; ", reasons), null, false, false);
        }
    }

    /**
     * Reads a file; takes a second or two for the whole list, on a thread that may block.
     *
     * @throws dev.portcullis.platform.problem.ProblemException 400 where the upload breaks off
     */
    ReceivedFile receive(ListSource source, InputStream body) {
        try {
            return ReceivedFile.read(source, body);
        } catch (IOException e) {
            throw Problems.malformed("The upload broke off before its end, and nothing of it was kept: send it again.");
        }
    }

    /**
     * Makes a received file the current edition of its source, or refuses it with 422 and keeps the refusal. Must be called from a request's
     * Vert.x context.
     */
    Uni<Response> take(@Nullable String key, ReceivedFile file, String sender, boolean acceptShrink) {
        Fingerprint request = new Fingerprint(file.source().id(), file.digest(), acceptShrink);
        return take(file, sender, acceptShrink, action -> idempotency.once(key, request, action));
    }

    /**
     * The same for a file that nobody sent: it was fetched from its publisher. Fails where the file is refused. Must be called from a Vert.x
     * context.
     */
    public Uni<Void> takeDownloaded(ReceivedFile file, String sender) {
        return take(file, sender, false, Panache::withTransaction).replaceWithVoid();
    }

    /**
     * The same for a file that the service has written itself, which may be any smaller than the present one. Must be called from a Vert.x context.
     *
     * @param stillSo whether it is still to be taken in, asked when no other import can run any more
     */
    public Uni<Void> takeMade(ReceivedFile file, String sender, Supplier<Uni<Boolean>> stillSo) {
        return take(
                        file,
                        sender,
                        true,
                        action -> Panache.withTransaction(() -> editions.holdImports()
                                .chain(stillSo::get)
                                .chain(so ->
                                        so ? action.get() : Uni.createFrom().item(Answer.ok("")))))
                .replaceWithVoid();
    }

    private <T> Uni<T> take(
            ReceivedFile file,
            String sender,
            boolean acceptShrink,
            Function<Supplier<Uni<Answer>>, Uni<T>> transaction) {
        return Uni.createFrom()
                .deferred(() -> attempt(transaction, new Next(edition(file, sender), acceptShrink), ATTEMPTS))
                .onFailure(RefusedException.class)
                .recoverWithUni(refused -> refuse(file, sender, String.valueOf(refused.getMessage())));
    }

    private LoadedEdition edition(ReceivedFile file, String sender) {
        ListContent content = file.content();
        if (content == null) {
            throw new RefusedException(List.of(String.valueOf(file.reason())));
        }
        List<String> faults = rules().faults(content.file());
        boolean holdsNothing = file.source().isMadeHere()
                && content.file().entries().isEmpty()
                && content.file().quarantined() == 0;
        if (!faults.isEmpty() && !holdsNothing) {
            throw new RefusedException(faults);
        }
        return new LoadedEdition(
                new Edition(
                        Ids.next("led"),
                        file.source().id(),
                        content.format().name(),
                        file.digest(),
                        file.bytes(),
                        content.file().counts(),
                        content.file().quarantined(),
                        content.file().quarantine(),
                        content.file().published(),
                        content.file().repaired(),
                        Instant.now(),
                        sender),
                content.file().entries());
    }

    private <T> Uni<T> refuse(ReceivedFile file, String sender, String reason) {
        ListContent content = file.content();
        Refusal refusal = new Refusal(
                Ids.next("lrf"),
                file.source().id(),
                file.digest(),
                file.bytes(),
                content == null ? null : content.file().published(),
                reason,
                Instant.now(),
                sender);
        return Panache.withTransaction(() -> refusals.add(refusal))
                .chain(() -> Uni.createFrom()
                        .failure(Problems.unprocessable("", "was refused and the present edition stays: " + reason)));
    }

    /** Indexes and stores; once more where the edition of another source became current meanwhile. */
    private <T> Uni<T> attempt(Function<Supplier<Uni<Answer>>, Uni<T>> transaction, Next next, int attempts) {
        AtomicBoolean taken = new AtomicBoolean();
        return lists.with(next.loaded())
                .chain(prepared -> lookahead
                        .look(prepared.before(), prepared.next())
                        .chain(seen -> transaction.apply(() -> {
                            taken.set(false);
                            return store(prepared.next(), next, seen)
                                    .invoke(answer -> taken.set(answer.status() == 201));
                        }))
                        // It is taken in whether or not memory can be brought in step now; if not, the next look does.
                        .call(() -> taken.get()
                                ? lists.refresh().onFailure().recoverWithNull()
                                : Uni.createFrom().voidItem()))
                .onFailure(failure -> failure instanceof CurrentLists.OutOfStepException && attempts > 1)
                .recoverWithUni(() -> attempt(transaction, next, attempts - 1));
    }

    private Uni<Answer> store(Screener screener, Next next, Lookahead.Seen seen) {
        Edition edition = next.edition();
        return editions.holdImports()
                .chain(() -> editions.currentEdition(edition.source()))
                .chain(present -> {
                    if (present.isPresent() && present.get().digest().equals(edition.digest())) {
                        return Uni.createFrom().item(Answer.ok(EditionView.of(present.get(), 0, false)));
                    }
                    check(present, next);
                    return switchOver(screener, next, seen);
                });
    }

    private void check(Optional<Edition> present, Next next) {
        if (present.isEmpty()) {
            return;
        }
        List<String> reasons = new ArrayList<>(
                rules().staleness(present.get().published(), next.edition().published()));
        if (!next.acceptShrink()) {
            reasons.addAll(rules().losses(present.get().counts(), next.edition().counts()));
        }
        if (!reasons.isEmpty()) {
            throw new RefusedException(reasons);
        }
    }

    private Uni<Answer> switchOver(Screener screener, Next next, Lookahead.Seen seen) {
        Edition edition = next.edition();
        return editions.store(edition, next.loaded().entries())
                // From here on parties wait that are being registered; they are then screened against the new edition.
                .chain(editions::currentAndLocked)
                .invoke(current -> checkInStep(screener, edition, current, seen))
                .chain(() -> editions.makeCurrent(edition))
                .chain(() -> editions.useCounts(
                        screener.weights().id(), screener.weights().counts().text()))
                .chain(() -> screenTouched(screener, seen))
                .chain(screened ->
                        holds.anyBehind(screener.id()).map(behind -> EditionView.of(edition, screened, behind)))
                .call(editions::noteSwitch)
                .call(() -> changes.record(new Change(
                        null,
                        edition.id(),
                        1,
                        "dev.portcullis.list.imported",
                        null,
                        ImportFact.of(edition, next.acceptShrink()))))
                .invoke(() -> lists.prepare(screener))
                .map(view -> Answer.created("/v1/lists/" + edition.source() + "/imports/" + edition.id(), null, view));
    }

    /**
     * The screener must hold what will be current: the new edition, and of all other sources what is current now. And where it is known whom the
     * difference touches, that must be the difference from what is current now.
     */
    private static void checkInStep(Screener screener, Edition edition, Current current, Lookahead.Seen seen) {
        Map<String, String> then = new HashMap<>(current.editions());
        then.put(edition.source(), edition.id());
        boolean next = new Searched(then.values(), screener.weights().id()).id().equals(screener.id());
        boolean before = seen.before().map(Searched.of(current).id()::equals).orElse(true);
        if (!next || !before) {
            throw new CurrentLists.OutOfStepException();
        }
    }

    /** Those against whom it holds something new, and those who have changed since that was looked at; of the others is noted what holds. */
    private Uni<Integer> screenTouched(Screener screener, Lookahead.Seen seen) {
        return holds.changedSince(seen.mark()).chain(changed -> {
            Set<String> now = new TreeSet<>(seen.holdsMore());
            now.addAll(changed);
            List<String> later =
                    seen.touched().stream().filter(id -> !now.contains(id)).toList();
            return inBatches(
                            List.copyOf(now),
                            batch -> register.screen(screener, batch).replaceWithVoid())
                    .chain(() -> seen.before()
                            .map(before -> holds.carryOver(before, screener.id())
                                    .chain(() -> inBatches(later, holds::endFor))
                                    .chain(() -> markOwned(seen)))
                            .orElseGet(() -> Uni.createFrom().voidItem()))
                    .replaceWith(now.size());
        });
    }

    /** What owners own of whom the edition may say something else is assessed again; those too who were told meanwhile. */
    private Uni<Void> markOwned(Lookahead.Seen seen) {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        return holds.ownersChangedSince(seen.mark()).chain(told -> {
            List<Owner> owners = new ArrayList<>(seen.owners());
            told.forEach(owner -> owners.add(Owner.parse(owner)));
            return inBatches(owners, batch -> stakes.markBelow(batch, today).replaceWithVoid());
        });
    }

    private static <T> Uni<Void> inBatches(List<T> all, Function<List<T>, Uni<Void>> action) {
        Iterator<List<T>> batches = Stream.iterate(0, from -> from < all.size(), from -> from + BATCH)
                .map(from -> all.subList(from, Math.min(all.size(), from + BATCH)))
                .iterator();
        return Steps.whileMore(
                () -> batches.hasNext()
                        ? action.apply(batches.next()).replaceWith(true)
                        : Uni.createFrom().item(false),
                Integer.MAX_VALUE);
    }

    private EditionRules rules() {
        return new EditionRules(largestLoss, smallListEntries, largestQuarantine);
    }
}

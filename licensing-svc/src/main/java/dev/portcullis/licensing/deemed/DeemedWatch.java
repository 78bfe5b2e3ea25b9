package dev.portcullis.licensing.deemed;

import dev.portcullis.contracts.DeterminationState;
import dev.portcullis.contracts.DeterminationState.Activity;
import dev.portcullis.contracts.DeterminationState.Situation;
import dev.portcullis.contracts.Eccn;
import dev.portcullis.contracts.ItemState;
import dev.portcullis.contracts.ItemState.Form;
import dev.portcullis.contracts.PersonState;
import dev.portcullis.contracts.Topics;
import dev.portcullis.licensing.decision.ExportAdministrationRegulations;
import dev.portcullis.licensing.deemed.DeemedAccessStore.Kept;
import dev.portcullis.licensing.deemed.DeemedAccessStore.Next;
import dev.portcullis.licensing.deemed.DeemedAccessStore.Poll;
import dev.portcullis.licensing.determination.RedFlag;
import dev.portcullis.licensing.facts.FactSnapshot;
import dev.portcullis.licensing.facts.Facts;
import dev.portcullis.licensing.facts.Facts.ItemChanged;
import dev.portcullis.licensing.facts.Facts.PersonChanged;
import dev.portcullis.licensing.facts.KnownFact;
import dev.portcullis.licensing.hold.Hold;
import dev.portcullis.licensing.hold.Holds;
import dev.portcullis.licensing.license.LicenseCoverage;
import dev.portcullis.licensing.license.LicenseKind;
import dev.portcullis.licensing.license.LicenseKinds;
import dev.portcullis.licensing.license.Licenses;
import dev.portcullis.licensing.redflag.RedFlags;
import dev.portcullis.licensing.regulation.LawDays;
import dev.portcullis.platform.feed.Fact;
import dev.portcullis.platform.outbox.FeedLimit;
import dev.portcullis.platform.pulse.Pulse;
import dev.portcullis.platform.transaction.Transactions;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the answers for all situations up to date. What changes an answer is an item, the situations that people are in, a license or
 * letter or red flag, and the day. What has become due is determined in small pieces, items that changed before all else, and only answers
 * that come out differently are written and told.
 *
 * <p>Each replica does all of this by itself; rows are locked while they are looked at, so the second finds nothing left to write. A replica
 * whose items are not fresh waits: what it knows may be old. Until when all answers may be relied on travels with the heartbeats.
 */
@ApplicationScoped
public class DeemedWatch implements FeedLimit {
    /** What can be released to a person (15 CFR 734.13(a)(2)): technology, weights among it, and source code. */
    private static final Set<Form> RELEASED = EnumSet.of(Form.TECHNOLOGY, Form.SOURCE_CODE, Form.MODEL_WEIGHTS);

    private static final int CELLS_AT_ONCE = 400;
    private static final int PIECES_AT_ONCE = 50;
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration BETWEEN_WORDS = Duration.ofMillis(500);

    @Inject
    DeemedSettings settings;

    @Inject
    DeemedAccessStore store;

    @Inject
    Facts facts;

    @Inject
    Holds holds;

    @Inject
    RedFlags flags;

    @Inject
    Licenses licenses;

    @Inject
    LicenseKinds kinds;

    @Inject
    LicenseCoverage coverage;

    @Inject
    ExportAdministrationRegulations law;

    @Inject
    Transactions transactions;

    @Inject
    MeterRegistry metrics;

    @Inject
    Clock clock;

    private final Due due = new Due();
    private final Census census = new Census();
    private final Deque<Piece> pending = new ArrayDeque<>();
    private final LawDays days = LawDays.shipped();
    private volatile Set<String> named = Set.of();
    private volatile Instant goodUntil = Instant.EPOCH;
    private boolean counted;
    private String figures = "";
    private LocalDate today = LocalDate.EPOCH;
    private Instant lastWord = Instant.EPOCH;
    private @Nullable Given given;
    private @Nullable Pulse pulse;

    /** Items to look at, all in the same situations; in all that there are where none are named. */
    private record Piece(List<String> items, @Nullable List<Situation> situations) {}

    /** What answers are determined from besides facts. */
    private record Given(List<Hold> holds, Map<String, List<RedFlag>> flags, PersonLicenses licenses) {}

    void start(@Observes StartupEvent event) {
        pulse = Pulse.start("deemed-access", settings.watch(), this::turn);
    }

    void stop(@Observes ShutdownEvent event) {
        if (pulse != null) {
            pulse.close();
        }
    }

    void item(@Observes ItemChanged changed) {
        due.item(changed.id());
    }

    void person(@Observes PersonChanged changed) {
        count(changed.id(), facts.person(changed.id(), clock.instant()).value());
    }

    @Override
    public String topic() {
        return Topics.DETERMINATIONS;
    }

    @Override
    public Instant goodUntil() {
        return goodUntil;
    }

    private void count(String id, @Nullable PersonState state) {
        Census.Change change = census.count(id, state);
        Situation begun = change.begun();
        if (begun != null) {
            due.situation(begun);
        }
        if (change.ended() != null || (change.moved() && named.contains(id))) {
            // What nobody is in must not be told any longer; and a license may cover who is here and not who was there.
            due.everything();
        }
    }

    private void turn() {
        if (!facts.areLoaded()) {
            return;
        }
        if (!counted) {
            for (Fact<PersonState> person : facts.persons()) {
                count(person.key(), person.value());
            }
            counted = true;
        }
        for (int done = 0; done < PIECES_AT_ONCE; done++) {
            Instant now = clock.instant();
            notice(now);
            Piece piece = pending.poll();
            if (piece == null) {
                word(now);
                return;
            }
            Instant fresh = facts.itemsGoodUntil();
            if (fresh == null || fresh.isBefore(now)) {
                pending.addFirst(piece);
                return;
            }
            try {
                determine(piece, now);
            } catch (RuntimeException e) {
                pending.addFirst(piece);
                throw e;
            }
        }
    }

    /** Looks for what has become due, and cuts it into pieces. */
    private void notice(Instant now) {
        Poll poll = store.poll(personKinds()).await().atMost(PATIENCE);
        goodUntil = poll.goodUntil();
        LocalDate day = LocalDate.ofInstant(now, ZoneOffset.UTC);
        if (!poll.figures().equals(figures) || !day.equals(today)) {
            given = null;
            due.everything();
        }
        Due.Batch batch = due.take();
        if (!batch.isEmpty()) {
            cut(batch);
        }
        // Only now: had the cutting failed, the next turn would find the same difference again.
        figures = poll.figures();
        today = day;
    }

    private void cut(Due.Batch batch) {
        try {
            if (batch.everything()) {
                pending.clear();
                Set<String> all = released();
                all.addAll(store.items().await().atMost(PATIENCE));
                pieces(List.copyOf(all), null).forEach(pending::addLast);
                return;
            }
            if (!batch.situations().isEmpty()) {
                pieces(List.copyOf(released()), batch.situations()).forEach(pending::addLast);
            }
            pieces(batch.items(), null).forEach(pending::addFirst);
        } catch (RuntimeException e) {
            due.everything();
            throw e;
        }
    }

    private Set<String> released() {
        Set<String> ids = new LinkedHashSet<>();
        for (Fact<ItemState> item : facts.items()) {
            if (isReleased(item.value())) {
                ids.add(item.key());
            }
        }
        return ids;
    }

    private List<Piece> pieces(List<String> items, @Nullable List<Situation> situations) {
        int of = situations == null ? census.situations().size() : situations.size();
        int each = Math.max(
                1, CELLS_AT_ONCE / Math.max(1, of * settings.activities().size()));
        List<Piece> pieces = new ArrayList<>();
        for (int from = 0; from < items.size(); from += each) {
            pieces.add(new Piece(List.copyOf(items.subList(from, Math.min(items.size(), from + each))), situations));
        }
        return pieces;
    }

    /** Says, at most twice a second, that nothing is due. */
    private void word(Instant now) {
        Instant items = facts.itemsGoodUntil();
        if (items == null || now.isBefore(lastWord.plus(BETWEEN_WORDS))) {
            return;
        }
        Instant own = now.plus(settings.limit());
        store.progress(items.isBefore(own) ? items : own).await().atMost(PATIENCE);
        lastWord = now;
    }

    private void determine(Piece piece, Instant now) {
        Given from = given();
        LocalDate day = today;
        int changed = store.change(piece.items(), day, now, kept -> next(piece, kept, from, day, now))
                .await()
                .atMost(PATIENCE);
        metrics.counter("portcullis.deemed.answers.changed").increment(changed);
    }

    private List<Next> next(Piece piece, Map<String, Kept> kept, Given from, LocalDate day, Instant now) {
        List<Situation> situations = piece.situations() == null ? census.situations() : piece.situations();
        List<LocalDate> ahead = days.after(day, SituationAnswer.MOST_DAYS_AHEAD);
        Map<String, Kept> left = new HashMap<>(kept);
        List<Next> next = new ArrayList<>();
        for (String itemId : piece.items()) {
            KnownFact<ItemState> item =
                    facts.forComparison(itemId, List.of(), null, now).item();
            boolean released = isReleased(item.value());
            for (Activity activity : settings.activities()) {
                for (Situation situation : situations) {
                    Kept before = left.remove(SituationAnswer.id(activity, itemId, situation));
                    if (released && (before == null || before.itemVersion() <= item.version())) {
                        Next one = answer(activity, item, situation, before, ahead, from, day, now);
                        if (one != null) {
                            next.add(one);
                        }
                    } else if (!released && before != null && before.state() != null) {
                        next.add(new Next(before, null));
                    }
                }
            }
        }
        if (piece.situations() == null) {
            left.values().stream().filter(one -> one.state() != null).forEach(one -> next.add(new Next(one, null)));
        }
        return next;
    }

    private @Nullable Next answer(
            Activity activity,
            KnownFact<ItemState> item,
            Situation situation,
            @Nullable Kept before,
            List<LocalDate> ahead,
            Given from,
            LocalDate day,
            Instant now) {
        FactSnapshot snapshot = new FactSnapshot(
                item, List.of(), new KnownFact<>("situation", 1, SituationAnswer.somebody(situation), now, true), now);
        Eccn eccn = eccn(item.value());
        long version = before == null ? 1 : before.version() + 1;
        DeterminationState state = SituationAnswer.of(
                version,
                activity,
                item.id(),
                situation,
                day,
                ahead,
                on -> law.rule(
                        SituationAnswer.transaction(activity, item.id()),
                        snapshot,
                        from.holds(),
                        from.flags().getOrDefault(item.id(), List.of()),
                        on),
                ruling -> eccn == null
                        ? List.of()
                        : from.licenses()
                                .covering(activity, item.id(), eccn, situation, ruling.destination(), day, census::of),
                now);
        if (before != null && before.state() != null && SituationAnswer.same(before.state(), state)) {
            return null;
        }
        return new Next(
                new Kept(state.id(), item.id(), version - 1, item.version(), before == null ? null : before.state()),
                state);
    }

    private Given given() {
        Given known = given;
        if (known == null) {
            Set<String> flagged = store.flagged().await().atMost(PATIENCE);
            Map<String, List<RedFlag>> onItems = new HashMap<>();
            for (String item : flagged) {
                onItems.put(
                        item,
                        transactions.read(() -> flags.on(SituationAnswer.transaction(Activity.DEEMED_EXPORT, item))));
            }
            known = new Given(
                    transactions.read(holds::active),
                    onItems,
                    new PersonLicenses(transactions.read(licenses::forPersons), coverage));
            named = Set.copyOf(known.licenses().named());
            given = known;
        }
        return known;
    }

    private List<String> personKinds() {
        return Stream.of(LicenseKind.values())
                .filter(kind -> kinds.of(kind).persons())
                .map(LicenseKind::name)
                .toList();
    }

    private static boolean isReleased(@Nullable ItemState item) {
        return item != null && RELEASED.contains(item.form());
    }

    private static @Nullable Eccn eccn(@Nullable ItemState item) {
        return item == null || item.classification() == null
                ? null
                : item.classification().eccn();
    }
}

package dev.portcullis.licensing.signal;

import dev.portcullis.contracts.ItemState;
import dev.portcullis.contracts.PartyState;
import dev.portcullis.contracts.PersonState;
import dev.portcullis.contracts.ReleaseState.Decision;
import dev.portcullis.licensing.decision.Determination;
import dev.portcullis.licensing.decision.Determinations;
import dev.portcullis.licensing.decision.ExportAdministrationRegulations;
import dev.portcullis.licensing.determination.Ruling;
import dev.portcullis.licensing.facts.FactSnapshot;
import dev.portcullis.licensing.facts.Facts;
import dev.portcullis.licensing.facts.KnownFact;
import dev.portcullis.licensing.hold.Hold;
import dev.portcullis.licensing.hold.Holds;
import dev.portcullis.licensing.license.License;
import dev.portcullis.licensing.license.Licenses;
import dev.portcullis.licensing.regulation.ControlRow;
import dev.portcullis.licensing.regulation.Regulations;
import dev.portcullis.licensing.release.Release;
import dev.portcullis.licensing.release.Releases;
import dev.portcullis.platform.id.Ids;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads what this service owns page by page, and tells what a signal touches of it and what changes for each. It stores nothing: how far it came and what was
 * found is its caller's. All operations run in the caller's session.
 */
@ApplicationScoped
class Pages {
    @Inject
    Facts facts;

    @Inject
    Licenses licenses;

    @Inject
    Releases releases;

    @Inject
    Determinations determinations;

    @Inject
    Holds holds;

    @Inject
    ExportAdministrationRegulations law;

    @Inject
    SignalSettings settings;

    /** A page of things: what was found among them and where the next page begins, null where there is none. */
    record Looked(List<Found> found, @Nullable String last) {}

    /** A thing that is touched. */
    record Found(String id, List<Touch> touches, @Nullable Difference change) {}

    /** What the days and laws of a signal are. */
    record Frame(Search search, Regulations before, Regulations law, Instant now) {}

    /** A page of the things of a kind, after the one with the given id: those that are touched. */
    Uni<Looked> page(Thing.Kind kind, Frame frame, @Nullable String after) {
        int count = settings.page();
        return switch (kind) {
            case ITEM ->
                facts.itemIds(after, count).map(ids -> looked(ids, count, Function.identity(), id -> item(id, frame)));
            case LICENSE ->
                licenses.list(after, count)
                        .map(page -> looked(page, count, License::id, license -> license(license, frame)));
            case RELEASE ->
                holds.active()
                        .chain(active -> releases.page(
                                        null, null, null, start("rel", after, settings.releasesOpen(), frame), count)
                                .map(page -> looked(
                                        page,
                                        count,
                                        kept -> kept.release().id(),
                                        kept -> release(kept.release(), active, frame))));
            case DETERMINATION ->
                holds.active()
                        .chain(active -> determinations
                                .page(start("det", after, settings.determinations(), frame), count)
                                .map(page -> looked(
                                        page,
                                        count,
                                        kept -> kept.determination().id(),
                                        kept -> transaction(
                                                kind,
                                                kept.determination().id(),
                                                kept.determination(),
                                                active,
                                                frame))));
            case PERSON ->
                facts.personIds(after, count)
                        .map(ids -> looked(ids, count, Function.identity(), id -> person(id, frame)));
        };
    }

    private static <T> Looked looked(
            List<T> page, int count, Function<T, String> idOf, Function<T, Stream<Found>> find) {
        return new Looked(
                page.stream()
                        .flatMap(find)
                        .filter(found -> !found.touches().isEmpty())
                        .toList(),
                page.size() < count ? null : idOf.apply(page.get(page.size() - 1)));
    }

    private static String start(String prefix, @Nullable String after, Duration back, Frame frame) {
        return after != null ? after : Ids.floor(prefix, frame.now().minus(back));
    }

    private Stream<Found> item(String id, Frame frame) {
        ItemState item = facts.item(id, frame.now()).value();
        if (item == null) {
            return Stream.of();
        }
        Thing thing = Things.item(item);
        return Stream.of(new Found(id, frame.search().touches(thing), reasons(thing, frame)));
    }

    private Stream<Found> license(License license, Frame frame) {
        if (!Things.isAlive(license.on(LocalDate.ofInstant(frame.now(), ZoneOffset.UTC)))) {
            return Stream.of();
        }
        List<PartyState> parties = Stream.concat(
                        license.terms().licensees().stream(), license.terms().consignees().stream())
                .distinct()
                .map(id -> facts.party(id, frame.now()).value())
                .filter(Objects::nonNull)
                .toList();
        return license.lines().stream().map(line -> {
            Thing thing = Things.license(license, line, parties);
            return new Found(thing.id(), frame.search().touches(thing), reasons(thing, frame));
        });
    }

    private static Difference reasons(Thing thing, Frame frame) {
        return Difference.of(rows(thing, frame.before()), rows(thing, frame.law()), frame.before(), frame.law());
    }

    private static List<ControlRow> rows(Thing thing, Regulations law) {
        return thing.entries().stream()
                .sorted()
                .flatMap(entry -> law.controlRows(entry).stream())
                .toList();
    }

    private Stream<Found> release(Release release, List<Hold> active, Frame frame) {
        return release.decision() == Decision.DENIED
                ? Stream.of()
                : transaction(Thing.Kind.RELEASE, release.id(), release.determination(), active, frame);
    }

    private Stream<Found> transaction(
            Thing.Kind kind, String id, Determination decided, List<Hold> active, Frame frame) {
        FactSnapshot snapshot = facts.forComparison(
                decided.transaction().itemId(),
                decided.transaction().partyIds(),
                decided.transaction().personId(),
                frame.now());
        List<PartyState> parties = snapshot.parties().stream()
                .map(KnownFact::value)
                .filter(Objects::nonNull)
                .toList();
        ItemState item = snapshot.item().value();
        boolean all = frame.search().asksForCitations(kind);
        if (!all
                && frame.search()
                        .touches(Things.transaction(kind, id, decided, item, parties, List.of()))
                        .isEmpty()) {
            return Stream.of();
        }
        // Without red flags: an open one asks for a person on both days and would hide what the law changes.
        Ruling before = law.rule(
                decided.transaction(),
                snapshot,
                active,
                List.of(),
                frame.before().day());
        Ruling after = law.rule(
                decided.transaction(), snapshot, active, List.of(), frame.law().day());
        List<Touch> touches =
                frame.search().touches(Things.transaction(kind, id, decided, item, parties, List.of(before, after)));
        return Stream.of(new Found(
                id,
                touches,
                Difference.of(before, after, frame.before(), frame.law(), decided.outcome(), decided.asOf())));
    }

    private Stream<Found> person(String id, Frame frame) {
        PersonState person = facts.person(id, frame.now()).value();
        Thing thing = person == null ? null : Things.person(person);
        return thing == null
                ? Stream.of()
                : Stream.of(new Found(id, frame.search().touches(thing), null));
    }
}

package dev.portcullis.screening.owner;

import dev.portcullis.contracts.SignalState.Basis;
import dev.portcullis.contracts.SignalState.Direction;
import dev.portcullis.contracts.SignalState.Effective;
import dev.portcullis.contracts.SignalState.Kind;
import dev.portcullis.contracts.SignalState.Source;
import dev.portcullis.contracts.SignalState.Stage;
import dev.portcullis.platform.digest.Sha256;
import dev.portcullis.screening.ownership.Standing;
import dev.portcullis.screening.party.OwnershipObserver.Change;
import dev.portcullis.screening.signal.Evidence;
import dev.portcullis.screening.signal.News;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What changes of ownership say that were stored together: one signal of those by which parties stand worse, and one of those by which they stand
 * better. Changes by which nothing follows make none. Parties are told by their ids, for the names of kept parties stand in no signal. Pure.
 *
 * @param origin names the versions of the parties that came about, so that the same changes are one signal
 * @param news what the signal says
 * @param words by the parties' ids, by which rules each stands otherwise and how
 */
record OwnershipNews(String origin, News news, Map<String, String> words) {

    static List<OwnershipNews> of(List<Change> changes, LocalDate day) {
        List<Change> worse = new ArrayList<>();
        List<Change> better = new ArrayList<>();
        for (Change change : changes) {
            Standing before = Standing.of(change.before().ownership());
            Standing after = Standing.of(change.after().ownership());
            if (after.isWorseThan(before)) {
                worse.add(change);
            } else if (!after.changedSince(before).isEmpty()) {
                better.add(change);
            }
        }
        List<OwnershipNews> news = new ArrayList<>();
        if (!worse.isEmpty()) {
            news.add(of(worse, Direction.TIGHTENS, day));
        }
        if (!better.isEmpty()) {
            news.add(of(better, Direction.EASES, day));
        }
        return news;
    }

    private static OwnershipNews of(List<Change> changes, Direction direction, LocalDate day) {
        Map<String, String> words = new LinkedHashMap<>();
        for (Change change : changes) {
            words.put(change.after().id(), words(change));
        }
        String versions = changes.stream()
                .map(Change::after)
                .map(party -> party.id() + ":" + party.version())
                .sorted()
                .collect(Collectors.joining(" "));
        String title = "Listed owners: " + changes.size() + (changes.size() == 1 ? " party stands " : " parties stand ")
                + (direction == Direction.TIGHTENS ? "worse" : "better") + " by the rules on ownership";
        String text = words.entrySet().stream()
                .map(entry -> entry.getKey() + ": " + entry.getValue())
                .collect(Collectors.joining("\n"));
        return new OwnershipNews(
                "ownership:" + direction + ":" + (changes.size() == 1 ? versions : Sha256.of(versions)),
                new News(
                        Kind.OWNERSHIP_CHANGE,
                        Source.OWNERSHIP,
                        Stage.FINAL,
                        direction,
                        title,
                        text,
                        day,
                        new Effective(day, null, null, Basis.STATED),
                        List.of(),
                        List.of(),
                        List.of(),
                        null,
                        null,
                        List.of(new Evidence(
                                "kind",
                                Kind.OWNERSHIP_CHANGE.name(),
                                "The assessment of stored stakes and lists differs"))),
                words);
    }

    private static String words(Change change) {
        Standing before = Standing.of(change.before().ownership());
        Standing after = Standing.of(change.after().ownership());
        return after.changedSince(before).stream()
                .map(rule -> rule + " " + words(before.by(rule)) + " to " + words(after.by(rule)))
                .collect(Collectors.joining("; "));
    }

    private static String words(Standing.ByRule standing) {
        String by = standing.listings().isEmpty() ? "" : " by " + String.join(" ", new TreeSet<>(standing.listings()));
        String asks = standing.flags().isEmpty()
                ? ""
                : " (" + standing.flags().stream().map(Enum::name).sorted().collect(Collectors.joining(" ")) + ")";
        return standing.degree() + by + asks;
    }
}

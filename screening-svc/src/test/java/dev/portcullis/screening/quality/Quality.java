package dev.portcullis.screening.quality;

import dev.portcullis.screening.list.ListedParty;
import dev.portcullis.screening.match.Match;
import dev.portcullis.screening.match.Matcher;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/**
 * The table of quality: for each distortion how many distorted names of the list find the entry that they come from, and for each language how
 * many ordinary names that are not on the list alert all the same. Whose name is a listed one's, with a part more or less, is no stranger to the
 * list: see {@link Namesakes}.
 *
 * <p>A distortion's precision is that of a day on which as many subjects are listed parties, distorted so, as are ordinary ones.
 *
 * @param recall by distortion
 * @param clean by language of ordinary people's names, and of companies
 */
public record Quality(Map<Distortion, Rate> recall, Map<String, Rate> clean) {
    /**
     * @param count how many were found, or alerted
     * @param of how many were tried
     */
    public record Rate(int count, int of) {
        public double share() {
            return of == 0 ? Double.NaN : (double) count / of;
        }
    }

    /** Names that were lost or alerted, for whoever wants to know why. */
    public record Measured(Quality quality, List<String> lost, List<String> alerts) {}

    /**
     * Measures.
     *
     * @param matcher over the list
     * @param eastern over the list and some persons of the name stock more: lists hold few names of the East. Only recall is told with it
     * @param each how many names are tried for each distortion and each language, where there are as many
     */
    public static Measured measure(
            Matcher matcher,
            List<ListedParty> entries,
            Matcher eastern,
            List<ListedParty> withEastern,
            int each,
            long seed) {
        List<String> lost = new ArrayList<>();
        List<String> alerts = new ArrayList<>();
        Map<Distortion, Rate> recall = new EnumMap<>(Distortion.class);
        for (Distortion distortion : Distortion.values()) {
            recall.put(distortion, recall(eastern, withEastern, distortion, each, new Random(seed), lost));
        }
        Map<String, Rate> clean = new LinkedHashMap<>();
        Namesakes namesakes = new Namesakes(entries);
        NameStock stock = new NameStock();
        List<String> groups = new ArrayList<>(NameStock.LANGUAGES);
        groups.add("companies");
        for (String group : groups) {
            Random random = new Random(seed);
            int alerted = 0;
            for (int i = 0; i < each; i++) {
                String name;
                do {
                    name = group.equals("companies")
                            ? stock.company(random)
                            : stock.person(group, random).name();
                } while (namesakes.has(name));
                List<Match> hits = matcher.search(name);
                if (!hits.isEmpty()) {
                    alerted++;
                    alerts.add(group + ": " + name + " -> " + hits.get(0).matchedName() + " "
                            + hits.get(0).score());
                }
            }
            clean.put(group, new Rate(alerted, each));
        }
        return new Measured(new Quality(recall, clean), lost, alerts);
    }

    /** The list, and so many persons of each of three languages of the East more. */
    public static List<ListedParty> withEastern(List<ListedParty> entries, int each) {
        List<ListedParty> all = new ArrayList<>(entries);
        NameStock stock = new NameStock();
        Random random = new Random(5);
        for (String language : List.of("chinese", "korean", "japanese")) {
            for (int i = 0; i < each; i++) {
                String name = stock.person(language, random).listed();
                all.add(OfacLegacy.entry(language + i, ListedParty.Type.INDIVIDUAL, name, List.of()));
            }
        }
        return all;
    }

    private static Rate recall(
            Matcher matcher,
            List<ListedParty> entries,
            Distortion distortion,
            int each,
            Random random,
            List<String> lost) {
        int found = 0;
        int tried = 0;
        for (int turn = 0; tried < each && turn < entries.size() * 3; turn++) {
            ListedParty entry = entries.get(random.nextInt(entries.size()));
            int which = random.nextInt(1 + entry.aliases().size());
            String name =
                    which == 0 ? entry.name() : entry.aliases().get(which - 1).name();
            String distorted = distortion.of(name, entry.type(), random);
            if (distorted != null) {
                tried++;
                if (matcher.search(distorted).stream()
                        .anyMatch(hit -> hit.entry().equals(entry))) {
                    found++;
                } else {
                    lost.add(distortion + ": " + name + " -> " + distorted);
                }
            }
        }
        return new Rate(found, tried);
    }

    /** Recall over all distortions. */
    public Rate recallOverall() {
        return sum(recall);
    }

    /** Alerts over all ordinary names. */
    public Rate alertsOverall() {
        return sum(clean);
    }

    private static Rate sum(Map<?, Rate> rates) {
        return new Rate(
                rates.values().stream().mapToInt(Rate::count).sum(),
                rates.values().stream().mapToInt(Rate::of).sum());
    }

    /** Of the alerts on a day with as many distorted listed names as ordinary ones, the share that is right. */
    public double precision(Distortion distortion) {
        double right = recall.get(distortion).share();
        return right / (right + alertsOverall().share());
    }

    /** The table as the documentation shows it. */
    public String table() {
        StringBuilder table =
                new StringBuilder("| distortion | found | of | recall | precision |\n|---|---|---|---|---|\n");
        recall.forEach((distortion, rate) -> table.append(String.format(
                Locale.ROOT,
                "| %s | %d | %d | %.4f | %.4f |%n",
                distortion.name().toLowerCase(Locale.ROOT).replace('_', ' '),
                rate.count,
                rate.of,
                rate.share(),
                precision(distortion))));
        Rate all = recallOverall();
        table.append(String.format(Locale.ROOT, "| **all** | %d | %d | %.4f | |%n%n", all.count, all.of, all.share()));
        table.append("| ordinary names | alerts | of | share |\n|---|---|---|---|\n");
        clean.forEach((group, rate) -> table.append(
                String.format(Locale.ROOT, "| %s | %d | %d | %.4f |%n", group, rate.count, rate.of, rate.share())));
        Rate alerts = alertsOverall();
        table.append(
                String.format(Locale.ROOT, "| **all** | %d | %d | %.4f |%n", alerts.count, alerts.of, alerts.share()));
        return table.toString();
    }
}

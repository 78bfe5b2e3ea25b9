package dev.portcullis.benchmarks.names;

import dev.portcullis.screening.list.ListedParty;
import dev.portcullis.screening.quality.Distortion;
import dev.portcullis.screening.quality.NameStock;
import dev.portcullis.screening.quality.Namesakes;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * Queries from a seed: of six, one is a listed person's name in another order, one an organization as it is listed, one a name with one typo and
 * one with two; two are strangers, ordinary names that are nobody's on the list.
 */
public final class NameQueries {
    private NameQueries() {}

    /**
     * A name that is searched.
     *
     * @param entry the entry that it stands for; empty for a stranger
     */
    public record Query(String name, String entry) {
        public boolean isStranger() {
            return entry.isEmpty();
        }
    }

    public static List<Query> of(List<ListedParty> entries, int count, long seed) {
        Random random = new Random(seed);
        NameStock stock = new NameStock();
        Namesakes namesakes = new Namesakes(entries);
        List<Query> queries = new ArrayList<>(count);
        while (queries.size() < count) {
            switch (queries.size() % 6) {
                case 0 -> add(entries, Distortion.SWAPPED_ORDER, ListedParty.Type.INDIVIDUAL, random, queries);
                case 1 -> add(entries, Distortion.NONE, ListedParty.Type.ENTITY, random, queries);
                case 2 -> add(entries, Distortion.ONE_TYPO, null, random, queries);
                case 3 -> add(entries, Distortion.TWO_TYPOS, null, random, queries);
                default -> {
                    boolean company = random.nextInt(4) == 0;
                    String language = NameStock.LANGUAGES.get(random.nextInt(NameStock.LANGUAGES.size()));
                    String name = company
                            ? stock.company(random)
                            : stock.person(language, random).name();
                    if (!namesakes.has(name)) {
                        queries.add(new Query(name, ""));
                    }
                }
            }
        }
        return queries;
    }

    private static void add(
            List<ListedParty> entries,
            Distortion distortion,
            ListedParty.@Nullable Type type,
            Random random,
            List<Query> queries) {
        ListedParty entry = entries.get(random.nextInt(entries.size()));
        String name = type == null || entry.type() == type ? distortion.of(entry.name(), entry.type(), random) : null;
        if (name != null) {
            queries.add(new Query(name, entry.id()));
        }
    }
}

package dev.portcullis.benchmarks.names;

import dev.portcullis.screening.list.Alias;
import dev.portcullis.screening.list.ListedParty;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Compares a name with each of the list: for each word the most alike of the other name by Jaro and Winkler's measure, averaged over both
 * names' words by their lengths. What open screening engines do, without their short cuts.
 */
public final class JaroWinklerScan implements NameEngine {
    private static final int HITS = 10;

    private final List<String> ids = new ArrayList<>();
    private final List<String[]> names = new ArrayList<>();

    public JaroWinklerScan(List<ListedParty> entries) {
        for (ListedParty entry : entries) {
            add(entry.id(), entry.name());
            for (Alias alias : entry.aliases()) {
                add(entry.id(), alias.name());
            }
        }
    }

    private void add(String id, String name) {
        ids.add(id);
        names.add(words(name));
    }

    static String[] words(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT);
        return plain.replaceAll("[^\\p{L}\\p{N}]+", " ").trim().split(" ");
    }

    @Override
    public List<Hit> search(String name) {
        String[] query = words(name);
        Map<String, Double> best = new HashMap<>();
        for (int i = 0; i < names.size(); i++) {
            double score = (oneWay(query, names.get(i)) + oneWay(names.get(i), query)) / 2;
            if (score > 0.7) {
                best.merge(ids.get(i), score, Math::max);
            }
        }
        return best.entrySet().stream()
                .map(found -> new Hit(found.getKey(), found.getValue()))
                .sorted(Comparator.comparingDouble(Hit::score).reversed())
                .limit(HITS)
                .toList();
    }

    private static double oneWay(String[] from, String[] to) {
        double sum = 0;
        double letters = 0;
        for (String word : from) {
            double best = 0;
            for (String other : to) {
                best = Math.max(best, jaroWinkler(word, other));
            }
            sum += best * word.length();
            letters += word.length();
        }
        return letters == 0 ? 0 : sum / letters;
    }

    /** Jaro's similarity, raised by up to four common first letters (prefix scale 0.1). */
    static double jaroWinkler(String a, String b) {
        if (a.equals(b)) {
            return 1;
        }
        int reach = Math.max(0, Math.max(a.length(), b.length()) / 2 - 1);
        boolean[] used = new boolean[b.length()];
        char[] common = new char[a.length()];
        int matches = 0;
        for (int i = 0; i < a.length(); i++) {
            int to = Math.min(b.length(), i + reach + 1);
            for (int j = Math.max(0, i - reach); j < to; j++) {
                if (!used[j] && a.charAt(i) == b.charAt(j)) {
                    used[j] = true;
                    common[matches++] = a.charAt(i);
                    break;
                }
            }
        }
        if (matches == 0) {
            return 0;
        }
        int transposed = 0;
        int at = 0;
        for (int j = 0; j < b.length(); j++) {
            if (used[j] && b.charAt(j) != common[at++]) {
                transposed++;
            }
        }
        double m = matches;
        double jaro = (m / a.length() + m / b.length() + (m - transposed / 2.0) / m) / 3;
        int prefix = 0;
        while (prefix < Math.min(4, Math.min(a.length(), b.length())) && a.charAt(prefix) == b.charAt(prefix)) {
            prefix++;
        }
        return jaro + prefix * 0.1 * (1 - jaro);
    }
}

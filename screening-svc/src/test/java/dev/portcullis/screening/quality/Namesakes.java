package dev.portcullis.screening.quality;

import dev.portcullis.screening.list.ListedParty;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Tells ordinary names that are a listed one's as well: all words of one stand in the other, vowels, doubled letters and the ways to write k, v and
 * s aside. Sergey Vladimirovich Ivanov bears the name of a listed Sergei Ivanov, and no comparison of names can tell them apart. Shares no code
 * with the matcher.
 */
public final class Namesakes {
    private final Map<String, List<Set<String>>> byWord = new HashMap<>();

    public Namesakes(List<ListedParty> entries) {
        for (ListedParty entry : entries) {
            add(entry.name());
            entry.aliases().forEach(alias -> add(alias.name()));
        }
    }

    private void add(String name) {
        Set<String> words = skeletons(name);
        for (String word : words) {
            byWord.computeIfAbsent(word, unused -> new ArrayList<>(1)).add(words);
        }
    }

    /** Whether a listed name of two words or more holds all words of the name, or the name all of its words. */
    public boolean has(String name) {
        Set<String> words = skeletons(name);
        for (String word : words) {
            for (Set<String> listed : byWord.getOrDefault(word, List.of())) {
                if (listed.equals(words)
                        || listed.size() > 1
                                && words.size() > 1
                                && (listed.containsAll(words) || words.containsAll(listed))) {
                    return true;
                }
            }
        }
        return false;
    }

    private static Set<String> skeletons(String name) {
        Set<String> skeletons = new HashSet<>();
        String plain = Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replace('ı', 'i')
                .replace("ß", "ss")
                .replace("'", "")
                .replaceAll("\\b(al|el)[- ]", "");
        for (String word : plain.split("[^a-z0-9]+")) {
            String bones = word.replaceAll("kh|gh|q|c(?!h)", "k")
                    .replace('w', 'v')
                    .replace('z', 's')
                    .replaceAll("(?<=.)[aeiouyh]", "")
                    .replaceAll("(.)\\1+", "$1");
            if (!bones.isEmpty()) {
                skeletons.add(bones);
            }
        }
        return skeletons;
    }
}

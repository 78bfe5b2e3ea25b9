package dev.portcullis.screening.name;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The word lists that names are read with: legal forms, stop words, terms of Chinese, Japanese and Korean company names,
 * words that are written in two languages, and how common a word is in the names of screening lists. Immutable; the shipped one is compiled into the service.
 */
public final class Lexicon {
    /** The class of words such as "company", which go with any legal form. */
    public static final String GENERIC_FORM = "company";

    private final Map<String, String> legalForms;
    private final int longestForm;
    private final Set<String> stopWords;
    private final Map<String, String> terms;
    private final Map<String, String> translations;
    private final Map<String, Double> frequencies;

    private Lexicon(
            Map<String, String> legalForms,
            Set<String> stopWords,
            Map<String, String> terms,
            Map<String, String> translations,
            Map<String, Double> frequencies) {
        this.legalForms = Map.copyOf(legalForms);
        this.longestForm = legalForms.keySet().stream()
                .mapToInt(form -> form.split(" ").length)
                .max()
                .orElse(0);
        this.stopWords = Set.copyOf(stopWords);
        this.terms = terms;
        this.translations = Map.copyOf(translations);
        this.frequencies = Map.copyOf(frequencies);
    }

    /** The word lists that ship with the service. */
    public static Lexicon shipped() {
        return Shipped.LEXICON;
    }

    /**
     * The class of a legal form written as words with single spaces, such as {@code "aktsionernoe obshchestvo"}; absent
     * where the words name none.
     */
    @Nullable
    String legalForm(String phrase) {
        return legalForms.get(phrase);
    }

    /** How many words the longest known legal form has. */
    int longestForm() {
        return longestForm;
    }

    boolean isStopWord(String word) {
        return stopWords.contains(word);
    }

    /** The word as it is read: a translation where the lists write one word in two languages, else itself. */
    String translated(String word) {
        return translations.getOrDefault(word, word);
    }

    /** Terms of unspaced scripts and the Latin words for them, the longest term first. */
    Map<String, String> terms() {
        return terms;
    }

    /** The share of listed names that hold the word, 0 where it is not a common one. */
    public double frequency(String word) {
        return frequencies.getOrDefault(word, 0.0);
    }

    private static final class Shipped {
        private static final Lexicon LEXICON = load();

        private static Lexicon load() {
            Map<String, String> forms = new HashMap<>();
            rows("legal-forms.csv").forEach(row -> forms.put(row[1], row[0]));
            Set<String> stops = new HashSet<>();
            rows("stop-words.csv").forEach(row -> stops.add(row[0]));
            Map<String, String> terms = rows("terms.csv").stream()
                    .sorted(Comparator.comparing((String[] row) -> -row[0].length())
                            .thenComparing(row -> row[0]))
                    .collect(Collectors.toMap(row -> row[0], row -> row[1], (a, b) -> a, LinkedHashMap::new));
            Map<String, String> translations = new HashMap<>();
            rows("translations.csv").forEach(row -> translations.put(row[0], row[1]));
            Map<String, Double> frequencies = new HashMap<>();
            rows("common-words.csv").forEach(row -> frequencies.put(row[0], Double.parseDouble(row[1]) / 100_000));
            return new Lexicon(forms, stops, terms, translations, frequencies);
        }

        /** The rows of a shipped file: fields parted by commas, none of which holds a comma; # starts a remark. */
        private static List<String[]> rows(String file) {
            try (InputStream in = Lexicon.class.getResourceAsStream("/lexicon/" + file);
                    BufferedReader reader = new BufferedReader(
                            new InputStreamReader(Objects.requireNonNull(in, file), StandardCharsets.UTF_8))) {
                return reader.lines()
                        .filter(line -> !line.isBlank() && !line.startsWith("#"))
                        .map(line -> line.split(",", -1))
                        .toList();
            } catch (IOException e) {
                throw new UncheckedIOException("the shipped word list " + file + " is unreadable", e);
            }
        }
    }
}

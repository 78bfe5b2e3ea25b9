package dev.portcullis.screening.name;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The word lists that names are read with: legal forms, stop words, terms of Chinese, Japanese and Korean company names,
 * names and words that are written in several ways, and how common a word is in the names of screening lists. Immutable; the shipped one is compiled into the service.
 */
public final class Lexicon {
    /** The class of words such as "company", which go with any legal form. */
    public static final String GENERIC_FORM = "company";

    private static final int[] NO_GROUPS = {};

    /** The shortest word of a legal form in which a slip is seen through: "sirketi" is, "firm" is not. */
    private static final int SHORTEST_REPAIRED = 7;

    /** The shortest word in which a slip is seen through where the rest of a legal form follows: "pulbic joint stock company" is one. */
    private static final int SHORTEST_BEGINNING = 5;

    private final Map<String, String> legalForms;
    private final int longestForm;
    private final Set<String> firstWords;
    private final Set<String> lastWords;
    /** The longer words of legal forms, each also under what is left of it without one of its letters. */
    private final Map<String, String> formWords;

    /** By all but the first word of a legal form of three words or more, its first words that are not among the longer ones. */
    private final Map<String, List<String>> formBeginnings;

    private final Set<String> secondWords;

    private final BitSet formShapes = new BitSet();
    private final BitSet repairedShapes = new BitSet();
    /** Legal forms of several words, written as one. */
    private final Map<String, List<String>> joinedForms;

    private final Set<String> stopWords;
    private final Map<String, String> terms;
    private final Map<String, Double> frequencies;
    private final Map<String, int[]> romanizations;
    private final Map<String, String> wadeGiles;
    private final ArabicScript arabicScript;

    private Lexicon(
            Map<String, String> legalForms,
            Set<String> stopWords,
            Map<String, String> terms,
            Map<String, Double> frequencies,
            Map<String, int[]> romanizations,
            Map<String, String> wadeGiles,
            ArabicScript arabicScript) {
        this.legalForms = Map.copyOf(legalForms);
        this.longestForm = legalForms.keySet().stream()
                .mapToInt(form -> form.split(" ").length)
                .max()
                .orElse(0);
        this.firstWords =
                legalForms.keySet().stream().map(form -> form.split(" ")[0]).collect(Collectors.toUnmodifiableSet());
        this.lastWords = legalForms.keySet().stream()
                .map(form -> form.substring(form.lastIndexOf(' ') + 1))
                .collect(Collectors.toUnmodifiableSet());
        this.formWords = formWords(legalForms.keySet());
        formWords.values().forEach(word -> formShapes.set(shape(word, 0)));
        formWords.keySet().forEach(word -> repairedShapes.set(shape(word, 0)));
        this.formBeginnings = formBeginnings(legalForms.keySet());
        this.secondWords = formBeginnings.keySet().stream()
                .map(rest -> rest.split(" ")[0])
                .collect(Collectors.toUnmodifiableSet());
        this.joinedForms = joinedForms(legalForms.keySet());
        this.stopWords = Set.copyOf(stopWords);
        this.terms = terms;
        this.frequencies = Map.copyOf(frequencies);
        this.romanizations = Map.copyOf(romanizations);
        this.wadeGiles = Map.copyOf(wadeGiles);
        this.arabicScript = arabicScript;
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

    private static Map<String, List<String>> joinedForms(Set<String> forms) {
        Map<String, List<String>> joined = new HashMap<>();
        for (String form : forms) {
            List<String> words = List.of(form.split(" "));
            for (int i = 0; i + 1 < words.size(); i++) {
                String pair = words.get(i) + words.get(i + 1);
                if (pair.length() >= 10) {
                    joined.putIfAbsent(pair, words.subList(i, i + 2));
                }
            }
            if (words.size() > 2) {
                joined.putIfAbsent(String.join("", words), words);
            }
        }
        return Map.copyOf(joined);
    }

    private static Map<String, String> formWords(Set<String> forms) {
        Map<String, String> words = new HashMap<>();
        for (String form : forms) {
            for (String word : form.split(" ")) {
                if (word.length() >= SHORTEST_REPAIRED) {
                    for (int i = 0; i < word.length(); i++) {
                        words.putIfAbsent(word.substring(0, i) + word.substring(i + 1), word);
                    }
                }
            }
        }
        for (String form : forms) {
            for (String word : form.split(" ")) {
                if (word.length() >= SHORTEST_REPAIRED) {
                    words.put(word, word);
                }
            }
        }
        return Map.copyOf(words);
    }

    /**
     * The word of a legal form that this one is, or is but for one letter; absent where there is none. Short words are left as they are: they
     * might be anything.
     */
    @Nullable
    String formWord(String word) {
        if (word.length() < SHORTEST_REPAIRED - 1) {
            return null;
        }
        String found = repairedShapes.get(shape(word, 0)) ? formWords.get(word) : null;
        boolean like =
                formShapes.get(shape(word, -1)) || formShapes.get(shape(word, 0)) || formShapes.get(shape(word, 1));
        for (int i = 1; like && found == null && i < word.length(); i++) {
            String near = formWords.get(word.substring(0, i) + word.substring(i + 1));
            if (near != null && Math.abs(near.length() - word.length()) <= 1 && near.charAt(0) == word.charAt(0)) {
                found = near;
            }
        }
        return found;
    }

    private static Map<String, List<String>> formBeginnings(Set<String> forms) {
        Map<String, List<String>> beginnings = new TreeMap<>();
        for (String form : new TreeSet<>(forms)) {
            int space = form.indexOf(' ');
            if (space >= SHORTEST_BEGINNING && space < SHORTEST_REPAIRED && form.indexOf(' ', space + 1) > 0) {
                beginnings
                        .computeIfAbsent(form.substring(space + 1), rest -> new ArrayList<>())
                        .add(form.substring(0, space));
            }
        }
        return Map.copyOf(beginnings);
    }

    /**
     * The first word of a legal form that this one is but for one slip, where the rest of the form follows; absent where there is none. Alone the word
     * would be too short to be known for it.
     */
    @Nullable
    String formBeginning(String word, List<String> following) {
        if (word.length() < SHORTEST_BEGINNING - 1 || following.size() < 2 || !secondWords.contains(following.get(0))) {
            return null;
        }
        for (int length = Math.min(longestForm - 1, following.size()); length > 1; length--) {
            for (String first :
                    formBeginnings.getOrDefault(String.join(" ", following.subList(0, length)), List.of())) {
                if (isOneSlip(word, first)) {
                    return first;
                }
            }
        }
        return null;
    }

    /** Whether two words differ by one letter more, less, other or in its neighbor's place; never by their first. */
    private static boolean isOneSlip(String a, String b) {
        int shorter = Math.min(a.length(), b.length());
        int begin = 0;
        while (begin < shorter && a.charAt(begin) == b.charAt(begin)) {
            begin++;
        }
        int end = 0;
        while (end < shorter - begin && a.charAt(a.length() - 1 - end) == b.charAt(b.length() - 1 - end)) {
            end++;
        }
        int left = a.length() - begin - end;
        int right = b.length() - begin - end;
        boolean swapped = left == 2
                && right == 2
                && a.charAt(begin) == b.charAt(begin + 1)
                && a.charAt(begin + 1) == b.charAt(begin);
        return begin > 0 && (swapped || left <= 1 && right <= 1);
    }

    /** Whether two words are one word of a legal form. */
    boolean isFormWord(String first, String second) {
        int length = first.length() + second.length();
        if (length < SHORTEST_REPAIRED || !formShapes.get(first.charAt(0) * 64 + Math.min(63, length))) {
            return false;
        }
        String word = first + second;
        return word.equals(formWords.get(word));
    }

    /** Whether a legal form begins with the word. */
    boolean beginsForm(String word) {
        return firstWords.contains(word);
    }

    /** Whether a legal form ends with the word. */
    boolean endsForm(String word) {
        return lastWords.contains(word);
    }

    /** The first letter and a length: most words are told from those of legal forms by them alone. */
    private static int shape(String word, int longer) {
        return word.charAt(0) * 64 + Math.min(63, word.length() + longer);
    }

    /** The words of a legal form that is written as one word; none where it is no such form. */
    List<String> formWrittenAsOne(String word) {
        return joinedForms.getOrDefault(word, List.of());
    }

    /** How many words the longest known legal form has. */
    int longestForm() {
        return longestForm;
    }

    boolean isStopWord(String word) {
        return stopWords.contains(word);
    }

    /** Terms of unspaced scripts and the Latin words for them, the longest term first. */
    Map<String, String> terms() {
        return terms;
    }

    /** The share of listed names that hold the word, 0 where it is not a common one. */
    public double frequency(String word) {
        return frequencies.getOrDefault(word, 0.0);
    }

    /** The numbers of the groups of words that are one name in several languages or romanizations; the word is in none as a rule. */
    public int[] romanizations(String word) {
        return romanizations.getOrDefault(word, NO_GROUPS);
    }

    ArabicScript arabicScript() {
        return arabicScript;
    }

    /** The syllable of Pinyin as Wade and Giles write it; absent where it is none. */
    public @Nullable String wadeGiles(String syllable) {
        return wadeGiles.get(syllable);
    }

    private static int[] both(int[] some, int[] more) {
        int[] all = Arrays.copyOf(some, some.length + more.length);
        System.arraycopy(more, 0, all, some.length, more.length);
        return all;
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
            Map<String, Double> frequencies = new HashMap<>();
            rows("common-words.csv").forEach(row -> frequencies.put(row[0], Double.parseDouble(row[1]) / 100_000));
            Map<String, int[]> romanizations = new HashMap<>();
            List<Set<String>> groups = new ArrayList<>();
            rows("romanizations.csv").forEach(row -> groups.add(Set.of(row)));
            Map<String, Set<String>> translations = new TreeMap<>();
            for (String[] row : rows("translations.csv")) {
                translations
                        .computeIfAbsent(row[1], word -> new TreeSet<>(Set.of(word)))
                        .add(row[0]);
            }
            groups.addAll(translations.values());
            for (int i = 0; i < groups.size(); i++) {
                for (String word : groups.get(i)) {
                    romanizations.merge(word, new int[] {i + 1}, Lexicon::both);
                }
            }
            ArabicScript arabic = new ArabicScript(pairs("arabic-letters.csv"), pairs("arabic-words.csv"));
            Map<String, String> wadeGiles = new HashMap<>();
            rows("wade-giles.csv").forEach(row -> wadeGiles.put(row[0], row[1]));
            return new Lexicon(forms, stops, terms, frequencies, romanizations, wadeGiles, arabic);
        }

        private static Map<String, String> pairs(String file) {
            return rows(file).stream().collect(Collectors.toUnmodifiableMap(row -> row[0], row -> row[1], (a, b) -> a));
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

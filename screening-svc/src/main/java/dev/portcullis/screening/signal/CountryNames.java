package dev.portcullis.screening.signal;

import dev.portcullis.contracts.CountryCode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds countries in a text by the names of {@code signals/countries.csv}; the longest name that fits is taken. Immutable. */
final class CountryNames {
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}]+");

    /** How far before a name its context is looked for, in characters. */
    private static final int BEFORE = 80;

    /**
     * What a phrase stands for.
     *
     * @param code the country; null for a phrase that names none
     * @param capitals whether it is an abbreviation, which counts only in capitals
     */
    private record Meaning(@Nullable CountryCode code, boolean capitals) {}

    private final Map<String, Meaning> phrases;
    private final int longest;
    private final List<Pattern> scenes;

    private CountryNames(Map<String, Meaning> phrases, List<Pattern> scenes) {
        this.phrases = Map.copyOf(phrases);
        this.longest = phrases.keySet().stream()
                .mapToInt(phrase -> phrase.split(" ").length)
                .max()
                .orElse(0);
        this.scenes = List.copyOf(scenes);
    }

    /** The names that ship with the service. */
    static CountryNames shipped() {
        return Shipped.NAMES;
    }

    /** A pattern for any of the names, to be put into another one. */
    String alternatives() {
        return "\\b(?:"
                + phrases.entrySet().stream()
                        .filter(phrase -> phrase.getValue().code() != null)
                        .map(phrase -> phrase.getKey().replace(" ", "\\P{L}+"))
                        .sorted()
                        .collect(Collectors.joining("|"))
                + ")\\b";
    }

    /** Each country once, in the order of the text, with the words that name it first. */
    List<Found<CountryCode>> find(String text) {
        List<Word> words = words(text);
        Map<CountryCode, Found<CountryCode>> found = new java.util.LinkedHashMap<>();
        for (int i = 0; i < words.size(); ) {
            int length = longestFrom(words, i, text);
            if (length == 0) {
                i++;
                continue;
            }
            CountryCode code = meaning(words, i, length).code();
            int start = words.get(i).start();
            if (code != null && !isScene(text, start)) {
                found.putIfAbsent(
                        code,
                        new Found<>(
                                code,
                                text.substring(start, words.get(i + length - 1).end())));
            }
            i += length;
        }
        return List.copyOf(found.values());
    }

    private record Word(int start, int end, String folded) {}

    private static List<Word> words(String text) {
        List<Word> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(text);
        while (matcher.find()) {
            words.add(new Word(matcher.start(), matcher.end(), matcher.group().toLowerCase(Locale.ROOT)));
        }
        return words;
    }

    private int longestFrom(List<Word> words, int first, String text) {
        if (!Character.isUpperCase(text.codePointAt(words.get(first).start()))) {
            return 0;
        }
        for (int length = Math.min(longest, words.size() - first); length > 0; length--) {
            Meaning meaning = phrases.get(key(words, first, length));
            if (meaning != null && (!meaning.capitals() || inCapitals(words, first, length, text))) {
                return length;
            }
        }
        return 0;
    }

    private Meaning meaning(List<Word> words, int first, int length) {
        return java.util.Objects.requireNonNull(phrases.get(key(words, first, length)));
    }

    private static String key(List<Word> words, int first, int length) {
        return words.subList(first, first + length).stream().map(Word::folded).collect(Collectors.joining(" "));
    }

    private static boolean inCapitals(List<Word> words, int first, int length, String text) {
        String written = text.substring(
                words.get(first).start(), words.get(first + length - 1).end());
        return written.equals(written.toUpperCase(Locale.ROOT));
    }

    private boolean isScene(String text, int start) {
        String before = text.substring(Math.max(0, start - BEFORE), start);
        return scenes.stream().anyMatch(scene -> scene.matcher(before).find());
    }

    private static final class Shipped {
        private static final CountryNames NAMES = load();

        private static CountryNames load() {
            Map<String, Meaning> phrases = new HashMap<>();
            for (Map<String, String> row : DataFile.rows("countries.csv")) {
                String code = DataFile.column(row, "code");
                CountryCode country = code.isEmpty() ? null : CountryCode.of(code);
                for (String column : List.of("names", "adjectives")) {
                    Arrays.stream(DataFile.column(row, column).split("\\|"))
                            .filter(name -> !name.isBlank())
                            .forEach(name -> phrases.put(folded(name), new Meaning(country, isAbbreviation(name))));
                }
            }
            List<Pattern> scenes = DataFile.rows("context.csv").stream()
                    .map(row -> DataFile.pattern("\\b(?:" + DataFile.column(row, "pattern") + ")\\s+$"))
                    .toList();
            return new CountryNames(phrases, scenes);
        }

        private static String folded(String name) {
            return words(name).stream().map(Word::folded).collect(Collectors.joining(" "));
        }

        private static boolean isAbbreviation(String name) {
            return name.equals(name.toUpperCase(Locale.ROOT));
        }
    }
}

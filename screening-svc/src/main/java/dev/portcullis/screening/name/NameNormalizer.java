package dev.portcullis.screening.name;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads a name: Latin letters, lower case, words, stop words left out, the legal form told apart. Thread-safe, without
 * state of its own. A name that is nothing but stop words or a legal form keeps them: no name with a letter or digit
 * normalizes to nothing.
 */
public final class NameNormalizer {
    private final Lexicon lexicon;
    private final Latinizer latinizer;

    public NameNormalizer(Lexicon lexicon) {
        this.lexicon = lexicon;
        this.latinizer = new Latinizer(lexicon);
    }

    /** The name as it is compared. Any text is read; one without letters and digits has no words. */
    public NormalizedName normalize(String text) {
        List<String> words = ArabicNames.read(readForms(joinSingleLetters(split(latinizer.latinize(text)))));
        List<Word> read = new ArrayList<>(words.size());
        String[] forms = formsOf(words);
        boolean named = false;
        for (int i = 0; i < words.size(); i++) {
            if (!lexicon.isStopWord(words.get(i))) {
                read.add(new Word(words.get(i), forms[i]));
                named |= forms[i] == null;
            }
        }
        if (!named) {
            return new NormalizedName(text, words.stream().map(Word::of).toList());
        }
        return new NormalizedName(text, read);
    }

    private static List<String> split(String latin) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < latin.length(); i++) {
            char c = latin.charAt(i);
            if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
                word.append(c);
            } else if (c != '\'' && c != '`' && c != '"' || word.isEmpty()) {
                end(word, words);
            }
        }
        end(word, words);
        return words;
    }

    private static void end(StringBuilder word, List<String> words) {
        if (!word.isEmpty()) {
            words.add(word.toString());
            word.setLength(0);
        }
    }

    /** Three letters or more that stand alone in a row are one abbreviation, as are fewer that name a legal form. */
    private List<String> joinSingleLetters(List<String> words) {
        List<String> joined = new ArrayList<>(words.size());
        int at = 0;
        while (at < words.size()) {
            int end = at;
            while (end < words.size() && isLetter(words.get(end))) {
                end++;
            }
            String run = end - at < 2 ? "" : String.join("", words.subList(at, end));
            if (run.length() >= 3 || (run.length() == 2 && lexicon.legalForm(run) != null)) {
                joined.add(run);
                at = end;
            } else {
                joined.add(words.get(at++));
            }
        }
        return joined;
    }

    /** Sees through slips in the longer words of legal forms, and through those that are written as one or as two. */
    private List<String> readForms(List<String> words) {
        List<String> read = new ArrayList<>(words.size());
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            if (i + 1 < words.size() && word.length() >= 3 && lexicon.isFormWord(word, words.get(i + 1))) {
                read.add(word + words.get(i + 1));
                i++;
                continue;
            }
            String repaired = lexicon.formWord(word);
            if (repaired == null) {
                repaired = lexicon.formBeginning(word, words.subList(i + 1, words.size()));
            }
            List<String> apart = repaired == null ? lexicon.formWrittenAsOne(word) : List.of();
            if (apart.isEmpty()) {
                read.add(repaired == null ? word : repaired);
            } else {
                read.addAll(apart);
            }
        }
        return read;
    }

    private static boolean isLetter(String word) {
        return word.length() == 1 && Character.isLetter(word.charAt(0));
    }

    /** For each word the class of the legal form that it belongs to. Forms stand at either end and always leave a word. */
    private @Nullable String[] formsOf(List<String> words) {
        @Nullable String[] forms = new String[words.size()];
        int from = 0;
        int to = words.size();
        boolean found = true;
        while (found && to - from > 1) {
            found = false;
            boolean begins = lexicon.beginsForm(words.get(from));
            boolean ends = lexicon.endsForm(words.get(to - 1));
            for (int length = Math.min(lexicon.longestForm(), to - from - 1);
                    (begins || ends) && length > 0 && !found;
                    length--) {
                if (begins && mark(words, from, length, forms)) {
                    from += length;
                    found = true;
                } else if (ends && mark(words, to - length, length, forms)) {
                    to -= length;
                    found = true;
                }
            }
        }
        return forms;
    }

    private boolean mark(List<String> words, int from, int length, @Nullable String[] forms) {
        String phrase = length == 1 ? words.get(from) : String.join(" ", words.subList(from, from + length));
        String form = lexicon.legalForm(phrase);
        if (form != null) {
            Arrays.fill(forms, from, from + length, form);
        }
        return form != null;
    }
}

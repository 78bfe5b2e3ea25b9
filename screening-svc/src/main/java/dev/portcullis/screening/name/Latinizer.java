package dev.portcullis.screening.name;

import com.ibm.icu.lang.UScript;
import com.ibm.icu.text.Transliterator;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Writes a text of any script in lower-case ASCII. Russian and its neighbors follow the BGN/PCGN romanization that the US
 * lists use; the other scripts follow ICU's, which for Chinese is Pinyin. Thread-safe; a script's rules are compiled when
 * the first name of that script comes.
 */
// ICU makes these two from their class objects: the second cuts Thai and its neighbors into words.
@RegisterForReflection(classNames = {"com.ibm.icu.text.NullTransliterator", "com.ibm.icu.text.BreakIteratorFactory"})
final class Latinizer {
    /** Letters that look like Latin ones; they are read as such only in a word that has Latin letters as well. */
    private static final String LOOKALIKES =
            "аaеeоoрpсcуyхxіiјjѕsԁdһhӏlкkмmтtвbнhΑAΒBΕEΖZΗHΙIΚKΜMΝNΟOΡPΤTΥYΧXοoνvаaАAВBЕEКKМMНHОOРPСCТTХXУYІIЅSЈJ";

    private static final Map<Integer, Character> LATIN_LOOKALIKE = lookalikes();

    private final Map<String, Transliterator> transliterators = new ConcurrentHashMap<>();
    private final Lexicon lexicon;

    Latinizer(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    /** The text in lower-case ASCII; characters that have no Latin form become spaces. */
    String latinize(String text) {
        if (isAscii(text)) {
            return text.toLowerCase(Locale.ROOT);
        }
        String plain = removeInvisible(Normalizer.normalize(text, Normalizer.Form.NFKC));
        return stripMarks(transliterateRuns(readLookalikes(plain))).toLowerCase(Locale.ROOT);
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 0x80) {
                return false;
            }
        }
        return true;
    }

    /** Zero-width characters, direction marks and other format characters have no say in a name. */
    private static String removeInvisible(String text) {
        StringBuilder kept = new StringBuilder(text.length());
        text.codePoints().filter(c -> Character.getType(c) != Character.FORMAT).forEach(kept::appendCodePoint);
        return kept.toString();
    }

    private static String readLookalikes(String text) {
        StringBuilder result = new StringBuilder(text.length());
        int at = 0;
        while (at < text.length()) {
            int end = at;
            boolean latin = false;
            while (end < text.length() && Character.isLetter(text.codePointAt(end))) {
                int c = text.codePointAt(end);
                latin |= UScript.getScript(c) == UScript.LATIN;
                end += Character.charCount(c);
            }
            if (end == at) {
                end += Character.charCount(text.codePointAt(at));
                result.append(text, at, end);
            } else {
                boolean mixed = latin;
                text.substring(at, end).codePoints().forEach(c -> {
                    Character latinTwin = mixed ? LATIN_LOOKALIKE.get(c) : null;
                    result.appendCodePoint(latinTwin == null ? c : latinTwin);
                });
            }
            at = end;
        }
        return result.toString();
    }

    private String transliterateRuns(String text) {
        StringBuilder result = new StringBuilder(text.length() * 2);
        int at = 0;
        while (at < text.length()) {
            String rules = rulesFor(text.codePointAt(at));
            int end = at + Character.charCount(text.codePointAt(at));
            while (end < text.length() && continues(rules, text.codePointAt(end))) {
                end += Character.charCount(text.codePointAt(end));
            }
            String run = text.substring(at, end);
            result.append(rules.isEmpty() ? run : transliterate(rules, run));
            at = end;
        }
        return result.toString();
    }

    private static boolean continues(String rules, int codePoint) {
        int script = UScript.getScript(codePoint);
        return rules.equals(rulesFor(codePoint)) || (!rules.isEmpty() && script == UScript.INHERITED);
    }

    private static String rulesFor(int codePoint) {
        return switch (UScript.getScript(codePoint)) {
            case UScript.LATIN, UScript.COMMON, UScript.INHERITED -> "";
            case UScript.CYRILLIC -> "Russian-Latin/BGN; Cyrillic-Latin";
            case UScript.HAN -> "Han-Latin";
            case UScript.GREEK -> "Greek-Latin";
            case UScript.ARABIC -> "Arabic-Latin";
            case UScript.HEBREW -> "Hebrew-Latin";
            case UScript.HANGUL -> "Hangul-Latin";
            case UScript.HIRAGANA -> "Hiragana-Latin";
            case UScript.KATAKANA -> "Katakana-Latin";
            default -> "Any-Latin";
        };
    }

    private String transliterate(String rules, String run) {
        if (rules.equals("Arabic-Latin")) {
            return lexicon.arabicScript().latinize(run);
        }
        if (!rules.equals("Han-Latin") && !rules.equals("Hangul-Latin") && !rules.equals("Katakana-Latin")) {
            return transliterator(rules).transliterate(run);
        }
        StringBuilder result = new StringBuilder();
        StringBuilder pending = new StringBuilder();
        int at = 0;
        while (at < run.length()) {
            String term = termAt(run, at);
            if (term.isEmpty()) {
                pending.append(run.charAt(at++));
            } else {
                flush(rules, pending, result);
                result.append(' ').append(lexicon.terms().get(term)).append(' ');
                at += term.length();
            }
        }
        flush(rules, pending, result);
        return result.toString();
    }

    private String termAt(String run, int at) {
        for (String term : lexicon.terms().keySet()) {
            if (run.startsWith(term, at)) {
                return term;
            }
        }
        return "";
    }

    /** Writes what stands between two terms as one word: Chinese script has no spaces, and the lists join the syllables. */
    private void flush(String rules, StringBuilder pending, StringBuilder result) {
        if (!pending.isEmpty()) {
            String latin = transliterator(rules).transliterate(pending.toString());
            result.append(' ').append(latin.replace(" ", "").replace("'", "")).append(' ');
            pending.setLength(0);
        }
    }

    private Transliterator transliterator(String rules) {
        return transliterators.computeIfAbsent(rules, Transliterator::getInstance);
    }

    private String stripMarks(String text) {
        if (isAscii(text)) {
            return text;
        }
        StringBuilder kept = new StringBuilder(text.length());
        Normalizer.normalize(text, Normalizer.Form.NFD)
                .codePoints()
                .filter(c -> Character.getType(c) != Character.NON_SPACING_MARK)
                .forEach(kept::appendCodePoint);
        String bare = kept.toString();
        if (!isAscii(bare)) {
            bare = transliterator("Latin-ASCII").transliterate(bare);
        }
        StringBuilder ascii = new StringBuilder(bare.length());
        bare.codePoints().forEach(c -> ascii.append(c < 0x80 ? (char) c : isApostrophe(c) ? '\'' : ' '));
        return ascii.toString();
    }

    /**
     * Modifier letters stand for hamza, ayn and soft signs, and a middle dot parts letters that are no digraph; Latin spellings
     * of a name leave them out at will.
     */
    private static boolean isApostrophe(int codePoint) {
        return Character.getType(codePoint) == Character.MODIFIER_LETTER
                || codePoint == 0x2019
                || codePoint == 0x2018
                || codePoint == 0xB4
                || codePoint == 0xB7;
    }

    private static Map<Integer, Character> lookalikes() {
        Map<Integer, Character> twins = new ConcurrentHashMap<>();
        for (int i = 0; i + 1 < LOOKALIKES.length(); i += 2) {
            twins.put((int) LOOKALIKES.charAt(i), LOOKALIKES.charAt(i + 1));
        }
        return Map.copyOf(twins);
    }
}

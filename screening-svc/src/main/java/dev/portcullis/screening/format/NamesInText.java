package dev.portcullis.screening.format;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes several names out of a field that should hold one: {@code Fazel Rahim; Fazil Rahim}, {@code a) Ali b) Aly}, a name in its script with
 * spellings in brackets, a name with its bearer's birth or passport after it.
 */
final class NamesInText {
    private static final Pattern NUMBERED = Pattern.compile("(?:^|\\s)[a-h]\\)\\s+");
    private static final Pattern BRACKETED = Pattern.compile("^([^()]*)\\(([^()]*)\\)([^()]*)$");
    private static final Pattern SCRIPT = Pattern.compile("^original script\\s*[:：]\\s*", Pattern.CASE_INSENSITIVE);
    private static final Pattern TOLD = Pattern.compile(
            "\\d{3}|false|fraudulent|passport|identity|document|previously|formerly|listed|born|referred|spelling|means",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern BORN = Pattern.compile(",?\\s+born\\s+.*$", Pattern.CASE_INSENSITIVE);

    private NamesInText() {}

    /** The names, in their order. */
    static List<String> read(String text) {
        List<String> names = new ArrayList<>();
        for (String piece : pieces(text)) {
            for (String part : NUMBERED.split(piece)) {
                name(part, names);
            }
        }
        return names;
    }

    private static void name(String text, List<String> names) {
        String part = BORN.matcher(text.strip()).replaceFirst("").strip();
        Matcher bracketed = BRACKETED.matcher(part);
        if (!bracketed.matches()) {
            add(part, names);
            return;
        }
        String outside = (bracketed.group(1).strip() + " "
                        + bracketed.group(3).replaceFirst("^\\s*,\\s*$", "").strip())
                .strip();
        String inside = bracketed.group(2).strip();
        Matcher script = SCRIPT.matcher(inside);
        if (script.find()) {
            add(outside, names);
            add(inside.substring(script.end()), names);
        } else if (TOLD.matcher(inside).find()) {
            add(outside, names);
        } else if (isLatin(outside) != isLatin(inside)) {
            add(outside, names);
            PartyDraft.split(inside, ";").forEach(spelling -> add(spelling, names));
        } else {
            add(part, names);
        }
    }

    /** What stands between semicolons outside of brackets. */
    private static List<String> pieces(String text) {
        List<String> pieces = new ArrayList<>();
        int depth = 0;
        int begin = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            depth += c == '(' ? 1 : c == ')' && depth > 0 ? -1 : 0;
            if (c == ';' && depth == 0) {
                pieces.add(text.substring(begin, i));
                begin = i + 1;
            }
        }
        pieces.add(text.substring(begin));
        return pieces;
    }

    private static boolean isLatin(String text) {
        return text.codePoints()
                .filter(Character::isLetter)
                .allMatch(letter -> Character.UnicodeScript.of(letter) == Character.UnicodeScript.LATIN);
    }

    private static void add(String name, List<String> names) {
        String stripped = name.strip().replaceFirst("[,;]$", "").strip();
        if (stripped.codePoints().anyMatch(Character::isLetterOrDigit)) {
            names.add(stripped);
        }
    }
}

package dev.portcullis.screening.match;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The names that one text of a list stands for. Lists write an abbreviation in parentheses after the name, and the State
 * Department adds that successors and subsidiaries are meant as well; nobody calls himself by either.
 */
final class ListedNames {
    private static final Pattern SUCCESSORS = Pattern.compile(
            "[;,]?\\s*and\\s+(any\\s+successor|its\\s+sub-?units?\\s+and\\s+successors?).*$", Pattern.CASE_INSENSITIVE);

    private static final Pattern ABBREVIATION = Pattern.compile("^(.*\\S)\\s*\\(([^()]+)\\)\\s*$");

    private ListedNames() {}

    /** The text itself, and what is left of it without its additions. */
    static Set<String> of(String text) {
        Set<String> names = new LinkedHashSet<>();
        names.add(text);
        String bare = SUCCESSORS.matcher(text).replaceFirst("");
        if (!bare.isBlank()) {
            names.add(bare);
        }
        Matcher abbreviated = ABBREVIATION.matcher(bare);
        if (abbreviated.matches() && abbreviates(abbreviated.group(2), abbreviated.group(1))) {
            names.add(abbreviated.group(1));
            if (abbreviated.group(2).chars().filter(Character::isLetter).count() >= 4) {
                names.add(abbreviated.group(2));
            }
        }
        return names;
    }

    /** Whether the words in parentheses are a short form of the name and not a part of it, as a place would be. */
    private static boolean abbreviates(String inner, String name) {
        String[] words = inner.trim().split("\\s+");
        if (words.length > 1) {
            return false;
        }
        long capitals = inner.chars().filter(Character::isUpperCase).count();
        boolean acronym = capitals >= 3 && inner.chars().noneMatch(Character::isLowerCase) && !name.equals(upper(name));
        return acronym
                || name.regionMatches(true, 0, inner.trim(), 0, inner.trim().length());
    }

    private static String upper(String text) {
        return text.toUpperCase(Locale.ROOT);
    }
}

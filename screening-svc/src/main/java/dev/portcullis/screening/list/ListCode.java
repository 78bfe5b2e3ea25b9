package dev.portcullis.screening.list;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The code of a list from the {@code source} column of the Consolidated Screening List, which names the list, its
 * abbreviation in parentheses and the agency: {@code Entity List (EL) - Bureau of Industry and Security} is {@code EL}.
 */
public final class ListCode {
    private static final Pattern ABBREVIATION = Pattern.compile("\\(([^()]{2,20})\\)");

    /** Abbreviations that the column writes at length, and names that come without one. */
    private static final Map<String, String> SPELLINGS = Map.of(
            "NS-MBS LIST", "NS-MBS",
            "CAPTA LIST", "CAP",
            "ENTITY LIST", "EL",
            "DENIED PERSONS LIST", "DPL",
            "UNVERIFIED LIST", "UVL",
            "ITAR DEBARRED", "DTC",
            "FOREIGN SANCTIONS EVADERS", "FSE",
            "NONPROLIFERATION SANCTIONS", "ISN");

    private ListCode() {}

    /**
     * The code in capitals.
     *
     * @throws IllegalArgumentException where the text names no list
     */
    public static String of(String source) {
        Matcher abbreviation = ABBREVIATION.matcher(source);
        String named = abbreviation.find() ? abbreviation.group(1) : source.split(" - ", 2)[0];
        String code = named.trim().toUpperCase(Locale.ROOT);
        code = SPELLINGS.getOrDefault(code, code);
        if (!code.matches("[A-Z][A-Z0-9-]{1,19}")) {
            throw new IllegalArgumentException("the source column names no list");
        }
        return code;
    }
}

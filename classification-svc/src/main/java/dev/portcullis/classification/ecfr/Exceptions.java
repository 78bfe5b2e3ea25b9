package dev.portcullis.classification.ecfr;

import dev.portcullis.classification.controllist.ControlListEntry.Eligibility;
import dev.portcullis.classification.controllist.ControlListEntry.ListException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Collects what the lines of an entry say of list-based license exceptions. The terms of one can run over several lines: values
 * for LVS by paragraph, or a numbered list of what is left out.
 */
final class Exceptions {
    private static final Pattern CODED = Pattern.compile("^([A-Z]{3})\\s*:\\s*(.+)$");
    private static final Set<String> CODES = Set.of(
            "LVS", "GBS", "TSR", "STA", "IEC", "AIA", "ACM", "LPP", "ACE", "APP", "ENC", "HBM", "CIV", "NAC", "ACA");
    private static final Pattern VALUE_LINE = Pattern.compile("^(?:Yes for:|\\$\\d|N/A for\\b).*");
    private static final Pattern NUMBERED = Pattern.compile("^\\(\\d+\\).*");
    private static final Pattern DOLLARS = Pattern.compile("\\$(\\d{1,3}(?:,\\d{3})+|\\d+)");
    private static final Pattern PARAGRAPH = Pattern.compile("\\b\\d[A-E]\\d{3}(?:\\.[a-z0-9]{1,2})+");
    private static final Pattern ALL = Pattern.compile("Yes\\.?|\\$[\\d,]+\\.?");
    private static final Pattern NONE = Pattern.compile("N/A\\.?");

    private final Map<String, StringBuilder> terms = new LinkedHashMap<>();
    private @Nullable String open;

    /**
     * Takes a line.
     *
     * @param head whether it stands before the entry's paragraphs, where terms can run on over several lines
     * @return whether it belongs to an exception
     */
    boolean take(String line, boolean head) {
        Matcher coded = CODED.matcher(line);
        if (coded.matches() && CODES.contains(coded.group(1))) {
            append(coded.group(1), coded.group(2));
            return true;
        }
        if (head && VALUE_LINE.matcher(line).matches() && terms.containsKey("LVS")) {
            append("LVS", line);
            return true;
        }
        if (head && NUMBERED.matcher(line).matches() && open != null) {
            append(open, line);
            return true;
        }
        return false;
    }

    private void append(String code, String text) {
        StringBuilder held = terms.computeIfAbsent(code, ignored -> new StringBuilder());
        if (held.indexOf(text) < 0) {
            held.append(held.isEmpty() ? "" : " ").append(text);
        }
        if (text.endsWith(":")) {
            open = code;
        }
    }

    List<ListException> read() {
        List<ListException> exceptions = new ArrayList<>();
        terms.forEach((code, text) -> exceptions.add(read(code, text.toString())));
        return exceptions;
    }

    private static ListException read(String code, String text) {
        List<Integer> limits = new ArrayList<>();
        Matcher dollars = DOLLARS.matcher(text);
        while (dollars.find()) {
            limits.add(Integer.valueOf(dollars.group(1).replace(",", "")));
        }
        Set<String> paragraphs = new LinkedHashSet<>();
        Matcher paragraph = PARAGRAPH.matcher(text);
        while (paragraph.find()) {
            paragraphs.add(paragraph.group());
        }
        return new ListException(code, eligibility(code, text), limits, List.copyOf(paragraphs), text);
    }

    private static Eligibility eligibility(String code, String text) {
        if (NONE.matcher(text).matches()) {
            return Eligibility.NO;
        }
        if (code.equals("STA")) {
            return Eligibility.RESTRICTED;
        }
        return ALL.matcher(text).matches() ? Eligibility.YES : Eligibility.PARTLY;
    }
}

package dev.portcullis.screening.format;

import dev.portcullis.screening.list.Alias;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the Remarks of OFAC's legacy files, in which all stands that has no column: clauses between semicolons, {@code DOB 10 Dec 1948; POB
 * Safed, Israel; Passport 1084010 (Egypt); a.k.a. 'ABU ABBAS'.} A name in quotation marks after a.k.a. is a weak alias: OFAC leaves weak
 * aliases out of the file of alternate names and writes them so (OFAC FAQ 122). A name without the marks is one that stands in remarks.
 */
final class OfacRemarks {
    private static final Pattern NAME =
            Pattern.compile("^(?:alt\\.\\s*)?([afn])\\.\\s?k\\.\\s?a\\.?,?\\s+(.+)$", Pattern.CASE_INSENSITIVE);
    private static final Pattern QUOTED = Pattern.compile("^['\"‘“](.+)['\"’”]$");
    private static final Pattern INNER_NAME =
            Pattern.compile("\\b([afn])\\.k\\.a\\.?,?\\s+['\"‘“]([^'\"’”;]+)['\"’”]", Pattern.CASE_INSENSITIVE);
    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final Pattern ALTERNATE = Pattern.compile("^alt\\.\\s*", Pattern.CASE_INSENSITIVE);

    private OfacRemarks() {}

    /** Reads remarks into an entry and keeps them as they are. */
    static void read(PartyDraft draft, @Nullable String remarks) {
        String text = PartyDraft.clean(remarks);
        if (text == null) {
            return;
        }
        draft.remark(text);
        for (String clause : clauses(text)) {
            clause(draft, clause);
        }
    }

    /** Reads the names only that stand in the remarks of another publisher. */
    static void readNames(PartyDraft draft, @Nullable String remarks) {
        String text = PartyDraft.clean(remarks);
        if (text == null) {
            return;
        }
        for (String clause : clauses(text)) {
            Matcher name = NAME.matcher(clause);
            if (name.matches()) {
                draft.alias(unquoted(name.group(2)), kind(name.group(1), Alias.Kind.REMARKS));
            } else {
                Matcher inner = INNER_NAME.matcher(clause);
                while (inner.find()) {
                    draft.alias(inner.group(2), kind(inner.group(1), Alias.Kind.REMARKS));
                }
            }
        }
    }

    private static void clause(PartyDraft draft, String clause) {
        Matcher name = NAME.matcher(clause);
        if (name.matches()) {
            boolean quoted = QUOTED.matcher(name.group(2).strip()).matches();
            draft.alias(unquoted(name.group(2)), quoted ? Alias.Kind.WEAK : kind(name.group(1), Alias.Kind.REMARKS));
            return;
        }
        if (OfacLabels.putClause(draft, ALTERNATE.matcher(clause).replaceFirst(""))) {
            return;
        }
        Matcher inner = INNER_NAME.matcher(clause);
        while (inner.find()) {
            draft.alias(inner.group(2), Alias.Kind.WEAK);
        }
    }

    private static Alias.Kind kind(String letter, Alias.Kind otherwise) {
        return letter.toLowerCase(Locale.ROOT).equals("f") ? Alias.Kind.FORMER : otherwise;
    }

    private static String unquoted(String text) {
        Matcher quoted = QUOTED.matcher(text.strip());
        return quoted.matches() ? quoted.group(1) : text.strip();
    }

    /** The clauses; the last may end with a dot that is none of its own. */
    private static List<String> clauses(String text) {
        List<String> clauses =
                new ArrayList<>(PartyDraft.split(BLANKS.matcher(text).replaceAll(" "), ";"));
        if (!clauses.isEmpty()) {
            int last = clauses.size() - 1;
            String end = clauses.get(last);
            if (end.endsWith("'.") || end.endsWith(").") || end.matches(".*[a-z0-9]{2}\\.")) {
                clauses.set(last, end.substring(0, end.length() - 1));
            }
        }
        return clauses;
    }
}

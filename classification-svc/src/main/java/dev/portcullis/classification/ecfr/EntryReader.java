package dev.portcullis.classification.ecfr;

import dev.portcullis.classification.controllist.ControlListEntry;
import dev.portcullis.classification.controllist.ControlListEntry.Control;
import dev.portcullis.classification.controllist.ControlListEntry.Paragraph;
import dev.portcullis.classification.controllist.ControlListEntry.Requirement;
import dev.portcullis.contracts.Eccn;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the facts of an entry from its text. A line that says none of the known things is kept as a paragraph. */
public final class EntryReader {
    /** A title is a line of a table, not a paragraph. */
    private static final int LONGEST_TITLE = 200;

    private static final Pattern REASONS =
            Pattern.compile("^Reasons? for Controls?\\s*:\\s*(.*)$", Pattern.CASE_INSENSITIVE);
    private static final Pattern RELATED =
            Pattern.compile("^Related Controls?\\s*:\\s*(.*)$", Pattern.CASE_INSENSITIVE);
    private static final Pattern CODE = Pattern.compile("\\b[A-Z]{2}\\b");
    private static final Pattern NOTHING =
            Pattern.compile("(?:Related Definitions?|Items)\\s*:\\s*N/A\\.?", Pattern.CASE_INSENSITIVE);
    private static final Pattern NUMBER = Pattern.compile("\\b\\d[A-E]\\d{3}\\b");
    private static final Pattern AS_FOLLOWS = Pattern.compile(
            "[,;]?\\s*(?:as follows)?[,;]?\\s*\\(see list of items controlled\\)\\s*[.:]?", Pattern.CASE_INSENSITIVE);
    private static final Pattern DESIGNATOR =
            Pattern.compile("^((?:[a-z]|\\d{1,2})(?:\\.(?:[a-z]|\\d{1,2})){0,7})\\.\\s+(\\S.*)$", Pattern.DOTALL);
    private static final Pattern OTHER_AGENCY = Pattern.compile(
            "subject to the (?:ITAR|export licensing authority)|See 22 CFR parts? 12[01]|10 CFR part (?:110|810)");

    private final Map<Eccn, String> titles;

    /**
     * @param titles titles in our own words, by number
     */
    public EntryReader(Map<Eccn, String> titles) {
        this.titles = Map.copyOf(titles);
    }

    /** Reads an entry. */
    public ControlListEntry read(EntryText text) {
        Eccn eccn = Eccn.of(text.eccn());
        Exceptions exceptions = new Exceptions();
        Set<String> reasons = new LinkedHashSet<>();
        List<Paragraph> paragraphs = new ArrayList<>();
        String related = null;
        boolean head = true;
        for (EntryText.Line line : text.lines()) {
            Matcher reason = REASONS.matcher(line.text());
            Matcher pointing = RELATED.matcher(line.text());
            Paragraph paragraph = paragraph(line);
            // Terms run on only before the paragraphs; further down the same words are part of a note.
            head &= paragraph.label() == null;
            if (reason.matches()) {
                CODE.matcher(reason.group(1))
                        .results()
                        .map(found -> found.group())
                        .filter(Controls.REASONS::contains)
                        .forEach(reasons::add);
            } else if (pointing.matches()) {
                related = joined(related, pointing.group(1));
            } else if (!exceptions.take(line.text(), head)
                    && !NOTHING.matcher(line.text()).matches()) {
                paragraphs.add(paragraph);
            }
        }
        List<Control> controls = Controls.read(text.rows());
        List<String> inRows = Controls.reasons(controls);
        return new ControlListEntry(
                eccn,
                titles.getOrDefault(eccn, title(text.heading())),
                text.heading(),
                reasons.isEmpty() ? inRows : List.copyOf(reasons),
                reasons.stream().filter(reason -> !inRows.contains(reason)).toList(),
                requirement(text, controls),
                controls,
                exceptions.read(),
                related,
                numbers(related, eccn),
                text.paragraphsHeld(),
                paragraphs,
                "15 CFR 774 Supp. 1, ECCN " + eccn);
    }

    private static Requirement requirement(EntryText text, List<Control> controls) {
        if (!controls.isEmpty()) {
            return Requirement.TABLE;
        }
        return OTHER_AGENCY.matcher(text.heading().replaceAll("[“”\"]", "")).find()
                ? Requirement.OTHER_AGENCY
                : Requirement.PROSE;
    }

    private static Paragraph paragraph(EntryText.Line line) {
        if (line.label() != null) {
            return new Paragraph(line.label(), line.text());
        }
        Matcher designator = DESIGNATOR.matcher(line.text());
        return designator.matches()
                ? new Paragraph(designator.group(1), designator.group(2))
                : new Paragraph(null, line.text());
    }

    private static @Nullable String joined(@Nullable String before, String next) {
        if (next.isBlank() || next.matches("N/A\\.?")) {
            return before;
        }
        return before == null || before.equals(next) ? next : before + " " + next;
    }

    private static List<Eccn> numbers(@Nullable String related, Eccn own) {
        Set<Eccn> numbers = new LinkedHashSet<>();
        if (related != null) {
            NUMBER.matcher(related)
                    .results()
                    .map(found -> Eccn.of(found.group()))
                    .forEach(numbers::add);
        }
        numbers.remove(own);
        return List.copyOf(numbers);
    }

    private static String title(String heading) {
        String title = AS_FOLLOWS
                .matcher(heading)
                .replaceAll("")
                .replaceAll("[“”]", "")
                .replaceAll("\\s+", " ")
                .replaceAll("\\s+([,.;)])", "$1")
                .replaceAll("[,.:;\\s]+$", "")
                .trim();
        if (title.length() <= LONGEST_TITLE) {
            return title.isEmpty() ? heading : title;
        }
        int end = title.lastIndexOf(' ', LONGEST_TITLE - 1);
        return title.substring(0, end > 0 ? end : LONGEST_TITLE - 1).replaceAll("[,;:]$", "") + "…";
    }
}

package dev.portcullis.classification.ecfr;

import dev.portcullis.classification.controllist.ControlListEntry.Control;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads rows of license requirements. What it cannot read as columns it keeps as prose: no word of a requirement is dropped. */
final class Controls {
    /** Reasons for control (15 CFR 738.2(d)(2)(i)), and SL, surreptitious listening. */
    static final Set<String> REASONS =
            Set.of("AT", "CB", "CC", "CW", "EI", "FC", "MT", "NS", "NP", "RS", "SS", "SI", "SL", "UN");

    private static final String CODE = "(AT|CB|CC|CW|EI|FC|MT|NS|NP|RS|SS|SI|SL|UN)";
    private static final Pattern APPLIES = Pattern.compile(
            "^" + CODE + "\\b\\s*(?:reasons?\\s+)?(?:applies|apply)?(?:\\s+to\\b)?[\\s,:]*", Pattern.CASE_INSENSITIVE);
    private static final Pattern NEXT_CONTROL = Pattern.compile("(?<=\\S)\\s+(?=" + CODE + " applies to )");
    private static final Pattern COLUMN = Pattern.compile("\\b" + CODE + " Column (\\d)\\b");
    private static final Pattern COLUMNS_ONLY =
            Pattern.compile("(?:" + CODE + " Column \\d(?:\\.|,|;|\\s|and)*)+", Pattern.CASE_INSENSITIVE);
    private static final Pattern BARE_COLUMN = Pattern.compile("Column (\\d)\\.?");

    private Controls() {}

    static List<Control> read(List<EntryText.Row> rows) {
        List<Control> controls = new ArrayList<>();
        for (EntryText.Row row : rows) {
            controls.addAll(read(row));
        }
        return controls;
    }

    /** The reasons of rows, in their order. */
    static List<String> reasons(List<Control> controls) {
        Set<String> reasons = new LinkedHashSet<>();
        for (Control control : controls) {
            if (control.reason() != null) {
                reasons.add(control.reason());
            }
        }
        return List.copyOf(reasons);
    }

    private static List<Control> read(EntryText.Row row) {
        String control = row.control();
        String requirement = row.requirement();
        if (requirement.isEmpty() || requirement.equals(control)) {
            // One cell holds both. A column at its end is taken off; a sentence stays where it is and is the prose too.
            Matcher column = COLUMN.matcher(control);
            boolean atEnd = false;
            int from = 0;
            while (column.find()) {
                from = column.start();
                atEnd = COLUMNS_ONLY.matcher(control.substring(from)).matches();
                if (atEnd) {
                    break;
                }
            }
            if (!atEnd) {
                return List.of(one(control, control));
            }
            requirement = control.substring(from).trim();
            control = control.substring(0, from).trim();
        }
        String[] controls = NEXT_CONTROL.split(control);
        List<String> columns = columns(requirement);
        if (controls.length > 1
                && columns.size() == controls.length
                && COLUMNS_ONLY.matcher(requirement).matches()) {
            List<Control> several = new ArrayList<>();
            for (int i = 0; i < controls.length; i++) {
                several.add(one(controls[i], columns.get(i)));
            }
            return several;
        }
        return List.of(one(control, requirement));
    }

    private static Control one(String control, String requirement) {
        Matcher applies = APPLIES.matcher(control);
        String reason = applies.find() ? code(applies.group(1)) : null;
        String scope = reason == null ? control : control.substring(applies.end());
        Matcher bare = BARE_COLUMN.matcher(requirement);
        if (reason != null && bare.matches()) {
            return new Control(reason, scope, List.of(reason + " Column " + bare.group(1)), null);
        }
        List<String> columns = columns(requirement);
        boolean onlyColumns = COLUMNS_ONLY.matcher(requirement).matches();
        return new Control(reason, scope, columns, onlyColumns ? null : requirement);
    }

    private static @Nullable String code(String text) {
        return REASONS.contains(text) ? text : null;
    }

    private static List<String> columns(String requirement) {
        List<String> columns = new ArrayList<>();
        Matcher column = COLUMN.matcher(requirement);
        while (column.find()) {
            columns.add(column.group(1) + " Column " + column.group(2));
        }
        return columns;
    }
}

package dev.portcullis.classification.controllist;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.portcullis.contracts.Eccn;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What changed between two editions, entry by entry and field by field. Pure. */
public final class EditionDiff {
    private EditionDiff() {}

    /** What became of an entry. */
    public enum Kind {
        ADDED,
        REMOVED,
        CHANGED
    }

    /**
     * An entry that differs.
     *
     * @param title its title in the later edition, or in the earlier one where it was removed
     * @param fields what differs; none where the entry was added or removed
     * @param paragraphsCompared whether both editions hold its paragraphs: where one does not, nothing is said about them
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record EntryChange(
            Eccn eccn, Kind change, String title, List<FieldChange> fields, boolean paragraphsCompared) {
        public EntryChange {
            fields = List.copyOf(fields);
        }
    }

    /**
     * A field that differs.
     *
     * @param before what the earlier edition has there and the later one has not
     * @param after the reverse
     */
    public record FieldChange(String field, List<Object> before, List<Object> after) {
        public FieldChange {
            before = List.copyOf(before);
            after = List.copyOf(after);
        }
    }

    /**
     * The differences in the order of the numbers.
     *
     * @param after the number after which to go on; null from the beginning
     * @param most how many at the most
     */
    public static List<EntryChange> between(ControlList from, ControlList to, @Nullable Eccn after, int most) {
        TreeSet<Eccn> numbers = new TreeSet<>();
        from.entries().forEach(entry -> numbers.add(entry.eccn()));
        to.entries().forEach(entry -> numbers.add(entry.eccn()));
        List<EntryChange> changes = new ArrayList<>();
        for (Eccn number : after == null ? numbers : numbers.tailSet(after, false)) {
            EntryChange change =
                    change(from.entry(number).orElse(null), to.entry(number).orElse(null));
            if (change != null) {
                changes.add(change);
                if (changes.size() == most) {
                    break;
                }
            }
        }
        return changes;
    }

    private static @Nullable EntryChange change(@Nullable ControlListEntry before, @Nullable ControlListEntry after) {
        if (after == null) {
            return before == null
                    ? null
                    : new EntryChange(before.eccn(), Kind.REMOVED, before.title(), List.of(), before.paragraphsHeld());
        }
        if (before == null) {
            return new EntryChange(after.eccn(), Kind.ADDED, after.title(), List.of(), after.paragraphsHeld());
        }
        List<FieldChange> fields = new ArrayList<>();
        value("heading", before.heading(), after.heading(), fields);
        list("reasonsForControl", before.reasonsForControl(), after.reasonsForControl(), fields);
        value("requirement", before.requirement(), after.requirement(), fields);
        list("controls", before.controls(), after.controls(), fields);
        list("exceptions", before.exceptions(), after.exceptions(), fields);
        value("relatedControls", before.relatedControls(), after.relatedControls(), fields);
        boolean compared = before.paragraphsHeld() && after.paragraphsHeld();
        if (compared) {
            list("paragraphs", before.paragraphs(), after.paragraphs(), fields);
        }
        return fields.isEmpty() ? null : new EntryChange(after.eccn(), Kind.CHANGED, after.title(), fields, compared);
    }

    private static void value(String field, @Nullable Object before, @Nullable Object after, List<FieldChange> fields) {
        if (!Objects.equals(before, after)) {
            fields.add(new FieldChange(
                    field, before == null ? List.of() : List.of(before), after == null ? List.of() : List.of(after)));
        }
    }

    /** Order alone is a change too: then both sides are shown whole. */
    private static void list(String field, List<?> before, List<?> after, List<FieldChange> fields) {
        if (before.equals(after)) {
            return;
        }
        List<Object> gone = without(before, after);
        List<Object> come = without(after, before);
        boolean reordered = gone.isEmpty() && come.isEmpty();
        fields.add(
                new FieldChange(field, reordered ? List.copyOf(before) : gone, reordered ? List.copyOf(after) : come));
    }

    private static List<Object> without(List<?> these, List<?> those) {
        List<Object> rest = new ArrayList<>(these);
        those.forEach(rest::remove);
        return rest;
    }
}

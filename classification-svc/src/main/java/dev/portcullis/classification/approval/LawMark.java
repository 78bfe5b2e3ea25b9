package dev.portcullis.classification.approval;

import dev.portcullis.classification.controllist.ControlListEntry;
import dev.portcullis.classification.controllist.Law;
import dev.portcullis.contracts.Eccn;
import dev.portcullis.platform.digest.Sha256;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What two states of the law are told apart by: small enough to be kept with the classifications that were worked out by it, so that a
 * later release can still say what changed. Pure.
 *
 * @param edition issue date of the control list
 * @param rules digest of the rules, of which of them hold on the day and how they stand, and of the company's policy
 * @param entries marks of the entries by their numbers
 */
record LawMark(LocalDate edition, String rules, Map<String, EntryMark> entries) {
    /** No law: everything that was worked out before the law was followed is worked out again. */
    static final LawMark NONE = new LawMark(LocalDate.EPOCH, "", Map.of());

    private static final int SHORT = 16;

    LawMark {
        entries = Map.copyOf(entries);
    }

    /**
     * Marks of an entry.
     *
     * @param facts of its reasons for control, exceptions and heading
     * @param text of its paragraphs; null where the edition's source did not carry them
     */
    record EntryMark(String facts, @Nullable String text) {
        private boolean otherText(EntryMark later) {
            return text != null && later.text != null && !text.equals(later.text);
        }
    }

    /**
     * The mark of a state of the law.
     *
     * @param digests of the files of rules and of the company's policy
     * @param day the day whose law applies
     */
    static LawMark of(Law law, String digests, LocalDate day) {
        StringBuilder rules = new StringBuilder(digests);
        law.rules().rules().stream()
                .filter(rule -> rule.isEffective(day))
                .forEach(
                        rule -> rules.append('\n').append(rule.id()).append(' ').append(rule.posture(day)));
        law.rules().jurisdiction().stream()
                .filter(rule -> rule.isEffective(day))
                .forEach(rule -> rules.append('\n').append(rule.id()));
        Map<String, EntryMark> entries = new TreeMap<>();
        law.list().entries().forEach(entry -> entries.put(entry.eccn().value(), mark(entry)));
        return new LawMark(law.list().edition(), Sha256.of(rules.toString()), entries);
    }

    /** Whether nothing that an answer can turn on differs. */
    boolean same(LawMark other) {
        return rules.equals(other.rules) && entries.equals(other.entries);
    }

    /** Whether no entry's text differs of which both hold the text. */
    boolean sameTexts(LawMark later) {
        return entries.entrySet().stream().allMatch(entry -> {
            EntryMark after = later.entries.get(entry.getKey());
            return after == null || !entry.getValue().otherText(after);
        });
    }

    /**
     * What the way from this law to a later one means for an answer, whatever the rules answer now.
     *
     * @param eccn the entry of the answer; null where it has none
     * @param asked the entries whose paragraphs were asked
     */
    List<Reason> reasons(LawMark later, @Nullable Eccn eccn, Collection<Eccn> asked) {
        String editions = edition.equals(later.edition)
                ? "the edition of " + edition + " as taken in anew"
                : "the editions of " + edition + " and " + later.edition;
        List<Reason> reasons = new ArrayList<>();
        if (eccn != null && !eccn.isEar99()) {
            EntryMark before = entries.get(eccn.value());
            EntryMark after = later.entries.get(eccn.value());
            if (before != null && (after == null || !before.facts.equals(after.facts))) {
                reasons.add(new Reason(
                        Reason.Cause.LAW,
                        "Entry " + eccn + ": its heading, reasons for control or exceptions differ between " + editions
                                + ".",
                        null,
                        null));
            }
        }
        for (Eccn number : asked.stream().distinct().sorted().toList()) {
            EntryMark before = entries.get(number.value());
            EntryMark after = later.entries.get(number.value());
            if (before != null && after != null && before.otherText(after)) {
                reasons.add(new Reason(
                        Reason.Cause.LAW,
                        "Entry " + number + ": its paragraphs, which were asked, differ between " + editions
                                + "; see whether the rules still say what they say.",
                        null,
                        null));
            }
        }
        return reasons;
    }

    private static EntryMark mark(ControlListEntry entry) {
        String facts = entry.heading()
                + entry.reasonsForControl()
                + entry.requirement()
                + entry.controls()
                + entry.exceptions();
        return new EntryMark(
                brief(facts), entry.paragraphsHeld() ? brief(entry.paragraphs().toString()) : null);
    }

    /** Sources differ in spaces, quotes and dashes, which change nothing. */
    private static String brief(String text) {
        String letters = text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9.%≥≤<>=+-]+", "");
        return Sha256.of(letters).substring(0, SHORT);
    }
}

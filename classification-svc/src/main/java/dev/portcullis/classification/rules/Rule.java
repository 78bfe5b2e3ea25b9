package dev.portcullis.classification.rules;

import dev.portcullis.classification.datasheet.Datasheet;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A parametric rule: what a paragraph of the list asks of an item, for a span of days.
 *
 * @param id names the rule for ever, such as {@code 3A090.a.1/2023-11-17}
 * @param paragraph the entry and paragraph that it decides; null for a rule that only calls for a person
 * @param title what the paragraph is about, in our own words
 * @param appliesTo the forms of datasheet that it can be asked of
 * @param effectiveFrom the first day
 * @param effectiveTo the first day on which it no longer holds; null while no end is known
 * @param citation where it stands
 * @param when what it asks
 * @param unless the notes that take items out of it again
 * @param review where it calls for a person instead of deciding: what that person has to settle
 * @param postures since when it is enforced or not, in order; empty where it always was
 */
public record Rule(
        String id,
        @Nullable ParagraphRef paragraph,
        String title,
        Set<Datasheet.Kind> appliesTo,
        LocalDate effectiveFrom,
        @Nullable LocalDate effectiveTo,
        String citation,
        Criterion when,
        List<Exclusion> unless,
        @Nullable String review,
        List<PostureChange> postures)
        implements Effective {

    public Rule {
        appliesTo = Set.copyOf(appliesTo);
        unless = unless == null ? List.of() : List.copyOf(unless);
        postures = postures == null ? List.of() : List.copyOf(postures);
        if (paragraph == null && review == null) {
            throw new IllegalArgumentException(id + " names neither a paragraph nor what a person has to settle");
        }
        if (effectiveTo != null && !effectiveTo.isAfter(effectiveFrom)) {
            throw new IllegalArgumentException(id + " ends before it begins");
        }
    }

    /** Whether the rule or one of its notes reads a fact by itself, other than through a paragraph that it names. */
    public boolean asksFor(String fact) {
        return when.asksFor(fact)
                || unless.stream().anyMatch(note -> note.when().asksFor(fact));
    }

    /** How the rule stands on a day. */
    public Posture posture(LocalDate on) {
        Posture posture = Posture.IN_FORCE;
        for (PostureChange change : postures) {
            if (!on.isBefore(change.from())) {
                posture = change.posture();
            }
        }
        return posture;
    }

    /**
     * A note that takes an item out of a paragraph.
     *
     * @param note its name, such as {@code Note 2}
     * @param title what it says, in our own words
     * @param citation where it stands
     * @param when what it asks
     */
    public record Exclusion(String note, String title, String citation, Criterion when) {}

    /**
     * A change of enforcement.
     *
     * @param from the first day
     * @param posture the posture from then on
     * @param citation what announced it
     */
    public record PostureChange(LocalDate from, Posture posture, String citation) {}
}

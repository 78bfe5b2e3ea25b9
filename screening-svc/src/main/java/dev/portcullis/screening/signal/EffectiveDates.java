package dev.portcullis.screening.signal;

import dev.portcullis.contracts.SignalState.Basis;
import dev.portcullis.contracts.SignalState.Effective;
import dev.portcullis.contracts.SignalState.Stage;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Tells from when a document binds. The publisher's own field goes first, then the text under DATES, then a sentence of the summary
 * that speaks of the document itself: a summary is full of days on which other things became effective. Where nothing tells, a
 * document that binds does so by its publication.
 */
final class EffectiveDates {
    private static final String DAY =
            "(?<month>Jan(?:uary|\\.)|Feb(?:ruary|\\.)|March|April|May|June|July|August|Sept(?:ember|\\.)"
                    + "|Oct(?:ober|\\.)|Nov(?:ember|\\.)|Dec(?:ember|\\.))\\s+(?<day>[0-9]{1,2})[.,]?\\s+(?<year>20[0-9]{2})";

    private static final Pattern EFFECTIVE =
            Pattern.compile("(?i:\\beffective(?:\\s+dates?:?)?(?:\\s+(?:on|as of|from|beginning))?)\\s+" + DAY);

    private static final Pattern OWN = Pattern.compile(
            "(?i:\\bth(?:is|e|ese) (?:[a-z]+ ){0,3}(?:rule|order|notice|action|termination|suspension|amendments?|changes?)"
                    + " (?:is|are|becomes?|takes? effect|will be(?:come)?) (?:effective )?(?:on )?)"
                    + DAY);

    private static final Pattern UNTIL = Pattern.compile(
            "(?i:\\b(?:until|through|ends? on|set to end|expires? (?:on|at)|remains? in effect (?:until|through)))\\s+"
                    + DAY);

    private static final Pattern COMPLIANCE = Pattern.compile(
            "(?i:\\b(?:compliance dates?:?|comply (?:with [^.]{0,60} )?(?:until|by|on or before)|compliance [^.]{0,60}(?:by|until|on)))\\s+"
                    + DAY);

    private EffectiveDates() {}

    /** From when the document binds, with the words that say so; null where it binds nobody. */
    static @Nullable Found<Effective> of(FederalRegisterDocument document, Stage stage) {
        if (stage != Stage.FINAL) {
            return null;
        }
        String dates = Objects.requireNonNullElse(document.dates(), "");
        LocalDate own = document.effectiveOn();
        MatchResult stated = earliest(EFFECTIVE, dates);
        if (stated == null) {
            stated = earliest(OWN, document.summary());
        }
        if (own != null) {
            String words = stated == null ? own.toString() : words(stated);
            return new Found<>(effective(own, dates, document.summary(), Basis.PUBLISHER), words);
        }
        if (stated != null) {
            LocalDate from = Objects.requireNonNull(day(stated));
            return new Found<>(effective(from, dates, document.summary(), Basis.STATED), words(stated));
        }
        LocalDate published = document.publishedOn();
        return new Found<>(
                effective(published, dates, document.summary(), Basis.PUBLICATION), "published " + published);
    }

    private static Effective effective(LocalDate from, String dates, String summary, Basis basis) {
        LocalDate until = latestAfter(UNTIL, dates, from);
        if (until == null) {
            until = latestAfter(UNTIL, summary, from);
        }
        LocalDate compliance = latestAfter(COMPLIANCE, dates, from);
        return new Effective(from, until, compliance, basis);
    }

    private static @Nullable MatchResult earliest(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .filter(found -> day(found) != null)
                .min(java.util.Comparator.comparing(found -> Objects.requireNonNull(day(found))))
                .orElse(null);
    }

    private static @Nullable LocalDate latestAfter(Pattern pattern, String text, LocalDate from) {
        return pattern.matcher(text)
                .results()
                .map(EffectiveDates::day)
                .filter(day -> day != null && day.isAfter(from))
                .map(Objects::requireNonNull)
                .findFirst()
                .orElse(null);
    }

    private static String words(MatchResult found) {
        return found.group();
    }

    /** The day that a pattern found; null where no calendar has it. Groups of a result are counted from the end: a pattern may have others. */
    private static @Nullable LocalDate day(MatchResult found) {
        int last = found.groupCount();
        String name = found.group(last - 2).substring(0, 3).toUpperCase(Locale.ROOT);
        for (Month month : Month.values()) {
            if (month.name().startsWith(name)) {
                try {
                    return LocalDate.of(
                            Integer.parseInt(found.group(last)), month, Integer.parseInt(found.group(last - 1)));
                } catch (DateTimeException e) {
                    return null;
                }
            }
        }
        return null;
    }
}

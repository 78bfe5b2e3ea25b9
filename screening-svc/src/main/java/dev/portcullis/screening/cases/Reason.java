package dev.portcullis.screening.cases;

import dev.portcullis.screening.cases.Case.Outcome;

/**
 * A reason that a decision may give.
 *
 * @param code its code
 * @param outcome what it speaks for
 * @param text in our own words
 * @param evidence how many documents it needs at the least
 */
public record Reason(String code, Outcome outcome, String text, int evidence) {}

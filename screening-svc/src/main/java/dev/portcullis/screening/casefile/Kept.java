package dev.portcullis.screening.casefile;

import dev.portcullis.screening.cases.Side;
import dev.portcullis.screening.screening.Subject;

/**
 * A kept party, as far as a screening needs to know it.
 *
 * @param id its id
 * @param subject who is screened
 * @param side what decisions may rest on
 */
public record Kept(String id, Subject subject, Side side) {}

package dev.portcullis.classification.controllist;

import dev.portcullis.classification.rules.Rule;
import dev.portcullis.contracts.Eccn;
import java.time.LocalDate;
import java.util.List;

/**
 * An entry on a day.
 *
 * @param edition issue date of the text
 * @param asOf the day
 * @param rules the parametric rules of its paragraphs, in the order of review
 */
public record EntryView(
        Eccn eccn,
        String title,
        List<String> reasonsForControl,
        String citation,
        LocalDate edition,
        LocalDate asOf,
        List<Rule> rules) {}

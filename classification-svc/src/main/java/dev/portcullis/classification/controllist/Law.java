package dev.portcullis.classification.controllist;

import dev.portcullis.classification.rules.ParagraphRef;
import dev.portcullis.classification.rules.Rule;
import dev.portcullis.classification.rules.RuleBook;

/**
 * An edition of the list with the rules that read its paragraphs. Immutable.
 *
 * @param list the edition
 * @param rules the rules, each of an entry that the edition holds
 */
public record Law(ControlList list, RuleBook rules) {
    public Law {
        for (Rule rule : rules.rules()) {
            ParagraphRef paragraph = rule.paragraph();
            if (paragraph != null && list.entry(paragraph.eccn()).isEmpty()) {
                throw new IllegalArgumentException(rule.id() + " is of an entry that the list does not hold");
            }
        }
    }
}

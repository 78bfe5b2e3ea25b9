package dev.portcullis.classification.controllist;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.portcullis.classification.controllist.ControlListEntry.Control;
import dev.portcullis.classification.controllist.ControlListEntry.ListException;
import dev.portcullis.classification.controllist.ControlListEntry.Paragraph;
import dev.portcullis.classification.controllist.ControlListEntry.Requirement;
import dev.portcullis.classification.controllist.OtherLists.Numbers;
import dev.portcullis.classification.rules.Rule;
import dev.portcullis.contracts.Eccn;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An entry on a day.
 *
 * @param category the category, 0 to 9 (15 CFR 738.2(a))
 * @param productGroup the product group, A to E (15 CFR 738.2(b))
 * @param holdingEntry the 0Y521 entry of its product group, which can hold what no entry describes yet
 * @param otherLists what it is called on the lists of others; absent where it has no counterpart
 * @param edition issue date of the text
 * @param asOf the day
 * @param rules the parametric rules of its paragraphs, in the order of review
 * @param readByRules whether the service reads any of its paragraphs by itself; where false, a person must read the entry, and a
 *     classification says nothing about it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record EntryView(
        Eccn eccn,
        int category,
        String productGroup,
        String title,
        String heading,
        List<String> reasonsForControl,
        List<String> reasonsInProse,
        Requirement requirement,
        List<Control> controls,
        List<ListException> exceptions,
        @Nullable String relatedControls,
        List<Eccn> related,
        @Nullable Eccn holdingEntry,
        @Nullable Numbers otherLists,
        boolean paragraphsHeld,
        List<Paragraph> paragraphs,
        String citation,
        LocalDate edition,
        LocalDate asOf,
        boolean readByRules,
        List<Rule> rules) {
    private static final OtherLists OTHERS = ControlListFile.otherLists();

    /** The entry of an edition on a day. */
    static EntryView of(ControlListEntry entry, Law law, LocalDate day) {
        List<Rule> rules = law.rules().rules(entry.eccn(), day);
        return new EntryView(
                entry.eccn(),
                entry.eccn().category(),
                String.valueOf(entry.eccn().productGroup()),
                entry.title(),
                entry.heading(),
                entry.reasonsForControl(),
                entry.reasonsInProse(),
                entry.requirement(),
                entry.controls(),
                entry.exceptions(),
                entry.relatedControls(),
                entry.related(),
                law.list().holdingEntry(entry.eccn()).orElse(null),
                OTHERS.of(entry).orElse(null),
                entry.paragraphsHeld(),
                entry.paragraphs(),
                entry.citation(),
                law.list().edition(),
                day,
                !rules.isEmpty(),
                rules);
    }
}

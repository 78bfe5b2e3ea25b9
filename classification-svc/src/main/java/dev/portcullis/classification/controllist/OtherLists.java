package dev.portcullis.classification.controllist;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.portcullis.contracts.Eccn;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What entries are called on the lists of others. Entries that come from a regime carry one number on the lists of its members (15 CFR
 * 738.2(d)(1)); those that the United States controls alone have none elsewhere.
 *
 * @param note what to know before a number is used
 * @param citation where the numbers come from
 * @param series the runs of numbers
 */
public record OtherLists(String note, String citation, List<Series> series) {
    public OtherLists {
        series = List.copyOf(series);
    }

    /**
     * A run of numbers that come from one regime.
     *
     * @param first first of the numbers' last three digits
     * @param last last of them
     * @param productGroups letters of the product groups that are numbered alike
     * @param reason the reason for control that an entry of the regime has
     * @param wassenaar whether the numbers are those of the Wassenaar Arrangement's list
     * @param except entries within it that the United States controls alone
     */
    public record Series(
            String regime,
            int first,
            int last,
            String productGroups,
            String reason,
            boolean wassenaar,
            Set<Eccn> except) {
        public Series {
            except = Set.copyOf(except);
        }

        private boolean holds(ControlListEntry entry) {
            int number = Integer.parseInt(entry.eccn().value().substring(2));
            return first <= number
                    && number <= last
                    && productGroups.indexOf(entry.eccn().productGroup()) >= 0
                    && entry.reasonsForControl().contains(reason)
                    && !except.contains(entry.eccn());
        }
    }

    /**
     * The numbers of an entry elsewhere.
     *
     * @param regime where the entry comes from
     * @param wassenaar its number on the Wassenaar Arrangement's list of dual-use goods; absent for other regimes
     * @param eu its number in Annex I of Regulation (EU) 2021/821
     * @param uk its number on the United Kingdom's list
     * @param note what to know before they are used
     * @param citation where they come from
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Numbers(
            String regime, @Nullable String wassenaar, String eu, String uk, String note, String citation) {}

    /** What an entry is called elsewhere; empty for one that has no counterpart, or whose number there is not known. */
    public Optional<Numbers> of(ControlListEntry entry) {
        return series.stream().filter(run -> run.holds(entry)).findFirst().map(run -> {
            String number = entry.eccn().value();
            String wassenaar = number.charAt(0) + "." + number.charAt(1) + "." + Integer.parseInt(number.substring(2));
            return new Numbers(run.regime(), run.wassenaar() ? wassenaar : null, number, number, note, citation);
        });
    }
}

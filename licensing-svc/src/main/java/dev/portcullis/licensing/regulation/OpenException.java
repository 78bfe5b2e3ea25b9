package dev.portcullis.licensing.regulation;

import dev.portcullis.contracts.Eccn;
import dev.portcullis.licensing.regulation.ListBasedException.Eligibility;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A license exception as it may be open to the items of one entry.
 *
 * @param exception the exception
 * @param listed what the entry says of it where it opens it (15 CFR 738.2(d)(2)); null where the exception does not turn on that, or
 *     the entry says nothing
 * @param requires the facts that it needs for items of the entry: its own, and where its entry opens or closes it for some of them
 *     only, whether the item is one
 */
public record OpenException(
        LicenseException exception, @Nullable ListBasedException listed, List<Requirement> requires) {

    static OpenException of(LicenseException exception, Eccn eccn, List<ListBasedException> entry) {
        List<Requirement> requires = new ArrayList<>(exception.requires());
        ListBasedException listed = exception.listBased() ? opened(exception, entry) : null;
        if (listed != null
                && (listed.eligibility() == Eligibility.PARTLY
                        || listed.limitsUsd().size() > 1)) {
            requires.add(yes(
                    exception.symbol() + ".eligible",
                    "Does " + exception.symbol() + " of " + eccn + " reach this item? Its entry says: "
                            + listed.terms()));
        }
        for (ListBasedException closed : entry) {
            if (closed.symbol().equals(exception.symbol()) && closed.eligibility() == Eligibility.RESTRICTED) {
                requires.add(yes(
                        exception.symbol() + ".notRestricted",
                        "Is the item outside of what its entry keeps from " + exception.symbol() + "? It says: "
                                + closed.terms()));
            }
        }
        return new OpenException(exception, listed, List.copyOf(requires));
    }

    private static @Nullable ListBasedException opened(LicenseException exception, List<ListBasedException> entry) {
        for (ListBasedException one : entry) {
            if (one.symbol().equals(exception.symbol()) && one.eligibility() != Eligibility.RESTRICTED) {
                return one;
            }
        }
        return null;
    }

    private static Requirement yes(String fact, String question) {
        return new Requirement(fact, question, Requirement.Kind.YES, null, Set.of());
    }
}

package dev.portcullis.classification.imports;

import dev.portcullis.classification.controllist.ControlList;
import dev.portcullis.classification.controllist.ControlListEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;

/**
 * Whether an edition may stand beside the one before it. A rule of the Federal Register takes a few entries off the list; an edition
 * that lost more, as a whole or in a category, or lost the license requirements of its entries, is a broken file.
 *
 * @param largestLoss the share that may be lost, 0 to 1
 */
record Losses(double largestLoss) {
    private static final int SMALL = 20;

    Losses {
        if (!(largestLoss >= 0 && largestLoss <= 1)) {
            throw new IllegalArgumentException("a share lies between 0 and 1");
        }
    }

    /** The reasons for which the edition is refused, none where it is sound. */
    List<String> between(ControlList present, ControlList next) {
        List<String> reasons = new ArrayList<>();
        loss("the edition", "entries", size(present, entry -> 1), size(next, entry -> 1), reasons);
        IntStream.rangeClosed(0, 9)
                .forEach(category -> loss(
                        "category " + category,
                        "entries",
                        size(present, entry -> entry.eccn().category() == category ? 1 : 0),
                        size(next, entry -> entry.eccn().category() == category ? 1 : 0),
                        reasons));
        ToIntFunction<ControlListEntry> controls = entry -> entry.controls().size();
        loss("the edition", "rows of license requirements", size(present, controls), size(next, controls), reasons);
        ToIntFunction<ControlListEntry> exceptions = entry -> entry.exceptions().size();
        loss("the edition", "lines of license exceptions", size(present, exceptions), size(next, exceptions), reasons);
        return reasons;
    }

    private void loss(String where, String what, int before, int after, List<String> reasons) {
        if (before >= SMALL && before - after > largestLoss * before) {
            reasons.add("%s shrank from %d to %d %s, more than %d %%"
                    .formatted(where, before, after, what, Math.round(largestLoss * 100)));
        }
    }

    private static int size(ControlList list, ToIntFunction<ControlListEntry> count) {
        return list.entries().stream().mapToInt(count).sum();
    }
}

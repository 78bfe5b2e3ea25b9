package dev.portcullis.classification.item;

import dev.portcullis.platform.paging.PageRequest;
import dev.portcullis.platform.problem.Problems;

/** Cursors over things that are numbered within their item. */
public final class Numbers {
    private Numbers() {}

    /** The number after which a page starts; 0 for the first page. */
    public static int after(PageRequest page) {
        String after = page.after();
        if (after == null) {
            return 0;
        }
        try {
            return Integer.parseInt(after);
        } catch (NumberFormatException notOurs) {
            throw Problems.badParameter("cursor", "is not a cursor of this list: take the `next` of the page before");
        }
    }
}

package dev.portcullis.screening.screening;

import dev.portcullis.screening.list.ListedParty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What people have decided of whoever is screened, as it holds on the day. Must give the same answer whenever it is asked. */
public interface Decided {
    /** By what an entry is known to be somebody else; nothing where it is not. */
    @Nullable
    Clearance clearance(ListedParty entry);

    /**
     * The hits, best first, with those marked and added that people have confirmed.
     *
     * @param found what was found by name and evidence, without what is cleared
     */
    List<Finding.Hit> confirm(List<Finding.Hit> found);
}

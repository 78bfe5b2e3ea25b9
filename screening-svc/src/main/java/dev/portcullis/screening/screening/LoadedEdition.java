package dev.portcullis.screening.screening;

import dev.portcullis.screening.list.Edition;
import dev.portcullis.screening.list.ListedParty;
import java.util.List;

/**
 * An edition in memory.
 *
 * @param edition what it is
 * @param entries its entries, in the order of its file
 */
public record LoadedEdition(Edition edition, List<ListedParty> entries) {
    public LoadedEdition {
        entries = List.copyOf(entries);
    }
}

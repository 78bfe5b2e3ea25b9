package dev.portcullis.screening.format;

import dev.portcullis.screening.list.ListFile;
import dev.portcullis.screening.list.ListedParty;
import dev.portcullis.screening.list.UnreadableListException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Gathers the entries of a file; an entry that cannot be read is counted and left out, and the rest is read. */
final class Entries {
    private final Limits limits;
    private final List<ListedParty> entries = new ArrayList<>();
    private final List<ListFile.QuarantinedRow> quarantine = new ArrayList<>();
    private final Set<String> ids = new HashSet<>();
    private int quarantined;

    Entries(Limits limits) {
        this.limits = limits;
    }

    /** Refuses the file where it has more rows than it may. */
    void checkRows(long row) {
        if (row > limits.rows()) {
            throw new UnreadableListException("the file has more than " + limits.rows() + " rows");
        }
    }

    void add(long row, PartyDraft draft) {
        add(row, () -> draft.build(limits));
    }

    /** Takes what the supplier reads, or its {@link IllegalArgumentException} as the reason for quarantine. */
    void add(long row, Supplier<ListedParty> entry) {
        checkRows(row);
        try {
            ListedParty read = entry.get();
            if (!ids.add(read.id())) {
                throw new IllegalArgumentException("the id of an earlier row comes again");
            }
            entries.add(read);
        } catch (IllegalArgumentException e) {
            quarantine(row, String.valueOf(e.getMessage()));
        }
    }

    /** Counts a row that could not be read; the reason says nothing of its content. */
    void quarantine(long row, String reason) {
        quarantined++;
        if (quarantine.size() < ListFile.KEPT) {
            quarantine.add(new ListFile.QuarantinedRow(row, reason));
        }
    }

    ListFile file(@Nullable LocalDate published, long repaired) {
        return new ListFile(entries, quarantined, quarantine, published, repaired);
    }
}

package dev.portcullis.screening.format;

import dev.portcullis.screening.list.ListFile;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Puts entries together of which a file has several rows, wherever in the file they stand. */
final class Grouped {
    private final Entries entries;
    private final Map<String, Group> groups = new LinkedHashMap<>();

    Grouped(Entries entries) {
        this.entries = entries;
    }

    private record Group(long row, PartyDraft draft) {}

    /** The draft of a party; a new one where the row is its first. */
    PartyDraft draft(long row, String id, Supplier<PartyDraft> fresh) {
        return groups.computeIfAbsent(id, ignored -> new Group(row, fresh.get()))
                .draft();
    }

    ListFile file(@Nullable LocalDate published, long repaired) {
        groups.values().forEach(group -> entries.add(group.row(), group.draft()));
        return entries.file(published, repaired);
    }
}

package dev.portcullis.screening.batch;

import dev.portcullis.platform.csv.CsvLine;
import dev.portcullis.screening.screening.Clearance;
import dev.portcullis.screening.screening.Finding;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Results as a table for people: what has no place in a cell, the score word by word, is told by the other form alone. */
final class ResultTable {
    static final String HEADER = CsvLine.of(List.of(
            "line",
            "reference",
            "name",
            "country",
            "status",
            "list",
            "entryId",
            "listedName",
            "matchedName",
            "queriedName",
            "score",
            "nameScore",
            "notice",
            "programs",
            "countries",
            "evidence",
            "editions",
            "profile",
            "clearedBy",
            "clearedUntil"));

    private ResultTable() {}

    /** A line for each hit, and for each that is cleared; one for a row without. */
    static String lines(RowResult row) {
        if (row.hits().isEmpty() && row.cleared().isEmpty()) {
            return line(row, null, null);
        }
        return Stream.concat(
                        row.hits().stream().map(hit -> line(row, hit, null)),
                        row.cleared().stream().map(cleared -> line(row, cleared.hit(), cleared.by())))
                .collect(Collectors.joining());
    }

    private static String line(RowResult row, Finding.@Nullable Hit hit, @Nullable Clearance clearance) {
        List<@Nullable Object> cells = new ArrayList<>();
        cells.add(row.line());
        cells.add(row.reference());
        cells.add(row.name());
        cells.add(row.country());
        cells.add(row.status());
        cells.addAll(
                hit == null
                        ? Arrays.asList(new @Nullable Object[11])
                        : Arrays.<@Nullable Object>asList(
                                hit.list(),
                                hit.entryId(),
                                hit.listedName(),
                                hit.matchedName(),
                                hit.queriedName(),
                                hit.score(),
                                hit.nameScore(),
                                hit.reference(),
                                String.join(" ", hit.programs()),
                                String.join(" ", hit.countries()),
                                hit.evidence().stream()
                                        .map(evidence -> evidence.kind() + " " + evidence.verdict())
                                        .collect(Collectors.joining("; "))));
        cells.add(row.editions());
        cells.add(row.profile());
        cells.add(clearance == null ? null : clearance.id());
        cells.add(clearance == null ? null : clearance.until());
        return CsvLine.of(cells);
    }
}

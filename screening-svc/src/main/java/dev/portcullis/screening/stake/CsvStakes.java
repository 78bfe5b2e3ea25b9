package dev.portcullis.screening.stake;

import dev.portcullis.platform.csv.BoundedFieldReader;
import dev.portcullis.screening.ownership.Owner;
import dev.portcullis.screening.ownership.Share;
import dev.portcullis.screening.ownership.Stake;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Reads stakes of comma-separated values (RFC 4180) with a header; docs/ownership.md tells the columns. An owner is a kept party
 * ({@code party:pty-...}), an entry of a list ({@code entry:SDN/123}), an id of the source's own, or, where that is left out, its name.
 */
final class CsvStakes {
    private static final int LONGEST_FIELD = 2_000;
    private static final Set<String> COLUMNS = Set.of(
            "owner",
            "owner_name",
            "owner_country",
            "owned",
            "owned_name",
            "owned_country",
            "kind",
            "share",
            "from",
            "to");
    private static final CSVFormat LAYOUT =
            CSVFormat.RFC4180.builder().setIgnoreEmptyLines(true).get();

    private final String source;

    CsvStakes(String source) {
        this.source = source;
    }

    StakeFile read(Reader file) throws IOException {
        StakeFile.Builder content = new StakeFile.Builder();
        try {
            // Not closed: closing the parser would close the caller's stream.
            CSVParser parser = CSVParser.builder()
                    .setReader(new BoundedFieldReader(file, LONGEST_FIELD))
                    .setFormat(LAYOUT)
                    .get();
            Iterator<CSVRecord> records = parser.iterator();
            if (!records.hasNext()) {
                throw new UnreadableStakesException("it is empty");
            }
            List<String> columns = columns(records.next());
            while (records.hasNext()) {
                CSVRecord record = records.next();
                long line = record.getRecordNumber();
                try {
                    row(line, cells(record, columns), content);
                } catch (IllegalArgumentException e) {
                    content.fault(line, "is wrong: " + e.getMessage());
                }
            }
        } catch (UncheckedIOException e) {
            throw unreadable(Objects.requireNonNull(e.getCause()));
        } catch (CSVException | BoundedFieldReader.TooLongException e) {
            throw unreadable(e);
        }
        return content.build();
    }

    private static RuntimeException unreadable(IOException e) throws IOException {
        if (e instanceof BoundedFieldReader.TooLongException) {
            return new UnreadableStakesException(String.valueOf(e.getMessage()));
        }
        if (e instanceof CSVException) {
            return new UnreadableStakesException(
                    "it is not CSV: a quotation mark stands inside a field or is never closed");
        }
        throw e;
    }

    private static List<String> columns(CSVRecord header) {
        List<String> columns = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (String cell : header) {
            String column = cell.strip().toLowerCase(Locale.ROOT);
            if (!COLUMNS.contains(column) || !seen.add(column)) {
                throw new UnreadableStakesException("column " + (columns.size() + 1)
                        + " of its header is none of these, or comes twice: "
                        + String.join(", ", COLUMNS.stream().sorted().toList()));
            }
            columns.add(column);
        }
        return columns;
    }

    private static Map<String, String> cells(CSVRecord record, List<String> columns) {
        if (record.size() != columns.size()) {
            throw new IllegalArgumentException("it has " + record.size() + " fields, the header has " + columns.size());
        }
        Map<String, String> cells = new HashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            cells.put(columns.get(i), record.get(i).strip());
        }
        return cells;
    }

    private void row(long line, Map<String, String> cells, StakeFile.Builder content) {
        Owner owner = side("owner", cells, content);
        Owner owned = side("owned", cells, content);
        Stake.Kind kind = kind(cells.getOrDefault("kind", ""));
        String share = cells.getOrDefault("share", "");
        content.stake(
                line,
                new Stake(
                        owner,
                        owned,
                        kind,
                        kind != Stake.Kind.OWNERSHIP || share.isEmpty() ? Share.UNKNOWN : Share.parse(share),
                        Cells.first(cells.get("from")),
                        Cells.last(cells.get("to")),
                        source));
    }

    private Owner side(String side, Map<String, String> cells, StakeFile.Builder content) {
        String id = cells.getOrDefault(side, "");
        String name = cells.getOrDefault(side + "_name", "");
        if (id.startsWith("party:") || id.startsWith("entry:")) {
            return Owner.parse(id);
        }
        if (id.isEmpty() && name.isEmpty()) {
            throw new IllegalArgumentException(side + " and " + side + "_name are both empty");
        }
        Owner owner = id.isEmpty() ? Cells.named(source, Cells.name(name)) : Cells.own(source, id);
        if (!name.isEmpty()) {
            content.name(owner, new OwnerName(List.of(Cells.name(name)), Cells.country(cells.get(side + "_country"))));
        }
        return owner;
    }

    private static Stake.Kind kind(String text) {
        return switch (text.toUpperCase(Locale.ROOT)) {
            case "", "OWNERSHIP" -> Stake.Kind.OWNERSHIP;
            case "CONTROL" -> Stake.Kind.CONTROL;
            case "SAME" -> Stake.Kind.SAME;
            default -> throw new IllegalArgumentException("kind is ownership, control or same");
        };
    }
}

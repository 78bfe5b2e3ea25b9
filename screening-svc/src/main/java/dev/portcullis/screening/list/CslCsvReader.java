package dev.portcullis.screening.list;

import dev.portcullis.contracts.CountryCode;
import dev.portcullis.platform.csv.BoundedFieldReader;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * Reads the CSV file of the Consolidated Screening List as trade.gov publishes it: UTF-8 with or without a byte order mark, a
 * header row, fields in quotation marks that may hold line ends, {@code "; "} between the values of a field. It reads row by
 * row; a row that does not fit the layout or the limits is quarantined and counted, and the rest is read.
 */
public final class CslCsvReader {
    private static final Set<String> REQUIRED = Set.of("_id", "source", "name", "alt_names", "addresses");

    private static final CSVFormat LAYOUT =
            CSVFormat.RFC4180.builder().setIgnoreEmptyLines(true).get();

    private final Limits limits;

    public CslCsvReader(Limits limits) {
        this.limits = limits;
    }

    /**
     * Bounds of a file.
     *
     * @param rows the most rows
     * @param fieldCharacters the most characters of a field
     * @param nameCharacters the most characters of a name or an alias
     * @param aliases the most aliases of an entry
     */
    public record Limits(int rows, int fieldCharacters, int nameCharacters, int aliases) {
        /** Several times what the list of 2026 holds: 25,921 rows, names up to 381 and fields up to 3,008 characters. */
        public static final Limits DEFAULT = new Limits(500_000, 100_000, 2_000, 1_000);
    }

    /**
     * Reads a file to its end. The caller closes the stream.
     *
     * @throws UnreadableListException where the file as a whole is no edition: another header, not UTF-8, too many rows, a
     *     quotation mark that is never closed
     * @throws IOException where the stream fails
     */
    public ListFile read(InputStream file) throws IOException {
        Reader text = new BoundedFieldReader(
                new InputStreamReader(
                        skipByteOrderMark(file),
                        StandardCharsets.UTF_8
                                .newDecoder()
                                .onMalformedInput(CodingErrorAction.REPORT)
                                .onUnmappableCharacter(CodingErrorAction.REPORT)),
                limits.fieldCharacters());
        try {
            // Not closed: closing the parser would close the caller's stream.
            CSVParser parser =
                    CSVParser.builder().setReader(text).setFormat(LAYOUT).get();
            return readRows(parser.iterator());
        } catch (UncheckedIOException e) {
            throw unreadable(Objects.requireNonNull(e.getCause()));
        } catch (CharacterCodingException | CSVException e) {
            throw unreadable(e);
        }
    }

    private static UnreadableListException unreadable(IOException e) throws IOException {
        if (e instanceof CharacterCodingException) {
            return new UnreadableListException("the file is not UTF-8");
        }
        if (e instanceof CSVException) {
            return new UnreadableListException(
                    "the file is not CSV: a quotation mark stands inside a field or is never closed");
        }
        if (e instanceof BoundedFieldReader.TooLongException) {
            return new UnreadableListException(String.valueOf(e.getMessage()));
        }
        throw e;
    }

    private ListFile readRows(Iterator<CSVRecord> rows) {
        if (!rows.hasNext()) {
            throw new UnreadableListException("the file is empty");
        }
        CSVRecord header = rows.next();
        Map<String, Integer> columns = columns(header);
        List<ListedParty> entries = new ArrayList<>();
        List<ListFile.QuarantinedRow> quarantine = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        int quarantined = 0;
        while (rows.hasNext()) {
            CSVRecord row = rows.next();
            if (row.getRecordNumber() > limits.rows()) {
                throw new UnreadableListException("the file has more than " + limits.rows() + " rows");
            }
            try {
                ListedParty entry = entry(row, columns, header.size());
                if (!ids.add(entry.id())) {
                    throw new IllegalArgumentException("the id of an earlier row comes again");
                }
                entries.add(entry);
            } catch (IllegalArgumentException e) {
                quarantined++;
                if (quarantine.size() < ListFile.KEPT) {
                    quarantine.add(new ListFile.QuarantinedRow(row.getRecordNumber(), String.valueOf(e.getMessage())));
                }
            }
        }
        return new ListFile(entries, quarantined, quarantine);
    }

    private static Map<String, Integer> columns(CSVRecord header) {
        Map<String, Integer> columns = new TreeMap<>();
        for (int i = 0; i < header.size(); i++) {
            columns.putIfAbsent(header.get(i).trim().toLowerCase(Locale.ROOT), i);
        }
        if (!columns.keySet().containsAll(REQUIRED)) {
            throw new UnreadableListException(
                    "the first row is not the header of the Consolidated Screening List: it lacks one of "
                            + String.join(", ", REQUIRED.stream().sorted().toList()));
        }
        return columns;
    }

    private ListedParty entry(CSVRecord row, Map<String, Integer> columns, int width) {
        if (row.size() != width) {
            throw new IllegalArgumentException("the row has " + row.size() + " fields, the header has " + width);
        }
        Row fields = new Row(row, columns);
        String name = fields.text("name");
        if (name == null) {
            throw new IllegalArgumentException("the row has no name");
        }
        Set<String> aliases = new LinkedHashSet<>(fields.values("alt_names"));
        aliases.remove(name);
        if (aliases.size() > limits.aliases()) {
            throw new IllegalArgumentException("the row has more than " + limits.aliases() + " aliases");
        }
        if (name.length() > limits.nameCharacters()
                || aliases.stream().anyMatch(alias -> alias.length() > limits.nameCharacters())) {
            throw new IllegalArgumentException("a name is longer than " + limits.nameCharacters() + " characters");
        }
        List<String> addresses = fields.values("addresses");
        return new ListedParty(
                idOf(fields),
                ListCode.of(fields.required("source")),
                type(fields.text("type")),
                name,
                aliases.stream().map(Alias::strong).toList(),
                addresses,
                countries(addresses),
                fields.values("programs"),
                fields.text("federal_register_notice"),
                fields.text("license_requirement"),
                fields.text("license_policy"),
                fields.text("remarks"),
                fields.text("source_list_url"),
                Particulars.NONE);
    }

    private static String idOf(Row fields) {
        String id = fields.required("_id");
        if (id.length() > 200) {
            throw new IllegalArgumentException("the id is longer than 200 characters");
        }
        return id;
    }

    private static ListedParty.Type type(@Nullable String text) {
        return switch (text == null ? "" : text.toLowerCase(Locale.ROOT)) {
            case "entity" -> ListedParty.Type.ENTITY;
            case "individual" -> ListedParty.Type.INDIVIDUAL;
            case "vessel" -> ListedParty.Type.VESSEL;
            case "aircraft" -> ListedParty.Type.AIRCRAFT;
            default -> ListedParty.Type.UNKNOWN;
        };
    }

    /** Each address ends with the country's code. */
    private static List<String> countries(List<String> addresses) {
        return addresses.stream()
                .map(address -> address.substring(address.lastIndexOf(',') + 1).trim())
                .filter(last -> last.length() == 2 && CountryCode.isKnown(last))
                .map(last -> last.toUpperCase(Locale.ROOT))
                .distinct()
                .sorted()
                .toList();
    }

    private static InputStream skipByteOrderMark(InputStream file) throws IOException {
        BufferedInputStream in = new BufferedInputStream(file, 1 << 16);
        in.mark(3);
        if (!Arrays.equals(in.readNBytes(3), new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF})) {
            in.reset();
        }
        return in;
    }

    /** The fields of a row by the header's names. */
    private record Row(CSVRecord row, Map<String, Integer> columns) {
        @Nullable
        String text(String column) {
            Integer at = columns.get(column);
            String value = at == null ? "" : row.get(at).strip();
            if (value.indexOf('\0') >= 0) {
                throw new IllegalArgumentException("the field " + column + " holds a NUL character");
            }
            return value.isEmpty() ? null : value;
        }

        String required(String column) {
            String value = text(column);
            if (value == null) {
                throw new IllegalArgumentException("the row has no " + column);
            }
            return value;
        }

        List<String> values(String column) {
            String value = text(column);
            return value == null
                    ? List.of()
                    : Arrays.stream(value.split(";"))
                            .map(String::strip)
                            .filter(part -> !part.isEmpty())
                            .distinct()
                            .toList();
        }
    }
}

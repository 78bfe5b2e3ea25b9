package dev.portcullis.screening.batch;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.portcullis.platform.rows.CsvRows;
import dev.portcullis.platform.rows.RawRow;
import dev.portcullis.platform.rows.UnreadableFileException;
import dev.portcullis.screening.format.Countries;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads rows of a table as subjects, by the words of its header, which are data: {@code batches/columns.csv}. Aliases, countries and
 * identifiers may be several in one cell, apart by semicolons, or in several columns; what stands in columns for street and city is one
 * address. A column whose header is not known is passed over, and said to be.
 */
final class CsvColumns implements CsvRows.Columns {
    private static final String IDENTIFIER = "id:";
    private static final Set<String> SEVERAL = Set.of("alias", "country", "address", "addressPart", "middle");
    private static final int LONGEST_HEADER = 100;

    private final List<ColumnRead> columns;

    private CsvColumns(List<ColumnRead> columns) {
        this.columns = columns;
    }

    /**
     * The columns of a header.
     *
     * @throws UnreadableFileException where none is a name, or two are what a subject has one of
     */
    static CsvColumns of(List<String> header) {
        List<ColumnRead> columns = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (String cell : header) {
            String text = cell.strip();
            String column = text.length() > LONGEST_HEADER ? null : BatchWords.COLUMNS.meaning(text);
            if (column != null && !seen.add(column) && !SEVERAL.contains(column) && !column.startsWith(IDENTIFIER)) {
                throw new UnreadableFileException("column " + (columns.size() + 1) + " of the header is a second "
                        + column + ": name one of the two otherwise");
            }
            columns.add(new ColumnRead(
                    text.substring(0, Math.min(text.length(), LONGEST_HEADER)).replace("\0", ""), column));
        }
        if (!seen.contains("name") && !seen.contains("family") && !seen.contains("given")) {
            throw new UnreadableFileException(
                    "no column of the header is a name: call one name, or two familyName and givenName");
        }
        return new CsvColumns(columns);
    }

    /** How each column is read. */
    List<ColumnRead> columns() {
        return columns;
    }

    @Override
    public RawRow row(int line, List<String> cells) {
        Draft draft = new Draft();
        for (int i = 0; i < cells.size(); i++) {
            String cell = cells.get(i).strip();
            String column = columns.get(i).readAs();
            if (!cell.isEmpty() && column != null) {
                draft.put(column, cell);
            }
        }
        return RawRow.of(line, draft.finish());
    }

    /** A subject that cells are put into. */
    private static final class Draft {
        private final ObjectNode subject = JsonNodeFactory.instance.objectNode();
        private final List<String> addressParts = new ArrayList<>();
        private @Nullable String given;
        private @Nullable String middle;

        void put(String column, String cell) {
            if (column.startsWith(IDENTIFIER)) {
                for (String number : several(cell)) {
                    subject.withArray("identifiers")
                            .addObject()
                            .put("type", column.substring(IDENTIFIER.length()))
                            .put("number", number);
                }
                return;
            }
            switch (column) {
                case "alias" -> several(cell).forEach(subject.withArray("aliases")::add);
                case "country" -> several(cell).forEach(this::country);
                case "address" -> subject.withArray("addresses").add(cell);
                case "addressPart" -> addressParts.add(cell);
                case "type" -> {
                    String type = BatchWords.TYPES.meaning(cell);
                    subject.put("type", type == null ? cell : type);
                }
                case "birth" -> subject.put("birthDate", cell);
                case "family", "patronymic" -> parts().put(column, cell);
                case "given" -> given = cell;
                case "middle" -> middle = middle == null ? cell : middle + " " + cell;
                default -> subject.put(column, cell);
            }
        }

        private void country(String text) {
            String code = Countries.code(text);
            String country = code == null ? text : code;
            if (subject.has("country")) {
                subject.withArray("countries").add(country);
            } else {
                subject.put("country", country);
            }
        }

        private ObjectNode parts() {
            return subject.withObject("/nameParts");
        }

        ObjectNode finish() {
            String following = given == null ? middle : middle == null ? given : given + " " + middle;
            if (following != null) {
                parts().put("given", following);
            }
            if (!addressParts.isEmpty()) {
                ArrayNode addresses = subject.withArray("addresses");
                addresses.add(String.join(", ", addressParts));
            }
            return subject;
        }

        private static List<String> several(String cell) {
            List<String> values = new ArrayList<>();
            for (String value : cell.split(";")) {
                if (!value.isBlank()) {
                    values.add(value.strip());
                }
            }
            return values;
        }
    }
}

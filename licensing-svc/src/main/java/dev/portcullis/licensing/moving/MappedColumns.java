package dev.portcullis.licensing.moving;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.portcullis.platform.rows.CsvRows;
import dev.portcullis.platform.rows.RawRow;
import dev.portcullis.platform.rows.UnreadableFileException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the cells of an export by its mapping. What a cell holds is never repeated in an error: it may be somebody's secret. */
final class MappedColumns implements CsvRows.Columns {
    static final int MOST_COLUMNS = 200;
    static final int LONGEST_FIELD = 20_000;

    private final Mapping mapping;
    private final List<Mapping.@Nullable Column> columns;
    private final List<String> names;
    private final Pattern number;

    private MappedColumns(Mapping mapping, List<Mapping.@Nullable Column> columns, List<String> names) {
        this.mapping = mapping;
        this.columns = columns;
        this.names = names;
        String decimal = Pattern.quote(String.valueOf(mapping.decimal()));
        String whole = mapping.grouping() == null
                ? "[0-9]{1,18}"
                : "(?:[0-9]{1,18}|[0-9]{1,3}(?:" + Pattern.quote(String.valueOf(mapping.grouping()))
                        + "[0-9]{3}){1,5})";
        this.number = Pattern.compile("(" + whole + ")(?:" + decimal + "([0-9]{1,6}))?");
    }

    /**
     * The columns of a header.
     *
     * @throws UnreadableFileException where one is not known to the mapping or comes twice, or one of the mapping is missing
     */
    static MappedColumns of(Mapping mapping, List<String> header) {
        List<Mapping.@Nullable Column> columns = new ArrayList<>();
        List<String> names = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (String cell : header) {
            String name = cell.strip();
            if (!mapping.columns().containsKey(name) && !mapping.ignored().contains(name)) {
                throw new UnreadableFileException(
                        "column " + (names.size() + 1) + " of the header is not known to the mapping");
            }
            if (!seen.add(name)) {
                throw new UnreadableFileException("column " + (names.size() + 1) + " of the header comes twice");
            }
            columns.add(mapping.columns().get(name));
            names.add(name);
        }
        mapping.columns().forEach((name, column) -> {
            if (!seen.contains(name) && column.field() == Field.NUMBER) {
                throw new UnreadableFileException("the header lacks the column " + name);
            }
        });
        return new MappedColumns(mapping, columns, names);
    }

    @Override
    public RawRow row(int line, List<String> cells) {
        ObjectNode content = JsonNodeFactory.instance.objectNode();
        mapping.defaults().forEach((field, value) -> content.put(field.word(), value));
        for (int i = 0; i < columns.size(); i++) {
            Mapping.Column column = columns.get(i);
            String cell = cells.get(i).strip();
            if (column == null || cell.isEmpty()) {
                continue;
            }
            String fault = put(content, column, cell);
            if (fault != null) {
                return RawRow.unreadable(line, "column " + names.get(i) + " " + fault);
            }
        }
        return RawRow.of(line, content);
    }

    private @Nullable String put(ObjectNode content, Mapping.Column column, String cell) {
        Field field = column.field();
        switch (field.shape()) {
            case TEXT -> {
                String value = value(column, cell);
                if (value == null) {
                    return "has a value that the mapping does not know";
                }
                content.put(field.word(), value);
            }
            case LIST -> {
                ArrayNode list = content.putArray(field.word());
                String separator = column.separator();
                for (String part :
                        separator == null ? List.of(cell) : List.of(cell.split(Pattern.quote(separator), -1))) {
                    String value = part.isBlank() ? null : value(column, part.strip());
                    if (value == null) {
                        return part.isBlank() ? "has an empty value" : "has a value that the mapping does not know";
                    }
                    list.add(value);
                }
            }
            case DATE -> {
                try {
                    content.put(
                            field.word(), LocalDate.parse(cell, mapping.dates()).toString());
                } catch (DateTimeException e) {
                    return "is no day as the mapping writes days";
                }
            }
            case NUMBER -> {
                BigDecimal parsed = number(cell);
                if (parsed == null) {
                    return "is no number as the mapping writes numbers";
                }
                content.put(field.word(), parsed);
            }
        }
        return null;
    }

    private static @Nullable String value(Mapping.Column column, String cell) {
        return column.values().isEmpty() ? cell : column.values().get(cell);
    }

    /** A number in digits, with thousands apart only in threes, so that a decimal sign of another country is never taken for one. */
    private @Nullable BigDecimal number(String cell) {
        var matcher = number.matcher(cell);
        if (!matcher.matches()) {
            return null;
        }
        Character grouping = mapping.grouping();
        String whole = grouping == null ? matcher.group(1) : matcher.group(1).replace(String.valueOf(grouping), "");
        return new BigDecimal(matcher.group(2) == null ? whole : whole + "." + matcher.group(2));
    }
}

package dev.portcullis.screening.format;

import dev.portcullis.screening.list.Alias;
import dev.portcullis.screening.list.ListFile;
import dev.portcullis.screening.list.UnreadableListException;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * Reads the CSV of the UK Sanctions List: a line with the date of the report, a header, a row for each name and address of a designation, which
 * belong together by {@code Unique ID}.
 */
public final class UkCsvReader implements ListReader {
    private static final Set<String> REQUIRED = Set.of("unique id", "name 6", "name type");
    private static final Pattern REPORT_DATE = Pattern.compile("^Report Date:\\s*(.+)$", Pattern.CASE_INSENSITIVE);

    private final Limits limits;

    public UkCsvReader(Limits limits) {
        this.limits = limits;
    }

    @Override
    public ListFile read(InputStream file) throws IOException {
        return Csv.read(file, limits, ',', false, this::read);
    }

    private ListFile read(Csv.Rows text) {
        Iterator<CSVRecord> rows = text.rows();
        if (!rows.hasNext()) {
            throw new UnreadableListException("the file is empty");
        }
        CSVRecord header = rows.next();
        LocalDate published = null;
        Matcher report = REPORT_DATE.matcher(header.get(0).strip());
        if (report.matches() && rows.hasNext()) {
            published = Published.european(report.group(1));
            header = rows.next();
        }
        Map<String, Integer> columns = Csv.columns(header, "the UK Sanctions List", REQUIRED);
        Entries entries = new Entries(limits);
        Grouped parties = new Grouped(entries);
        while (rows.hasNext()) {
            CSVRecord row = rows.next();
            entries.checkRows(row.getRecordNumber());
            try {
                Csv.Row fields = new Csv.Row(row, columns);
                fields.checkWidth(header.size());
                take(parties, fields);
            } catch (IllegalArgumentException e) {
                entries.quarantine(row.getRecordNumber(), String.valueOf(e.getMessage()));
            }
        }
        return parties.file(published, text.repaired());
    }

    private static void take(Grouped parties, Csv.Row row) {
        String id = row.required("unique id");
        PartyDraft draft = parties.draft(
                row.row().getRecordNumber(),
                id,
                () -> new PartyDraft(UkFields.LIST, id)
                        .type(UkFields.type(row.text("designation type")))
                        .program(row.text("regime name"))
                        .reference(row.text("un reference number"))
                        .remark(row.text("other information"))
                        .remark(row.text("uk statement of reasons")));
        UkFields.name(
                draft,
                row.text("name 6"),
                PartyDraft.join(
                        " ",
                        row.text("name 1"),
                        row.text("name 2"),
                        row.text("name 3"),
                        row.text("name 4"),
                        row.text("name 5")),
                row.text("name type"),
                row.text("alias strength"));
        draft.alias(row.text("name non-latin script"), Alias.Kind.STRONG);
        String country = row.text("address country");
        draft.country(country)
                .address(
                        row.text("address line 1"),
                        row.text("address line 2"),
                        row.text("address line 3"),
                        row.text("address line 4"),
                        row.text("address line 5"),
                        row.text("address line 6"),
                        row.text("address postal code"),
                        country)
                .birthPlace(row.text("town of birth"), row.text("country of birth"));
        PartyDraft.split(row.text("d.o.b"), "[;|]").forEach(draft::birth);
        draft.birth(row.text("year built"));
        UkFields.nationalities(draft, row.text("nationality(/ies)"));
        UkFields.nationalities(draft, row.text("current believed flag of ship"));
        UkFields.documents(draft, "Passport", row.text("passport number"));
        UkFields.documents(draft, "National Identifier", row.text("national identifier number"));
        UkFields.documents(draft, "Business Registration Number", row.text("business registration number (s)"));
        UkFields.documents(draft, "Hull Identification Number", hull(row));
        UkFields.imo(draft, row.text("imo number"));
    }

    private static @Nullable String hull(Csv.Row row) {
        return row.text("hull identification number (hin)");
    }
}

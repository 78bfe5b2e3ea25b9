package dev.portcullis.screening.format;

import dev.portcullis.screening.list.Alias;
import dev.portcullis.screening.list.ListFile;
import dev.portcullis.screening.list.UnreadableListException;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * Reads a list of the company's own: UTF-8, a header row, {@code "; "} between the values of a field, the last part of an address its country.
 * A row must say why: the reason, and on the list of letters the letter's reference and date.
 */
public final class CompanyListReader implements ListReader {
    /** Parties that the company has decided not to deal with. */
    public static final String OWN = "OWN";

    /** Parties that an agency has named in a letter (15 CFR 744.11(c), 744.21(b), 744.22(b), 744.23(b)). */
    public static final String INFORMED = "INFORMED";

    private static final Set<String> LISTS = Set.of(OWN, INFORMED);
    private static final Set<String> REQUIRED = Set.of("id", "name", "reason");

    private final Limits limits;
    private final @Nullable String list;

    /**
     * A reader.
     *
     * @param list the code of the list that all rows stand on; absent where each row says so
     */
    CompanyListReader(Limits limits, @Nullable String list) {
        this.limits = limits;
        this.list = list;
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
        Map<String, Integer> columns = Csv.columns(header, "a list of the company's own", REQUIRED);
        Entries entries = new Entries(limits);
        while (rows.hasNext()) {
            CSVRecord row = rows.next();
            entries.add(row.getRecordNumber(), () -> {
                Csv.Row fields = new Csv.Row(row, columns);
                fields.checkWidth(header.size());
                return draft(fields).build(limits);
            });
        }
        return entries.file(null, text.repaired());
    }

    private PartyDraft draft(Csv.Row row) {
        String code = code(row.text("list"));
        PartyDraft draft = new PartyDraft(code, row.required("id"))
                .type(CslFields.type(row.text("type")))
                .name(row.required("name"))
                .reference(reference(code, row))
                .remark(row.required("reason"));
        CslFields.values(row.text("aliases")).forEach(alias -> draft.alias(alias, Alias.Kind.STRONG));
        for (String address : CslFields.values(row.text("addresses"))) {
            draft.address(address);
            draft.country(address.substring(address.lastIndexOf(',') + 1));
        }
        CslFields.values(row.text("countries")).forEach(draft::country);
        CslFields.values(row.text("dates_of_birth")).forEach(draft::birth);
        CslFields.values(row.text("ids")).forEach(id -> CslFields.identifier(draft, id));
        return draft;
    }

    private String code(@Nullable String told) {
        String known = list;
        if (known == null) {
            known = told == null ? "" : told;
        }
        if (!LISTS.contains(known) || (told != null && !told.equals(known))) {
            throw new IllegalArgumentException("the row stands on another list");
        }
        return known;
    }

    private static @Nullable String reference(String list, Csv.Row row) {
        if (!list.equals(INFORMED)) {
            return row.text("reference");
        }
        String date = row.required("date");
        try {
            return row.required("reference") + " of " + LocalDate.parse(date);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("the date is none of ISO 8601");
        }
    }
}

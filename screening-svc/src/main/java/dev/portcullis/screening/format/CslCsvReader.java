package dev.portcullis.screening.format;

import dev.portcullis.screening.list.Alias;
import dev.portcullis.screening.list.Identifier;
import dev.portcullis.screening.list.ListFile;
import dev.portcullis.screening.list.UnreadableListException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import org.apache.commons.csv.CSVRecord;

/**
 * Reads the CSV file of the Consolidated Screening List as trade.gov publishes it: UTF-8 with or without a byte order mark, a
 * header row, fields in quotation marks that may hold line ends, {@code "; "} between the values of a field. It reads row by
 * row; a row that does not fit the layout or the limits is quarantined and counted, and the rest is read.
 */
public final class CslCsvReader implements ListReader {
    private static final Set<String> REQUIRED = Set.of("_id", "source", "name", "alt_names", "addresses");

    private final Limits limits;

    public CslCsvReader(Limits limits) {
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
        Map<String, Integer> columns = Csv.columns(header, "the Consolidated Screening List", REQUIRED);
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

    private static PartyDraft draft(Csv.Row row) {
        PartyDraft draft = CslFields.draft(row.required("source"), row.required("_id"), row.text("entity_number"));
        draft.type(CslFields.type(row.text("type")))
                .name(row.text("name"))
                .reference(row.text("federal_register_notice"))
                .license(row.text("license_requirement"), row.text("license_policy"))
                .remark(row.text("remarks"))
                .source(row.text("source_list_url"))
                .identifier(Identifier.CALL_SIGN, row.text("call_sign"), null)
                .nationality(row.text("vessel_flag"));
        for (String alias : CslFields.values(row.text("alt_names"))) {
            draft.alias(CslFields.alias(alias), Alias.Kind.STRONG);
        }
        for (String address : CslFields.values(row.text("addresses"))) {
            draft.address(address);
            draft.country(address.substring(address.lastIndexOf(',') + 1));
        }
        CslFields.values(row.text("programs")).forEach(draft::program);
        CslFields.values(row.text("dates_of_birth")).forEach(draft::birth);
        CslFields.values(row.text("places_of_birth")).forEach(draft::birthPlace);
        CslFields.values(row.text("nationalities")).forEach(draft::nationality);
        CslFields.values(row.text("citizenships")).forEach(draft::nationality);
        CslFields.values(row.text("ids")).forEach(id -> CslFields.identifier(draft, id));
        OfacRemarks.readNames(draft, row.text("remarks"));
        return draft;
    }
}

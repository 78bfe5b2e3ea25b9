package dev.portcullis.screening.format;

import dev.portcullis.screening.list.Alias;
import dev.portcullis.screening.list.ListFile;
import dev.portcullis.screening.list.ListedParty;
import dev.portcullis.screening.list.UnreadableListException;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import org.apache.commons.csv.CSVRecord;

/**
 * Reads the CSV 1.1 of the EU's consolidated financial sanctions: semicolons, a header of 118 columns, a row for each name, address, birth,
 * document and citizenship, which belong together by {@code Entity_LogicalId}.
 */
public final class EuCsvReader implements ListReader {
    private static final Set<String> REQUIRED = Set.of("entity_logicalid", "namealias_wholename");

    private final Limits limits;

    public EuCsvReader(Limits limits) {
        this.limits = limits;
    }

    @Override
    public ListFile read(InputStream file) throws IOException {
        return Csv.read(file, limits, ';', false, this::read);
    }

    private ListFile read(Csv.Rows text) {
        Iterator<CSVRecord> rows = text.rows();
        if (!rows.hasNext()) {
            throw new UnreadableListException("the file is empty");
        }
        CSVRecord header = rows.next();
        Map<String, Integer> columns = Csv.columns(header, "the EU's list", REQUIRED);
        Entries entries = new Entries(limits);
        Grouped parties = new Grouped(entries);
        LocalDate published = null;
        while (rows.hasNext()) {
            CSVRecord row = rows.next();
            entries.checkRows(row.getRecordNumber());
            try {
                Csv.Row fields = new Csv.Row(row, columns);
                fields.checkWidth(header.size());
                take(parties, fields);
                if (published == null) {
                    published = Published.european(fields.text("filegenerationdate"));
                }
            } catch (IllegalArgumentException e) {
                entries.quarantine(row.getRecordNumber(), String.valueOf(e.getMessage()));
            }
        }
        return parties.file(published, text.repaired());
    }

    private static void take(Grouped parties, Csv.Row row) {
        String id = row.required("entity_logicalid");
        PartyDraft draft = parties.draft(
                row.row().getRecordNumber(),
                id,
                () -> new PartyDraft(EuFields.LIST, id)
                        .type(EuFields.type(
                                row.text("entity_subjecttype"), row.text("entity_subjecttype_classificationcode")))
                        .reference(row.text("entity_eu_referencenumber"))
                        .remark(row.text("entity_designationdetails"))
                        .remark(row.text("entity_remark")));
        draft.program(row.text("entity_regulation_programme"));
        name(draft, row, draft.type());
        String country = EuFields.country(row.text("address_countryiso2code"), row.text("address_countrydescription"));
        draft.country(country)
                .address(
                        row.text("address_street"),
                        row.text("address_pobox"),
                        row.text("address_zipcode"),
                        row.text("address_city"),
                        row.text("address_region"),
                        country)
                .birthText(EuFields.birth(
                        row.text("birthdate_birthdate"),
                        row.text("birthdate_year"),
                        row.text("birthdate_month"),
                        row.text("birthdate_day"),
                        row.text("birthdate_yearrangefrom"),
                        row.text("birthdate_yearrangeto"),
                        row.text("birthdate_circa")))
                .birthPlace(
                        row.text("birthdate_place"),
                        row.text("birthdate_city"),
                        row.text("birthdate_region"),
                        EuFields.country(
                                row.text("birthdate_countryiso2code"), row.text("birthdate_countrydescription")))
                .nationality(EuFields.country(
                        row.text("citizenship_countryiso2code"), row.text("citizenship_countrydescription")));
        String description = row.text("identification_typedescription");
        String latin = row.text("identification_latinnumber");
        OfacLabels.putDocument(
                draft,
                description == null ? row.text("identification_typecode") : description,
                latin == null ? row.text("identification_number") : latin,
                EuFields.country(
                        row.text("identification_countryiso2code"), row.text("identification_countrydescription")));
    }

    private static void name(PartyDraft draft, Csv.Row row, ListedParty.Type type) {
        String name = EuFields.name(
                type,
                row.text("namealias_wholename"),
                row.text("namealias_lastname"),
                row.text("namealias_firstname"),
                row.text("namealias_middlename"));
        if ("false".equalsIgnoreCase(row.text("namealias_strong"))) {
            draft.alias(name, Alias.Kind.WEAK);
        } else {
            draft.name(name);
        }
    }
}

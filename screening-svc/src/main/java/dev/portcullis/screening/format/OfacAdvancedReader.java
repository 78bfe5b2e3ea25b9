package dev.portcullis.screening.format;

import dev.portcullis.screening.list.ListFile;
import java.io.IOException;
import java.io.InputStream;

/**
 * Reads the advanced XML of the Office of Foreign Assets Control, the Standard of the UN's 1267/1988 Committee: tables of reference values,
 * places and documents first, then {@code DistinctParty} with names in every script, strong and of low quality, and features, then the entries
 * that tie parties to lists and programs.
 */
public final class OfacAdvancedReader implements ListReader {
    private final Limits limits;
    private final boolean consolidated;

    /**
     * A reader.
     *
     * @param consolidated whether it is the file of the lists that are not the SDN list
     */
    public OfacAdvancedReader(Limits limits, boolean consolidated) {
        this.limits = limits;
        this.consolidated = consolidated;
    }

    @Override
    public ListFile read(InputStream file) throws IOException {
        OfacAdvancedParties parties = new OfacAdvancedParties(limits, consolidated);
        long repaired = new XmlRecords(
                        limits, "OFAC's advanced XML", "Sanctions"::equals, OfacAdvancedParties::isRecord)
                .read(file, false, parties::take);
        return parties.file(repaired);
    }
}

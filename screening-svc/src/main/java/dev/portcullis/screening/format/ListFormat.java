package dev.portcullis.screening.format;

import java.util.Set;
import java.util.function.Function;

/** The official formats and those of the company's own lists, each with how a file of it begins. */
public enum ListFormat {
    CSL_CSV(Shape.TABLE, Set.of(), CslCsvReader::new),
    CSL_JSON(Shape.JSON, Set.of(), CslJsonReader::new),
    OFAC_SDN_LEGACY(Shape.ZIP, Set.of(), limits -> new OfacLegacyReader(limits, false)),
    OFAC_SDN_XML(Shape.XML, Set.of("sdnList"), limits -> new OfacXmlReader(limits, false)),
    OFAC_SDN_ADVANCED(Shape.XML, Set.of("Sanctions"), limits -> new OfacAdvancedReader(limits, false)),
    OFAC_CONSOLIDATED_LEGACY(Shape.ZIP, Set.of(), limits -> new OfacLegacyReader(limits, true)),
    OFAC_CONSOLIDATED_XML(Shape.XML, Set.of("sdnList"), limits -> new OfacXmlReader(limits, true)),
    OFAC_CONSOLIDATED_ADVANCED(Shape.XML, Set.of("Sanctions"), limits -> new OfacAdvancedReader(limits, true)),
    BIS_DENIED_PERSONS(Shape.TABLE, Set.of(), DeniedPersonsReader::new),
    BIS_PART_744(Shape.XML, BisSupplementReader.ROOTS, BisSupplementReader::new),
    EU_CSV(Shape.TABLE, Set.of(), EuCsvReader::new),
    EU_XML(Shape.XML, Set.of("export"), EuXmlReader::new),
    UN_XML(Shape.XML, Set.of("CONSOLIDATED_LIST"), UnXmlReader::new),
    UK_CSV(Shape.TABLE, Set.of(), UkCsvReader::new),
    UK_XML(Shape.XML, Set.of("Designations"), UkXmlReader::new),
    FOLLOW_THE_MONEY(Shape.JSON, Set.of(), FollowTheMoneyReader::new),
    COMPANY_DENY_CSV(Shape.TABLE, Set.of(), limits -> new CompanyListReader(limits, CompanyListReader.OWN)),
    COMPANY_INFORMED_CSV(Shape.TABLE, Set.of(), limits -> new CompanyListReader(limits, CompanyListReader.INFORMED)),
    COMPANY_ENTRIES_CSV(Shape.TABLE, Set.of(), limits -> new CompanyListReader(limits, null));

    private final Shape shape;
    private final Set<String> roots;
    private final Function<Limits, ListReader> reader;

    ListFormat(Shape shape, Set<String> roots, Function<Limits, ListReader> reader) {
        this.shape = shape;
        this.roots = roots;
        this.reader = reader;
    }

    /** What a file is, seen from its first bytes. */
    enum Shape {
        TABLE,
        JSON,
        XML,
        ZIP
    }

    /** A reader of the format within the limits. */
    public ListReader reader(Limits limits) {
        return reader.apply(limits);
    }

    /** Whether a file of the shape, and with the outermost element where it is XML, may be of this format. */
    boolean begins(Shape with, String root) {
        return shape == with && (with != Shape.XML || roots.contains(root));
    }
}

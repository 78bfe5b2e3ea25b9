package dev.portcullis.screening.format;

import dev.portcullis.screening.list.UnreadableListException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where lists come from: each source has editions of its own, in one of the formats that its publisher offers. */
public enum ListSource {
    /** The Consolidated Screening List of trade.gov, a compilation of the lists of three departments. */
    CONSOLIDATED("consolidated", "the Consolidated Screening List", Set.of(), ListFormat.CSL_CSV, ListFormat.CSL_JSON),
    OFAC_SDN(
            "ofac-sdn",
            "OFAC's SDN list",
            Set.of("SDN"),
            ListFormat.OFAC_SDN_LEGACY,
            ListFormat.OFAC_SDN_XML,
            ListFormat.OFAC_SDN_ADVANCED),
    OFAC_CONSOLIDATED(
            "ofac-consolidated",
            "OFAC's consolidated list of other than SDN lists",
            Set.of("SSI", "PLC", "CMIC", "FSE", "CAP", "NS-MBS", "NON-SDN"),
            ListFormat.OFAC_CONSOLIDATED_LEGACY,
            ListFormat.OFAC_CONSOLIDATED_XML,
            ListFormat.OFAC_CONSOLIDATED_ADVANCED),
    BIS_DENIED_PERSONS("bis-denied-persons", "BIS's Denied Persons List", Set.of("DPL"), ListFormat.BIS_DENIED_PERSONS),
    BIS_PART_744(
            "bis-part-744",
            "BIS's Entity, Unverified and Military End-User Lists",
            Set.of("EL", "UVL", "MEU"),
            ListFormat.BIS_PART_744),
    EU("eu", "the EU's financial sanctions", Set.of("EU"), ListFormat.EU_CSV, ListFormat.EU_XML),
    UN("un", "the UN Security Council's list", Set.of("UN"), ListFormat.UN_XML),
    UK("uk", "the UK Sanctions List", Set.of("UK"), ListFormat.UK_CSV, ListFormat.UK_XML),
    OPEN_SANCTIONS("opensanctions", "FollowTheMoney entities", Set.of("FTM"), ListFormat.FOLLOW_THE_MONEY),
    /** The company's own list of parties that it does not deal with, sent as a file. */
    COMPANY_DENY("company-deny", "the company's deny list", Set.of(CompanyListReader.OWN), ListFormat.COMPANY_DENY_CSV),
    /** Parties that agencies have named in letters, sent as a file. */
    IS_INFORMED(
            "is-informed",
            "parties named in letters of agencies",
            Set.of(CompanyListReader.INFORMED),
            ListFormat.COMPANY_INFORMED_CSV),
    /** Single entries that two people have put on either; the service writes the file itself. */
    COMPANY_ENTRIES(
            "company-entries",
            "single entries on the company's own lists",
            Set.of(CompanyListReader.OWN, CompanyListReader.INFORMED),
            ListFormat.COMPANY_ENTRIES_CSV);

    private static final int HEAD = 4096;
    private static final Pattern ROOT = Pattern.compile("<(?:[\\w.-]+:)?([A-Za-z_][\\w.-]*)");

    private final String id;
    private final String title;
    private final Set<String> lists;
    private final List<ListFormat> formats;

    ListSource(String id, String title, Set<String> lists, ListFormat... formats) {
        this.id = id;
        this.title = title;
        this.lists = lists;
        this.formats = List.of(formats);
    }

    /** The id by which callers name it. */
    public String id() {
        return id;
    }

    /** What it is, for people. */
    public String title() {
        return title;
    }

    /** The codes of the lists that it publishes as their own authority; none where it compiles what others publish. */
    public Set<String> lists() {
        return lists;
    }

    /** Whether the service makes the editions itself; such a one may hold nothing, and nobody sends one. */
    public boolean isMadeHere() {
        return this == COMPANY_ENTRIES;
    }

    /** The formats in which it is published. */
    public List<ListFormat> formats() {
        return formats;
    }

    public static Optional<ListSource> of(String id) {
        return Arrays.stream(values()).filter(source -> source.id.equals(id)).findFirst();
    }

    /**
     * Reads a file in whichever of the source's formats it is.
     *
     * @throws UnreadableListException where it is none of them, or cannot be read; pages of HTML are told, since publishers answer with them
     *     where a file is missing
     */
    public ListContent read(InputStream file, Limits limits) throws IOException {
        BufferedInputStream in = new BufferedInputStream(file, HEAD);
        in.mark(HEAD);
        byte[] head = in.readNBytes(HEAD);
        in.reset();
        ListFormat format = format(head);
        return new ListContent(format, format.reader(limits).read(in));
    }

    private ListFormat format(byte[] head) {
        if (head.length == 0) {
            throw new UnreadableListException("the file is empty");
        }
        String text =
                new String(head, StandardCharsets.UTF_8).replace("\uFEFF", "").stripLeading();
        ListFormat.Shape shape = shape(text);
        String root = shape == ListFormat.Shape.XML ? root(text) : "";
        if (shape == ListFormat.Shape.XML && root.equalsIgnoreCase("html")) {
            throw new UnreadableListException("the file is a page of HTML");
        }
        return formats.stream()
                .filter(format -> format.begins(shape, root))
                .findFirst()
                .orElseThrow(() -> new UnreadableListException("the file is none of the formats of " + title));
    }

    private static ListFormat.Shape shape(String text) {
        if (text.startsWith("PK")) {
            return ListFormat.Shape.ZIP;
        }
        if (text.startsWith("<")) {
            return ListFormat.Shape.XML;
        }
        return text.startsWith("{") ? ListFormat.Shape.JSON : ListFormat.Shape.TABLE;
    }

    private static String root(String text) {
        if (text.regionMatches(true, 0, "<!doctype html", 0, 14)) {
            return "html";
        }
        Matcher root = ROOT.matcher(text);
        return root.find() ? root.group(1) : "";
    }
}

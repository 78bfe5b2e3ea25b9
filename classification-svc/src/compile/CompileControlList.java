import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.portcullis.classification.controllist.ControlList;
import dev.portcullis.classification.controllist.ControlListEntry;
import dev.portcullis.classification.controllist.ControlListFile;
import dev.portcullis.classification.ecfr.EntryReader;
import dev.portcullis.classification.ecfr.EntryText;
import dev.portcullis.classification.ecfr.EntryText.Line;
import dev.portcullis.classification.ecfr.EntryText.Row;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Compiles a table of the control list (one JSON object a heading, read from the eCFR by a public program, see docs/control-list.md)
 * into an edition as the service ships it. After {@code mvn package}:
 *
 * <pre>
 * java -cp 'classification-svc/target/classes:classification-svc/target/quarkus-app/lib/main/*' \
 *     classification-svc/src/compile/CompileControlList.java ccl.json classification-svc/src/main/resources/law/control-list/shipped.json
 * </pre>
 *
 * <p>The table has a known fault that is mended here: where the bold type of a heading does not end with its line, the heading runs on
 * through the whole entry to the end of the next heading, and the row mixes two entries. Such a row is taken apart again; one that
 * cannot be is refused, as is a table from which a row would be lost. What is read from the text of an entry is the service's own
 * {@link EntryReader}, the same for an edition that is imported.
 */
public final class CompileControlList {
    private static final String RUN_ON = "License Requirements Reason for Control:";
    private static final Pattern SECOND = Pattern.compile("(?<=[.)] )(\\d[A-E]\\d{3}) (?=[“\"A-Z])");
    private static final Pattern PARTS = Pattern.compile("^(?<heading>.*?)\\s*License Requirements "
            + "(?<reasons>Reason for Control: .*?) Control\\(s\\) Country [Cc]hart \\(see Supp\\. No\\. 1 to part 738\\) (?<rows>.*?) "
            + "(?<notes>(?:License Requirements? Note|Reporting Requirements)\\b.*?)?"
            + "List Based License Exceptions \\(See Part 740 for a Description of All License Exceptions\\) (?<exceptions>.*?) "
            + "(?:Special Conditions for STA (?<sta>STA: .*?) )?"
            + "List of Items Controlled (?<related>Related Controls: .*?) (?<definitions>Related Definitions?: .*?) Items: (?<items>.*)$");
    private static final Pattern ROW = Pattern.compile("((?:AT|CB|CC|CW|EI|FC|MT|NS|NP|RS|SS|SI|UN) applies to .*?) "
            + "((?:(?:AT|CB|CC|FC|MT|NS|NP|RS) Column \\d|Worldwide|To or within|China, Russia|See §).*?)"
            + "(?=\\s(?:AT|CB|CC|CW|EI|FC|MT|NS|NP|RS|SS|SI|UN) applies to |$)");
    private static final Pattern EXCEPTION = Pattern.compile("(?<=^|\\s)(?=(?:LVS|GBS|TSR|IEC|AIA|ACM|LPP|ACE|APP|ENC|HBM): |Note: )");
    private static final Pattern ITEM = Pattern.compile(
            "(?<=[.;\\]] |; or |; and )(?=[a-z]\\. [“\"A-Z]|[a-z]\\. through )|(?=(?:Note \\d|Technical note): )");

    private CompileControlList() {}

    public static void main(String[] args) throws IOException {
        if (args.length != 2) {
            throw new IllegalArgumentException("usage: CompileControlList IN OUT");
        }
        JsonNode table = JsonMapper.builder().build().readTree(Path.of(args[0]).toFile());
        if (table.path("entries").size() != table.path("entryCount").asInt(-1)) {
            throw new IllegalArgumentException("the table says how many rows it has, and has another number");
        }
        List<EntryText> texts = new ArrayList<>();
        for (JsonNode row : table.path("entries")) {
            String heading = row.path("heading").asText();
            if (heading.contains(RUN_ON)) {
                texts.addAll(apart(row, heading));
            } else {
                texts.add(text(row, row.path("eccn").asText(), heading));
            }
        }
        LocalDate edition = LocalDate.parse(table.path("ecfrIssueDate").asText());
        EntryReader reader = new EntryReader(ControlListFile.titles());
        ControlList list = new ControlList(
                edition,
                "15 CFR Part 774, Supplement No. 1, eCFR issue of " + edition,
                texts.stream().map(reader::read).toList());
        StringBuilder out = new StringBuilder();
        out.append("{\n  \"edition\": \"").append(list.edition()).append("\",\n  \"source\": \"").append(list.source());
        out.append("\",\n  \"entries\": [");
        String separator = "\n";
        for (ControlListEntry entry : list.entries()) {
            out.append(separator).append("    ").append(ControlListFile.write(entry));
            separator = ",\n";
        }
        Files.writeString(Path.of(args[1]), out.append("\n  ]\n}\n"));
        System.out.println(table.path("entries").size() + " rows, " + list.entries().size() + " entries");
    }

    /** The row is the second entry but for its number and heading; the first one stands in the heading alone. */
    private static List<EntryText> apart(JsonNode row, String runOn) {
        String first = row.path("eccn").asText();
        Matcher second = SECOND.matcher(runOn);
        int at = -1;
        String number = "";
        int headEnd = 0;
        while (second.find()) {
            if (second.group(1).startsWith(first.substring(0, 2)) && second.group(1).compareTo(first) > 0) {
                at = second.start();
                headEnd = second.end();
                number = second.group(1);
            }
        }
        Matcher parts = PARTS.matcher(at < 0 ? "" : runOn.substring(0, at).trim());
        if (!parts.matches()) {
            throw new IllegalArgumentException("the run-on heading of " + first + " cannot be taken apart");
        }
        List<Row> rows = new ArrayList<>();
        Matcher found = ROW.matcher(parts.group("rows").trim());
        int end = 0;
        while (found.find()) {
            if (!parts.group("rows").substring(end, found.start()).isBlank()) {
                throw new IllegalArgumentException("a control of " + first + " would be lost");
            }
            rows.add(new Row(found.group(1), found.group(2)));
            end = found.end();
        }
        if (!parts.group("rows").substring(end).isBlank()) {
            throw new IllegalArgumentException("a control of " + first + " would be lost");
        }
        List<Line> lines = new ArrayList<>();
        lines.add(line(parts.group("reasons")));
        for (String exception : EXCEPTION.split(parts.group("exceptions"))) {
            lines.add(line(exception));
        }
        if (parts.group("sta") != null) {
            lines.add(line(parts.group("sta")));
        }
        lines.add(line(parts.group("related")));
        if (parts.group("notes") != null) {
            lines.add(line(parts.group("notes")));
        }
        lines.add(line(parts.group("definitions")));
        for (String item : ITEM.split(parts.group("items"))) {
            lines.add(line(item));
        }
        String heading = parts.group("heading").replaceAll(" \\.$", ".");
        return List.of(
                new EntryText(first, heading, rows, lines, true),
                text(row, number, runOn.substring(headEnd).trim()));
    }

    private static Line line(String text) {
        return new Line(null, text.trim());
    }

    private static EntryText text(JsonNode row, String eccn, String heading) {
        List<Row> rows = new ArrayList<>();
        row.path("countryChart")
                .forEach(control -> rows.add(new Row(
                        control.path("control").asText(), control.path("countryChart").asText())));
        List<Line> lines = new ArrayList<>();
        if (!row.path("reasonForControl").isNull()) {
            lines.add(line("Reason for Control: " + row.path("reasonForControl").asText()));
        }
        row.path("licenceExceptionFlags")
                .fields()
                .forEachRemaining(flag -> lines.add(line(flag.getKey() + ": " + flag.getValue().asText())));
        if (!row.path("staSpecialConditions").isNull()) {
            lines.add(line(row.path("staSpecialConditions").asText()));
        }
        if (!row.path("relatedControls").isNull()) {
            lines.add(line("Related Controls: " + row.path("relatedControls").asText()));
        }
        for (JsonNode item : row.path("items")) {
            JsonNode label = item.path("paragraph");
            lines.add(new Line(label.isNull() ? null : label.asText(), item.path("text").asText()));
        }
        return new EntryText(eccn, heading, rows, lines, row.has("items"));
    }
}

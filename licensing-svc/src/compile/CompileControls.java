import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Compiles the reasons for control and the list-based exceptions of every entry from the control list that classification-svc ships
 * into the rows by which a license is determined. Run from the project's root after {@code mvn package}:
 *
 * <pre>
 * java -cp 'licensing-svc/target/quarkus-app/lib/main/*' licensing-svc/src/compile/CompileControls.java \
 *     classification-svc/src/main/resources/law/control-list/shipped.json \
 *     licensing-svc/src/main/resources/law/control-rows.json licensing-svc/src/main/resources/law/list-controls.json
 * </pre>
 *
 * <p>Entries that control-rows.json holds were read by hand, with their history; they are left out here. A scope becomes a list of
 * paragraphs, of excepted paragraphs, or of related entries where nothing else is said; whatever else the text says stays in its
 * words, and then a person decides whether the row speaks of an item. A prose requirement that no rule is known for stops the program.
 */
public final class CompileControls {
    /** The words of a prose requirement, and the rule of license-rules.json that holds it; the first that is found counts. */
    private static final String[][] RULES = {
        {"746\\.8 for specific license requirements", "ris-746.8"},
        {"Iraq or Pakistan", "rs-iraq rs-pakistan"},
        {"to Iraq", "rs-iraq"},
        {"Pakistan", "rs-pakistan"},
        {"74?6\\.1(\\(b\\))?|764\\.1\\(b\\)|UN controls", "un-746.1"},
        {"742\\.6\\(a\\)\\(7\\)", "rs-742.6-a-7"},
        {"742\\.4\\(a\\)\\(5\\)", "ns-rs-gaafet"},
        {"742\\.6\\(a\\)\\(10\\)", "rs-742.6-a-10"},
        {"742\\.6\\(a\\)\\(11\\)", "rs-742.6-a-11"},
        {"742\\.4\\(a\\)\\(4\\)", "ns-macau-d5"},
        {"Macau or a destination specified in Country Group D:5", "rs-macau-d5"},
        {"742\\.6\\(a\\)\\(6\\)\\(iii\\)\\(A\\)", "rs-3a090-a"},
        {"742\\.6\\(a\\)\\(6\\)\\(iii\\)\\(B\\)", "rs-3a090-b"},
        {"742\\.6\\(a\\)\\(3\\)", "rs-742.6-a-3"},
        {"North Korea", "at-north-korea"},
        {"742\\.15", "ei-742.15"},
        {"ALL destinations, except Canada", "cc-742.7-all"},
        {"742\\.13", "sl-742.13"},
        {"742\\.14", "si-742.14"},
        {"742\\.18", "cw-742.18"},
    };

    private static final Pattern WHOLE = Pattern.compile("(the |Russian industry sector sanctions? (apply|applies) to )?entire entry[.,]?");
    private static final Pattern EXCEPT = Pattern.compile("(the )?entire entry,? except:? (?<rest>.+)");
    private static final Pattern FOR = Pattern.compile("“?(software|technology),?”? for (items|commodities|equipment|commodities and software) "
            + "(controlled by|controlled in|under) (ECCNs? )?(?<rest>.+?)(?<mt>,? for (MT|NP|CC|UN|NS) [Rr]easons)?");
    private CompileControls() {}

    public static void main(String[] args) throws IOException {
        if (args.length != 3) {
            throw new IllegalArgumentException("usage: CompileControls SHIPPED.json CONTROL-ROWS.json OUT.json");
        }
        JsonMapper json = JsonMapper.builder().build();
        JsonNode list = json.readTree(Path.of(args[0]).toFile());
        Set<String> byHand = new TreeSet<>();
        json.readTree(Path.of(args[1]).toFile()).path("rows").forEach(row -> byHand.add(row.path("eccn").asText()));
        Set<String> all = new TreeSet<>();
        list.path("entries").forEach(entry -> all.add(entry.path("eccn").asText()));
        try (PrintWriter out = new PrintWriter(Files.newBufferedWriter(Path.of(args[2])))) {
            out.println("{");
            out.println(" \"edition\": \"eCFR " + list.path("edition").asText() + "\",");
            out.println(" \"comment\": \"Compiled by src/compile/CompileControls.java; do not edit. Scopes that are not lists of paragraphs or entries"
                    + " stand in 'words' as the control list has them.\",");
            out.println(" \"entries\": [");
            String comma = "";
            for (JsonNode entry : list.path("entries")) {
                out.print(comma + "  " + json.writeValueAsString(entry(json, entry, byHand, all)));
                comma = ",\n";
            }
            out.println("\n ]\n}");
        }
    }

    private static ObjectNode entry(JsonMapper json, JsonNode entry, Set<String> byHand, Set<String> all) {
        String eccn = entry.path("eccn").asText();
        ObjectNode compiled = json.createObjectNode().put("eccn", eccn);
        if (entry.path("requirement").asText().equals("OTHER_AGENCY")) {
            compiled.put("otherAgency", true);
        }
        if (!byHand.contains(eccn)) {
            ArrayNode rows = compiled.putArray("rows");
            for (JsonNode control : entry.path("controls")) {
                rows(json, eccn, control, all, rows);
            }
            entry.path("reasonsInProse").forEach(reason -> rows.addObject()
                    .put("reason", reason.asText())
                    .put("rule", reason.asText().equals("CW") ? "cw-742.18" : "in-prose"));
        }
        ArrayNode exceptions = compiled.putArray("exceptions");
        for (JsonNode exception : entry.path("exceptions")) {
            String eligibility = exception.path("eligibility").asText();
            if (eligibility.equals("NO")) {
                continue;
            }
            ObjectNode one = exceptions.addObject().put("symbol", exception.path("code").asText()).put("eligibility", eligibility);
            if (exception.path("limitsUsd").size() > 0) {
                one.set("limitsUsd", exception.path("limitsUsd"));
            }
            one.put("terms", exception.path("terms").asText());
        }
        if (exceptions.isEmpty()) {
            compiled.remove("exceptions");
        }
        return compiled;
    }

    private static void rows(JsonMapper json, String eccn, JsonNode control, Set<String> all, ArrayNode rows) {
        ObjectNode scope = scope(json, eccn, control.path("appliesTo").asText().trim(), all);
        // Rows without a reason are those of the sanctions against Russian industry sectors (15 CFR 746.8).
        String reason = control.path("reason").asText("RIS");
        if (control.path("columns").size() > 0) {
            for (JsonNode column : control.path("columns")) {
                ObjectNode row = rows.addObject().put("reason", reason);
                row.setAll(scope);
                row.put("chart", column.asText().replace(" Column ", ""));
            }
            if (control.path("prose").asText("").isEmpty()) {
                return;
            }
        }
        String prose = control.path("prose").asText("");
        if (prose.equals("N/A.")) {
            return;
        }
        for (String[] known : RULES) {
            if (Pattern.compile(known[0]).matcher(prose + " " + control.path("appliesTo").asText()).find()) {
                for (String rule : known[1].split(" ")) {
                    ObjectNode row = rows.addObject().put("reason", reason);
                    row.setAll(scope);
                    row.put("rule", rule);
                }
                return;
            }
        }
        if (prose.startsWith(reason + " applies to ")) {
            // The list lost the column of this row: a person must read it.
            rows.addObject().put("reason", reason).put("words", prose).put("rule", "in-prose");
            return;
        }
        throw new IllegalArgumentException(eccn + ": no rule is known for: " + control);
    }

    /** What a row speaks of. */
    private static ObjectNode scope(JsonMapper json, String eccn, String text, Set<String> all) {
        ObjectNode scope = json.createObjectNode();
        if (WHOLE.matcher(text).matches()) {
            return scope;
        }
        Matcher except = EXCEPT.matcher(text);
        if (except.matches()) {
            List<String> paragraphs = paragraphs(eccn, except.group("rest"));
            if (paragraphs != null) {
                return strings(scope, "except", paragraphs);
            }
            return scope.put("words", text);
        }
        List<String> paragraphs = paragraphs(eccn, text);
        if (paragraphs != null) {
            return strings(scope, "paragraphs", paragraphs);
        }
        Matcher related = FOR.matcher(text);
        if (related.matches()) {
            List<String> entries = entries(related.group("rest"), all);
            if (entries != null) {
                strings(scope, "relatedTo", entries);
                return related.group("mt") == null ? scope : scope.put("words", text);
            }
        }
        List<String> within = within(eccn, text);
        if (!within.isEmpty()) {
            strings(scope, "paragraphs", within);
        }
        return scope.put("words", text);
    }

    /**
     * The paragraphs of the entry beyond which a scope in words cannot reach: those that it names, where it names them by the entry's
     * number and nothing in the rest looks like one more. Empty where that is not sure.
     */
    private static List<String> within(String eccn, String text) {
        if (text.matches("(?i).*\\b(except|other than|entire entry|through)\\b.*")) {
            return List.of();
        }
        for (String clause : text.split(";| AND ")) {
            if (!clause.contains(eccn + ".") || clause.contains("parameters of " + eccn)) {
                return List.of();
            }
        }
        Pattern list = Pattern.compile(eccn + "\\.([a-z](?:\\.[0-9a-z]+)*)((?:,? (?:and |or )?\\.?[a-z](?:\\.[0-9a-z]+)*(?=[,. ;]|$))*)");
        Matcher matcher = list.matcher(text);
        Set<String> found = new LinkedHashSet<>();
        StringBuilder rest = new StringBuilder();
        int end = 0;
        while (matcher.find()) {
            found.add(matcher.group(1));
            Matcher more = Pattern.compile("(?<![0-9a-z.])\\.?([a-z](?:\\.[0-9a-z]+)*)(?![0-9a-zA-Z])").matcher(matcher.group(2));
            while (more.find()) {
                found.add(more.group(1));
            }
            rest.append(text, end, matcher.start());
            end = matcher.end();
        }
        rest.append(text.substring(end));
        boolean another = Pattern.compile("(?<![0-9A-Za-z])\\.?[a-z]\\.[0-9]|(?<![0-9A-Za-z])\\.[a-z0-9]|(?<![0-9A-Za-z.])[b-z](?![0-9A-Za-z])")
                .matcher(rest.toString().replaceAll("[0-9][A-E][0-9]{3}(\\.[0-9a-z]+)*", ""))
                .find();
        return found.isEmpty() || another ? List.of() : List.copyOf(found);
    }

    private static ObjectNode strings(ObjectNode scope, String field, List<String> values) {
        ArrayNode array = scope.putArray(field);
        values.forEach(array::add);
        return scope;
    }

    /** Paragraphs of the entry itself, where the text is nothing but a list of them; null otherwise. */
    private static List<String> paragraphs(String eccn, String text) {
        String left = text.replaceFirst("^(to )?(items |the )?(in |controlled by )?(ECCN )?(paragraphs? )?", "")
                .replaceFirst("( of this entry| only|[.])$", "")
                .replaceAll("\\.z\\. 1", ".z.1");
        Set<String> found = new LinkedHashSet<>();
        for (String part : left.split(",? (?:and|or) (?:to )?|, ")) {
            String one = part.trim().replaceFirst("^" + eccn + "\\s?", "").replaceFirst("^\\.\\s?", "");
            String[] range = one.split(" through ");
            if (!one.matches("[a-z](\\.[0-9a-z]+)*")) {
                return null;
            }
            found.add(range[0]);
        }
        return List.copyOf(found);
    }

    /** Entries, with paragraphs and ranges, where the text is nothing but a list of them; null otherwise. */
    private static List<String> entries(String text, Set<String> all) {
        Set<String> found = new LinkedHashSet<>();
        String last = null;
        for (String part : text.split(",? (?:and|or) |, ")) {
            String one = part.trim();
            Matcher range = Pattern.compile("([0-9][A-E][0-9]{3}) to ([0-9][A-E][0-9]{3})").matcher(one);
            Matcher entry = Pattern.compile("([0-9][A-E][0-9]{3})(\\.[a-z](\\.[0-9a-z]+)*)?").matcher(one);
            Matcher below = Pattern.compile("\\.?([a-z](\\.[0-9a-z]+)*)").matcher(one);
            if (range.matches()) {
                all.stream()
                        .filter(e -> e.compareTo(range.group(1)) >= 0 && e.compareTo(range.group(2)) <= 0)
                        .forEach(found::add);
                last = range.group(2);
            } else if (entry.matches()) {
                found.add(one);
                last = entry.group(1);
            } else if (below.matches() && last != null) {
                found.add(last + "." + below.group(1));
            } else {
                return null;
            }
        }
        return List.copyOf(new ArrayList<>(found));
    }
}

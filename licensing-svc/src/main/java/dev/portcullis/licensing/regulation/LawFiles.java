package dev.portcullis.licensing.regulation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.portcullis.contracts.CountryCode;
import dev.portcullis.contracts.DeterminationState.Activity;
import dev.portcullis.contracts.DeterminationState.Outcome;
import dev.portcullis.contracts.Eccn;
import dev.portcullis.contracts.ItemState.Form;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads the law from its files. It reads trees and not classes, so that a native executable needs no reflection, and refuses
 * what it does not understand: a law that is half read must not decide.
 */
final class LawFiles {
    private static final String FOLDER = "/law/";
    private final ObjectMapper json = new ObjectMapper();

    LawData read() {
        JsonNode rows = tree("control-rows.json");
        Map<String, LicenseRule> rules = new LinkedHashMap<>();
        for (JsonNode node : array(tree("license-rules.json"), "rules")) {
            LicenseRule rule = rule(node);
            rules.put(rule.id(), rule);
        }
        Map<String, ListEffect> effects = new LinkedHashMap<>();
        JsonNode lists = tree("list-effects.json");
        for (JsonNode node : array(lists, "rules")) {
            ListEffect effect = listEffect(node);
            effects.put(effect.list(), effect);
        }
        ListEffect others = effects.get("*");
        if (others == null) {
            throw new IllegalStateException("list-effects.json does not say what holds of lists that it does not name");
        }
        Map<String, List<EndUse>> endUses = new LinkedHashMap<>();
        for (JsonNode node : array(tree("end-uses.json"), "rules")) {
            EndUse endUse = endUse(node);
            endUses.computeIfAbsent(endUse.code(), code -> new ArrayList<>()).add(endUse);
        }
        JsonNode exceptions = tree("exceptions.json");
        return new LawData(
                text(rows, "edition"),
                LocalDate.parse(text(rows, "editionDay")),
                LocalDate.parse(text(rows, "coverageFrom")),
                chart(),
                each(tree("chart-footnotes.json"), "footnotes", LawFiles::footnote),
                groups(),
                changes(),
                new ControlFiles(rules.keySet()).read(rows, tree("list-controls.json")),
                items(rows, "atOnly"),
                rules,
                each(tree("embargoes.json"), "rules", this::embargo),
                effects,
                others,
                texts(lists, "required"),
                each(tree("ownership-effects.json"), "rules", LawFiles::ownershipRule),
                endUses,
                each(exceptions, "restrictions", ExceptionFiles::restriction),
                each(exceptions, "exceptions", ExceptionFiles::exception),
                each(tree("review-policies.json"), "policies", this::policy),
                JurisdictionFile.read(tree("jurisdiction.json")));
    }

    private static ChartFootnote footnote(JsonNode node) {
        return new ChartFootnote(
                text(node, "footnote"),
                items(node, "items"),
                items(node, "except"),
                ChartFootnote.Effect.valueOf(text(node, "effect")),
                text(node, "reason"),
                text(node, "citation"),
                optional(node, "question"));
    }

    private static LicenseRule rule(JsonNode node) {
        LicenseRule.Reach enforced = node.has("enforced") ? reach(node.path("enforced")) : null;
        String decision = optional(node, "whenTheyDiffer");
        if ((enforced == null) != (decision == null)) {
            throw new IllegalStateException(
                    "a rule says what to do exactly where text and enforcement differ: " + node);
        }
        return new LicenseRule(
                text(node, "id"),
                text(node, "reason"),
                text(node, "what"),
                text(node, "citation"),
                date(node, "effectiveFrom"),
                date(node, "effectiveTo"),
                reach(node.path("codified")),
                enforced,
                decision == null ? LicenseRule.Decision.FOLLOW_CODIFIED : LicenseRule.Decision.valueOf(decision),
                node.has("unsettled") ? unsettled(node.get("unsettled")) : null,
                optional(node, "deemedExportsExcluded"));
    }

    private static LicenseRule.Unsettled unsettled(JsonNode node) {
        return new LicenseRule.Unsettled(scope(node.path("scope")), text(node, "question"), text(node, "citation"));
    }

    private static OwnershipRule ownershipRule(JsonNode node) {
        Map<String, ListEffect> effects = new LinkedHashMap<>();
        for (JsonNode effect : array(node, "effects")) {
            effects.put(text(effect, "list"), listEffect(effect));
        }
        return new OwnershipRule(
                text(node, "id"),
                text(node, "what"),
                text(node, "question"),
                new BigDecimal(text(node, "significantMinority")),
                texts(node, "asks"),
                text(node, "citation"),
                each(
                        node,
                        "periods",
                        period -> new OwnershipRule.Period(
                                LocalDate.parse(text(period, "from")),
                                date(period, "to"),
                                text(period, "standing"),
                                period.path("enforced").asBoolean(),
                                text(period, "citation"))),
                Map.copyOf(effects));
    }

    private static LicenseRule.Reach reach(JsonNode node) {
        String citation = optional(node, "headquartersCitation");
        return new LicenseRule.Reach(
                scope(node.path("scope")),
                scope(node.path("headquarters")),
                scope(node.path("from")),
                citation == null ? optional(node, "basis") : citation);
    }

    private Embargo embargo(JsonNode node) {
        return new Embargo(
                text(node, "id"),
                countries(node, "countries"),
                texts(node, "regions"),
                texts(node, "otherRegions"),
                text(node, "citation"),
                Outcome.valueOf(text(node, "outcome")),
                reviewPolicy(node),
                node.path("ear99").asBoolean(true),
                optional(node, "ear99Question"),
                optional(node, "ear99Free"),
                optional(node, "regionQuestion"),
                node.has("deemed") ? deemed(node.get("deemed")) : null,
                optional(node, "partyQuestion"),
                optional(node, "publishedQuestion"));
    }

    private static Embargo.Deemed deemed(JsonNode node) {
        return new Embargo.Deemed(
                Outcome.valueOf(text(node, "outcome")), reviewPolicy(node), text(node, "ear99Question"));
    }

    private static ListEffect listEffect(JsonNode node) {
        return new ListEffect(
                text(node, "list"),
                ListEffect.Effect.valueOf(text(node, "effect")),
                reviewPolicy(node),
                text(node, "citation"),
                text(node, "what"),
                optional(node, "statement"),
                optional(node, "statementQuestion"),
                node.path("earOnly").asBoolean(false));
    }

    private static EndUse endUse(JsonNode node) {
        return new EndUse(
                text(node, "endUse"),
                text(node, "citation"),
                scope(node.path("scope")),
                scope(node.path("headquarters")),
                eccns(node, "eccns"),
                eccns(node, "exceptEccns"),
                Outcome.valueOf(text(node, "outcome")),
                reviewPolicy(node),
                optional(node, "question"));
    }

    private static Set<Eccn> eccns(JsonNode node, String field) {
        Set<Eccn> eccns = new LinkedHashSet<>();
        texts(node, field).forEach(text -> eccns.add(Eccn.of(text)));
        return eccns;
    }

    private ReviewPolicyRule policy(JsonNode node) {
        ReviewPolicy policy = reviewPolicy(node);
        if (policy == null) {
            throw new IllegalStateException("a review policy names none: " + node);
        }
        return new ReviewPolicyRule(
                texts(node, "rules"),
                scope(node.path("to")),
                scope(node.path("orHeadquarters")),
                activities(node),
                forms(node),
                node.has("tppBelow") ? node.get("tppBelow").asDouble() : null,
                node.has("dramBandwidthBelow") ? node.get("dramBandwidthBelow").asDouble() : null,
                policy,
                text(node, "citation"),
                date(node, "effectiveFrom"),
                optional(node, "question"));
    }

    private static CountryChart chart() {
        Map<CountryCode, CountryChart.Row> rows = new HashMap<>();
        for (String[] line : lines("country-chart.csv")) {
            rows.put(
                    CountryCode.of(line[0]),
                    new CountryChart.Row(words(line[1]), words(line[2]), line[3].equals("EMBARGOED")));
        }
        return new CountryChart(rows);
    }

    private static Map<CountryCode, Set<String>> groups() {
        Map<CountryCode, Set<String>> groups = new HashMap<>();
        for (String[] line : lines("country-groups.csv")) {
            groups.put(CountryCode.of(line[0]), words(line[1]));
        }
        return groups;
    }

    private static List<CountryGroups.Change> changes() {
        List<CountryGroups.Change> changes = new ArrayList<>();
        for (String[] line : lines("country-group-changes.csv")) {
            changes.add(new CountryGroups.Change(
                    LocalDate.parse(line[0]), CountryCode.of(line[1]), line[2], line[3].equals("ADDED"), line[4]));
        }
        return changes;
    }

    /** The lines of one of our own tables: no quotes, no commas in cells, remarks behind a hash, one line of headings. */
    private static List<String[]> lines(String file) {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(open(file), StandardCharsets.UTF_8))) {
            return reader.lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .skip(1)
                    .map(line -> line.split(",", -1))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private JsonNode tree(String file) {
        try (InputStream in = open(file)) {
            return json.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException("the law file " + file + " cannot be read", e);
        }
    }

    private static InputStream open(String file) {
        InputStream in = LawFiles.class.getResourceAsStream(FOLDER + file);
        if (in == null) {
            throw new IllegalStateException("the law file " + file + " is missing");
        }
        return in;
    }

    static CountryScope scope(JsonNode node) {
        return node.isMissingNode()
                ? CountryScope.NOWHERE
                : new CountryScope(
                        node.path("worldwide").asBoolean(false),
                        countries(node, "countries"),
                        texts(node, "groups"),
                        countries(node, "exceptCountries"),
                        texts(node, "exceptGroups"));
    }

    static Set<CountryCode> countries(JsonNode node, String field) {
        Set<CountryCode> countries = new LinkedHashSet<>();
        texts(node, field).forEach(text -> countries.add(CountryCode.of(text)));
        return countries;
    }

    static List<ItemScope> items(JsonNode node, String field) {
        return texts(node, field).stream().map(ItemScope::of).toList();
    }

    static Set<Activity> activities(JsonNode node) {
        Set<Activity> activities = new LinkedHashSet<>();
        texts(node, "activities").forEach(text -> activities.add(Activity.valueOf(text)));
        return activities;
    }

    static Set<Form> forms(JsonNode node) {
        return forms(node, "forms");
    }

    static Set<Form> forms(JsonNode node, String field) {
        Set<Form> forms = new LinkedHashSet<>();
        texts(node, field).forEach(text -> forms.add(Form.valueOf(text)));
        return forms;
    }

    private static @Nullable ReviewPolicy reviewPolicy(JsonNode node) {
        String policy = optional(node, "policy");
        return policy == null ? null : ReviewPolicy.valueOf(policy);
    }

    static @Nullable LocalDate date(JsonNode node, String field) {
        String text = optional(node, field);
        return text == null ? null : LocalDate.parse(text);
    }

    private static Set<String> words(String cell) {
        return cell.isBlank() ? Set.of() : Set.of(cell.trim().split(" "));
    }

    static Set<String> texts(JsonNode node, String field) {
        Set<String> texts = new LinkedHashSet<>();
        node.path(field).forEach(text -> texts.add(text.asText()));
        return texts;
    }

    static JsonNode array(JsonNode node, String field) {
        JsonNode array = node.path(field);
        if (!array.isArray() || array.isEmpty()) {
            throw new IllegalStateException("a law file lacks " + field);
        }
        return array;
    }

    static <T> List<T> each(JsonNode node, String field, Function<JsonNode, T> read) {
        List<T> all = new ArrayList<>();
        node.path(field).forEach(entry -> all.add(read.apply(entry)));
        return List.copyOf(all);
    }

    static String text(JsonNode node, String field) {
        String text = optional(node, field);
        if (text == null) {
            throw new IllegalStateException("a law file lacks " + field + " in " + node);
        }
        return text;
    }

    static @Nullable String optional(JsonNode node, String field) {
        return node.hasNonNull(field) ? node.get(field).asText() : null;
    }
}

package dev.portcullis.screening.yente;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.portcullis.contracts.PartyState;
import dev.portcullis.platform.identity.Roles;
import dev.portcullis.platform.problem.Problem.FieldError;
import dev.portcullis.platform.problem.Problems;
import dev.portcullis.screening.directory.Directory;
import dev.portcullis.screening.directory.Listed;
import dev.portcullis.screening.directory.Wanted;
import dev.portcullis.screening.format.Countries;
import dev.portcullis.screening.list.ListedParty;
import dev.portcullis.screening.screening.CurrentLists;
import dev.portcullis.screening.screening.EntryId;
import dev.portcullis.screening.screening.ExemptionSource;
import dev.portcullis.screening.screening.Finding;
import dev.portcullis.screening.screening.Offload;
import dev.portcullis.screening.screening.Screener;
import dev.portcullis.screening.screening.Screenings;
import dev.portcullis.screening.screening.Subject;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/**
 * The operations of yente that its clients use: <a href="https://www.opensanctions.org/docs/api/matching/">matching</a>, search, entities and
 * the catalog. A client changes its address to {@code .../yente} and sends this house's bearer token.
 */
@Path("/yente")
@Produces(MediaType.APPLICATION_JSON)
@Tag(
        name = "yente",
        description = "As yente, the API of OpenSanctions, has it: examples in FollowTheMoney against the lists")
public class YenteResource {
    private static final int MOST_QUERIES = 500;
    private static final String URL = "https://www.opensanctions.org/docs/api/scoring/";

    private static final Map<String, Answers.Feature> FEATURES = Map.of(
            "name", new Answers.Feature("How alike the names are, word by word", 1, URL),
            "country", new Answers.Feature("What countries add or take", 1, URL),
            "birth", new Answers.Feature("What dates of birth add or take", 1, URL),
            "address", new Answers.Feature("What the same address adds", 1, URL),
            "identifier", new Answers.Feature("What documents and numbers add or take", 1, URL),
            "weak_alias", new Answers.Feature("What a weak alias beside another name adds", 1, URL));

    private static final String QUERIES = """
            {"queries": {"vendor-1": {"schema": "Company", "properties": {"name": ["Huawei Technologies Co Ltd"], "jurisdiction": ["cn"]}},
              "person-1": {"schema": "Person", "properties": {"firstName": ["Akhtar Mohammad"], "lastName": ["Mansour"],
                "birthDate": ["1960"], "nationality": ["af"]}}}}""";

    private static final String MATCHES = """
            {"responses": {"vendor-1": {"status": 200, "results": [{"id": "EL:2a3e1c77", "caption": "Huawei Technologies Co., Ltd. (Huawei)",
               "schema": "LegalEntity", "properties": {"name": ["Huawei Technologies Co., Ltd. (Huawei)"], "country": ["cn"]},
               "datasets": ["el"], "referents": [], "target": true, "score": 1.0,
               "features": {"country": 0.0, "name": 1.0}, "match": true}],
               "total": {"value": 1, "relation": "eq"},
               "query": {"schema": "Company", "properties": {"name": ["Huawei Technologies Co Ltd"], "jurisdiction": ["cn"]}}}},
             "matcher": {"name": {"description": "How alike the names are, word by word", "coefficient": 1.0,
               "url": "https://www.opensanctions.org/docs/api/scoring/"}}, "limit": 5}""";

    @Inject
    CurrentLists lists;

    @Inject
    Screenings screenings;

    @Inject
    ExemptionSource exemptions;

    @Inject
    Offload offload;

    @POST
    @Path("/match/{dataset}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.SCREENER, Roles.GATEWAY, Roles.COMPLIANCE_OFFICER, Roles.ENGINEER})
    @Operation(
            summary = "Match entities by example",
            description =
                    "Up to 500 examples. Results reach the profile's threshold at least, whatever cutoff says; match says whether they reach"
                            + " the caller's. algorithm, weights, topics and changed_since are taken and change nothing.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = Object.class),
                            examples = @ExampleObject(name = "a company and a person", value = QUERIES)))
    @APIResponse(
            responseCode = "200",
            description = "A response for each example, under its key",
            content = @Content(examples = @ExampleObject(name = "matches", value = MATCHES)))
    @APIResponse(responseCode = "400", description = "An example has a schema that is not known, or there are too many")
    @APIResponse(responseCode = "404", description = "There is no such data set")
    public Uni<Answers.Matched> match(
            @PathParam("dataset") String dataset,
            @QueryParam("limit") @DefaultValue("5") int limit,
            @QueryParam("threshold") @DefaultValue("0.7") double threshold,
            @QueryParam("cutoff") @DefaultValue("0.5") double cutoff,
            @QueryParam("include_dataset") List<String> include,
            @QueryParam("exclude_dataset") List<String> exclude,
            @QueryParam("exclude_schema") List<String> excludeSchema,
            @QueryParam("exclude_entity_ids") List<String> excludeIds,
            ObjectNode body) {
        Screener screener = screener();
        Predicate<ListedParty> leftOut = leftOut(dataset(dataset, screener), include, exclude, screener)
                .or(entry -> excludeSchema.contains(Entity.schema(entry.type())))
                .or(entry -> excludeIds.contains(new EntryId(entry.list(), entry.id()).toString()));
        int most = limit(limit, 5, 50);
        double cut = Math.min(1, Math.max(screener.threshold(), Math.min(cutoff, threshold)));
        double certain = Math.max(screener.threshold(), threshold);
        Map<String, Example> examples = examples(body);
        List<Subject> subjects = subjects(examples);
        Instant now = Instant.now();
        return Panache.withSession(() -> exemptions.of(subjects))
                .chain(known -> screenings.screen(screener, subjects, known, leftOut, cut, now))
                .chain(findings -> offload.cpu(() -> {
                    Map<String, Answers.Matches> responses = new LinkedHashMap<>();
                    int i = 0;
                    for (Map.Entry<String, Example> example : examples.entrySet()) {
                        responses.put(
                                example.getKey(),
                                matches(screener, findings.get(i++), example.getValue(), certain, most));
                    }
                    return new Answers.Matched(responses, FEATURES, most);
                }));
    }

    private static Answers.Matches matches(
            Screener screener, Finding finding, Example example, double threshold, int most) {
        List<Entity> results = finding.hits().stream()
                .limit(most)
                .map(hit -> Entity.of(screener.entry(hit.list(), hit.entryId()).orElseThrow())
                        .scored(hit, threshold))
                .toList();
        return new Answers.Matches(200, results, Answers.Total.of(finding.hits().size()), example);
    }

    private static Map<String, Example> examples(@Nullable ObjectNode body) {
        JsonNode queries = body == null ? null : body.path("queries");
        if (queries == null || !queries.isObject() || queries.isEmpty()) {
            throw Problems.invalid("/queries", "must be an object of examples by key");
        }
        if (queries.size() > MOST_QUERIES) {
            throw Problems.invalid("/queries", "must hold at most " + MOST_QUERIES);
        }
        Map<String, Example> examples = new LinkedHashMap<>();
        queries.fields()
                .forEachRemaining(query -> examples.put(
                        query.getKey(), Example.read("/queries/" + escaped(query.getKey()), query.getValue())));
        return examples;
    }

    private static List<Subject> subjects(Map<String, Example> examples) {
        List<FieldError> faults = new ArrayList<>();
        List<Subject> subjects = new ArrayList<>();
        examples.forEach((key, example) -> {
            var subject = example.subject();
            subject.faults()
                    .forEach(fault -> faults.add(new FieldError(
                            "/queries/" + escaped(key) + "/properties", null, fault.pointer() + " " + fault.detail())));
            if (faults.isEmpty()) {
                subjects.add(subject.toSubject());
            }
        });
        if (!faults.isEmpty()) {
            throw Problems.invalid(faults);
        }
        return subjects;
    }

    /** A key within a JSON pointer (RFC 6901). */
    private static String escaped(String key) {
        return key.replace("~", "~0").replace("/", "~1");
    }

    @GET
    @Path("/search/{dataset}")
    @RolesAllowed({Roles.SCREENER, Roles.COMPLIANCE_OFFICER, Roles.ENGINEER, Roles.AUDITOR})
    @Operation(
            summary = "Search by a text",
            description = "Names like the text, best first, then those that hold it; all entries where it is left out.")
    @APIResponse(
            responseCode = "200",
            description = "Entities",
            content = @Content(examples = @ExampleObject(name = "found", value = """
                    {"limit": 10, "offset": 0, "total": {"value": 1, "relation": "eq"}, "results": [{"id": "EL:2a3e1c77",
                     "caption": "Huawei Technologies Co., Ltd. (Huawei)", "schema": "LegalEntity",
                     "properties": {"name": ["Huawei Technologies Co., Ltd. (Huawei)"]}, "datasets": ["el"], "referents": [],
                     "target": true}], "facets": {}}""")))
    public Uni<Answers.Found> search(
            @PathParam("dataset") String dataset,
            @QueryParam("q") @DefaultValue("") String q,
            @QueryParam("schema") @DefaultValue("Thing") String schema,
            @QueryParam("countries") List<String> countries,
            @QueryParam("datasets") List<String> datasets,
            @QueryParam("limit") @DefaultValue("10") int limit,
            @QueryParam("offset") @DefaultValue("0") int offset) {
        Screener screener = screener();
        if (!Words.SCHEMATA.containsKey(schema)) {
            throw Problems.badParameter("schema", "is not known");
        }
        if (!q.isBlank() && Subject.fault(q) != null) {
            throw Problems.badParameter("q", String.valueOf(Subject.fault(q)));
        }
        ListedParty.Type type = ListedParty.Type.valueOf(
                Objects.requireNonNull(Words.SCHEMATA.get(schema), schema).get(0));
        Set<String> wantedLists = new TreeSet<>(dataset(dataset, screener));
        datasets.forEach(each -> wantedLists.addAll(dataset(each, screener)));
        Wanted wanted = new Wanted(
                wantedLists,
                countries.stream().map(Countries::code).filter(Objects::nonNull).collect(Collectors.toSet()),
                type == ListedParty.Type.UNKNOWN ? Set.of() : Set.of(type, ListedParty.Type.UNKNOWN));
        int most = limit(limit, 10, 500);
        int from = Math.max(0, Math.min(offset, Directory.MOST));
        Instant now = Instant.now();
        return offload.cpu(() -> {
            Directory directory = new Directory(screener);
            List<Listed> found = q.isBlank() ? directory.all(wanted) : directory.named(q, wanted, now);
            List<Entity> page =
                    found.subList(Math.min(from, found.size()), Math.min(from + most, found.size())).stream()
                            .map(listed -> Entity.of(listed.party()))
                            .toList();
            return new Answers.Found(most, from, Answers.Total.of(found.size()), page, Map.of());
        });
    }

    @GET
    @Path("/entities/{id}")
    @RolesAllowed({Roles.SCREENER, Roles.COMPLIANCE_OFFICER, Roles.ENGINEER, Roles.AUDITOR})
    @Operation(summary = "Read an entity", description = "By the id that a match or a search told.")
    @APIResponse(
            responseCode = "200",
            description = "The entity",
            content = @Content(examples = @ExampleObject(name = "an entity", value = """
                    {"id": "EL:2a3e1c77", "caption": "Huawei Technologies Co., Ltd. (Huawei)", "schema": "LegalEntity",
                     "properties": {"name": ["Huawei Technologies Co., Ltd. (Huawei)"], "country": ["cn"]}, "datasets": ["el"],
                     "referents": [], "target": true}""")))
    public Entity entity(@PathParam("id") String id) {
        return EntryId.parse(id)
                .flatMap(entry -> screener().entry(entry.list(), entry.id()))
                .map(Entity::of)
                .orElseThrow(() -> Problems.notFound("entity", id));
    }

    @GET
    @Path("/catalog")
    @RolesAllowed({Roles.SCREENER, Roles.COMPLIANCE_OFFICER, Roles.ENGINEER, Roles.AUDITOR, Roles.GATEWAY})
    @Operation(
            summary = "List the data sets",
            description = "Each list that is loaded, and all of them under the name default.")
    @APIResponse(
            responseCode = "200",
            description = "The data sets",
            content = @Content(examples = @ExampleObject(name = "catalog", value = """
                    {"datasets": [{"name": "el", "title": "EL", "load": true, "version": "led-01kapx4b0z0000000000000000",
                      "index_version": "les-2f0c4c8f6a1f4bb0", "index_current": true, "children": []},
                      {"name": "default", "title": "All lists", "load": true, "version": "les-2f0c4c8f6a1f4bb0",
                      "index_version": "les-2f0c4c8f6a1f4bb0", "index_current": true, "children": ["el"]}],
                     "current": ["default", "el"], "outdated": [], "index_stale": false}""")))
    public Answers.Catalog catalog() {
        Screener screener = screener();
        Map<String, Answers.Dataset> datasets = new LinkedHashMap<>();
        for (PartyState.ListEdition list : screener.lists()) {
            String name = list.list().toLowerCase(Locale.ROOT);
            datasets.put(
                    name,
                    new Answers.Dataset(name, list.list(), null, true, list.edition(), screener.id(), true, List.of()));
        }
        List<String> children = List.copyOf(datasets.keySet());
        datasets.put(
                "default",
                new Answers.Dataset("default", "All lists", null, true, screener.id(), screener.id(), true, children));
        return new Answers.Catalog(
                List.copyOf(datasets.values()),
                datasets.keySet().stream().sorted().toList(),
                List.of(),
                false);
    }

    @GET
    @Path("/algorithms")
    @RolesAllowed({Roles.SCREENER, Roles.COMPLIANCE_OFFICER, Roles.ENGINEER, Roles.AUDITOR, Roles.GATEWAY})
    @Operation(
            summary = "List the ways to score",
            description = "There is one, whose figures are the matching profile.")
    @APIResponse(
            responseCode = "200",
            description = "The ways to score",
            content = @Content(examples = @ExampleObject(name = "one", value = """
                    {"algorithms": [{"name": "portcullis", "description": "Matching profile 2026-11-29.2", "features": {}}],
                     "best": "portcullis", "default": "portcullis"}""")))
    public Answers.Algorithms algorithms() {
        return new Answers.Algorithms(
                List.of(new Answers.Algorithm(
                        "portcullis", "Matching profile " + screener().profile(), FEATURES)),
                "portcullis",
                "portcullis");
    }

    private Screener screener() {
        return lists.latest().orElseThrow(() -> Problems.conflict("No screening list is loaded: import one first."));
    }

    private static int limit(int asked, int usual, int most) {
        return asked <= 0 ? usual : Math.min(asked, most);
    }

    /** Codes of a data set's lists; none where it is all of them. */
    private static Set<String> dataset(String name, Screener screener) {
        String small = name.toLowerCase(Locale.ROOT);
        List<String> codes = Words.DATASETS.get(small);
        if (codes != null) {
            return Set.copyOf(codes);
        }
        return screener.lists().stream()
                .map(PartyState.ListEdition::list)
                .filter(code -> code.toLowerCase(Locale.ROOT).equals(small))
                .findFirst()
                .map(Set::of)
                .orElseThrow(() -> Problems.notFound("data set", name));
    }

    private static Predicate<ListedParty> leftOut(
            Set<String> codes, List<String> include, List<String> exclude, Screener screener) {
        Set<String> included = include.stream()
                .flatMap(name -> dataset(name, screener).stream())
                .collect(Collectors.toSet());
        Set<String> excluded = exclude.stream()
                .flatMap(name -> dataset(name, screener).stream())
                .collect(Collectors.toSet());
        return entry -> !codes.isEmpty() && !codes.contains(entry.list())
                || !included.isEmpty() && !included.contains(entry.list())
                || excluded.contains(entry.list());
    }
}

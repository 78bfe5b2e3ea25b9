package dev.portcullis.screening.reconcile;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.portcullis.platform.identity.Roles;
import dev.portcullis.platform.problem.Problems;
import dev.portcullis.screening.directory.Directory;
import dev.portcullis.screening.directory.Wanted;
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
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The Reconciliation Service API, version 0.2. */
@Path("/reconcile")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "reconciliation", description = "The Reconciliation Service API 0.2, as OpenRefine speaks it")
public class ReconcileResource {
    private static final String MANIFEST = """
            {"versions": ["0.2"], "name": "Portcullis screening lists", "identifierSpace": "urn:portcullis:listed-party",
             "schemaSpace": "urn:portcullis:listed-party-type", "defaultTypes": [{"id": "ENTITY", "name": "Entity"}],
             "view": {"url": "https://screening.example/yente/entities/{{id}}"}}""";
    private static final String QUERIES = """
            {"q0": {"query": "Huawei Technologies Co Ltd", "type": "ENTITY", "limit": 3,
              "properties": [{"pid": "country", "v": "CN"}]}, "q1": {"query": "Siemens AG"}}""";
    private static final String RESULTS = """
            {"q0": {"result": [{"id": "EL:2a3e1c77", "name": "Huawei Technologies Co., Ltd. (Huawei)",
              "description": "EL, CN, 84 FR 22961", "type": [{"id": "UNKNOWN", "name": "Unknown"}], "score": 100.0, "match": true,
              "features": [{"id": "name", "value": 1.0}, {"id": "country", "value": 0.0}]}]}, "q1": {"result": []}}""";

    @Inject
    CurrentLists lists;

    @Inject
    Screenings screenings;

    @Inject
    ExemptionSource exemptions;

    @Inject
    Offload offload;

    @Inject
    ObjectMapper json;

    @Inject
    UriInfo uri;

    @GET
    @RolesAllowed({Roles.SCREENER, Roles.GATEWAY, Roles.COMPLIANCE_OFFICER, Roles.ENGINEER, Roles.AUDITOR})
    @Operation(summary = "Read the manifest", description = "Or, with queries, the candidates of a batch of queries.")
    @APIResponse(
            responseCode = "200",
            description = "The manifest",
            content = @Content(examples = @ExampleObject(name = "manifest", value = MANIFEST)))
    public Uni<Response> manifest(
            @QueryParam("queries") @Parameter(description = "A batch of queries, as JSON") @Nullable String queries) {
        return queries == null
                ? Uni.createFrom()
                        .item(Response.ok(
                                        Manifest.of(uri.getBaseUri().toString().replaceAll("/+$", "")))
                                .build())
                : candidates(tree(queries)).map(found -> Response.ok(found).build());
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed({Roles.SCREENER, Roles.GATEWAY, Roles.COMPLIANCE_OFFICER, Roles.ENGINEER})
    @Operation(
            summary = "Reconcile a batch of queries",
            description = "Up to 500, as JSON in the form's field queries.")
    @APIResponse(
            responseCode = "200",
            description = "The candidates of each query, under its key",
            content = @Content(examples = @ExampleObject(name = "candidates", value = RESULTS)))
    public Uni<Map<String, Candidates>> form(@FormParam("queries") @Nullable String queries) {
        if (queries == null) {
            throw Problems.badParameter("queries", "is required");
        }
        return candidates(tree(queries));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.SCREENER, Roles.GATEWAY, Roles.COMPLIANCE_OFFICER, Roles.ENGINEER})
    @Operation(
            summary = "Reconcile a batch of queries",
            description = "Up to 500, as JSON; for programs that send no forms.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = Object.class),
                            examples = @ExampleObject(name = "queries", value = QUERIES)))
    @APIResponse(
            responseCode = "200",
            description = "The candidates of each query, under its key",
            content = @Content(examples = @ExampleObject(name = "candidates", value = RESULTS)))
    public Uni<Map<String, Candidates>> json(JsonNode queries) {
        return candidates(queries);
    }

    private JsonNode tree(String text) {
        try {
            return json.readTree(text);
        } catch (JsonProcessingException e) {
            throw Problems.unreadable((JacksonException) e);
        }
    }

    private Uni<Map<String, Candidates>> candidates(JsonNode batch) {
        Map<String, Queries.Query> queries = Queries.read(batch);
        Screener screener = screener();
        List<Subject> subjects =
                queries.values().stream().map(Queries.Query::subject).toList();
        return Panache.withSession(() -> exemptions.of(subjects))
                .chain(known -> screenings.screen(screener, subjects, known, screener.threshold(), Instant.now()))
                .chain(findings -> offload.cpu(() -> {
                    Map<String, Candidates> found = new LinkedHashMap<>();
                    int i = 0;
                    for (Map.Entry<String, Queries.Query> query : queries.entrySet()) {
                        found.put(query.getKey(), candidates(screener, query.getValue(), findings.get(i++)));
                    }
                    return found;
                }));
    }

    /** A candidate is a match where the names are equal and no other candidate's are: anything else is for a person. */
    private static Candidates candidates(Screener screener, Queries.Query query, Finding finding) {
        boolean alone = finding.hits().stream().filter(hit -> hit.score() == 1).count() == 1;
        List<Candidates.Candidate> candidates = new ArrayList<>();
        for (Finding.Hit hit : finding.hits()) {
            ListedParty entry = screener.entry(hit.list(), hit.entryId()).orElseThrow();
            if (candidates.size() < query.limit() && query.holds(entry.type())) {
                candidates.add(Candidates.Candidate.of(entry).scored(hit, alone));
            }
        }
        return new Candidates(candidates);
    }

    @GET
    @Path("/suggest/entity")
    @RolesAllowed({Roles.SCREENER, Roles.GATEWAY, Roles.COMPLIANCE_OFFICER, Roles.ENGINEER, Roles.AUDITOR})
    @Operation(
            summary = "Complete a name",
            description = "Entries that the text is like, and those of which a name holds it.")
    @APIResponse(
            responseCode = "200",
            description = "Entries",
            content = @Content(examples = @ExampleObject(name = "entries", value = """
                    {"result": [{"id": "EL:2a3e1c77", "name": "Huawei Technologies Co., Ltd. (Huawei)",
                      "description": "EL, CN, 84 FR 22961", "type": [{"id": "UNKNOWN", "name": "Unknown"}]}]}""")))
    public Uni<Candidates> suggestEntity(
            @QueryParam("prefix") @DefaultValue("") String prefix,
            @QueryParam("cursor") @DefaultValue("0") int cursor) {
        if (prefix.isBlank() || Subject.fault(prefix) != null) {
            throw Problems.badParameter(
                    "prefix", "is required: some letters of a name, at most " + Subject.LONGEST_NAME);
        }
        Screener screener = screener();
        Instant now = Instant.now();
        return offload.cpu(() -> new Candidates(new Directory(screener)
                .named(prefix, Wanted.ANY, now).stream()
                        .skip(Math.max(0, cursor))
                        .limit(20)
                        .map(listed -> Candidates.Candidate.of(listed.party()))
                        .toList()));
    }

    /** Types or properties. */
    public record Suggested(List<Manifest.Type> result) {}

    @GET
    @Path("/suggest/type")
    @RolesAllowed({Roles.SCREENER, Roles.GATEWAY, Roles.COMPLIANCE_OFFICER, Roles.ENGINEER, Roles.AUDITOR})
    @Operation(summary = "Complete a type")
    @APIResponse(
            responseCode = "200",
            description = "Types",
            content = @Content(examples = @ExampleObject(name = "types", value = """
                    {"result": [{"id": "VESSEL", "name": "Vessel"}]}""")))
    public Suggested suggestType(@QueryParam("prefix") @DefaultValue("") String prefix) {
        return suggested(Manifest.types().stream(), prefix);
    }

    @GET
    @Path("/suggest/property")
    @RolesAllowed({Roles.SCREENER, Roles.GATEWAY, Roles.COMPLIANCE_OFFICER, Roles.ENGINEER, Roles.AUDITOR})
    @Operation(summary = "Complete a property")
    @APIResponse(
            responseCode = "200",
            description = "Properties",
            content = @Content(examples = @ExampleObject(name = "properties", value = """
                    {"result": [{"id": "country", "name": "Country"}]}""")))
    public Suggested suggestProperty(@QueryParam("prefix") @DefaultValue("") String prefix) {
        return suggested(
                Arrays.stream(Property.values()).map(property -> new Manifest.Type(property.id(), property.label())),
                prefix);
    }

    private static Suggested suggested(Stream<Manifest.Type> all, String prefix) {
        String small = prefix.strip().toLowerCase(Locale.ROOT);
        return new Suggested(
                all.filter(one -> one.name().toLowerCase(Locale.ROOT).startsWith(small)
                                || one.id().toLowerCase(Locale.ROOT).startsWith(small))
                        .toList());
    }

    @GET
    @Path("/preview")
    @Produces(MediaType.TEXT_HTML)
    @RolesAllowed({Roles.SCREENER, Roles.GATEWAY, Roles.COMPLIANCE_OFFICER, Roles.ENGINEER, Roles.AUDITOR})
    @Operation(summary = "Show an entry", description = "As a small page without scripts.")
    @APIResponse(
            responseCode = "200",
            description = "The page",
            content =
                    @Content(
                            mediaType = MediaType.TEXT_HTML,
                            examples = @ExampleObject(name = "page", value = "<!DOCTYPE html>...")))
    public Response preview(@QueryParam("id") @DefaultValue("") String id) {
        ListedParty entry = EntryId.parse(id)
                .flatMap(one -> screener().entry(one.list(), one.id()))
                .orElseThrow(() -> Problems.notFound("entity", id));
        return Response.ok(Preview.of(entry), "text/html;charset=UTF-8")
                .header("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'")
                .build();
    }

    private Screener screener() {
        return lists.latest().orElseThrow(() -> Problems.conflict("No screening list is loaded: import one first."));
    }
}

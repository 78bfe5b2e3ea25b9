package dev.portcullis.personnel.scim;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever is sent is either applied exactly or refused in SCIM's words; nothing in between. */
class ScimPropertiesTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String EXPORT = Schemas.EXPORT_CONTROL;

    @Property
    void any_text_is_a_filter_or_is_refused(@ForAll("filters") String text) {
        try {
            assertThat(FilterParser.parse(text)).isNotNull();
        } catch (ScimException refused) {
            assertThat(refused.scimType()).isEqualTo(ScimType.INVALID_FILTER);
        }
    }

    @Property
    void any_text_is_a_path_or_is_refused(@ForAll("filters") String text) {
        try {
            assertThat(PatchPath.parse(ResourceKind.USER, "emails[" + text)).isNotNull();
        } catch (ScimException refused) {
            assertThat(refused.scimType()).isIn(ScimType.INVALID_FILTER, ScimType.INVALID_PATH);
        }
    }

    @Property
    void a_patch_leaves_a_canonical_user_or_is_refused_and_changes_nothing(@ForAll("patches") List<String> operations)
            throws Exception {
        ObjectNode before = user();
        ObjectNode copy = before.deepCopy();
        try {
            ObjectNode after = Patch.apply(
                    ResourceKind.USER,
                    before,
                    PatchRequest.read(ResourceKind.USER, JSON.readTree(Hr.patchBody(String.join(",", operations)))));
            ObjectNode again = after.deepCopy();
            again.putArray("schemas").add(Schemas.USER);
            assertThat(Canonical.resource(ResourceKind.USER, again)).isEqualTo(after);
            assertThat(after.path("active").isBoolean()).isTrue();
            assertThat(after.path("userName").asText()).isNotBlank();
        } catch (ScimException refused) {
            assertThat(refused.status()).isEqualTo(400);
            assertThat(refused.getMessage()).doesNotContain("canary");
        }
        assertThat(before).isEqualTo(copy);
    }

    @Property
    void the_same_add_or_replace_again_changes_nothing(@ForAll("settings") String operation) throws Exception {
        JsonNode body = JSON.readTree(Hr.patchBody(operation));
        ObjectNode once;
        try {
            once = Patch.apply(ResourceKind.USER, user(), PatchRequest.read(ResourceKind.USER, body));
        } catch (ScimException refused) {
            return;
        }
        assertThat(Patch.apply(ResourceKind.USER, once, PatchRequest.read(ResourceKind.USER, body)))
                .isEqualTo(once);
    }

    @Provide
    Arbitrary<String> filters() {
        Arbitrary<String> word = Arbitraries.of(
                "userName",
                "type",
                "eq",
                "pr",
                "not",
                "(",
                ")",
                "[",
                "]",
                "and",
                "or",
                "\"work\"",
                "\"",
                "\\",
                "true",
                ".",
                "null",
                "1",
                "emails",
                "value",
                EXPORT + ":visa",
                "$ref",
                "\u0000",
                "canary");
        return word.list().ofMaxSize(12).map(words -> String.join(" ", words));
    }

    @Provide
    Arbitrary<List<String>> patches() {
        return operation(Arbitraries.of("add", "Replace", "REMOVE", "move"))
                .list()
                .ofMinSize(1)
                .ofMaxSize(4);
    }

    @Provide
    Arbitrary<String> settings() {
        // What a filter selects may change with the change.
        return operation(Arbitraries.of("add", "replace")).filter(operation -> !operation.contains("eq "));
    }

    private static Arbitrary<String> operation(Arbitrary<String> op) {
        Arbitrary<String> path = Arbitraries.of(
                "userName",
                "active",
                "name",
                "name.givenName",
                "emails",
                "emails[type eq \\'work\\']",
                "emails[type eq \\'work\\'].value",
                "emails[not (primary eq true)]",
                "emails.value",
                EXPORT,
                EXPORT + ":citizenships",
                EXPORT + ":citizenships[country eq \\'IN\\'].lost",
                EXPORT + ":citizenships[country eq \\'IN\\'].country",
                EXPORT + ":visa.validUntil",
                "id",
                "schemas",
                "canary");
        Arbitrary<String> value = Arbitraries.of(
                "true",
                "'False'",
                "'canary'",
                "''",
                "null",
                "[]",
                "{}",
                "7",
                "[{'type':'work','value':'canary','primary':true}]",
                "{'type':'work','value':'canary','primary':true}",
                "{'givenName':'canary','familyName':null}",
                "{'active':false,'name.givenName':'canary'}",
                "[{'country':'IN','acquired':'1990-01-01'}]",
                "{'citizenships':[{'country':'CN'}],'visa':null}",
                "{'" + EXPORT + "':{'usPersonBasis':'NONE'}}");
        return Combinators.combine(op, path.injectNull(0.2), value.injectNull(0.1))
                .as((o, p, v) -> "{'op':'" + o + "'" + (p == null ? "" : ",'path':'" + p + "'")
                        + (v == null ? "" : ",'value':" + v) + "}");
    }

    private static ObjectNode user() throws JsonProcessingException {
        return Canonical.resource(
                ResourceKind.USER,
                JSON.readTree(Hr.json("{'schemas':['" + Schemas.USER
                        + "'],'userName':'a','active':true,'name':{'givenName':'A','familyName':'B'},"
                        + "'emails':[{'type':'work','value':'w','primary':true},{'type':'home','value':'h'}],'" + EXPORT
                        + "':{'citizenships':[{'country':'IN'},{'country':'GB','acquired':'2019-01-01'}],"
                        + "'visa':{'class':'H-1B','validUntil':'2028-01-01'}}}")));
    }
}

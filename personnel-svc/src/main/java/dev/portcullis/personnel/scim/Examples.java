package dev.portcullis.personnel.scim;

/** Messages as the OpenAPI document shows them. */
final class Examples {
    static final String NEW_USER = """
            {"schemas":["urn:ietf:params:scim:schemas:core:2.0:User",
                        "urn:portcullis:params:scim:schemas:extension:exportcontrol:2.0:User"],
             "userName":"a.rao@example.com","externalId":"E-1003","active":true,
             "name":{"givenName":"Asha","familyName":"Rao"},
             "urn:portcullis:params:scim:schemas:extension:exportcontrol:2.0:User":{
               "citizenships":[{"country":"IN","acquired":"1991-04-02","evidence":"PASSPORT"}],
               "usPersonBasis":"NONE","visa":{"class":"H-1B","validUntil":"2028-09-30"},
               "employer":"Example Semiconductor Inc.","contractKind":"PERMANENT"}}""";
    static final String USER = """
            {"schemas":["urn:ietf:params:scim:schemas:core:2.0:User",
                        "urn:portcullis:params:scim:schemas:extension:exportcontrol:2.0:User"],
             "id":"per-01k9zq0v5m8y3h2t7n4c6w1xrd",
             "externalId":"E-1003","userName":"a.rao@example.com","name":{"familyName":"Rao","givenName":"Asha"},
             "active":true,
             "urn:portcullis:params:scim:schemas:extension:exportcontrol:2.0:User":{
               "citizenships":[{"country":"IN","acquired":"1991-04-02","evidence":"PASSPORT"}],
               "usPersonBasis":"NONE","visa":{"class":"H-1B","validUntil":"2028-09-30"},
               "employer":"Example Semiconductor Inc.","contractKind":"PERMANENT"},
             "meta":{"resourceType":"User","created":"2026-11-23T06:00:00Z","lastModified":"2026-11-23T06:00:00Z",
               "location":"https://personnel.example.com/scim/v2/Users/per-01k9zq0v5m8y3h2t7n4c6w1xrd",
               "version":"W/\\"1\\""}}""";
    static final String DEACTIVATE = """
            {"schemas":["urn:ietf:params:scim:api:messages:2.0:PatchOp"],
             "Operations":[{"op":"replace","path":"active","value":false}]}""";
    static final String ERROR = """
            {"schemas":["urn:ietf:params:scim:api:messages:2.0:Error"],"status":"400","scimType":"invalidValue",
             "detail":"urn:portcullis:params:scim:schemas:extension:exportcontrol:2.0:User:citizenships[0].country must be an \
            ISO 3166-1 alpha-2 country code."}""";
    static final String LIST =
            "{\"schemas\":[\"urn:ietf:params:scim:api:messages:2.0:ListResponse\"],\"totalResults\":1,"
                    + "\"startIndex\":1,\"itemsPerPage\":1,\"Resources\":[" + USER + "]}";

    static final String SEARCH = """
            {"schemas":["urn:ietf:params:scim:api:messages:2.0:SearchRequest"],
             "filter":"urn:portcullis:params:scim:schemas:extension:exportcontrol:2.0:User:visa.validUntil lt \\"2027-01-01\\"",
             "attributes":["userName"],"cursor":"","count":50}""";
    static final String NEW_GROUP = """
            {"schemas":["urn:ietf:params:scim:schemas:core:2.0:Group"],"displayName":"Lab 4","externalId":"G-17",
             "members":[{"value":"per-01k9zq0v5m8y3h2t7n4c6w1xrd"}]}""";
    static final String GROUP = """
            {"schemas":["urn:ietf:params:scim:schemas:core:2.0:Group"],"id":"grp-01k9zq0v5m8y3h2t7n4c6w1xre",
             "externalId":"G-17","displayName":"Lab 4",
             "members":[{"value":"per-01k9zq0v5m8y3h2t7n4c6w1xrd","type":"User",
               "$ref":"https://personnel.example.com/scim/v2/Users/per-01k9zq0v5m8y3h2t7n4c6w1xrd"}],
             "meta":{"resourceType":"Group","created":"2026-11-23T06:00:00Z","lastModified":"2026-11-23T06:00:00Z",
               "location":"https://personnel.example.com/scim/v2/Groups/grp-01k9zq0v5m8y3h2t7n4c6w1xre",
               "version":"W/\\"1\\""}}""";
    static final String GROUPS =
            "{\"schemas\":[\"urn:ietf:params:scim:api:messages:2.0:ListResponse\"],\"totalResults\":1,"
                    + "\"startIndex\":1,\"itemsPerPage\":1,\"Resources\":[" + GROUP + "]}";
    static final String ADD_MEMBER = """
            {"schemas":["urn:ietf:params:scim:api:messages:2.0:PatchOp"],
             "Operations":[{"op":"add","path":"members","value":[{"value":"per-01k9zq0v5m8y3h2t7n4c6w1xrd"}]}]}""";
    static final String SEARCH_GROUPS = """
            {"schemas":["urn:ietf:params:scim:api:messages:2.0:SearchRequest"],
             "filter":"members.value eq \\"per-01k9zq0v5m8y3h2t7n4c6w1xrd\\"","excludedAttributes":["members"]}""";
    static final String BULK = """
            {"schemas":["urn:ietf:params:scim:api:messages:2.0:BulkRequest"],"failOnErrors":1,
             "Operations":[
               {"method":"POST","path":"/Users","bulkId":"boss","data":{
                 "schemas":["urn:ietf:params:scim:schemas:core:2.0:User"],"userName":"b.oss@example.com"}},
               {"method":"POST","path":"/Users","bulkId":"staff","data":{
                 "schemas":["urn:ietf:params:scim:schemas:core:2.0:User",
                            "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User"],
                 "userName":"s.taff@example.com",
                 "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User":{"manager":{"value":"bulkId:boss"}}}}]}""";
    static final String BULK_ANSWER = """
            {"schemas":["urn:ietf:params:scim:api:messages:2.0:BulkResponse"],
             "Operations":[{"method":"POST","bulkId":"boss","version":"W/\\"1\\"","status":"201",
               "location":"https://personnel.example.com/scim/v2/Users/per-01k9zq0v5m8y3h2t7n4c6w1xrd"}]}""";

    private Examples() {}
}

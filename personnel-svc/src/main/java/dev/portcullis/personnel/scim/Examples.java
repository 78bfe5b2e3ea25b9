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
             "Operations":[{"op":"Replace","path":"active","value":"False"}]}""";
    static final String ERROR = """
            {"schemas":["urn:ietf:params:scim:api:messages:2.0:Error"],"status":"400","scimType":"invalidValue",
             "detail":"urn:portcullis:params:scim:schemas:extension:exportcontrol:2.0:User:citizenships[0].country must be an \
            ISO 3166-1 alpha-2 country code."}""";
    static final String LIST =
            "{\"schemas\":[\"urn:ietf:params:scim:api:messages:2.0:ListResponse\"],\"totalResults\":1,"
                    + "\"startIndex\":1,\"itemsPerPage\":1,\"Resources\":[" + USER + "]}";

    private Examples() {}
}

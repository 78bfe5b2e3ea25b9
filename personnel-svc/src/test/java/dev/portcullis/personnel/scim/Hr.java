package dev.portcullis.personnel.scim;

import static io.restassured.RestAssured.given;

import dev.portcullis.local.testing.Tokens;
import io.restassured.builder.RequestSpecBuilder;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.UUID;

/** The HR system, as tests play it. */
public final class Hr {
    public static final String EXPORT = "urn:portcullis:params:scim:schemas:extension:exportcontrol:2.0:User";
    public static final String USERS = "/scim/v2/Users";
    private static final RestAssuredConfig SCIM = RestAssuredConfig.config()
            .encoderConfig(EncoderConfig.encoderConfig()
                    .encodeContentTypeAs("application/scim+json", ContentType.TEXT)
                    .appendDefaultContentCharsetToContentTypeIfUndefined(false));

    private Hr() {}

    public static RequestSpecification hr() {
        return as(Tokens.ofClient("hr-sync", "personnel-svc"));
    }

    public static RequestSpecification user(String name) {
        return as(Tokens.of(name, "personnel-svc"));
    }

    public static RequestSpecification as(String token) {
        return given().spec(new RequestSpecBuilder().setConfig(SCIM).build())
                .auth()
                .oauth2(token)
                .contentType("application/scim+json");
    }

    public static String name() {
        return "u" + UUID.randomUUID().toString().replace("-", "") + "@example.com";
    }

    /** A user with our extension, whose content is JSON with single quotes. */
    public static String body(String userName, String extension) {
        return json("{'schemas':['urn:ietf:params:scim:schemas:core:2.0:User','" + EXPORT + "'],'userName':'" + userName
                + "','active':true,'name':{'givenName':'Asha','familyName':'Rao'},'" + EXPORT + "':" + extension + "}");
    }

    public static String json(String singleQuoted) {
        return singleQuoted.replace('\'', '"');
    }

    public static Response create(String extension) {
        return hr().body(body(name(), extension)).post(USERS);
    }

    public static String id(String extension) {
        return create(extension).then().statusCode(201).extract().path("id");
    }

    public static Response patch(String id, String operations) {
        return hr().body(patchBody(operations)).patch(USERS + "/" + id);
    }

    public static String patchBody(String operations) {
        return json("{'schemas':['urn:ietf:params:scim:api:messages:2.0:PatchOp'],'Operations':[" + operations + "]}");
    }
}

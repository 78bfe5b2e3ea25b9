package dev.portcullis.personnel.scim;

import static dev.portcullis.personnel.scim.Attribute.complex;
import static dev.portcullis.personnel.scim.Attribute.of;
import static dev.portcullis.personnel.scim.Attribute.text;

import dev.portcullis.personnel.person.ExportControlFacts;
import dev.portcullis.personnel.scim.Attribute.Type;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The schemas of a user: RFC 7643, sections 3.1, 4.1 and 4.3, and our extension for export control. */
final class Schemas {
    static final String USER = "urn:ietf:params:scim:schemas:core:2.0:User";
    static final String ENTERPRISE = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";
    static final String EXPORT_CONTROL = ExportControlFacts.SCHEMA;

    /** Attributes of every resource: RFC 7643, section 3.1. */
    static final List<Attribute> COMMON = List.of(
            of("schemas", Type.REFERENCE, "URNs of the schemas in use")
                    .many()
                    .need()
                    .exact()
                    .always(),
            text("id", "Opaque id, given by this service; the same in events and decisions")
                    .fixed()
                    .exact()
                    .always()
                    .unique(),
            text("externalId", "The HR system's own key").exact(),
            complex(
                            "meta",
                            "About the resource",
                            text("resourceType", "Its type").fixed().exact(),
                            text("created", "When it came").fixed(),
                            text("lastModified", "When it was last changed").fixed(),
                            of("location", Type.REFERENCE, "Its address")
                                    .fixed()
                                    .exact(),
                            text("version", "Its ETag").fixed().exact())
                    .fixed());

    static final Schema CORE_USER = new Schema(
            USER,
            "User",
            "An employee",
            false,
            List.of(
                    text("userName", "Unique name of the user").need().unique(),
                    complex(
                            "name",
                            "The name in parts",
                            text("formatted", "The whole name"),
                            text("familyName", "Family name"),
                            text("givenName", "Given name"),
                            text("middleName", "Middle names"),
                            text("honorificPrefix", "Title before the name"),
                            text("honorificSuffix", "Suffix after the name")),
                    text("displayName", "The name to show"),
                    text("nickName", "The name in daily use"),
                    of("profileUrl", Type.REFERENCE, "Address of a profile").exact(),
                    text("title", "Job title"),
                    text("userType", "Relation to the organization"),
                    text("preferredLanguage", "Language (RFC 9110, Accept-Language)"),
                    text("locale", "Language tag (RFC 5646)"),
                    text("timezone", "Time zone of the IANA database"),
                    of("active", Type.BOOLEAN, "Whether the person works here now; only then may anything be released"),
                    values("emails", "E-mail addresses", "work", "home", "other"),
                    values("phoneNumbers", "Telephone numbers", "work", "home", "mobile", "fax", "pager", "other"),
                    values("ims", "Instant messaging addresses"),
                    values("photos", "Addresses of photos", "photo", "thumbnail"),
                    complex(
                                    "addresses",
                                    "Postal addresses",
                                    text("formatted", "The whole address"),
                                    text("streetAddress", "Street and number"),
                                    text("locality", "City"),
                                    text("region", "State or region"),
                                    text("postalCode", "Postal code"),
                                    text("country", "Country of the address; it says nothing of nationality"),
                                    text("type", "Kind of address").suggesting("work", "home", "other"),
                                    of("primary", Type.BOOLEAN, "Whether it is the preferred one"))
                            .many(),
                    complex(
                                    "groups",
                                    "Groups of the user, kept elsewhere",
                                    text("value", "Id of the group").fixed(),
                                    of("$ref", Type.REFERENCE, "Address of the group")
                                            .fixed()
                                            .exact(),
                                    text("display", "Name of the group").fixed(),
                                    text("type", "Kind of membership").fixed())
                            .many()
                            .fixed(),
                    values("entitlements", "Entitlements"),
                    values("roles", "Roles"),
                    complex(
                                    "x509Certificates",
                                    "Certificates",
                                    of("value", Type.BINARY, "DER in base64").exact(),
                                    text("display", "The name to show"),
                                    text("type", "Kind of certificate"),
                                    of("primary", Type.BOOLEAN, "Whether it is the preferred one"))
                            .many()));

    static final Schema ENTERPRISE_USER = new Schema(
            ENTERPRISE,
            "Enterprise User",
            "Where the employee stands in the organization",
            true,
            List.of(
                    text("employeeNumber", "Number within the organization"),
                    text("costCenter", "Cost center"),
                    text("organization", "Organization"),
                    text("division", "Division"),
                    text("department", "Department"),
                    complex(
                            "manager",
                            "The user's manager",
                            text("value", "Id of the manager").exact(),
                            of("$ref", Type.REFERENCE, "Address of the manager").exact(),
                            text("displayName", "Name of the manager").fixed())));

    static final Schema EXPORT_CONTROL_USER = new Schema(
            EXPORT_CONTROL,
            "Export Control User",
            "What a deemed export turns on (15 CFR 734.13, 772.1). Dates are calendar dates such as 2019-06-07",
            true,
            List.of(
                    complex(
                                    "citizenships",
                                    "Citizenships held now or before; needless for US persons",
                                    text("country", "ISO 3166-1 alpha-2").need().exact(),
                                    text("acquired", "The day on which it was acquired; of birth where by birth"),
                                    text("lost", "The first day on which it was held no longer"),
                                    text("evidence", "Kind of evidence seen, such as PASSPORT; no document number"))
                            .many(),
                    complex(
                                    "permanentResidencies",
                                    "Rights of permanent residence held now or before; a visa is none",
                                    text("country", "ISO 3166-1 alpha-2").need().exact(),
                                    text("from", "The day on which it was granted"),
                                    text("to", "The last day on which it is held"))
                            .many(),
                    text("usPersonBasis", "On what it rests that the person is no foreign person (15 CFR 772.1)")
                            .exact()
                            .suggesting("CITIZEN", "NATIONAL", "PERMANENT_RESIDENT", "REFUGEE", "ASYLEE", "NONE"),
                    complex(
                            "visa",
                            "The nonimmigrant status in which the person works",
                            text("class", "Such as H-1B, L-1, O-1A, F-1 OPT, TN")
                                    .need(),
                            text("validUntil", "The last day of the status").need()),
                    text("employer", "Who employs the person"),
                    text("contractKind", "Kind of contract, such as PERMANENT, FIXED_TERM, CONTRACTOR")));

    static final List<Schema> ALL = List.of(CORE_USER, ENTERPRISE_USER, EXPORT_CONTROL_USER);
    static final List<Schema> EXTENSIONS = List.of(ENTERPRISE_USER, EXPORT_CONTROL_USER);

    private Schemas() {}

    /** A schema by its URN, whatever its case; null where there is none. */
    static @Nullable Schema byId(String urn) {
        return ALL.stream()
                .filter(schema -> schema.id().equalsIgnoreCase(urn))
                .findFirst()
                .orElse(null);
    }

    /** The common or core attribute of that name, or null. */
    static @Nullable Attribute core(String name) {
        Attribute common = Attribute.find(COMMON, name);
        return common != null ? common : CORE_USER.attribute(name);
    }

    private static Attribute values(String name, String description, String... types) {
        return complex(
                        name,
                        description,
                        text("value", "The value"),
                        text("display", "The name to show"),
                        text("type", "Its kind").suggesting(types),
                        of("primary", Type.BOOLEAN, "Whether it is the preferred one"))
                .many();
    }
}

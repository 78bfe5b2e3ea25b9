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
    static final String GROUP = "urn:ietf:params:scim:schemas:core:2.0:Group";
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
                            of("created", Type.DATE_TIME, "When it came").fixed(),
                            of("lastModified", Type.DATE_TIME, "When it was last changed")
                                    .fixed(),
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
                                    "Groups of the user; changed at the group",
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
                            text("value", "Id of the manager"),
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
                                    text("evidence", "Kind of evidence seen, such as PASSPORT; no document number"),
                                    verifiedBy(),
                                    verifiedAt())
                            .many(),
                    complex(
                                    "permanentResidencies",
                                    "Rights of permanent residence held now or before; a visa is none",
                                    text("country", "ISO 3166-1 alpha-2").need().exact(),
                                    text("from", "The day on which it was granted"),
                                    text("to", "The last day on which it is held"),
                                    text("evidence", "Kind of evidence seen; no document number"),
                                    verifiedBy(),
                                    verifiedAt())
                            .many(),
                    text("usPersonBasis", "On what it rests that the person is no foreign person (15 CFR 772.1)")
                            .exact()
                            .suggesting(
                                    "CITIZEN",
                                    "NATIONAL",
                                    "PERMANENT_RESIDENT",
                                    "REFUGEE",
                                    "ASYLEE",
                                    "TEMPORARY_RESIDENT",
                                    "NONE"),
                    complex(
                            "usPersonStatus",
                            "The status behind the basis, with the limits of 8 U.S.C. 1324b(a)(3)",
                            text("ended", "The first day on which it is held no longer, where it ends or was ended"),
                            text(
                                    "naturalizationEligible",
                                    "The day on which a permanent resident first could apply for naturalization"),
                            text("naturalizationApplied", "The day of the application"),
                            of("naturalizationPursued", Type.BOOLEAN, "Whether it is actively pursued"),
                            verifiedBy(),
                            verifiedAt()),
                    complex(
                            "visa",
                            "The nonimmigrant status in which the person works",
                            text("class", "Such as H-1B, L-1, O-1A, F-1 OPT, TN")
                                    .need(),
                            text("petition", "The petition or receipt behind the status"),
                            text("validUntil", "The last day of the status").need(),
                            text("attestation", "Reference of the attestation of Form I-129, Part 6"),
                            verifiedBy(),
                            verifiedAt()),
                    complex(
                                    "workLocations",
                                    "Where the person works; a release abroad is another export or a deemed reexport",
                                    text("country", "ISO 3166-1 alpha-2").need().exact(),
                                    text("site", "Name of the site"),
                                    text("from", "The first day there"),
                                    text("to", "The last day there"))
                            .many(),
                    text("employer", "Who employs the person"),
                    text("employedSince", "The first day of employment"),
                    text("contractKind", "Kind of contract")
                            .exact()
                            .suggesting(
                                    "REGULAR_EMPLOYEE", "FIXED_TERM", "CONTRACTOR", "INTERN", "VISITOR", "PERMANENT"),
                    complex(
                            "contractTerms",
                            "What 15 CFR 734.20(d)(2) asks of a contract worker",
                            of("companySite", Type.BOOLEAN, "Works at the company's facilities or where it assigns"),
                            of("companyDirection", Type.BOOLEAN, "Works under its direction and control"),
                            of("fullTimeExclusive", Type.BOOLEAN, "Works full time and for it alone"),
                            of("confidentiality", Type.BOOLEAN, "Signed a nondisclosure certification"),
                            of(
                                    "agencyApart",
                                    Type.BOOLEAN,
                                    "A staffing agency, where there is one, only provides the individual"))));

    static final Schema CORE_GROUP = new Schema(
            GROUP,
            "Group",
            "A group of employees, as the HR system keeps it; it admits nobody to anything",
            false,
            List.of(
                    text("displayName", "Name of the group; the name of no person")
                            .need(),
                    complex(
                                    "members",
                                    "The users in the group",
                                    text("value", "Id of the user")
                                            .need()
                                            .exact()
                                            .once(),
                                    of("$ref", Type.REFERENCE, "Address of the user")
                                            .exact()
                                            .once(),
                                    text("display", "Not kept: the name of a person stands with the person")
                                            .fixed(),
                                    text("type", "Kind of member: groups do not nest")
                                            .suggesting("User")
                                            .once())
                            .manyMore()));

    static final List<Schema> ALL = List.of(CORE_USER, CORE_GROUP, ENTERPRISE_USER, EXPORT_CONTROL_USER);
    static final List<Schema> EXTENSIONS = List.of(ENTERPRISE_USER, EXPORT_CONTROL_USER);

    private Schemas() {}

    /** A schema by its URN, whatever its case; null where there is none. */
    static @Nullable Schema byId(String urn) {
        return ALL.stream()
                .filter(schema -> schema.id().equalsIgnoreCase(urn))
                .findFirst()
                .orElse(null);
    }

    /** HR writes facts; only this service writes who verified one. */
    private static Attribute verifiedBy() {
        return text("verifiedBy", "Who verified it: an account's opaque id")
                .fixed()
                .exact();
    }

    private static Attribute verifiedAt() {
        return text("verifiedAt", "When it was verified").fixed();
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

package dev.portcullis.personnel.person;

import com.fasterxml.jackson.databind.JsonNode;
import dev.portcullis.contracts.CountryCode;
import dev.portcullis.personnel.nationality.Citizenship;
import dev.portcullis.personnel.nationality.Employment;
import dev.portcullis.personnel.nationality.NationalityFacts;
import dev.portcullis.personnel.nationality.PermanentResidency;
import dev.portcullis.personnel.nationality.UsPersonBasis;
import dev.portcullis.personnel.nationality.UsPersonStatus;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Reads the facts of nationality out of a person's attributes. Reads whole or refuses, and repeats no value in an error. */
public final class ExportControlFacts {
    /** The SCIM extension that carries the facts. */
    public static final String SCHEMA = "urn:portcullis:params:scim:schemas:extension:exportcontrol:2.0:User";

    private static final LocalDate EARLIEST = LocalDate.of(1850, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(2200, 1, 1);

    private ExportControlFacts() {}

    /**
     * The facts.
     *
     * @param attributes canonical SCIM attributes
     * @throws InvalidFactException where a value is none that could be
     */
    public static NationalityFacts read(JsonNode attributes) {
        JsonNode extension = attributes.path(SCHEMA);
        if (extension.isMissingNode()) {
            return NationalityFacts.NONE;
        }
        JsonNode visa = extension.path("visa");
        LocalDate visaValidUntil = null;
        if (!visa.isMissingNode()) {
            text(visa, "visa.class", "class");
            visaValidUntil = date(visa, "visa.validUntil", "validUntil");
            if (visaValidUntil == null) {
                throw new InvalidFactException("visa.validUntil", "is required where there is a visa");
            }
        }
        return new NationalityFacts(
                each(extension, "citizenships", (path, node) -> {
                    LocalDate acquired = date(node, path + ".acquired", "acquired");
                    LocalDate lost = date(node, path + ".lost", "lost");
                    inOrder(acquired, lost, path + ".lost");
                    return new Citizenship(country(node, path), acquired, lost);
                }),
                each(extension, "permanentResidencies", (path, node) -> {
                    LocalDate from = date(node, path + ".from", "from");
                    LocalDate to = date(node, path + ".to", "to");
                    inOrder(from, to, path + ".to");
                    return new PermanentResidency(country(node, path), from, to);
                }),
                basis(extension),
                status(extension.path("usPersonStatus")),
                visaValidUntil);
    }

    /**
     * How and where the person works.
     *
     * @param attributes canonical SCIM attributes
     * @throws InvalidFactException where a value is none that could be
     */
    public static Employment employment(JsonNode attributes) {
        JsonNode extension = attributes.path(SCHEMA);
        JsonNode terms = extension.path("contractTerms");
        List<CountryCode> countries = each(extension, "workLocations", (path, node) -> {
            inOrder(date(node, path + ".from", "from"), date(node, path + ".to", "to"), path + ".to");
            return country(node, path);
        });
        return new Employment(
                kind(extension.path("contractKind").asText("")),
                date(extension, "employedSince", "employedSince"),
                new Employment.Terms(
                        truth(terms, "companySite"),
                        truth(terms, "companyDirection"),
                        truth(terms, "fullTimeExclusive"),
                        truth(terms, "confidentiality"),
                        truth(terms, "agencyApart")),
                countries.stream().distinct().toList());
    }

    /** A kind that is not known here is kept as text and counts as not known: nothing rests on it. */
    private static Employment.@Nullable Kind kind(String text) {
        if (text.equals("PERMANENT")) {
            return Employment.Kind.REGULAR_EMPLOYEE;
        }
        for (Employment.Kind kind : Employment.Kind.values()) {
            if (kind.name().equals(text)) {
                return kind;
            }
        }
        return null;
    }

    private static UsPersonStatus status(JsonNode node) {
        return new UsPersonStatus(
                date(node, "usPersonStatus.ended", "ended"),
                date(node, "usPersonStatus.naturalizationEligible", "naturalizationEligible"),
                date(node, "usPersonStatus.naturalizationApplied", "naturalizationApplied"),
                truth(node, "naturalizationPursued"));
    }

    private static @Nullable Boolean truth(JsonNode node, String name) {
        return node.path(name).isBoolean() ? node.path(name).booleanValue() : null;
    }

    /**
     * Refuses what a fact cannot be on the day on which it is told: acquired, granted or lost in the future.
     *
     * @throws InvalidFactException naming the field
     */
    public static void requireHappened(NationalityFacts facts, LocalDate today) {
        // The day of the sender may have begun before ours.
        LocalDate latest = today.plusDays(1);
        for (int i = 0; i < facts.citizenships().size(); i++) {
            Citizenship held = facts.citizenships().get(i);
            notAfter(held.acquired(), latest, "citizenships[" + i + "].acquired");
            notAfter(held.lost(), latest, "citizenships[" + i + "].lost");
        }
        // The end of a status may be known ahead; an application that is to come is none.
        notAfter(facts.usPersonStatus().naturalizationApplied(), latest, "usPersonStatus.naturalizationApplied");
        for (int i = 0; i < facts.residencies().size(); i++) {
            notAfter(facts.residencies().get(i).from(), latest, "permanentResidencies[" + i + "].from");
        }
    }

    private static void notAfter(@Nullable LocalDate date, LocalDate latest, String path) {
        if (date != null && date.isAfter(latest)) {
            throw new InvalidFactException(path, "is in the future: tell it when it has happened");
        }
    }

    private static <T> List<T> each(JsonNode extension, String name, BiFunction<String, JsonNode, T> read) {
        List<T> all = new ArrayList<>();
        JsonNode array = extension.path(name);
        for (int i = 0; i < array.size(); i++) {
            all.add(read.apply(name + "[" + i + "]", array.get(i)));
        }
        return all;
    }

    private static CountryCode country(JsonNode node, String path) {
        String code = text(node, path + ".country", "country");
        if (code.length() != 2 || !CountryCode.isKnown(code)) {
            throw new InvalidFactException(path + ".country", "must be an ISO 3166-1 alpha-2 country code");
        }
        return CountryCode.of(code);
    }

    private static @Nullable UsPersonBasis basis(JsonNode extension) {
        JsonNode value = extension.path("usPersonBasis");
        if (value.isMissingNode()) {
            return null;
        }
        for (UsPersonBasis basis : UsPersonBasis.values()) {
            if (basis.name().equals(value.asText())) {
                return basis;
            }
        }
        throw new InvalidFactException(
                "usPersonBasis",
                "must be one of CITIZEN, NATIONAL, PERMANENT_RESIDENT, REFUGEE, ASYLEE, TEMPORARY_RESIDENT, NONE");
    }

    private static String text(JsonNode node, String path, String name) {
        String value = node.path(name).asText("");
        if (value.isBlank()) {
            throw new InvalidFactException(path, "is required");
        }
        return value;
    }

    private static @Nullable LocalDate date(JsonNode node, String path, String name) {
        JsonNode value = node.path(name);
        if (value.isMissingNode()) {
            return null;
        }
        try {
            LocalDate date = LocalDate.parse(value.asText());
            if (date.isAfter(EARLIEST) && date.isBefore(LATEST)) {
                return date;
            }
        } catch (DateTimeParseException notADate) {
            // said below
        }
        throw new InvalidFactException(path, "must be a date such as 2019-06-07");
    }

    private static void inOrder(@Nullable LocalDate first, @Nullable LocalDate then, String path) {
        if (first != null && then != null && then.isBefore(first)) {
            throw new InvalidFactException(path, "must not be before what it ends");
        }
    }

    /** A value that cannot be a fact. Names the field and what it must be, never the value. */
    public static final class InvalidFactException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        InvalidFactException(String path, String message) {
            super(SCHEMA + ":" + path + " " + message, null, false, false);
        }
    }
}

package dev.portcullis.screening.yente;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.portcullis.screening.list.Alias;
import dev.portcullis.screening.list.Identifier;
import dev.portcullis.screening.list.ListedParty;
import dev.portcullis.screening.screening.EntryId;
import dev.portcullis.screening.screening.Finding;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A listed party as a FollowTheMoney entity, as yente tells it.
 *
 * @param id see {@link EntryId}
 * @param caption the name that it is listed under
 * @param schema what it is
 * @param properties values by property
 * @param datasets the list, by its code in small letters
 * @param referents other ids of the entity; always none
 * @param target whether it is listed itself; always
 * @param score how the example is like it, 0 to 1; absent where nobody asked for an example
 * @param features what makes the score
 * @param match whether the score reaches the caller's threshold
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Entity(
        String id,
        String caption,
        String schema,
        Map<String, List<String>> properties,
        List<String> datasets,
        List<String> referents,
        boolean target,
        @Nullable Double score,
        @Nullable Map<String, Double> features,
        @Nullable Boolean match) {

    /** An entry of a list. */
    static Entity of(ListedParty entry) {
        return new Entity(
                new EntryId(entry.list(), entry.id()).toString(),
                entry.name(),
                schema(entry.type()),
                properties(entry),
                List.of(entry.list().toLowerCase(Locale.ROOT)),
                List.of(),
                true,
                null,
                null,
                null);
    }

    /** The same, as what an example is like. */
    Entity scored(Finding.Hit hit, double threshold) {
        Map<String, Double> made = new TreeMap<>();
        made.put("name", hit.nameScore() == null ? hit.score() : hit.nameScore());
        hit.evidence()
                .forEach(evidence ->
                        made.merge(evidence.kind().name().toLowerCase(Locale.ROOT), evidence.effect(), Double::sum));
        return new Entity(
                id,
                caption,
                schema,
                properties,
                datasets,
                referents,
                target,
                hit.score(),
                made,
                hit.score() >= threshold);
    }

    /** The schema of a type; what a list does not tell is a legal entity, which may be a person too. */
    static String schema(ListedParty.Type type) {
        return switch (type) {
            case INDIVIDUAL -> "Person";
            case ENTITY -> "Organization";
            case VESSEL -> "Vessel";
            case AIRCRAFT -> "Airplane";
            case UNKNOWN -> "LegalEntity";
        };
    }

    private static Map<String, List<String>> properties(ListedParty entry) {
        Map<String, List<String>> properties = new LinkedHashMap<>();
        put(properties, "name", List.of(entry.name()));
        for (Alias alias : entry.aliases()) {
            String property = switch (alias.kind()) {
                case STRONG, REMARKS -> "alias";
                case WEAK -> "weakAlias";
                case FORMER -> "previousName";
            };
            properties.computeIfAbsent(property, ignored -> new ArrayList<>()).add(alias.name());
        }
        put(properties, entry.type() == ListedParty.Type.VESSEL ? "flag" : "country", codes(entry.countries()));
        put(properties, "nationality", codes(entry.particulars().nationalities()));
        put(
                properties,
                entry.type() == ListedParty.Type.INDIVIDUAL ? "birthDate" : "incorporationDate",
                entry.particulars().births());
        put(properties, "birthPlace", entry.particulars().birthPlaces());
        put(properties, "address", entry.addresses());
        put(properties, "program", entry.programs());
        for (Identifier identifier : entry.particulars().identifiers()) {
            properties
                    .computeIfAbsent(property(identifier), ignored -> new ArrayList<>())
                    .add(identifier.number());
        }
        put(properties, "notes", entry.remarks() == null ? List.of() : List.of(entry.remarks()));
        put(properties, "sourceUrl", entry.source() == null ? List.of() : List.of(entry.source()));
        return properties;
    }

    private static void put(Map<String, List<String>> properties, String property, List<String> values) {
        if (!values.isEmpty()) {
            properties.put(property, values);
        }
    }

    private static List<String> codes(List<String> countries) {
        return countries.stream().map(code -> code.toLowerCase(Locale.ROOT)).toList();
    }

    private static String property(Identifier identifier) {
        return switch (identifier.type()) {
            case Identifier.IMO -> "imoNumber";
            case Identifier.CALL_SIGN -> "callSign";
            case Identifier.AIRCRAFT -> "serialNumber";
            case Identifier.LEI -> "leiCode";
            default -> {
                String type = identifier.type().toLowerCase(Locale.ROOT);
                yield type.contains("passport")
                        ? "passportNumber"
                        : type.contains("tax")
                                ? "taxNumber"
                                : type.contains("regist") ? "registrationNumber" : "idNumber";
            }
        };
    }
}

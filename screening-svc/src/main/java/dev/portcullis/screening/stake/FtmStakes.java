package dev.portcullis.screening.stake;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import dev.portcullis.platform.json.JsonLimits;
import dev.portcullis.screening.ownership.Owner;
import dev.portcullis.screening.ownership.Share;
import dev.portcullis.screening.ownership.Stake;
import dev.portcullis.screening.screening.Subject;
import java.io.IOException;
import java.io.Reader;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads stakes of FollowTheMoney entities, a JSON object a line, in any order. {@code Ownership} is a stake and {@code Directorship} a
 * control; {@code Company}, {@code Person} and their like name the owners. An entity whose id begins with {@code pty-} is a kept party. Several
 * values of a share are the range that holds them; of several first or last days the widest time counts.
 */
final class FtmStakes {
    /** Characters of a line; entities with many notes are long. */
    static final int LONGEST_LINE = 1 << 18;

    /** Owners times assets of one entity. */
    private static final int MOST_PAIRS = 100;

    private static final String PARTY = "pty-";
    private static final Set<String> NAMED = Set.of(
            "Airplane",
            "Asset",
            "Company",
            "LegalEntity",
            "Organization",
            "Person",
            "PublicBody",
            "Security",
            "Vehicle",
            "Vessel");

    private final String source;
    private final ObjectReader json;

    FtmStakes(String source) {
        this.source = source;
        ObjectMapper mapper = new ObjectMapper();
        JsonLimits.bound(mapper);
        this.json = mapper.reader().with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    }

    StakeFile read(Reader file) throws IOException {
        StakeFile.Builder content = new StakeFile.Builder();
        StringBuilder text = new StringBuilder();
        long line = 1;
        for (int c = file.read(); c >= 0; c = file.read()) {
            if (c == '\n') {
                line(line++, text, content);
            } else if (text.length() == LONGEST_LINE) {
                throw new UnreadableStakesException("line " + line + " is longer than " + LONGEST_LINE + " characters");
            } else {
                text.append((char) c);
            }
        }
        line(line, text, content);
        return content.build();
    }

    private void line(long number, StringBuilder text, StakeFile.Builder content) {
        String line = text.toString().strip();
        text.setLength(0);
        if (line.isEmpty()) {
            return;
        }
        try {
            entity(number, json.readTree(line), content);
        } catch (JacksonException e) {
            content.fault(number, "is no JSON of an entity");
        } catch (IOException e) {
            throw new IllegalStateException("a text in memory cannot fail", e);
        } catch (IllegalArgumentException e) {
            content.fault(number, "is wrong: " + e.getMessage());
        }
    }

    private void entity(long line, JsonNode entity, StakeFile.Builder content) {
        String schema = entity.path("schema").asText("");
        JsonNode properties = entity.path("properties");
        if (entity.path("id").asText("").isBlank() || schema.isEmpty() || !properties.isObject()) {
            throw new IllegalArgumentException("an entity has an id, a schema and properties");
        }
        switch (schema) {
            case "Ownership" -> stakes(line, Stake.Kind.OWNERSHIP, "owner", "asset", properties, content);
            case "Directorship" -> stakes(line, Stake.Kind.CONTROL, "director", "organization", properties, content);
            default -> {
                if (NAMED.contains(schema)) {
                    name(entity.path("id").asText(), properties, content);
                } else {
                    content.skip();
                }
            }
        }
    }

    private void stakes(
            long line,
            Stake.Kind kind,
            String ownerProperty,
            String ownedProperty,
            JsonNode properties,
            StakeFile.Builder content) {
        List<String> owners = texts(properties, ownerProperty);
        List<String> owned = texts(properties, ownedProperty);
        if (owners.isEmpty() || owned.isEmpty()) {
            throw new IllegalArgumentException("it names no " + ownerProperty + " or no " + ownedProperty);
        }
        if (owners.size() * owned.size() > MOST_PAIRS) {
            throw new IllegalArgumentException("it connects more than " + MOST_PAIRS + " pairs");
        }
        Share share = kind == Stake.Kind.OWNERSHIP ? share(texts(properties, "percentage")) : Share.UNKNOWN;
        LocalDate from = earliest(texts(properties, "startDate"));
        LocalDate to = latest(texts(properties, "endDate"));
        for (String owner : owners) {
            for (String asset : owned) {
                content.stake(line, new Stake(owner(owner), owner(asset), kind, share, from, to, source));
            }
        }
    }

    private static Share share(List<String> texts) {
        List<Share> shares = texts.stream().map(Share::parse).toList();
        if (shares.isEmpty()) {
            return Share.UNKNOWN;
        }
        BigDecimal low =
                shares.stream().map(Share::low).min(Comparator.naturalOrder()).orElseThrow();
        BigDecimal high =
                shares.stream().map(Share::high).max(Comparator.naturalOrder()).orElseThrow();
        return Share.between(low, high);
    }

    private static @Nullable LocalDate earliest(List<String> texts) {
        LocalDate earliest = null;
        for (String text : texts) {
            LocalDate day = Cells.first(text);
            earliest = day != null && (earliest == null || day.isBefore(earliest)) ? day : earliest;
        }
        return earliest;
    }

    private static @Nullable LocalDate latest(List<String> texts) {
        LocalDate latest = null;
        for (String text : texts) {
            LocalDate day = Cells.last(text);
            latest = day != null && (latest == null || day.isAfter(latest)) ? day : latest;
        }
        return latest;
    }

    private void name(String id, JsonNode properties, StakeFile.Builder content) {
        Owner owner = owner(id);
        if (owner.kind() != Owner.Kind.OTHER) {
            return;
        }
        List<String> names = new ArrayList<>();
        for (String property : List.of("name", "alias", "previousName", "weakAlias")) {
            texts(properties, property).stream()
                    .map(String::strip)
                    .filter(name -> Subject.fault(name) == null)
                    .forEach(names::add);
        }
        if (!names.isEmpty()) {
            content.name(owner, new OwnerName(names, country(properties)));
        }
    }

    /** The first country that is one; FollowTheMoney also knows some that are none, such as {@code suhh}. */
    private static @Nullable String country(JsonNode properties) {
        for (String property : List.of("jurisdiction", "country", "nationality")) {
            for (String code : texts(properties, property)) {
                try {
                    return Cells.country(code.toUpperCase(Locale.ROOT));
                } catch (IllegalArgumentException e) {
                    continue;
                }
            }
        }
        return null;
    }

    private Owner owner(String id) {
        return id.startsWith(PARTY) ? Owner.party(id) : Cells.own(source, id);
    }

    /** The values of a property, which may be one or many; one may be an entity with its id inside. */
    private static List<String> texts(JsonNode properties, String property) {
        JsonNode values = properties.path(property);
        List<String> texts = new ArrayList<>();
        (values.isArray() ? values : List.of(values)).forEach(value -> {
            JsonNode plain = value.isObject() ? value.path("id") : value;
            if (plain.isValueNode() && !plain.isNull() && !plain.asText().isBlank()) {
                texts.add(plain.asText());
            }
        });
        return texts;
    }
}

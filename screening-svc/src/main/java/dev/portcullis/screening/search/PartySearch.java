package dev.portcullis.screening.search;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.portcullis.screening.list.Alias;
import dev.portcullis.screening.list.ListedParty;
import dev.portcullis.screening.list.Particulars;
import dev.portcullis.screening.match.Match;
import dev.portcullis.screening.match.Matcher;
import dev.portcullis.screening.match.PartMatch;
import dev.portcullis.screening.match.Profile;
import dev.portcullis.screening.name.Lexicon;
import dev.portcullis.screening.name.NameNormalizer;
import dev.portcullis.screening.screening.Offload;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Finds kept parties that a name is like, by the matching that listed names are met with. Whoever looks for a party writes a part of its name, so that
 * it is shown from a lower score than a screening alerts from.
 */
@ApplicationScoped
public class PartySearch {
    /** Parties that are compared: those with the most words in common. */
    private static final int MOST = 1_000;

    private static final String CANDIDATES = """
            select p.id, p.name, p.aliases, p.country from party p join (
                select party_id from (
                    select party_id, (select count(*) from unnest(keys) as k where k = any(cast(cast(:keys as text) as integer[]))) as common
                    from party_search where keys && cast(cast(:keys as text) as integer[])) s
                order by common desc, party_id limit :most) c on c.party_id = p.id
            union
            select p.id, p.name, p.aliases, p.country from party p join (
                select party_id from party_search_due order by party_id desc limit :most) d on d.party_id = p.id""";

    private final NameKeys keys = new NameKeys();

    @Inject
    Offload offload;

    /** The score from which a party is shown. */
    @Inject
    @ConfigProperty(name = "portcullis.screening.search-from")
    double from;

    @Inject
    ObjectMapper json;

    /**
     * A kept party that a name is like.
     *
     * @param id the party's id
     * @param matchedName its name or alias that was met
     * @param score 0 to 1, where 1 is equal after normalization
     * @param profile the version of the matching profile
     * @param parts the score, word by word
     */
    @RegisterForReflection
    public record Found(String id, String matchedName, double score, String profile, List<PartMatch> parts) {
        public Found {
            parts = List.copyOf(parts);
        }
    }

    /** Parties that a name is like, best first, at most as many as a screening has hits. Runs in the caller's session. */
    public Uni<List<Found>> find(String name) {
        String wanted = keys.of(List.of(name)).stream().map(String::valueOf).collect(Collectors.joining(",", "{", "}"));
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(CANDIDATES, Object[].class)
                        .setParameter("keys", wanted)
                        .setParameter("most", MOST)
                        .getResultList())
                .chain(rows -> offload.cpu(() -> compared(name, rows)));
    }

    private List<Found> compared(String name, List<Object[]> rows) {
        List<ListedParty> candidates = new ArrayList<>();
        for (Object[] row : rows) {
            candidates.add(new ListedParty(
                    (String) row[0],
                    "PARTY",
                    ListedParty.Type.UNKNOWN,
                    (String) row[1],
                    read((String) row[2]).stream().map(Alias::strong).toList(),
                    List.of(),
                    List.of((String) row[3]),
                    List.of(),
                    null,
                    null,
                    null,
                    null,
                    null,
                    Particulars.NONE));
        }
        if (candidates.isEmpty()) {
            return List.of();
        }
        Profile profile = Profile.shipped().withReviewThreshold(from);
        return Matcher.of(candidates, new NameNormalizer(Lexicon.shipped()), profile).search(name).stream()
                .map(match -> found(match, profile))
                .toList();
    }

    private static Found found(Match match, Profile profile) {
        return new Found(match.entry().id(), match.matchedName(), match.score(), profile.version(), match.parts());
    }

    private List<String> read(String aliases) {
        try {
            return json.readValue(aliases, new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored party cannot be read", e);
        }
    }
}

package dev.portcullis.screening.search;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.portcullis.screening.screening.Offload;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/** Writes down the words of parties' names, within moments of their change; several replicas share the work. */
@ApplicationScoped
public class PartyWords {
    private static final Logger LOG = Logger.getLogger(PartyWords.class);
    private static final int TOGETHER = 500;
    private static final String DUE = """
            select p.id, p.name, p.aliases from party_search_due d join party p on p.id = d.party_id
            order by d.party_id limit :most for update of d skip locked""";
    private static final String WRITE = """
            insert into party_search (party_id, keys)
            select id, cast(keys as integer[]) from json_to_recordset(cast(cast(:rows as text) as json)) as r (id text, keys text)
            on conflict (party_id) do update set keys = excluded.keys""";
    private static final String DONE = "delete from party_search_due where party_id in (:ids)";

    private final NameKeys keys = new NameKeys();

    @Inject
    Offload offload;

    @Inject
    ObjectMapper json;

    /** A party's words, as the database reads them. */
    record Words(String id, String keys) {}

    @Scheduled(every = "${portcullis.screening.watch}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> write() {
        return Panache.withTransaction(this::some)
                .chain(written ->
                        written == TOGETHER ? write() : Uni.createFrom().voidItem())
                .onFailure()
                .recoverWithUni(failure -> {
                    LOG.warnf("the words of parties' names are written later: %s", failure);
                    return Uni.createFrom().voidItem();
                });
    }

    private Uni<Integer> some() {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(DUE, Object[].class)
                        .setParameter("most", TOGETHER)
                        .getResultList())
                .chain(due -> due.isEmpty()
                        ? Uni.createFrom().item(0)
                        : offload.cpu(() -> words(due)).chain(this::store));
    }

    private List<Words> words(List<Object[]> due) {
        List<Words> words = new ArrayList<>();
        for (Object[] party : due) {
            List<String> names = new ArrayList<>();
            names.add((String) party[1]);
            names.addAll(read((String) party[2]));
            words.add(new Words(
                    (String) party[0],
                    keys.of(names).stream().map(String::valueOf).collect(Collectors.joining(",", "{", "}"))));
        }
        return words;
    }

    private Uni<Integer> store(List<Words> words) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(WRITE)
                        .setParameter("rows", text(words))
                        .executeUpdate()
                        .chain(() -> session.createNativeQuery(DONE)
                                .setParameter(
                                        "ids", words.stream().map(Words::id).toList())
                                .executeUpdate()))
                .replaceWith(words.size());
    }

    private String text(List<Words> words) {
        try {
            return json.writeValueAsString(words);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("words cannot be written", e);
        }
    }

    private List<String> read(String aliases) {
        try {
            return json.readValue(aliases, new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored party cannot be read", e);
        }
    }
}

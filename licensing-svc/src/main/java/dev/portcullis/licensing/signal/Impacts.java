package dev.portcullis.licensing.signal;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import dev.portcullis.licensing.decision.CanonicalJson;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What signals touch. All operations run in the caller's transaction or session. */
@ApplicationScoped
public class Impacts {
    private static final String ADD = """
            insert into signal_impact (signal_id, kind, subject, tie, words, effect, change)
            select :signal, :kind, r.subject, r.tie, r.words, r.effect, r.change
            from json_to_recordset(cast(cast(:rows as text) as json))
                as r(subject text, tie text, words text, effect text, change text)
            on conflict do nothing""";

    /** Persons who are gone are not shown: that a signal touched them would tell their country. */
    private static final String PAGE = """
            select i.subject, i.tie, i.words, i.effect, i.change from signal_impact i
            where i.signal_id = :signal and i.kind = :kind and i.subject || ' ' || i.tie > :after
                and (i.kind <> 'PERSON' or exists (select 1 from fact f
                    where f.topic = 'portcullis.persons' and f.key = i.subject and f.value is not null))
            order by i.subject || ' ' || i.tie limit :count""";

    private static final String FORGET_PERSONS = """
            delete from signal_impact i where i.kind = 'PERSON' and not exists (select 1 from fact f
                where f.topic = 'portcullis.persons' and f.key = i.subject and f.value is not null)""";

    @Inject
    CanonicalJson json;

    /**
     * A tie as it is stored.
     *
     * @param subject the thing's id
     * @param tie what ties it to the signal
     * @param words the entry, country, party or provision
     * @param effect what changes for it
     * @param change {@link Difference} as JSON
     */
    @RegisterForReflection
    record Kept(
            String subject,
            Tie tie,
            String words,
            String effect,
            @Nullable String change) {
        String key() {
            return subject + " " + tie;
        }
    }

    /**
     * A tie as it is shown.
     *
     * @param id the thing's id
     * @param tie what ties it to the signal
     * @param words the entry, country, party or provision
     * @param effect what changes for it
     * @param change what the law held here makes of the signal's day
     */
    @RegisterForReflection
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Shown(
            String id,
            Tie tie,
            String words,
            String effect,
            @JsonRawValue @Nullable String change) {}

    Uni<Void> keep(String signalId, Thing.Kind kind, List<Kept> rows) {
        if (rows.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        String all = new String(json.write(rows), StandardCharsets.UTF_8);
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(ADD)
                        .setParameter("signal", signalId)
                        .setParameter("kind", kind.name())
                        .setParameter("rows", all)
                        .executeUpdate())
                .replaceWithVoid();
    }

    /** What a signal touches, in the order of ids and ties. */
    Uni<List<Kept>> page(String signalId, Thing.Kind kind, @Nullable String after, int count) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(PAGE, Object[].class)
                        .setParameter("signal", signalId)
                        .setParameter("kind", kind.name())
                        .setParameter("after", after == null ? "" : after)
                        .setParameter("count", count)
                        .getResultList())
                .map(rows -> rows.stream()
                        .map(row -> new Kept(
                                (String) row[0],
                                Tie.valueOf((String) row[1]),
                                (String) row[2],
                                (String) row[3],
                                (String) row[4]))
                        .toList());
    }

    /** Removes what signals touched of persons who are gone. */
    Uni<Integer> forgetPersons() {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(FORGET_PERSONS).executeUpdate());
    }
}

package dev.portcullis.personnel.evidence;

import dev.portcullis.contracts.PersonState.Standing;
import dev.portcullis.personnel.evidence.Variation.Asked;
import dev.portcullis.personnel.nationality.Assessment;
import dev.portcullis.personnel.nationality.DeemedExportNationality;
import dev.portcullis.personnel.person.ExportControlFacts;
import dev.portcullis.personnel.person.Person;
import dev.portcullis.personnel.person.Persons;
import dev.portcullis.platform.change.Change;
import dev.portcullis.platform.change.Changes;
import dev.portcullis.platform.id.Ids;
import dev.portcullis.platform.problem.Problems;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Hands out what to ask of somebody, and keeps that it was asked. Everything runs in the caller's session. */
@ApplicationScoped
public class Questionings {
    private static final String ADD = """
            insert into questioning (id, person_id, role, edition, questions, asked_by, asked_at)
            values (:id, :person, :role, :edition, :questions, :by, :now)""";
    private static final String ALL =
            "select person_id, role, edition, questions from questioning where asked_at >= :since order by id limit :most";
    private static final int MOST = 100_000;

    private final QuestionSets sets = QuestionSets.shipped();

    @Inject
    Persons persons;

    @Inject
    Changes changes;

    /**
     * What to ask.
     *
     * @param questions in their order
     * @param answer how a decision is worded to the person, whatever the nationality
     */
    @RegisterForReflection(targets = {Questioning.class, Question.class})
    public record Questioning(
            String id, String personId, String role, String edition, List<Question> questions, String answer) {}

    /** A question. */
    public record Question(String name, String text) {}

    /** Asks somebody what everybody in the role is asked; 404 where there is no such person, 422 where there is no such role. */
    Uni<Questioning> ask(String personId, String role, String by, Instant now) {
        List<String> names = sets.of(role)
                .orElseThrow(() -> Problems.unprocessable(
                        "/role", "must be one of " + sets.roles().keySet()));
        String id = Ids.next("qst");
        return persons.findInTransaction(personId).chain(person -> {
            if (person == null) {
                throw Problems.notFound("person", personId);
            }
            return Panache.getSession()
                    .chain(session -> session.createNativeQuery(ADD)
                            .setParameter("id", id)
                            .setParameter("person", personId)
                            .setParameter("role", role)
                            .setParameter("edition", sets.edition())
                            .setParameter("questions", String.join(",", names))
                            .setParameter("by", by)
                            .setParameter("now", now)
                            .executeUpdate())
                    .chain(() -> changes.record(new Change(
                            null,
                            id,
                            1,
                            "dev.portcullis.questioning.made",
                            null,
                            new Fact(id, personId, role, sets.edition()))))
                    .replaceWith(() -> new Questioning(
                            id,
                            personId,
                            role,
                            sets.edition(),
                            names.stream()
                                    .map(name -> new Question(name, sets.texts().getOrDefault(name, "")))
                                    .toList(),
                            "A license is needed for this technology."));
        });
    }

    /** What was asked since a day, by role and nationality as it is on a day. */
    Uni<List<Variation.Role>> report(Instant since, LocalDate today) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(ALL, Object[].class)
                        .setParameter("since", since)
                        .setParameter("most", MOST + 1)
                        .getResultList())
                .chain(rows -> {
                    if (rows.size() > MOST) {
                        throw Problems.badParameter("since", "must be later: more than " + MOST + " were asked");
                    }
                    List<Asked> asked = new ArrayList<>();
                    return Multi.createFrom()
                            .iterable(rows)
                            .onItem()
                            .transformToUniAndConcatenate(row -> persons.findAnyInTransaction((String) row[0])
                                    .invoke(person -> {
                                        if (person != null) {
                                            asked.add(new Asked(
                                                    person.id(),
                                                    (String) row[1],
                                                    (String) row[2],
                                                    (String) row[3],
                                                    group(person, today)));
                                        }
                                    }))
                            .collect()
                            .asList()
                            .replaceWith(() -> Variation.report(asked));
                });
    }

    private static String group(Person person, LocalDate today) {
        Assessment assessment = DeemedExportNationality.assess(ExportControlFacts.read(person.attributes()), today);
        return assessment.standing() == Standing.FOREIGN_PERSON && assessment.deemedExportCountry() != null
                ? assessment.deemedExportCountry().value()
                : assessment.standing().name();
    }

    /** What the ledger keeps of it. */
    @RegisterForReflection
    record Fact(String id, String person, String role, String edition) {}
}

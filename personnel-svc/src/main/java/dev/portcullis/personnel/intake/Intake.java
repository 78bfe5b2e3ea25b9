package dev.portcullis.personnel.intake;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.portcullis.personnel.person.Doubt;
import dev.portcullis.personnel.person.ExportControlFacts.InvalidFactException;
import dev.portcullis.personnel.person.Person;
import dev.portcullis.personnel.person.PersonCriteria;
import dev.portcullis.personnel.person.Persons;
import dev.portcullis.personnel.person.Persons.UserNameTakenException;
import dev.portcullis.personnel.person.RefusedMessages;
import dev.portcullis.personnel.person.RefusedMessages.Channel;
import dev.portcullis.personnel.person.RefusedMessages.Refusal;
import dev.portcullis.personnel.scim.CanonicalUsers;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Applies records of other systems, one by one: exactly, or not at all and with a doubt left about the person. */
@ApplicationScoped
public class Intake {
    @Inject
    Persons persons;

    @Inject
    RefusedMessages refused;

    /**
     * What became of a record.
     *
     * @param outcome what it is
     * @param personId whom it was about; null where that cannot be told
     * @param reason why it was refused, a word that repeats nothing of it; empty where it was not
     */
    record Result(Outcome outcome, @Nullable String personId, String reason) {}

    /**
     * From where records come.
     *
     * @param source as in {@link Refusal}
     * @param channel over which
     * @param mapping how they are read
     * @param dryRun whether nothing is written
     */
    record Feed(String source, Channel channel, Mapping mapping, boolean dryRun) {}

    /** Applies a record that tells all that the source knows of a person. */
    Uni<Result> apply(Feed feed, Map<String, @Nullable String> record) {
        String key = record.get(feed.mapping().key());
        if (key == null || key.isBlank()) {
            return refuse(feed, (Person) null, "NO_KEY", true);
        }
        return find(key.strip())
                .chain(found -> found.total() > 1
                        ? refuseAll(feed, found, "KEY_NOT_UNIQUE")
                        : found.people().isEmpty()
                                ? create(feed, record)
                                : change(feed, found.people().get(0), record));
    }

    /** Applies that a source has a person no more: the person is told as inactive and the record is kept. */
    Uni<Result> leave(Feed feed, String key) {
        return find(key).chain(found -> {
            if (found.people().isEmpty()) {
                return refuse(feed, (Person) null, "NOBODY", true);
            }
            if (found.total() > 1) {
                return refuseAll(feed, found, "KEY_NOT_UNIQUE");
            }
            Person person = found.people().get(0);
            return write(feed, person, person.attributes().deepCopy().put("active", false), true);
        });
    }

    /** Refuses what was said of a person by key. */
    Uni<Result> refuse(Feed feed, String key, String reason, boolean employment) {
        return find(key)
                .chain(found -> found.people().isEmpty()
                        ? refuse(feed, (Person) null, reason, employment)
                        : refuseAll(feed, found, reason));
    }

    /** Refuses what nobody knows about whom it was. */
    Uni<Result> refuse(Feed feed, String reason) {
        return refuse(feed, (Person) null, reason, true);
    }

    private Uni<Result> create(Feed feed, Map<String, @Nullable String> record) {
        Optional<ObjectNode> read = feed.mapping()
                .apply(JsonNodeFactory.instance.objectNode(), record)
                .flatMap(CanonicalUsers::read);
        if (read.isEmpty()) {
            return refuse(feed, (Person) null, "NOT_A_USER", true);
        }
        if (!read.get().has("active")) {
            return refuse(feed, (Person) null, "NOT_SAID_WHETHER_ACTIVE", true);
        }
        if (feed.dryRun()) {
            return dry(null, read.get(), Outcome.CREATED);
        }
        return persons.create(read.get(), feed.source())
                .map(person -> new Result(Outcome.CREATED, person.id(), ""))
                .onFailure(Intake::isRefusal)
                .recoverWithUni(e -> refuse(feed, (Person) null, word(e), true));
    }

    private Uni<Result> change(Feed feed, Person person, Map<String, @Nullable String> record) {
        Optional<ObjectNode> read =
                feed.mapping().apply(person.attributes(), record).flatMap(CanonicalUsers::read);
        // Where the record says clearly that the person works here as before, only the facts are in doubt.
        boolean unclear = !feed.mapping().saysActive(record).equals(Optional.of(person.active()));
        return read.isEmpty() ? refuse(feed, person, "NOT_A_USER", unclear) : write(feed, person, read.get(), unclear);
    }

    private Uni<Result> write(Feed feed, Person person, ObjectNode after, boolean unclear) {
        if (feed.dryRun()) {
            return dry(person, after, Outcome.CHANGED);
        }
        return persons.replace(person.id(), feed.source(), now -> {
                    // What was read is written only over what it was read from; a change in between is read again by
                    // the sender's retry.
                    if (now.version() != person.version()) {
                        throw new MovedException();
                    }
                    return after;
                })
                .map(changed -> changed == null
                        ? new Result(Outcome.REFUSED, null, "NOBODY")
                        : new Result(
                                changed.version() == person.version() ? Outcome.UNCHANGED : Outcome.CHANGED,
                                person.id(),
                                ""))
                .onFailure(Intake::isRefusal)
                .recoverWithUni(e -> refuse(feed, person, word(e), unclear));
    }

    private static Uni<Result> dry(@Nullable Person person, ObjectNode after, Outcome outcome) {
        String id = person == null ? null : person.id();
        try {
            Persons.requireExact(after);
        } catch (InvalidFactException e) {
            return Uni.createFrom().item(new Result(Outcome.REFUSED, id, word(e)));
        }
        return Uni.createFrom()
                .item(new Result(
                        person != null && Persons.saysTheSame(person.attributes(), after) ? Outcome.UNCHANGED : outcome,
                        id,
                        ""));
    }

    private Uni<Persons.Found> find(String key) {
        return persons.list(new PersonCriteria.ByExternalId(key), 0, 10);
    }

    private Uni<Result> refuseAll(Feed feed, Persons.Found found, String reason) {
        Uni<Result> all = Uni.createFrom().nullItem();
        for (Person person : found.people()) {
            all = all.chain(() -> refuse(feed, person, reason, true));
        }
        return all;
    }

    private Uni<Result> refuse(Feed feed, @Nullable Person person, String reason, boolean employment) {
        String id = person == null ? null : person.id();
        Result result = new Result(Outcome.REFUSED, id, reason);
        if (feed.dryRun()) {
            return Uni.createFrom().item(result);
        }
        Doubt doubt = employment ? Doubt.EMPLOYMENT_UNCLEAR : Doubt.HR_MESSAGE_REFUSED;
        return refused.keep(new Refusal(id, feed.source(), feed.channel(), reason, doubt))
                .replaceWith(result);
    }

    private static boolean isRefusal(Throwable e) {
        return e instanceof InvalidFactException || e instanceof UserNameTakenException;
    }

    private static String word(Throwable e) {
        return e instanceof UserNameTakenException ? "USER_NAME_TAKEN" : "NOT_A_FACT";
    }

    /** Somebody else changed the person meanwhile: to be done again. */
    static final class MovedException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        MovedException() {
            super("the person was changed meanwhile", null, false, false);
        }
    }
}

package dev.portcullis.personnel.scim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.portcullis.personnel.group.Group;
import dev.portcullis.personnel.group.Groups;
import dev.portcullis.personnel.person.Doubt;
import dev.portcullis.personnel.person.Person;
import dev.portcullis.personnel.person.Persons;
import dev.portcullis.personnel.person.RefusedMessages;
import dev.portcullis.personnel.person.RefusedMessages.Channel;
import dev.portcullis.personnel.person.RefusedMessages.Refusal;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What HR can do to users, whether one by one or in bulk. A message about a user that cannot be applied exactly changes nothing of
 * the record and leaves a doubt, which closes the gate for the person.
 */
@ApplicationScoped
public class Users {
    @Inject
    Persons persons;

    @Inject
    Groups groups;

    @Inject
    RefusedMessages refused;

    @Inject
    Dialects dialects;

    Uni<Reply> create(Supplier<JsonNode> body, Projection projection, String base) {
        return Uni.createFrom()
                .deferred(() -> {
                    JsonNode sent = dialects.ofSender().resource(ResourceKind.USER, body.get());
                    ObjectNode user = activeUnlessSaid(Canonical.resource(ResourceKind.USER, sent), true);
                    return persons.create(user);
                })
                .map(person -> reply(201, person, List.of(), projection, base))
                .onFailure()
                .transform(ScimErrors::translate);
    }

    /** A user as it is shown; null where there is none. */
    Uni<@Nullable Reply> find(String id, Projection projection, String base) {
        return persons.find(id)
                .chain(person -> person == null
                        ? Uni.createFrom().<@Nullable Reply>nullItem()
                        : shown(200, person, projection, base))
                .onFailure()
                .transform(ScimErrors::translate);
    }

    Uni<Reply> replace(
            String id, @Nullable String ifMatch, Supplier<JsonNode> body, Projection projection, String base) {
        String source = dialects.client();
        Dialect dialect = dialects.ofSender();
        return guarded(id, source, body, sent -> {
            ObjectNode user = Canonical.resource(ResourceKind.USER, dialect.resource(ResourceKind.USER, sent));
            return persons.replace(id, source, before -> {
                        Versions.require(ifMatch, before.version());
                        return activeUnlessSaid(user.deepCopy(), recordedActive(before));
                    })
                    .map(Users::present)
                    .chain(person -> shown(200, person, projection, base));
        });
    }

    Uni<Reply> patch(String id, @Nullable String ifMatch, Supplier<JsonNode> body, Projection projection, String base) {
        Dialect dialect = dialects.ofSender();
        return guarded(id, dialects.client(), body, sent -> {
            PatchRequest request = PatchRequest.read(ResourceKind.USER, sent, dialect);
            return persons.change(id, before -> {
                        Versions.require(ifMatch, before.version());
                        return Patch.apply(ResourceKind.USER, before.attributes(), request);
                    })
                    .map(Users::present)
                    .chain(person -> shown(200, person, projection, base));
        });
    }

    Uni<Reply> delete(String id, @Nullable String ifMatch, String base) {
        return persons.delete(id, person -> {
                    Versions.require(ifMatch, person.version());
                    return person;
                })
                .map(Users::present)
                .map(person -> new Reply(204, id, UserView.location(person, base), null, null))
                .onFailure()
                .transform(ScimErrors::translate);
    }

    /** Users as they are shown, in the same order. */
    Uni<List<ObjectNode>> shown(List<Person> people, boolean withGroups, String base) {
        Uni<Map<String, List<Group>>> found = withGroups
                ? groups.of(people.stream().map(Person::id).toList())
                : Uni.createFrom().item(Map.of());
        return found.map(of -> people.stream()
                .map(person -> UserView.of(person, of.getOrDefault(person.id(), List.of()), base))
                .toList());
    }

    private Uni<Reply> shown(int status, Person person, Projection projection, String base) {
        if (!projection.wants("groups")) {
            return Uni.createFrom().item(reply(status, person, List.of(), projection, base));
        }
        return groups.of(List.of(person.id()))
                .map(of -> reply(status, person, of.getOrDefault(person.id(), List.of()), projection, base));
    }

    /** Keeps a refusal before it is answered: the sender learns of it when the gate is closed. */
    private Uni<Reply> guarded(
            String id, String source, Supplier<JsonNode> body, Function<JsonNode, Uni<Reply>> change) {
        return Uni.createFrom().deferred(() -> {
            JsonNode sent;
            try {
                sent = body.get();
            } catch (ScimException unreadable) {
                // It may have said anything.
                return refuse(id, source, unreadable, Doubt.EMPLOYMENT_UNCLEAR);
            }
            Doubt doubt = speaksOf(sent, "active") ? Doubt.EMPLOYMENT_UNCLEAR : Doubt.HR_MESSAGE_REFUSED;
            return Uni.createFrom()
                    .deferred(() -> change.apply(sent))
                    .onFailure()
                    .transform(ScimErrors::translate)
                    .onFailure(Users::notExact)
                    .recoverWithUni(e -> refuse(id, source, (ScimException) e, doubt));
        });
    }

    private Uni<Reply> refuse(String id, String source, ScimException e, Doubt doubt) {
        ScimType type = e.scimType();
        return refused.keep(new Refusal(id, source, Channel.SCIM, type == null ? "REFUSED" : type.name(), doubt))
                .onFailure()
                .transform(unkept -> ScimException.unavailable())
                .chain(() -> Uni.createFrom().failure(e));
    }

    /** Whether a message names an attribute anywhere, as a field or in a path. */
    private static boolean speaksOf(JsonNode node, String attribute) {
        if (node.isTextual()) {
            return node.asText().toLowerCase(Locale.ROOT).contains(attribute);
        }
        for (var field : node.properties()) {
            if (field.getKey().toLowerCase(Locale.ROOT).contains(attribute) || speaksOf(field.getValue(), attribute)) {
                return true;
            }
        }
        for (JsonNode element : node) {
            if (element.isContainerNode() && node.isArray() && speaksOf(element, attribute)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a message was understood to be about the resource and could not be applied to it. */
    private static boolean notExact(Throwable e) {
        return e instanceof ScimException refusal && (refusal.status() == 400 || refusal.status() == 409);
    }

    private static Reply reply(int status, Person person, List<Group> groups, Projection projection, String base) {
        return new Reply(
                status,
                person.id(),
                UserView.location(person, base),
                UserView.version(person),
                projection.apply(UserView.of(person, groups, base)));
    }

    private static boolean recordedActive(Person person) {
        return person.attributes().path("active").asBoolean(false);
    }

    private static ObjectNode activeUnlessSaid(ObjectNode user, boolean active) {
        return user.has("active") ? user : user.put("active", active);
    }

    private static Person present(@Nullable Person person) {
        if (person == null) {
            throw ScimException.notFound();
        }
        return person;
    }
}

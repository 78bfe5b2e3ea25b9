package dev.portcullis.personnel.scim;

import com.fasterxml.jackson.databind.JsonNode;
import dev.portcullis.personnel.group.Group;
import dev.portcullis.personnel.group.Groups;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What HR can do to groups, whether one by one or in bulk. */
@ApplicationScoped
public class HrGroups {
    @Inject
    Groups groups;

    @Inject
    Dialects dialects;

    Uni<Reply> create(Supplier<JsonNode> body, Projection projection, String base) {
        return answered(() -> groups.create(GroupView.content(Canonical.resource(
                        ResourceKind.GROUP, dialects.ofSender().resource(ResourceKind.GROUP, body.get()))))
                .map(group -> reply(201, group, projection, base)));
    }

    /** A group as it is shown; null where there is none. */
    Uni<@Nullable Reply> find(String id, Projection projection, String base) {
        return groups.find(id).map(group -> group == null ? null : reply(200, group, projection, base));
    }

    Uni<Reply> replace(
            String id, @Nullable String ifMatch, Supplier<JsonNode> body, Projection projection, String base) {
        Dialect dialect = dialects.ofSender();
        return answered(() -> {
            var content = GroupView.content(
                    Canonical.resource(ResourceKind.GROUP, dialect.resource(ResourceKind.GROUP, body.get())));
            return groups.change(id, before -> {
                        Versions.require(ifMatch, before.version());
                        return content;
                    })
                    .map(group -> reply(200, present(group), projection, base));
        });
    }

    Uni<Reply> patch(String id, @Nullable String ifMatch, Supplier<JsonNode> body, Projection projection, String base) {
        Dialect dialect = dialects.ofSender();
        return answered(() -> {
            PatchRequest request = PatchRequest.read(ResourceKind.GROUP, body.get(), dialect);
            return groups.change(id, before -> {
                        Versions.require(ifMatch, before.version());
                        return GroupView.content(
                                Patch.apply(ResourceKind.GROUP, GroupView.attributes(before, base), request));
                    })
                    .map(group -> reply(200, present(group), projection, base));
        });
    }

    Uni<Reply> delete(String id, @Nullable String ifMatch, String base) {
        return groups.delete(id, group -> Versions.require(ifMatch, group.version()))
                .map(there -> {
                    if (!there) {
                        throw ScimException.notFound();
                    }
                    return new Reply(204, id, base + "/Groups/" + id, null, null);
                });
    }

    private static Uni<Reply> answered(Supplier<Uni<Reply>> change) {
        return Uni.createFrom().deferred(change::get).onFailure().transform(ScimErrors::translate);
    }

    private static Reply reply(int status, Group group, Projection projection, String base) {
        return new Reply(
                status,
                group.id(),
                GroupView.location(group, base),
                GroupView.version(group),
                projection.apply(GroupView.of(group, base)));
    }

    private static Group present(@Nullable Group group) {
        if (group == null) {
            throw ScimException.notFound();
        }
        return group;
    }
}

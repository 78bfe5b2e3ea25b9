package dev.portcullis.personnel.scim;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Answers searches (RFC 7644, sections 3.4.2 and 3.4.3; RFC 9865), whether by address or by body. */
@ApplicationScoped
public class Searches {
    private static final List<ResourceKind> USERS = List.of(ResourceKind.USER);
    private static final List<ResourceKind> GROUPS = List.of(ResourceKind.GROUP);

    @Inject
    UserSearch users;

    @Inject
    GroupSearch groups;

    @Inject
    Cursors cursors;

    Uni<ObjectNode> users(Supplier<Search> asked, String base) {
        return answered(() -> {
            Search search = asked.get();
            Projection projection = search.projection(ResourceKind.USER, USERS);
            Condition condition = search.condition(USERS);
            Sorting sorting = search.sorting(USERS);
            boolean withGroups = projection.wants("groups")
                    || sorting != null && sorting.place().attribute().name().equals("groups");
            int most = search.most();
            if (search.cursor() == null) {
                int from = search.from();
                return users.page(condition, sorting, from, most, withGroups, base)
                        .map(found -> list(projection, found.resources(), found.total(), from, null));
            }
            String identity = search.identity(ResourceKind.USER.endpoint());
            String position = position(identity, search);
            if (sorting == null) {
                return users.after(condition, position, most, withGroups, base)
                        .map(found -> list(
                                projection,
                                found.resources(),
                                found.total(),
                                null,
                                found.next() == null ? null : cursors.give(identity, found.next())));
            }
            int from = position.isEmpty() ? 1 : Integer.parseInt(position);
            return users.page(condition, sorting, from, most, withGroups, base)
                    .map(found -> list(
                            projection,
                            found.resources(),
                            found.total(),
                            null,
                            next(identity, from + most, found.total())));
        });
    }

    Uni<ObjectNode> groups(Supplier<Search> asked, String base) {
        return answered(() -> {
            Search search = asked.get();
            Projection projection = search.projection(ResourceKind.GROUP, GROUPS);
            Condition condition = search.condition(GROUPS);
            Sorting sorting = search.sorting(GROUPS);
            int most = search.most();
            String cursor = search.cursor();
            String identity = search.identity(ResourceKind.GROUP.endpoint());
            String position = cursor == null ? "" : position(identity, search);
            int from = cursor == null ? search.from() : position.isEmpty() ? 1 : Integer.parseInt(position);
            boolean withMembers =
                    projection.wants("members") || GroupSearch.needsMembers(search.filter(), search.sortBy());
            return groups.all(condition, sorting, withMembers, base).map(found -> {
                long total = found.size();
                return list(
                        projection,
                        found.stream().skip(from - 1L).limit(most).toList(),
                        total,
                        cursor == null ? from : null,
                        cursor == null ? null : next(identity, from + most, total));
            });
        });
    }

    /** Groups first, then users. */
    Uni<ObjectNode> everything(Supplier<Search> asked, String base) {
        return answered(() -> {
            Search search = asked.get();
            if (search.cursor() != null) {
                throw ScimType.INVALID_CURSOR.because("Cursors page through one type of resource: /Users or /Groups.");
            }
            if (search.sortBy() != null) {
                throw ScimType.INVALID_VALUE.because("Resources of one type are sorted: search /Users or /Groups.");
            }
            Projection ofUsers = search.projection(ResourceKind.USER, ResourceKind.ALL);
            Projection ofGroups = search.projection(ResourceKind.GROUP, ResourceKind.ALL);
            Condition condition = search.condition(ResourceKind.ALL);
            int from = search.from();
            int most = search.most();
            boolean withMembers = ofGroups.wants("members") || GroupSearch.needsMembers(search.filter(), null);
            return groups.all(condition, null, withMembers, base).chain(foundGroups -> {
                List<ObjectNode> shown = new ArrayList<>();
                foundGroups.stream()
                        .skip(from - 1L)
                        .limit(most)
                        .map(ofGroups::apply)
                        .forEach(shown::add);
                return users.page(
                                condition,
                                null,
                                Math.max(1, from - foundGroups.size()),
                                most - shown.size(),
                                ofUsers.wants("groups"),
                                base)
                        .map(foundUsers -> {
                            foundUsers.resources().stream().map(ofUsers::apply).forEach(shown::add);
                            Long ofThem = foundUsers.total();
                            return UserView.list(shown, foundGroups.size() + (ofThem == null ? 0 : ofThem), from);
                        });
            });
        });
    }

    private String position(String identity, Search search) {
        String cursor = search.cursor();
        if (search.startIndex() != null) {
            throw ScimType.INVALID_CURSOR.because("cursor and startIndex exclude each other.");
        }
        return cursor == null || cursor.isEmpty() ? "" : cursors.position(identity, cursor);
    }

    private @Nullable String next(String identity, int from, @Nullable Long total) {
        return total == null || from > total ? null : cursors.give(identity, String.valueOf(from));
    }

    private static ObjectNode list(
            Projection projection,
            List<ObjectNode> found,
            @Nullable Long total,
            @Nullable Integer from,
            @Nullable String next) {
        return UserView.list(found.stream().map(projection::apply).toList(), total, from, next);
    }

    private static Uni<ObjectNode> answered(Supplier<Uni<ObjectNode>> search) {
        return Uni.createFrom().deferred(search::get).onFailure().transform(ScimErrors::translate);
    }
}

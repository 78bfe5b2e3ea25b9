package dev.portcullis.personnel.scim;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.portcullis.personnel.group.Group;
import dev.portcullis.personnel.group.GroupCriteria;
import dev.portcullis.personnel.group.Groups;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Searches groups: those that the database finds by what a filter demands in any case are held against the whole filter. */
@ApplicationScoped
public class GroupSearch {
    private static final int MOST = 20_000;

    @Inject
    Groups groups;

    /** Every group that meets the condition, whole or without its members, in order. */
    Uni<List<ObjectNode>> all(
            @Nullable Condition condition, @Nullable Sorting sorting, boolean withMembers, String base) {
        return groups.list(criteria(condition), withMembers, MOST + 1).map(found -> {
            if (found.size() > MOST) {
                throw ScimType.TOO_MANY.because(
                        "To answer, more than " + MOST
                                + " groups would have to be read: narrow the filter by id, displayName, externalId or members.");
            }
            List<ObjectNode> shown = new ArrayList<>();
            for (Group group : found) {
                ObjectNode node = GroupView.of(group, base);
                if (condition == null || condition.matches(node)) {
                    shown.add(node);
                }
            }
            if (sorting != null) {
                Comparator<@Nullable String> order = sorting.order();
                shown.sort((one, other) -> order.compare(sorting.key(one), sorting.key(other)));
            }
            return shown;
        });
    }

    /** What must hold of every group that meets the condition. */
    static GroupCriteria criteria(@Nullable Condition condition) {
        if (condition instanceof Condition.Both both) {
            GroupCriteria left = criteria(both.left());
            GroupCriteria right = criteria(both.right());
            return new GroupCriteria(
                    either(left.id(), right.id()),
                    either(left.displayName(), right.displayName()),
                    either(left.externalId(), right.externalId()),
                    either(left.member(), right.member()));
        } else if (condition instanceof Condition.Compares compares && compares.operator() == Filter.Operator.EQ) {
            String text = compares.text();
            return switch (compares.place().name()) {
                case "id" -> new GroupCriteria(text, null, null, null);
                case "displayName" -> new GroupCriteria(null, text, null, null);
                case "externalId" -> new GroupCriteria(null, null, text, null);
                case "members.value" -> new GroupCriteria(null, null, null, text);
                default -> GroupCriteria.ALL;
            };
        } else if (condition instanceof Condition.Some some
                && some.place().name().equals("members")
                && some.element() instanceof Condition.Compares compares
                && compares.operator() == Filter.Operator.EQ
                && compares.place().name().equals("value")) {
            return new GroupCriteria(null, null, null, compares.text());
        }
        return GroupCriteria.ALL;
    }

    /** Whether a filter or a sorting can only be answered with members. */
    static boolean needsMembers(@Nullable String filter, @Nullable String sortBy) {
        return contains(filter) || contains(sortBy);
    }

    private static boolean contains(@Nullable String text) {
        return text != null && text.toLowerCase(java.util.Locale.ROOT).contains("members");
    }

    private static @Nullable String either(@Nullable String one, @Nullable String other) {
        return one != null ? one : other;
    }
}

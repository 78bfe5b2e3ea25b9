package dev.portcullis.personnel.membership;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.keycloak.admin.client.Keycloak;
import org.keycloak.admin.client.resource.RealmResource;
import org.keycloak.representations.idm.GroupRepresentation;
import org.keycloak.representations.idm.UserRepresentation;

/**
 * The realm, as far as membership goes: groups below one root, by names that are opaque ids. Blocks; not for event loops. Every method
 * may be repeated.
 */
@ApplicationScoped
class Realm {
    private static final int PAGE = 100;
    private static final int MOST_PAGES = 10_000;
    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;

    @Inject
    Instance<Keycloak> keycloak;

    @Inject
    MembershipSettings settings;

    private final Map<String, String> groupIds = new ConcurrentHashMap<>();

    /** The accounts that say that they are the person's: one, unless something is wrong. */
    List<String> accounts(String personId) {
        List<String> ids = new ArrayList<>();
        for (UserRepresentation user :
                realm().users().searchByAttributes(0, 10, null, false, settings.attribute() + ":" + personId)) {
            // The search may be wider than equality in some release: what counts is the attribute itself.
            if (personId.equals(person(user))) {
                ids.add(user.getId());
            }
        }
        return ids;
    }

    /** Names of the groups below the root that an account is in, with the groups' ids. */
    Map<String, String> groupsOf(String account) {
        String below = "/" + settings.root() + "/";
        Map<String, String> groups = new LinkedHashMap<>();
        for (int page = 0; page < MOST_PAGES; page++) {
            List<GroupRepresentation> found = realm().users().get(account).groups(page * PAGE, PAGE, true);
            for (GroupRepresentation group : found) {
                if (group.getPath() != null && group.getPath().startsWith(below)) {
                    groups.put(group.getName(), group.getId());
                }
            }
            if (found.size() < PAGE) {
                return groups;
            }
        }
        throw new IllegalStateException("an account is in too many groups");
    }

    void join(String account, String group) {
        try {
            realm().users().get(account).joinGroup(groupId(group));
        } catch (WebApplicationException e) {
            // Somebody may have deleted the group since we learned its id.
            groupIds.remove(group);
            throw e;
        }
    }

    void leave(String account, String groupId) {
        realm().users().get(account).leaveGroup(groupId);
    }

    /** Ends the account's sessions; tokens from before are not refreshed any more. */
    void endSessions(String account) {
        realm().users().get(account).logout();
    }

    /** Names of all groups below the root, with their ids. */
    Map<String, String> groups() {
        String root = find("/" + settings.root());
        Map<String, String> groups = new LinkedHashMap<>();
        for (int page = 0; root != null && page < MOST_PAGES; page++) {
            List<GroupRepresentation> found = realm().groups().group(root).getSubGroups(page * PAGE, PAGE, true);
            found.forEach(group -> groups.put(group.getName(), group.getId()));
            if (found.size() < PAGE) {
                break;
            }
        }
        return groups;
    }

    /** Accounts in a group, each with the person whose it says that it is; null where it says nothing. */
    Map<String, @Nullable String> members(String groupId) {
        Map<String, @Nullable String> members = new LinkedHashMap<>();
        for (int page = 0; page < MOST_PAGES; page++) {
            List<UserRepresentation> found = realm().groups().group(groupId).members(page * PAGE, PAGE, false);
            found.forEach(user -> members.put(user.getId(), person(user)));
            if (found.size() < PAGE) {
                break;
            }
        }
        return members;
    }

    private @Nullable String person(UserRepresentation user) {
        Map<String, List<String>> attributes = user.getAttributes();
        List<String> values = attributes == null ? null : attributes.get(settings.attribute());
        return values == null || values.size() != 1 ? null : values.get(0);
    }

    private String groupId(String name) {
        String known = groupIds.get(name);
        if (known != null) {
            return known;
        }
        String path = "/" + settings.root() + "/" + name;
        String id = find(path);
        if (id == null) {
            String root = find("/" + settings.root());
            if (root == null) {
                made(realm().groups().add(named(settings.root())));
                root = find("/" + settings.root());
            }
            if (root == null) {
                throw new IllegalStateException("the root group cannot be made");
            }
            made(realm().groups().group(root).subGroup(named(name)));
            id = find(path);
        }
        if (id == null) {
            throw new IllegalStateException("a group cannot be made");
        }
        groupIds.put(name, id);
        return id;
    }

    private @Nullable String find(String path) {
        try {
            return realm().getGroupByPath(path).getId();
        } catch (WebApplicationException e) {
            if (e.getResponse().getStatus() == NOT_FOUND) {
                return null;
            }
            throw e;
        }
    }

    /** Made now, or by another replica at the same moment. */
    private static void made(Response response) {
        try (response) {
            if (response.getStatus() / 100 != 2 && response.getStatus() != CONFLICT) {
                throw new IllegalStateException("a group cannot be made: " + response.getStatus());
            }
        }
    }

    private static GroupRepresentation named(String name) {
        GroupRepresentation group = new GroupRepresentation();
        group.setName(name);
        return group;
    }

    private RealmResource realm() {
        return keycloak.get().realm(settings.realm());
    }
}

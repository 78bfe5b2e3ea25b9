package dev.portcullis.personnel.scim;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Random users, filters and patches, small enough that filters meet and paths select. */
final class Samples {
    private static final String ENTERPRISE = Schemas.ENTERPRISE;
    private static final List<String> WORDS = List.of("a", "b", "ab", "ba", "Ab", "B", "b c");
    private static final List<String> TYPES = List.of("work", "home");
    private static final List<String> TEXTS = List.of(
            "userName",
            "displayName",
            "title",
            "nickName",
            "name.givenName",
            "name.familyName",
            "emails.value",
            "emails.type",
            "emails",
            ENTERPRISE + ":department",
            ENTERPRISE + ":manager.value");

    private final Random random;

    Samples(Random random) {
        this.random = random;
    }

    ObjectNode user() {
        ObjectNode user = JsonNodeFactory.instance.objectNode();
        ArrayNode schemas = user.putArray("schemas").add(Schemas.USER);
        user.put("id", "per-1").put("userName", word());
        for (String name : List.of("displayName", "title", "nickName")) {
            if (random.nextBoolean()) {
                user.put(name, word());
            }
        }
        user.put("active", random.nextBoolean());
        if (random.nextBoolean()) {
            ObjectNode name = user.putObject("name").put("givenName", word());
            if (random.nextBoolean()) {
                name.put("familyName", word());
            }
        }
        if (random.nextBoolean()) {
            ArrayNode emails = user.putArray("emails");
            emails.addObject().put("value", word() + "@x").put("type", "work").put("primary", random.nextBoolean());
            if (random.nextBoolean()) {
                emails.addObject().put("value", word() + "@y").put("type", "home");
            }
        }
        if (random.nextBoolean()) {
            schemas.add(ENTERPRISE);
            ObjectNode extension = user.putObject(ENTERPRISE).put("department", word());
            if (random.nextBoolean()) {
                extension.putObject("manager").put("value", word());
            }
        }
        return user;
    }

    String filter() {
        return filter(random.nextInt(4));
    }

    private String filter(int depth) {
        if (depth == 0) {
            return leaf();
        }
        return switch (random.nextInt(4)) {
            case 0 -> "(" + filter(depth - 1) + ") and (" + filter(depth - 1) + ")";
            case 1 -> "(" + filter(depth - 1) + ") or (" + filter(depth - 1) + ")";
            case 2 -> "not (" + filter(depth - 1) + ")";
            default -> leaf() + " and " + leaf() + " or " + leaf();
        };
    }

    private String leaf() {
        return switch (random.nextInt(10)) {
            case 0 -> of(TEXTS) + " pr";
            case 1 -> "active " + of(List.of("eq", "ne")) + " " + random.nextBoolean();
            case 2 -> "emails[" + element() + "]";
            case 3 -> "active " + of(List.of("gt", "lt", "ge", "le")) + " true";
            default -> compare(of(TEXTS));
        };
    }

    private String element() {
        String one = "type eq \"" + of(TYPES) + "\"";
        return switch (random.nextInt(4)) {
            case 0 -> one + " and " + compare("value");
            case 1 -> one + " or primary eq true";
            case 2 -> "not (" + one + ")";
            default -> one;
        };
    }

    private String compare(String path) {
        String value = path.endsWith("type") ? of(TYPES) : word() + (path.startsWith("emails") ? "@x" : "");
        return path + " " + of(List.of("eq", "eq", "ne", "co", "sw", "ew", "gt", "ge", "lt", "le")) + " \"" + value
                + "\"";
    }

    String patch() {
        List<String> operations = new ArrayList<>();
        for (int i = random.nextInt(3); i >= 0; i--) {
            operations.add(operation());
        }
        return "{\"schemas\":[\"" + PatchRequest.SCHEMA + "\"],\"Operations\":[" + String.join(",", operations) + "]}";
    }

    private String operation() {
        String op = of(List.of("add", "replace", "remove"));
        if (random.nextInt(6) == 0 && !op.equals("remove")) {
            return "{\"op\":\"" + op + "\",\"value\":" + whole() + "}";
        }
        String path = of(List.of(
                "title",
                "displayName",
                "nickName",
                "active",
                "name",
                "name.givenName",
                "emails",
                "emails[type eq \\\"work\\\"]",
                "emails[type eq \\\"home\\\"].value",
                "emails[value sw \\\"a\\\"].primary",
                "phoneNumbers",
                ENTERPRISE + ":department",
                ENTERPRISE + ":manager",
                ENTERPRISE + ":manager.value",
                "userName"));
        return op.equals("remove")
                ? "{\"op\":\"remove\",\"path\":\"" + path + "\"}"
                : "{\"op\":\"" + op + "\",\"path\":\"" + path + "\",\"value\":" + value(path) + "}";
    }

    private String value(String path) {
        return switch (path) {
            case "active", "emails[value sw \\\"a\\\"].primary" -> String.valueOf(random.nextBoolean());
            case "name" -> "{\"givenName\":\"" + word() + "\"}";
            case "emails", "phoneNumbers" ->
                "[{\"value\":\"" + word() + "@z\",\"type\":\"" + of(List.of("other", "work")) + "\"}]";
            case "emails[type eq \\\"work\\\"]" -> "{\"value\":\"" + word() + "@w\",\"type\":\"work\"}";
            default -> path.endsWith(":manager") ? "{\"value\":\"" + word() + "\"}" : "\"" + word() + "\"";
        };
    }

    private String whole() {
        return switch (random.nextInt(4)) {
            case 0 -> "{\"title\":\"" + word() + "\",\"active\":" + random.nextBoolean() + "}";
            case 1 -> "{\"name\":{\"familyName\":\"" + word() + "\"}}";
            case 2 -> "{\"emails\":[{\"value\":\"" + word() + "@z\",\"type\":\"other\"}]}";
            default -> "{\"" + ENTERPRISE + "\":{\"department\":\"" + word() + "\"}}";
        };
    }

    private String word() {
        return of(WORDS);
    }

    private <T> T of(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}

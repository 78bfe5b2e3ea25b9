package dev.portcullis.personnel.intake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.portcullis.personnel.person.ExportControlFacts;
import dev.portcullis.personnel.scim.CanonicalUsers;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a field of another system goes: {@code userName}, {@code name.familyName}, {@code export:citizenships[0].country},
 * {@code enterprise:department}.
 *
 * @param extension URN of the extension; null for an attribute of the core
 * @param index which value of a list, from 0; -1 where the attribute is none
 * @param sub null where the attribute is not complex
 * @param truthValue whether true or false belongs there
 */
record Target(
        @Nullable String extension,
        String attribute,
        int index,
        @Nullable String sub,
        boolean truthValue) {
    private static final String ENTERPRISE = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";
    private static final Pattern FORM = Pattern.compile(
            "(?:(export|enterprise):)?([a-z][A-Za-z0-9]{0,60})(?:\\[([0-9]{1,2})])?(?:\\.([a-z][A-Za-z0-9]{0,60}))?");

    /** @throws IllegalArgumentException where there is no such attribute, or HR does not write it */
    static Target parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw new IllegalArgumentException("is not a path such as export:citizenships[0].country");
        }
        String extension =
                form.group(1) == null ? null : form.group(1).equals("export") ? ExportControlFacts.SCHEMA : ENTERPRISE;
        String path = (extension == null ? "" : extension + ":")
                + form.group(2)
                + (form.group(4) == null ? "" : "." + form.group(4));
        if (!CanonicalUsers.isWritable(path)) {
            throw new IllegalArgumentException("leads to no attribute that can be written");
        }
        return new Target(
                extension,
                form.group(2),
                form.group(3) == null ? -1 : Integer.parseInt(form.group(3)),
                form.group(4),
                CanonicalUsers.isTruthValue(path));
    }

    /** Takes whatever stands at the attribute away: a source that tells one tells all of it. */
    void clear(ObjectNode user) {
        ObjectNode home = home(user);
        if (index < 0 && sub != null) {
            if (home.get(attribute) instanceof ObjectNode complex) {
                complex.remove(sub);
            }
        } else {
            home.remove(attribute);
        }
    }

    /** Puts a value there. Values of lists are told in their order; the ones between that are empty are closed up later. */
    void put(ObjectNode user, String text) {
        JsonNode value = value(text);
        ObjectNode home = home(user);
        if (index >= 0) {
            ArrayNode list = home.withArrayProperty(attribute);
            while (list.size() <= index) {
                list.addObject();
            }
            if (sub == null) {
                list.set(index, value);
            } else {
                ((ObjectNode) list.get(index)).set(sub, value);
            }
        } else if (sub != null) {
            home.withObjectProperty(attribute).set(sub, value);
        } else {
            home.set(attribute, value);
        }
    }

    /** A text that is no truth value stays a text, which is refused where one belongs. */
    private JsonNode value(String text) {
        return truthValue && (text.equals("true") || text.equals("false"))
                ? BooleanNode.valueOf(text.equals("true"))
                : TextNode.valueOf(text);
    }

    /** Closes up what is empty. */
    void tidy(ObjectNode user) {
        ObjectNode home = home(user);
        if (home.get(attribute) instanceof ArrayNode list) {
            for (int i = list.size() - 1; i >= 0; i--) {
                if (list.get(i).isEmpty() && list.get(i).isObject()) {
                    list.remove(i);
                }
            }
        }
        if (home.path(attribute).isContainerNode() && home.path(attribute).isEmpty()) {
            home.remove(attribute);
        }
        if (extension != null && home.isEmpty()) {
            user.remove(extension);
        }
    }

    private ObjectNode home(ObjectNode user) {
        return extension == null
                ? user
                : user.get(extension) instanceof ObjectNode there ? there : user.putObject(extension);
    }
}

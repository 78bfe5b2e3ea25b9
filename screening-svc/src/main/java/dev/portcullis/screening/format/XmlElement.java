package dev.portcullis.screening.format;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An element of a record, small enough to be held in memory; a text between tags is an element without a name. */
final class XmlElement {
    private final String name;
    private final Map<String, String> attributes = new HashMap<>();
    private final List<XmlElement> children = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();

    XmlElement(String name) {
        this.name = name;
    }

    String name() {
        return name;
    }

    void put(String attribute, String value) {
        attributes.put(attribute, value);
    }

    XmlElement add(XmlElement child) {
        children.add(child);
        return child;
    }

    void append(char[] characters, int from, int length) {
        XmlElement last = children.isEmpty() ? null : children.get(children.size() - 1);
        if (last == null || !last.name.isEmpty()) {
            last = add(new XmlElement(""));
        }
        last.text.append(characters, from, length);
    }

    /** How many characters the text at the element's end has. */
    int textLength() {
        XmlElement last = children.isEmpty() ? null : children.get(children.size() - 1);
        return last == null ? 0 : last.text.length();
    }

    @Nullable
    String attribute(String attribute) {
        return PartyDraft.clean(attributes.get(attribute));
    }

    /** The elements at the end of a path of names. */
    List<XmlElement> all(String... path) {
        List<XmlElement> found = List.of(this);
        for (String step : path) {
            List<XmlElement> next = new ArrayList<>();
            for (XmlElement element : found) {
                for (XmlElement child : element.children) {
                    if (child.name.equals(step)) {
                        next.add(child);
                    }
                }
            }
            found = next;
        }
        return found;
    }

    /** The elements within this one. */
    List<XmlElement> elements() {
        return children.stream().filter(child -> !child.name.isEmpty()).toList();
    }

    /** The text of the first element at the end of a path that has one, its blanks made single. */
    @Nullable
    String text(String... path) {
        return all(path).stream()
                .map(XmlElement::words)
                .filter(words -> !words.isEmpty())
                .findFirst()
                .orElse(null);
    }

    /** The texts of the elements at the end of a path. */
    List<String> texts(String... path) {
        return all(path).stream()
                .map(XmlElement::words)
                .filter(words -> !words.isEmpty())
                .toList();
    }

    /** The text of the element and all within, line by line: one begins with each element named. */
    List<String> lines(List<String> breaks) {
        StringBuilder flow = new StringBuilder();
        flow(flow, breaks);
        return flow.toString()
                .lines()
                .map(line -> line.replaceAll("\\s+", " ").strip())
                .toList();
    }

    private void flow(StringBuilder flow, List<String> breaks) {
        for (XmlElement child : children) {
            if (child.name.isEmpty()) {
                flow.append(child.text.toString().replaceAll("\\s+", " "));
            } else {
                boolean line = breaks.contains(child.name);
                if (line) {
                    flow.append('\n');
                }
                child.flow(flow, breaks);
                if (line && !child.children.isEmpty()) {
                    flow.append('\n');
                }
            }
        }
    }

    private String words() {
        StringBuilder flow = new StringBuilder();
        flow(flow, List.of());
        return flow.toString().replaceAll("\\s+", " ").strip();
    }
}

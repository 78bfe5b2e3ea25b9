package dev.portcullis.personnel.scim;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Reads filters by the grammar of RFC 7644, section 3.4.2.2: {@code or} binds least, then {@code and}, then {@code not}. Words are
 * read whatever their case. Length and depth are bounded, since filters come from outside.
 */
final class FilterParser {
    static final int LONGEST = 4096;
    private static final int DEEPEST = 32;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final String text;
    private int at;
    private int depth;

    private FilterParser(String text) {
        this.text = text;
    }

    /** @throws ScimException with {@code invalidFilter} where the text is no filter */
    static Filter parse(String text) {
        if (text.length() > LONGEST) {
            throw ScimType.INVALID_FILTER.because("A filter has at most " + LONGEST + " characters.");
        }
        FilterParser parser = new FilterParser(text);
        Filter filter = parser.or();
        parser.spaces();
        if (parser.at < text.length()) {
            throw parser.unexpected("the end");
        }
        return filter;
    }

    private Filter or() {
        if (++depth > DEEPEST) {
            throw ScimType.INVALID_FILTER.because("A filter nests at most " + DEEPEST + " deep.");
        }
        Filter left = and();
        while (word("or")) {
            left = new Filter.Or(left, and());
        }
        depth--;
        return left;
    }

    private Filter and() {
        Filter left = term();
        while (word("and")) {
            left = new Filter.And(left, term());
        }
        return left;
    }

    private Filter term() {
        spaces();
        int start = at;
        if (word("not")) {
            spaces();
            if (peek() == '(') {
                return new Filter.Not(group());
            }
            at = start;
        }
        return peek() == '(' ? group() : expression();
    }

    private Filter group() {
        expect('(');
        Filter inner = or();
        spaces();
        expect(')');
        return inner;
    }

    private Filter expression() {
        String path = path();
        if (peek() == '[') {
            expect('[');
            Filter inner = or();
            spaces();
            expect(']');
            return new Filter.Element(path, inner);
        }
        spaces();
        if (word("pr")) {
            return new Filter.Present(path);
        }
        for (Filter.Operator operator : Filter.Operator.values()) {
            if (word(operator.name())) {
                return new Filter.Compare(path, operator, value());
            }
        }
        throw unexpected("an operator");
    }

    private String path() {
        spaces();
        int start = at;
        while (at < text.length() && isPathCharacter(text.charAt(at))) {
            at++;
        }
        if (start == at || !Character.isLetter(text.charAt(start)) && text.charAt(start) != '$') {
            throw unexpected("an attribute");
        }
        return text.substring(start, at);
    }

    private static boolean isPathCharacter(char c) {
        return c >= 'a' && c <= 'z'
                || c >= 'A' && c <= 'Z'
                || c >= '0' && c <= '9'
                || c == '.'
                || c == ':'
                || c == '-'
                || c == '_'
                || c == '$';
    }

    private JsonNode value() {
        spaces();
        int start = at;
        if (peek() == '"') {
            at++;
            while (at < text.length() && text.charAt(at) != '"') {
                at += text.charAt(at) == '\\' ? 2 : 1;
            }
            expect('"');
        } else {
            while (at < text.length() && " ()[]".indexOf(text.charAt(at)) < 0) {
                at++;
            }
        }
        JsonNode value = json(text.substring(start, Math.min(at, text.length())));
        if (value == null || !value.isValueNode()) {
            throw ScimType.INVALID_FILTER.because("At character " + (start + 1)
                    + " a value in JSON was expected: a string in quotes, a number, true, false" + " or null.");
        }
        return value;
    }

    private static @Nullable JsonNode json(String text) {
        try {
            return text.isEmpty() ? null : JSON.readTree(text);
        } catch (JsonProcessingException e) {
            return null;
        }
    }

    private boolean word(String word) {
        spaces();
        int end = at + word.length();
        if (end > text.length()
                || !text.substring(at, end).toLowerCase(Locale.ROOT).equals(word.toLowerCase(Locale.ROOT))) {
            return false;
        }
        if (end < text.length() && isPathCharacter(text.charAt(end))) {
            return false;
        }
        at = end;
        return true;
    }

    private void spaces() {
        while (at < text.length() && text.charAt(at) == ' ') {
            at++;
        }
    }

    private char peek() {
        return at < text.length() ? text.charAt(at) : '\0';
    }

    private void expect(char c) {
        if (peek() != c) {
            throw unexpected(String.valueOf(c));
        }
        at++;
    }

    private ScimException unexpected(String expected) {
        return ScimType.INVALID_FILTER.because("At character " + (at + 1) + " " + expected + " was expected.");
    }
}

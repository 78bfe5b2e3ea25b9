package dev.portcullis.platform.document;

import java.util.Locale;

/** Text inside HTML. */
final class HtmlText {
    private HtmlText() {}

    /**
     * The text such that a browser shows it and obeys nothing of it: markup is escaped; what nobody sees, such as controls and the marks
     * that turn the direction of writing, is written out as {@code [U+202E]}.
     */
    static String of(String text) {
        StringBuilder html = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> html.append("&amp;");
                case '<' -> html.append("&lt;");
                case '>' -> html.append("&gt;");
                case '"' -> html.append("&quot;");
                case '\'' -> html.append("&#39;");
                case '\n' -> html.append("<br>");
                default -> {
                    if (isShown(c)) {
                        html.appendCodePoint(c);
                    } else {
                        html.append(String.format(Locale.ROOT, "[U+%04X]", c));
                    }
                }
            }
        });
        return html.toString();
    }

    private static boolean isShown(int c) {
        int type = Character.getType(c);
        return type != Character.CONTROL
                && type != Character.FORMAT
                && type != Character.SURROGATE
                && type != Character.LINE_SEPARATOR
                && type != Character.PARAGRAPH_SEPARATOR
                && type != Character.UNASSIGNED;
    }
}

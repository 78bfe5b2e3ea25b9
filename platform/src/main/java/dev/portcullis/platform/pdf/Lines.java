package dev.portcullis.platform.pdf;

import java.util.ArrayList;
import java.util.List;

/** Breaks text into lines: between words where it can, within one that is too wide for a line. */
final class Lines {
    private final Book book;
    private final Face face;
    private final double size;
    private final double width;
    private final List<String> lines = new ArrayList<>();
    private String line = "";

    private Lines(Book book, Face face, double size, double width) {
        this.book = book;
        this.face = face;
        this.size = size;
        this.width = width;
    }

    /**
     * The lines of a text; at least one.
     *
     * @param width of a line, in points
     */
    static List<String> of(Book book, Face face, double size, double width, String text) {
        Lines lines = new Lines(book, face, size, width);
        for (String part : text.split("\\R", -1)) {
            for (String word : part.split("[ \\t]+")) {
                lines.word(word);
            }
            lines.end();
        }
        return List.copyOf(lines.lines);
    }

    private void word(String word) {
        String longer = line.isEmpty() ? word : line + " " + word;
        if (fits(longer)) {
            line = longer;
            return;
        }
        if (!line.isEmpty()) {
            end();
        }
        String rest = word;
        while (!fits(rest)) {
            int most = most(rest);
            lines.add(rest.substring(0, most));
            rest = rest.substring(most);
        }
        line = rest;
    }

    /** How many leading characters fit; at least one whole one, however narrow the line. */
    private int most(String text) {
        int fitting = text.offsetByCodePoints(0, 1);
        int tooMany = text.length();
        while (tooMany - fitting > 1) {
            int middle = (fitting + tooMany) >>> 1;
            if (fits(text.substring(0, middle))) {
                fitting = middle;
            } else {
                tooMany = middle;
            }
        }
        boolean halves = Character.isHighSurrogate(text.charAt(fitting - 1));
        return halves ? fitting - 1 : fitting;
    }

    private boolean fits(String text) {
        return text.codePointCount(0, text.length()) <= 1 || book.width(text, face, size) <= width;
    }

    private void end() {
        lines.add(line);
        line = "";
    }
}

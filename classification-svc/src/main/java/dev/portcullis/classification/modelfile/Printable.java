package dev.portcullis.classification.modelfile;

/** Names and texts from files come from strangers: plain characters only, and not many. */
final class Printable {
    private static final int LONGEST = 120;

    private Printable() {}

    static String of(String text) {
        return of(text, LONGEST);
    }

    static String of(String text, int longest) {
        StringBuilder plain = new StringBuilder(Math.min(text.length(), longest) + 3);
        for (int i = 0; i < text.length() && i < longest; i++) {
            char c = text.charAt(i);
            plain.append(c >= ' ' && c <= '~' ? c : '?');
        }
        return text.length() <= longest ? plain.toString() : plain.append("...").toString();
    }
}

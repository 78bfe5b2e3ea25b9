package dev.portcullis.classification.mlflow;

/** Texts from outside, as they can be kept and shown. */
final class Texts {
    private Texts() {}

    /** The beginning of a text, without control characters, which could pose as lines of a log and which the database does not hold. */
    static String plain(String text, int most) {
        String shorter = text.length() <= most ? text : text.substring(0, most);
        return shorter.replaceAll("\\p{Cntrl}", "?");
    }
}

package dev.portcullis.screening.match;

import java.util.List;

/** Compares days of birth that lists tell more or less exactly: {@code 1960}, {@code 1960-05}, {@code 1960-05-12}, {@code 1958/1962}. */
final class Births {
    /** How two sets of dates compare. */
    enum Closeness {
        /** The same day. */
        SAME_DAY,
        /** Nothing that is told differs, as far as it is told. */
        COMPATIBLE,
        /** A year apart at most, or day and month in the other order. */
        NEAR,
        APART,
        UNKNOWN
    }

    private Births() {}

    /** The closest of all pairs. */
    static Closeness compare(List<String> asked, List<String> listed) {
        Closeness closest = Closeness.UNKNOWN;
        for (String a : asked) {
            for (String b : listed) {
                Closeness closeness = compare(a.trim(), b.trim());
                closest = closeness.compareTo(closest) < 0 ? closeness : closest;
            }
        }
        return closest;
    }

    private static Closeness compare(String a, String b) {
        int[] yearsA = years(a);
        int[] yearsB = years(b);
        if (yearsA.length == 0 || yearsB.length == 0) {
            return Closeness.UNKNOWN;
        }
        int gap = Math.max(yearsA[0] - yearsB[1], yearsB[0] - yearsA[1]);
        if (gap > 1) {
            return Closeness.APART;
        }
        if (gap == 1) {
            return Closeness.NEAR;
        }
        if (a.contains("/") || b.contains("/")) {
            return Closeness.COMPATIBLE;
        }
        if (a.length() == 10 && a.equals(b)) {
            return Closeness.SAME_DAY;
        }
        return a.startsWith(b) || b.startsWith(a) ? Closeness.COMPATIBLE : Closeness.NEAR;
    }

    /** The first and the last year; nothing where the text tells none. */
    private static int[] years(String date) {
        String[] ends = date.split("/", -1);
        int[] years = new int[2];
        for (int i = 0; i < 2; i++) {
            String end = ends[Math.min(i, ends.length - 1)];
            if (ends.length > 2 || !end.matches("\\d{4}(-\\d{2}){0,2}")) {
                return new int[0];
            }
            years[i] = Integer.parseInt(end.substring(0, 4));
        }
        return years;
    }
}

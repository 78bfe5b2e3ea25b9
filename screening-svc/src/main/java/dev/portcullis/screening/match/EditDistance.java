package dev.portcullis.screening.match;

/** Edits between two words: insertion, deletion, substitution and the swap of two neighbors count one each. */
final class EditDistance {
    private EditDistance() {}

    /**
     * The number of edits (optimal string alignment), where it is at most {@code limit}, else {@code limit + 1}.
     *
     * @param limit 0 to 3
     */
    static int within(String a, String b, int limit) {
        int n = a.length();
        int m = b.length();
        if (Math.abs(n - m) > limit) {
            return limit + 1;
        }
        int[] before = new int[m + 1];
        int[] previous = new int[m + 1];
        int[] current = new int[m + 1];
        for (int j = 0; j <= m; j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= n; i++) {
            current[0] = i;
            int least = i;
            for (int j = 1; j <= m; j++) {
                boolean same = a.charAt(i - 1) == b.charAt(j - 1);
                int edits = Math.min(Math.min(previous[j], current[j - 1]) + 1, previous[j - 1] + (same ? 0 : 1));
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    edits = Math.min(edits, before[j - 2] + 1);
                }
                current[j] = edits;
                least = Math.min(least, edits);
            }
            if (least > limit) {
                return limit + 1;
            }
            int[] free = before;
            before = previous;
            previous = current;
            current = free;
        }
        return Math.min(previous[m], limit + 1);
    }
}

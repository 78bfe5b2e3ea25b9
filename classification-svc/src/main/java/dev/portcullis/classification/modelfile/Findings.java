package dev.portcullis.classification.modelfile;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Findings in the order in which they came up, each once and not too many. */
final class Findings {
    private static final int MOST = 100;

    private final Set<Finding> found = new LinkedHashSet<>();

    void note(String code, String text) {
        add(code, Severity.NOTE, text);
    }

    void judge(String code, String text) {
        add(code, Severity.JUDGE, text);
    }

    void danger(String code, String text) {
        add(code, Severity.DANGER, text);
    }

    private void add(String code, Severity severity, String text) {
        // Dangers always find room: a file cannot hide one behind harmless findings.
        if (found.size() < MOST || severity == Severity.DANGER && found.size() < 2 * MOST) {
            found.add(new Finding(code, severity, text));
        }
    }

    List<Finding> list() {
        return List.copyOf(new ArrayList<>(found));
    }
}

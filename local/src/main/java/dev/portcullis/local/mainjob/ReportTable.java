package dev.portcullis.local.mainjob;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Prints what came of the main job, item by item, for people. */
final class ReportTable {
    private static final int RECIPIENT = 44;
    private static final int REASON = 62;
    private static final int CITATION = 30;
    /** A reason of the gate that rests on a provision ends with it in parentheses. */
    private static final Pattern CITED = Pattern.compile("(.*) \\(([^()]*CFR.*)\\)", Pattern.DOTALL);

    private ReportTable() {}

    static String of(MainJobReport report) {
        return decisions(report.decisions()) + "\n" + changes(report.changes()) + "\n" + ledgers(report.audits()) + "\n"
                + verdict(report);
    }

    private static TextTable decisions(List<MainJobReport.Decision> decisions) {
        Map<String, List<MainJobReport.Decision>> items = decisions.stream()
                .collect(Collectors.groupingBy(MainJobReport.Decision::item, LinkedHashMap::new, Collectors.toList()));
        TextTable table = new TextTable("", "#", "to", "decision", "because", "citation");
        items.forEach((item, rows) -> {
            table.heading("");
            table.heading(item);
            for (MainJobReport.Decision row : rows) {
                Reason reason = Reason.of(row);
                table.add(
                        mark(row.asExpected()),
                        row.id(),
                        TextTable.shortened(recipient(row), RECIPIENT),
                        (row.decision() + " " + row.authority()).strip(),
                        TextTable.shortened(reason.text(), REASON),
                        TextTable.shortened(reason.citation(), CITATION));
            }
        });
        return table;
    }

    private static String recipient(MainJobReport.Decision row) {
        return row.destination().isEmpty() ? "employee " + row.recipient() : row.recipient() + ", " + row.destination();
    }

    /** What the gate said, in its own words. */
    private record Reason(String text, String citation) {
        /** The first that rests on a provision: that no license is recorded says less than why one is needed. */
        static Reason of(MainJobReport.Decision row) {
            for (String reason : row.reasons()) {
                Matcher cited = CITED.matcher(reason);
                if (cited.matches()) {
                    return new Reason(cited.group(1), cited.group(2));
                }
            }
            return new Reason(String.join("; ", row.reasons()), String.join("; ", row.citations()));
        }
    }

    private static TextTable changes(List<MainJobReport.Change> changes) {
        TextTable table = new TextTable("", "a fact changes", "before", "after", "known at the gate after");
        for (MainJobReport.Change change : changes) {
            table.add(
                    mark(change.asExpected()),
                    change.what(),
                    change.before(),
                    (change.after() + " " + change.authority()).strip(),
                    String.format(Locale.ROOT, "%.0f ms", change.milliseconds()));
        }
        return table;
    }

    private static TextTable ledgers(List<MainJobReport.Audit> audits) {
        TextTable table = new TextTable("", "ledger", "entries", "verified");
        for (MainJobReport.Audit audit : audits) {
            table.add(mark(audit.verified()), audit.service(), Long.toString(audit.size()), audit.detail());
        }
        return table;
    }

    private static String verdict(MainJobReport report) {
        StringBuilder text = new StringBuilder();
        for (MainJobReport.Decision row : report.decisions()) {
            if (!row.asExpected()) {
                text.append(String.format(
                        "%s: expected %s %s (%s; %s), but the gate said %s %s: %s%n",
                        row.id(),
                        row.expected(),
                        row.expectedAuthority(),
                        row.why(),
                        row.citation(),
                        row.decision(),
                        row.authority(),
                        String.join("; ", row.reasons())));
            }
        }
        return text
                + String.format(
                        "%d of %d decisions as the law asks, %d of %d changes in time, %d of %d ledgers verified.",
                        report.decisions().stream()
                                .filter(MainJobReport.Decision::asExpected)
                                .count(),
                        report.decisions().size(),
                        report.changes().stream()
                                .filter(MainJobReport.Change::asExpected)
                                .count(),
                        report.changes().size(),
                        report.audits().stream()
                                .filter(MainJobReport.Audit::verified)
                                .count(),
                        report.audits().size());
    }

    private static String mark(boolean good) {
        return good ? "ok" : "!!";
    }
}

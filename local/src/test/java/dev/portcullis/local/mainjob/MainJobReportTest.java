package dev.portcullis.local.mainjob;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class MainJobReportTest {
    @Test
    void another_decision_another_authority_a_late_change_and_an_unproved_ledger_each_spoil_the_report() {
        MainJobReport.Change inTime = change("DENIED", 900);
        MainJobReport.Audit proved = new MainJobReport.Audit("licensing-svc", 7, true, "");

        assertThat(report(decision("PERMITTED", "NLR"), inTime, proved).asExpected())
                .isTrue();
        assertThat(report(decision("DENIED", ""), inTime, proved).asExpected()).isFalse();
        assertThat(report(decision("PERMITTED", "ENC"), inTime, proved).asExpected())
                .isFalse();
        assertThat(report(decision("PERMITTED", "NLR"), change("DENIED", 1001), proved)
                        .asExpected())
                .isFalse();
        assertThat(report(decision("PERMITTED", "NLR"), change("PERMITTED", 5), proved)
                        .asExpected())
                .isFalse();
        assertThat(report(
                                decision("PERMITTED", "NLR"),
                                inTime,
                                new MainJobReport.Audit("licensing-svc", 7, false, "forged"))
                        .asExpected())
                .isFalse();
    }

    @Test
    void the_table_shows_the_reason_that_rests_on_a_provision_and_names_what_was_not_expected() throws IOException {
        MainJobReport report = report(
                decision("DENIED", ""), change("DENIED", 5), new MainJobReport.Audit("licensing-svc", 7, true, ""));

        assertThat(report.table())
                .contains("The party stands on the list EL", "15 CFR 744.11(a)")
                .contains("!!", "R01: expected PERMITTED NLR", "0 of 1 decisions");
        JsonNode json = new ObjectMapper().readTree(report.json());
        assertThat(json.at("/decisions/0/citations/0").asText()).isEqualTo("15 CFR 744.11");
    }

    private static MainJobReport report(
            MainJobReport.Decision decision, MainJobReport.Change change, MainJobReport.Audit audit) {
        return new MainJobReport(List.of(decision), List.of(change), List.of(audit));
    }

    private static MainJobReport.Decision decision(String decision, String authority) {
        return new MainJobReport.Decision(
                "R01",
                "H100",
                "Somebody",
                "DE",
                "EXPORT",
                "PERMITTED",
                "NLR",
                decision,
                authority,
                List.of("none is recorded", "The party stands on the list EL (15 CFR 744.11(a))"),
                List.of("15 CFR 744.11"),
                "why",
                "15 CFR 738.4(a)(2)",
                1.0);
    }

    private static MainJobReport.Change change(String after, double milliseconds) {
        return new MainJobReport.Change("a change", "PERMITTED", "DENIED", after, "", milliseconds, 1_000);
    }
}

package dev.portcullis.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portcullis.local.mainjob.MainJob;
import dev.portcullis.local.mainjob.MainJobReport;
import dev.portcullis.local.stack.LocalStack;
import org.junit.jupiter.api.Test;

class MainJobTest {
    @Test
    void every_decision_of_the_main_job_is_the_one_that_the_law_asks_for() {
        try (LocalStack stack = TestStack.started("main-job")) {
            MainJobReport report = MainJob.run(stack, null);
            assertThat(report.asExpected()).as(report.table()).isTrue();
            assertThat(report.decisions()).hasSizeGreaterThanOrEqualTo(40);
            assertThat(report.audits()).hasSize(4);
        }
    }
}

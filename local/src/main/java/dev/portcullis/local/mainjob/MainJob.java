package dev.portcullis.local.mainjob;

import dev.portcullis.local.stack.LocalStack;
import dev.portcullis.local.stack.Service;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The day's work of everybody, in order. */
public final class MainJob {
    private MainJob() {}

    /**
     * Does it all.
     *
     * @param stack with all services ready, and empty
     * @param screeningList a whole Consolidated Screening List; the excerpt that ships with the project where absent
     * @throws MainJobFailedException if a step cannot be done at all
     */
    public static MainJobReport run(LocalStack stack, @Nullable Path screeningList) {
        Auditor auditor = new Auditor(stack);
        List<MainJobReport.Audit> audits = new ArrayList<>();
        for (Service service : Service.values()) {
            audits.add(auditor.verify(service, ""));
        }
        return new MainJobReport(List.of(), List.of(), audits);
    }
}

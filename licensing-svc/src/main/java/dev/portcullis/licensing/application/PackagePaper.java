package dev.portcullis.licensing.application;

import dev.portcullis.licensing.form.Filled;
import dev.portcullis.platform.document.FactList;
import dev.portcullis.platform.document.Paper;
import dev.portcullis.platform.document.Part;
import dev.portcullis.platform.document.Words;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Sets the work package for people who type it into SNAP-R, read it, or sign it. */
final class PackagePaper {
    private PackagePaper() {}

    static Paper of(Application application, WorkPackage workPackage, List<Deadline> due, Instant now) {
        List<String> questions = workPackage.questions();
        Paper.Draft draft = new Paper.Draft();
        draft.heading("Where it stands")
                .add(new FactList()
                        .add("State", Words.capital(Words.small(application.state())))
                        .add("Purpose", Words.capital(Words.small(application.purpose())))
                        .add("Determination", workPackage.determinationId())
                        .add("Item as determined", workPackage.itemFacts())
                        .add("Application control number", application.applicationNumber())
                        .add("Work item", application.workItem())
                        .add("Registered on", application.registeredOn())
                        .add("License or confirmation", application.licenseNumber())
                        .exact("Approved package, SHA-256", application.packageSha256())
                        .part());
        if (!due.isEmpty()) {
            draft.add(new Part.Table(
                    "What is due",
                    List.of("By", "What", "Set by", "Provision"),
                    List.of(0.8, 3.2, 0.7, 1.3),
                    due.stream()
                            .map(one -> List.of(
                                    one.day().toString(),
                                    one.words(),
                                    Words.capital(Words.small(one.basis())),
                                    one.citation()))
                            .toList()));
        }
        if (!questions.isEmpty()) {
            draft.heading("Questions that somebody must answer").items(questions);
        }
        blocks(draft, workPackage);
        documents(draft, workPackage);
        draft.heading("Technical specification").items(workPackage.specification());
        draft.heading("Letter of explanation, draft");
        workPackage.letter().forEach(draft::text);
        steps(draft, application);
        return new Paper(
                workPackage.purpose() == Purpose.LICENSE
                        ? "License application"
                        : "Notification under License Exception NAC",
                "15 CFR 748; Supplements No. 1 and 2 to Part 748 (BIS-748P, SNAP-R)",
                questions.isEmpty()
                        ? "Every block is filled"
                        : questions.size() + (questions.size() == 1 ? " question is open" : " questions are open"),
                Words.capital(Words.small(application.state())),
                questions.isEmpty() ? Paper.Tone.OPEN : Paper.Tone.WAITS,
                draft.parts(),
                now,
                application.id());
    }

    private static void blocks(Paper.Draft draft, WorkPackage workPackage) {
        Map<String, List<List<String>>> forms = new LinkedHashMap<>();
        for (Filled block : workPackage.blocks()) {
            if (block.status() == Filled.Status.NOT_NEEDED) {
                continue;
            }
            String said = block.value() != null
                    ? block.value()
                    : block.lacks() ? "MISSING: " + block.question() : "left empty";
            forms.computeIfAbsent(block.form(), form -> new ArrayList<>())
                    .add(List.of(block.block(), block.label(), said, block.citation()));
        }
        forms.forEach((form, rows) -> draft.heading(form)
                .add(new Part.Table(
                        "Blocks of " + form,
                        List.of("Block", "What it is", "What it says", "Provision"),
                        List.of(0.5, 1.4, 3.2, 1.3),
                        rows)));
    }

    private static void documents(Paper.Draft draft, WorkPackage workPackage) {
        draft.heading("Documents");
        draft.add(new Part.Table(
                "Documents that the application needs or may need",
                List.of("Document", "Status", "Digests, or what to do", "Provision"),
                List.of(1.6, 0.9, 2.8, 1.2),
                workPackage.documents().stream()
                        .map(document -> List.of(
                                document.title(),
                                Words.capital(Words.small(document.status())) + ", before the "
                                        + Words.small(document.before()),
                                document.digests().isEmpty()
                                        ? document.question() == null ? "" : document.question()
                                        : String.join("\n", document.digests()),
                                document.citation()))
                        .toList()));
        if (!workPackage.attached().isEmpty()) {
            draft.add(new Part.Table(
                    "All that is attached, by digest",
                    List.of("Kind", "Name", "SHA-256", "Where"),
                    List.of(1.2, 1.6, 3.0, 0.8),
                    workPackage.attached().stream()
                            .map(document -> List.of(
                                    Words.capital(Words.small(document.kind())),
                                    document.name(),
                                    document.sha256(),
                                    document.submitted() ? "submitted" : "on file"))
                            .toList()));
        }
    }

    private static void steps(Paper.Draft draft, Application application) {
        draft.heading("What was done");
        draft.add(new Part.Table(
                "Steps of the application",
                List.of("Step", "On", "By the account", "Recorded at", "Note"),
                List.of(0.9, 0.8, 1.8, 1.3, 1.8),
                application.steps().stream()
                        .map(step -> List.of(
                                Words.capital(Words.small(step.step())),
                                step.on().toString(),
                                step.by(),
                                Words.time(step.at()),
                                step.note() == null ? "" : step.note()))
                        .toList()));
    }
}

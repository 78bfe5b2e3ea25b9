package dev.portcullis.licensing.application;

import dev.portcullis.licensing.form.Filled;
import dev.portcullis.platform.problem.Problem.FieldError;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.ArrayList;
import java.util.List;

/**
 * What goes to BIS, and what stays on file for it.
 *
 * @param applicationId the application
 * @param round of the application
 * @param determinationId the determination that asks for it
 * @param purpose what is asked of BIS
 * @param edition from which text the form was compiled
 * @param itemFacts the item and the version in which it was known to the determination
 * @param blocks every field of BIS-748P and of Supplement No. 2
 * @param documents the documents that it needs, or may need
 * @param attached all that are attached, by digest
 * @param letter draft of the letter of explanation, a paragraph each
 * @param specification the technical specification, a line each
 */
@RegisterForReflection
public record WorkPackage(
        String applicationId,
        int round,
        String determinationId,
        Purpose purpose,
        String edition,
        String itemFacts,
        List<Filled> blocks,
        List<NeededDocument> documents,
        List<SupportDocument> attached,
        List<String> letter,
        List<String> specification) {
    public WorkPackage {
        blocks = List.copyOf(blocks);
        documents = List.copyOf(documents);
        attached = List.copyOf(attached);
        letter = List.copyOf(letter);
        specification = List.copyOf(specification);
    }

    /** What persons must still answer before the package may be approved. */
    public List<String> questions() {
        List<String> questions = new ArrayList<>();
        faults().forEach(fault -> questions.add(fault.detail()));
        return questions;
    }

    /** The same, each with its place. */
    List<FieldError> faults() {
        List<FieldError> faults = new ArrayList<>();
        blocks.stream()
                .filter(Filled::lacks)
                .forEach(block -> faults.add(new FieldError(
                        "/answers/" + block.key(), null, "Block " + block.block() + ": " + block.question())));
        documents.stream()
                .filter(document -> document.status() == NeededDocument.Status.UNDECIDED
                        || document.status() == NeededDocument.Status.MISSING
                                && document.before().equals("SUBMISSION"))
                .forEach(document ->
                        faults.add(new FieldError("/documents", null, document.title() + ": " + document.question())));
        return faults;
    }
}

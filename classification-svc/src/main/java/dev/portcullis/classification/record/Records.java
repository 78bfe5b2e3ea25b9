package dev.portcullis.classification.record;

import com.fasterxml.jackson.databind.JsonNode;
import dev.portcullis.classification.approval.ClassificationView;
import dev.portcullis.classification.approval.ClassificationView.StepView;
import dev.portcullis.classification.approval.Classifications;
import dev.portcullis.classification.approval.Views;
import dev.portcullis.classification.controllist.ControlLists;
import dev.portcullis.classification.item.DatasheetRow;
import dev.portcullis.classification.item.Datasheets;
import dev.portcullis.classification.item.Digests;
import dev.portcullis.classification.item.Digests.Place;
import dev.portcullis.classification.item.Documents;
import dev.portcullis.classification.item.ItemRegister;
import dev.portcullis.classification.item.ItemRow;
import dev.portcullis.classification.item.Items;
import dev.portcullis.classification.record.ClassificationRecord.Entry;
import dev.portcullis.classification.record.ClassificationRecord.Proved;
import dev.portcullis.classification.record.ClassificationRecord.Stated;
import dev.portcullis.classification.record.ClassificationRecord.Subject;
import dev.portcullis.classification.rules.ParagraphRef;
import dev.portcullis.platform.ledger.Ledger;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Puts records together. */
@ApplicationScoped
public class Records {
    @Inject
    Items items;

    @Inject
    Datasheets datasheets;

    @Inject
    Classifications classifications;

    @Inject
    Views views;

    @Inject
    Digests digests;

    @Inject
    ControlLists lists;

    @Inject
    Documents documents;

    @Inject
    Ledger ledger;

    /** The record of a classification as it stands now. */
    Uni<ClassificationRecord> of(String itemId, int number) {
        return Panache.withSession(() -> classifications
                        .require(itemId, number)
                        .chain(views::of)
                        .chain(view -> items.require(itemId)
                                .chain(item -> datasheets
                                        .require(itemId, view.datasheetNumber())
                                        .map(Records::stated)
                                        .chain(sheet -> digests.find(itemId, digestsOf(view, sheet))
                                                .map(places ->
                                                        new Parts(item, view, sheet, proved(view, sheet, places)))))))
                .chain(parts -> ledger.evidence(new TreeSet<>(
                                parts.proved().stream().map(Proved::entry).toList()))
                        .map(evidence -> record(parts, evidence)));
    }

    private ClassificationRecord record(Parts parts, Ledger.Evidence evidence) {
        ItemRow item = parts.item();
        JsonNode result = documents.tree(parts.classification().result());
        return new ClassificationRecord(
                ItemRegister.now(),
                new Subject(item.id(), item.name(), item.partNumber(), item.form()),
                parts.classification(),
                parts.datasheet(),
                entry(parts.classification(), result),
                Margins.of(result),
                evidence,
                parts.proved());
    }

    private @Nullable Entry entry(ClassificationView view, JsonNode result) {
        String determined = view.determined();
        String paragraph = determined == null
                ? result.path("eccn").asText()
                : documents.tree(determined).path("paragraph").asText();
        if (paragraph.isEmpty()) {
            return null;
        }
        LocalDate edition = LocalDate.parse(result.path("edition").asText());
        return lists.edition(edition)
                .flatMap(list -> list.entry(ParagraphRef.of(paragraph).eccn()))
                .map(entry -> new Entry(
                        entry.eccn(),
                        edition,
                        entry.heading(),
                        entry.reasonsForControl(),
                        entry.controls(),
                        entry.exceptions(),
                        entry.citation()))
                .orElse(null);
    }

    private static Stated stated(DatasheetRow row) {
        return new Stated(row.number(), row.sha256(), row.createdBy(), row.createdAt(), row.body());
    }

    private static List<String> digestsOf(ClassificationView view, Stated sheet) {
        List<String> digests = new ArrayList<>(List.of(sheet.sha256(), view.sha256()));
        view.steps().forEach(step -> digests.add(step.sha256()));
        return digests;
    }

    private List<Proved> proved(ClassificationView view, Stated sheet, List<Place> places) {
        List<Proved> proved = new ArrayList<>();
        // A step is written once. The same datasheet or answer can be stated again: what counts is what stood when it
        // was proposed.
        List<Proved> steps = new ArrayList<>();
        for (StepView step : view.steps()) {
            last(places, step.sha256(), Long.MAX_VALUE)
                    .ifPresent(entry -> steps.add(
                            new Proved(documents.tree(step.step()).path("step").asText(), step.sha256(), entry)));
        }
        long proposal = steps.isEmpty() ? Long.MAX_VALUE : steps.get(0).entry();
        last(places, sheet.sha256(), proposal)
                .ifPresent(entry -> proved.add(new Proved("datasheet", sheet.sha256(), entry)));
        last(places, view.sha256(), proposal)
                .ifPresent(entry -> proved.add(new Proved("answer", view.sha256(), entry)));
        proved.addAll(steps);
        return proved;
    }

    private static Optional<Long> last(List<Place> places, String sha256, long until) {
        return places.stream()
                .filter(place -> place.sha256().equals(sha256) && place.entry() <= until)
                .map(Place::entry)
                .reduce((earlier, later) -> later);
    }

    private record Parts(ItemRow item, ClassificationView classification, Stated datasheet, List<Proved> proved) {}
}

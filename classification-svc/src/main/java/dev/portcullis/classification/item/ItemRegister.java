package dev.portcullis.classification.item;

import dev.portcullis.classification.controllist.ControlLists;
import dev.portcullis.classification.controllist.Dates;
import dev.portcullis.classification.datasheet.Datasheet;
import dev.portcullis.classification.determination.Classification;
import dev.portcullis.classification.determination.Classifier;
import dev.portcullis.contracts.ItemState;
import dev.portcullis.contracts.Topics;
import dev.portcullis.platform.change.Change;
import dev.portcullis.platform.change.Changes;
import dev.portcullis.platform.etag.ETags;
import dev.portcullis.platform.id.Ids;
import dev.portcullis.platform.problem.Problems;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * Changes items. Each change raises the version by one and writes row, event and ledger entry in the caller's transaction, which must
 * be open. Changes of one item wait for each other.
 */
@ApplicationScoped
public class ItemRegister {
    private static final String CHANGED = "dev.portcullis.item.changed";

    @Inject
    Items items;

    @Inject
    Datasheets datasheets;

    @Inject
    Classifications classifications;

    @Inject
    Composition composition;

    @Inject
    ControlLists lists;

    @Inject
    CompanyPolicies policies;

    @Inject
    Changes changes;

    @Inject
    Documents documents;

    /** Registers an item. */
    public Uni<ItemView> register(NewItem item) {
        ItemRow row = new ItemRow();
        row.id = Ids.next("itm");
        row.name = item.name();
        row.partNumber = item.partNumber();
        row.form = item.form();
        next(row);
        row.createdAt = row.changedAt;
        return items.persist(row).chain(() -> record(row, null, null));
    }

    /** Renames an item that has the version that the caller has seen. */
    public Uni<ItemView> rename(String id, @Nullable String ifMatch, ItemNames names) {
        return items.lock(id).chain(row -> {
            ETags.require(ifMatch, row.version);
            row.name = names.name();
            row.partNumber = names.partNumber();
            return changed(row, null, null);
        });
    }

    /** Adds a datasheet. The classification in effect, which read another one, ends with it. */
    public Uni<DatasheetView> state(String id, Datasheet datasheet, String by) {
        return items.lock(id).chain(row -> {
            if (Forms.of(datasheet) != row.form) {
                throw Problems.unprocessable("/kind", "does not fit an item of the form " + row.form);
            }
            // What it names must exist now; what that says is read when the item is classified.
            return composition.resolve(id, datasheet, "").chain(() -> {
                DatasheetRow sheet = new DatasheetRow();
                sheet.id = Ids.next("dsh");
                sheet.itemId = id;
                sheet.number = ++row.datasheets;
                sheet.kind = datasheet.kind().name();
                sheet.body = documents.write(datasheet);
                sheet.sha256 = Documents.sha256(sheet.body);
                sheet.createdBy = by;
                sheet.createdAt = now();
                row.classification = null;
                return datasheets
                        .persist(sheet)
                        .chain(() -> changed(row, sheet.sha256, null))
                        .replaceWith(() -> view(sheet));
            });
        });
    }

    /** Classifies an item by its latest datasheet under the law of today, and puts the answer into effect. */
    public Uni<ClassificationView> classify(String id, @Nullable String note, String by) {
        return items.lock(id)
                .chain(row -> datasheets.latest(id).chain(sheet -> {
                    if (sheet == null) {
                        throw Problems.conflict(
                                "The item has no datasheet: send one to /v1/items/" + id + "/datasheets first.");
                    }
                    Datasheet datasheet = documents.read(sheet.body, Datasheet.class);
                    return composition
                            .resolve(id, datasheet, "")
                            .chain(resolved -> effect(row, sheet.number, resolved, note, by));
                }));
    }

    private Uni<ClassificationView> effect(
            ItemRow row, int datasheetNumber, Resolved resolved, @Nullable String note, String by) {
        Instant now = now();
        Classification answer =
                new Classifier(lists.current(), policies.current()).classify(resolved.datasheet(), Dates.at(now));
        ItemState.Classification inEffect = Forms.event(answer, datasheetNumber);
        ClassificationRow stored = new ClassificationRow();
        stored.id = Ids.next("cls");
        stored.itemId = row.id;
        stored.number = ++row.classifications;
        stored.datasheetNumber = datasheetNumber;
        stored.asOf = answer.asOf();
        stored.edition = answer.edition();
        stored.status = answer.status().name();
        stored.eccn = answer.eccn() == null ? null : answer.eccn().value();
        stored.paragraph = answer.paragraph();
        stored.note = note;
        stored.inputs = documents.write(resolved.inputs());
        stored.result = documents.write(answer);
        stored.sha256 = Documents.sha256(stored.result);
        stored.createdBy = by;
        stored.createdAt = now;
        row.classification = documents.write(inEffect);
        return classifications
                .persist(stored)
                .chain(() -> changed(row, null, stored.sha256))
                .replaceWith(() -> view(stored));
    }

    private Uni<ItemView> changed(ItemRow row, @Nullable String datasheetSha256, @Nullable String resultSha256) {
        next(row);
        return record(row, datasheetSha256, resultSha256);
    }

    private static void next(ItemRow row) {
        row.version++;
        row.changedAt = now();
    }

    private Uni<ItemView> record(ItemRow row, @Nullable String datasheetSha256, @Nullable String resultSha256) {
        ItemState.Classification inEffect = inEffect(row);
        ItemState state =
                new ItemState(row.id, row.version, row.name, row.partNumber, row.form, inEffect, row.changedAt);
        ItemFact fact = new ItemFact(
                row.form,
                row.datasheets,
                datasheetSha256,
                row.classifications,
                resultSha256,
                inEffect == null ? null : inEffect.status(),
                inEffect == null || inEffect.eccn() == null
                        ? null
                        : inEffect.eccn().value(),
                inEffect == null ? null : inEffect.paragraph());
        return items.flush()
                .chain(() -> changes.record(new Change(Topics.ITEMS, row.id, row.version, CHANGED, state, fact)))
                .replaceWith(() -> view(row));
    }

    /** An item as callers see it. */
    public ItemView view(ItemRow row) {
        return new ItemView(
                row.id,
                row.version,
                row.name,
                row.partNumber,
                row.form,
                row.datasheets,
                row.classifications,
                inEffect(row),
                row.createdAt,
                row.changedAt);
    }

    /** A datasheet as callers see it. */
    public DatasheetView view(DatasheetRow row) {
        return new DatasheetView(
                row.itemId,
                row.number,
                row.sha256,
                row.createdBy,
                row.createdAt,
                documents.read(row.body, Datasheet.class));
    }

    /** A classification as callers see it. */
    public ClassificationView view(ClassificationRow row) {
        return new ClassificationView(
                row.itemId,
                row.number,
                row.datasheetNumber,
                row.sha256,
                row.note,
                row.createdBy,
                row.createdAt,
                row.inputs,
                row.result);
    }

    private ItemState.@Nullable Classification inEffect(ItemRow row) {
        return row.classification == null ? null : documents.read(row.classification, ItemState.Classification.class);
    }

    /** The database keeps microseconds: what is told must be what is kept. */
    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }
}

package dev.portcullis.classification.item;

import dev.portcullis.classification.controllist.ControlLists;
import dev.portcullis.classification.datasheet.Datasheet;
import dev.portcullis.contracts.ItemState;
import dev.portcullis.contracts.Topics;
import dev.portcullis.platform.change.Change;
import dev.portcullis.platform.change.Changes;
import dev.portcullis.platform.digest.Sha256;
import dev.portcullis.platform.etag.ETags;
import dev.portcullis.platform.id.Ids;
import dev.portcullis.platform.problem.Problems;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
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
    Composition composition;

    @Inject
    ControlLists lists;

    @Inject
    DatasheetWatch watch;

    @Inject
    Changes changes;

    @Inject
    Digests digests;

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
        return items.persist(row).chain(() -> record(row, ItemChange.NONE));
    }

    /** Renames an item that has the version that the caller has seen. */
    public Uni<ItemView> rename(String id, @Nullable String ifMatch, ItemNames names) {
        return items.lock(id).chain(row -> {
            ETags.require(ifMatch, row.version);
            return rename(row, names);
        });
    }

    /** Renames a locked item. */
    public Uni<ItemView> rename(ItemRow row, ItemNames names) {
        row.name = names.name();
        row.partNumber = names.partNumber();
        return changed(row, ItemChange.NONE);
    }

    /**
     * Refuses a datasheet that no item of a form can have, without looking anything up.
     *
     * @param pointer where the datasheet stands in the request
     */
    public void check(ItemState.Form form, Datasheet datasheet, String pointer) {
        if (Forms.of(datasheet) != form) {
            throw Problems.unprocessable(pointer + "/kind", "does not fit an item of the form " + form);
        }
        StatedFacts.check(datasheet, lists.rules(), pointer);
    }

    /** Adds a datasheet; what becomes of the item's classifications is for their watch to say. */
    public Uni<DatasheetView> state(String id, Datasheet datasheet, Actor by) {
        return items.lock(id).chain(row -> {
            check(row.form, datasheet, "");
            // What it names must exist now; what that says is read when the item is classified.
            return composition.resolve(id, datasheet, "").chain(resolved -> {
                DatasheetRow sheet = new DatasheetRow();
                sheet.id = Ids.next("dsh");
                sheet.itemId = id;
                sheet.number = ++row.datasheets;
                sheet.kind = datasheet.kind().name();
                sheet.body = documents.write(datasheet);
                sheet.sha256 = Sha256.of(sheet.body);
                sheet.createdBy = by.subject();
                sheet.createdAt = now();
                return datasheets
                        .persist(sheet)
                        .chain(() -> watch.datasheetAdded(id, sheet.number, resolved, by))
                        .chain(done -> changed(row, new ItemChange(sheet.sha256, null, List.of()).and(done)))
                        .replaceWith(() -> view(sheet));
            });
        });
    }

    /**
     * Makes a change of a locked item known.
     *
     * @param change what it did beside the item itself
     */
    public Uni<ItemView> changed(ItemRow row, ItemChange change) {
        next(row);
        return record(row, change);
    }

    /**
     * Sets what is in effect and what awaits somebody; {@link #changed} makes it known.
     *
     * @param inEffect the classification in effect; null for none
     * @param proposal the proposal; null for none
     */
    public void stands(
            ItemRow row, ItemState.@Nullable Classification inEffect, ItemState.@Nullable Proposal proposal) {
        row.classification = inEffect == null ? null : documents.write(inEffect);
        row.proposal = proposal == null ? null : documents.write(proposal);
    }

    private static void next(ItemRow row) {
        row.version++;
        row.changedAt = now();
    }

    private Uni<ItemView> record(ItemRow row, ItemChange change) {
        ItemState.Classification inEffect = inEffect(row);
        ItemState state = new ItemState(
                row.id, row.version, row.name, row.partNumber, row.form, inEffect, proposal(row), row.changedAt);
        ItemFact fact = new ItemFact(
                row.form,
                row.datasheets,
                row.classifications,
                inEffect == null ? null : inEffect.status(),
                inEffect == null || inEffect.eccn() == null
                        ? null
                        : inEffect.eccn().value(),
                inEffect == null ? null : inEffect.paragraph(),
                change);
        return items.flush()
                .chain(() -> changes.record(new Change(Topics.ITEMS, row.id, row.version, CHANGED, state, fact)))
                .chain(entry -> digests.recorded(row.id, change, entry))
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
                proposal(row),
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

    /** The classification in effect; null where there is none. */
    public ItemState.@Nullable Classification inEffect(ItemRow row) {
        return row.classification == null ? null : documents.read(row.classification, ItemState.Classification.class);
    }

    /** The proposal that awaits somebody; null where none does. */
    public ItemState.@Nullable Proposal proposal(ItemRow row) {
        return row.proposal == null ? null : documents.read(row.proposal, ItemState.Proposal.class);
    }

    /** The database keeps microseconds: what is told must be what is kept. */
    public static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }
}

package dev.portcullis.classification.master;

import dev.portcullis.classification.approval.ClassificationRequest;
import dev.portcullis.classification.approval.Proposals;
import dev.portcullis.classification.datasheet.Datasheet;
import dev.portcullis.classification.item.Actor;
import dev.portcullis.classification.item.Datasheets;
import dev.portcullis.classification.item.Documents;
import dev.portcullis.classification.item.ItemNames;
import dev.portcullis.classification.item.ItemRegister;
import dev.portcullis.classification.item.ItemRow;
import dev.portcullis.classification.item.Items;
import dev.portcullis.classification.item.NewItem;
import dev.portcullis.platform.digest.Sha256;
import dev.portcullis.platform.problem.Problems;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Objects;

/** Applies a row: its item is registered or found, named, described and proposed, all in the caller's transaction. */
@ApplicationScoped
public class Applying {
    @Inject
    Items items;

    @Inject
    Datasheets datasheets;

    @Inject
    ItemRegister register;

    @Inject
    Proposals proposals;

    @Inject
    Documents documents;

    /**
     * What became of a row.
     *
     * @param itemId its item
     * @param changed whether anything was not as the row says
     */
    record Applied(String itemId, boolean changed) {}

    /** Applies a row; fails with a problem where it cannot be applied as things stand. */
    Uni<Applied> apply(MasterRow row, boolean propose, Actor by) {
        return item(row).chain(found -> {
            ItemRow item = found.item();
            if (item.form() != row.form()) {
                throw Problems.unprocessable("/form", "is not that of the item, which is " + item.form());
            }
            return name(item, row)
                    .chain(named -> describe(item, row, by)
                            .chain(described -> proposal(item, propose, by)
                                    .map(proposed -> new Applied(
                                            item.id(), found.registered() || named || described || proposed))));
        });
    }

    private Uni<Found> item(MasterRow row) {
        if (row.itemId() != null) {
            return items.lock(row.itemId()).map(item -> new Found(item, false));
        }
        String partNumber = Objects.requireNonNull(row.partNumber(), "checked");
        return items.named(partNumber, 2).chain(found -> {
            if (found.size() > 1) {
                throw Problems.unprocessable("/partNumber", "is that of several items: name the item by its itemId");
            }
            return found.isEmpty()
                    ? register.register(new NewItem(row.name(), partNumber, row.form()))
                            .chain(item -> items.require(item.id()))
                            .map(item -> new Found(item, true))
                    : items.lock(found.get(0).id()).map(item -> new Found(item, false));
        });
    }

    private Uni<Boolean> name(ItemRow item, MasterRow row) {
        String partNumber = row.partNumber() == null ? item.partNumber() : row.partNumber();
        if (item.name().equals(row.name()) && Objects.equals(item.partNumber(), partNumber)) {
            return Uni.createFrom().item(false);
        }
        return register.rename(item, new ItemNames(row.name(), partNumber)).replaceWith(true);
    }

    private Uni<Boolean> describe(ItemRow item, MasterRow row, Actor by) {
        Datasheet datasheet = row.datasheet();
        if (datasheet == null) {
            return Uni.createFrom().item(false);
        }
        String digest = Sha256.of(documents.write(datasheet));
        return datasheets.latest(item.id()).chain(latest -> {
            return latest != null && latest.sha256().equals(digest)
                    ? Uni.createFrom().item(false)
                    : register.state(item.id(), datasheet, by).replaceWith(true);
        });
    }

    private Uni<Boolean> proposal(ItemRow item, boolean propose, Actor by) {
        return !propose || item.datasheets() == 0 || register.inEffect(item) != null || register.proposal(item) != null
                ? Uni.createFrom().item(false)
                : proposals.propose(item.id(), ClassificationRequest.PLAIN, by).replaceWith(true);
    }

    private record Found(ItemRow item, boolean registered) {}
}

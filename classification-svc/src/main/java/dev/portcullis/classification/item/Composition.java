package dev.portcullis.classification.item;

import dev.portcullis.classification.controllist.ControlLists;
import dev.portcullis.classification.datasheet.Computer;
import dev.portcullis.classification.datasheet.Computer.Component;
import dev.portcullis.classification.datasheet.Datasheet;
import dev.portcullis.classification.datasheet.IntegratedCircuit;
import dev.portcullis.classification.datasheet.Relation;
import dev.portcullis.classification.datasheet.Software;
import dev.portcullis.classification.datasheet.Technology;
import dev.portcullis.contracts.ItemState;
import dev.portcullis.platform.problem.Problems;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Looks up what a datasheet names by item: components become the latest datasheet of their item, relations the classification in
 * effect. What has none yet stays unknown. Bounded in depth and number, and free of circles.
 */
@ApplicationScoped
public class Composition {
    private static final int MOST_LOOKUPS = 500;
    private static final int DEEPEST = 6;

    @Inject
    Items items;

    @Inject
    Datasheets datasheets;

    @Inject
    Documents documents;

    @Inject
    ControlLists lists;

    /**
     * Looks everything up. Needs a session.
     *
     * @param itemId the item that the datasheet is of; null for a what-if
     * @param pointer where the datasheet stands in the request
     */
    public Uni<Resolved> resolve(@Nullable String itemId, Datasheet datasheet, String pointer) {
        StatedFacts.check(datasheet, lists.rules(), pointer);
        Reading reading = new Reading();
        List<String> path = itemId == null ? List.of() : List.of(itemId);
        return resolve(datasheet, pointer, path, reading)
                .map(whole -> new Resolved(whole, List.copyOf(reading.inputs)));
    }

    private Uni<? extends Datasheet> resolve(Datasheet datasheet, String at, List<String> path, Reading reading) {
        if (datasheet instanceof Computer computer && computer.components() != null) {
            return computer(computer, at, path, reading);
        }
        if (datasheet instanceof Software software && software.speciallyDesignedFor() != null) {
            return relations(software.speciallyDesignedFor(), at + "/speciallyDesignedFor", reading)
                    .map(software::with);
        }
        if (datasheet instanceof Technology technology && technology.requiredFor() != null) {
            return relations(technology.requiredFor(), at + "/requiredFor", reading)
                    .map(technology::with);
        }
        return Uni.createFrom().item(datasheet);
    }

    private Uni<Computer> computer(Computer computer, String at, List<String> path, Reading reading) {
        List<Component> components = computer.components() == null ? List.of() : computer.components();
        List<Uni<Component>> each = new ArrayList<>();
        for (int i = 0; i < components.size(); i++) {
            each.add(component(components.get(i), at + "/components/" + i, path, reading));
        }
        return inTurn(each).map(computer::with);
    }

    private Uni<Component> component(Component component, String at, List<String> path, Reading reading) {
        String id = component.itemId();
        Computer written = component.computer();
        if (id == null) {
            return written == null
                    ? Uni.createFrom().item(component)
                    : computer(written, at + "/computer", path, reading).map(inner -> {
                        return new Component(component.name(), component.count(), null, inner, null, null);
                    });
        }
        if (path.contains(id)) {
            throw Problems.unprocessable(at + "/itemId", "names an item that contains this one");
        }
        if (path.size() >= DEEPEST) {
            throw Problems.unprocessable(at + "/itemId", "is nested too deep: name at most " + DEEPEST + " levels");
        }
        return item(id, at + "/itemId", reading)
                .chain(item -> datasheets.latest(id).chain(row -> {
                    reading.inputs.add(new Input(id, item.version, row == null ? null : row.number));
                    if (row == null) {
                        return Uni.createFrom()
                                .item(new Component(component.name(), component.count(), null, null, id, null));
                    }
                    List<String> deeper = new ArrayList<>(path);
                    deeper.add(id);
                    Datasheet found = documents.read(row.body, Datasheet.class);
                    if (!(found instanceof Computer || found instanceof IntegratedCircuit)) {
                        throw Problems.unprocessable(at + "/itemId", "names an item that is no commodity");
                    }
                    return resolve(found, at, deeper, reading).map(whole -> component.resolved(whole, row.number));
                }));
    }

    private Uni<List<Relation>> relations(List<Relation> relations, String at, Reading reading) {
        List<Uni<Relation>> each = new ArrayList<>();
        for (int i = 0; i < relations.size(); i++) {
            Relation relation = relations.get(i);
            String id = relation.itemId();
            each.add(
                    id == null
                            ? Uni.createFrom().item(relation)
                            : item(id, at + "/" + i + "/itemId", reading).map(item -> {
                                reading.inputs.add(new Input(id, item.version, null));
                                return relation.resolved(inEffect(item));
                            }));
        }
        return inTurn(each);
    }

    private @Nullable String inEffect(ItemRow item) {
        if (item.classification == null) {
            return null;
        }
        ItemState.Classification classification = documents.read(item.classification, ItemState.Classification.class);
        if (classification.status() != ItemState.Status.CLASSIFIED || classification.eccn() == null) {
            return null;
        }
        return classification.paragraph() == null
                ? classification.eccn().value()
                : classification.eccn().value() + "." + classification.paragraph();
    }

    private Uni<ItemRow> item(String id, String pointer, Reading reading) {
        return Uni.createFrom().deferred(() -> {
            reading.count(pointer);
            return items.findById(id)
                    .onItem()
                    .ifNull()
                    .failWith(() -> Problems.unprocessable(pointer, "names an item that does not exist"));
        });
    }

    /** One after the other: a database session serves one query at a time. */
    private static <T> Uni<List<T>> inTurn(List<Uni<T>> each) {
        return Multi.createFrom()
                .iterable(each)
                .onItem()
                .transformToUniAndConcatenate(uni -> uni)
                .collect()
                .asList();
    }

    private static final class Reading {
        private final List<Input> inputs = new ArrayList<>();
        private int lookups;

        void count(String pointer) {
            if (++lookups > MOST_LOOKUPS) {
                throw Problems.unprocessable(pointer, "is one item too many: at most " + MOST_LOOKUPS + " are read");
            }
        }
    }
}

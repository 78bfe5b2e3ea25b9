package dev.portcullis.classification.record;

import dev.portcullis.classification.approval.Standing;
import dev.portcullis.classification.approval.Standings;
import dev.portcullis.classification.controllist.ControlLists;
import dev.portcullis.classification.item.ItemRegister;
import dev.portcullis.classification.item.ItemRow;
import dev.portcullis.classification.item.Items;
import dev.portcullis.platform.problem.Problems;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** Puts the matrix of a product family together. It is small beside what it is made from, so it is made whole before it is sent. */
@ApplicationScoped
public class Matrix {
    private static final int MOST = 10_000;
    private static final int BATCH = 500;

    @Inject
    Items items;

    @Inject
    ItemRegister register;

    @Inject
    Standings standings;

    @Inject
    ControlLists lists;

    /** The matrix of the items whose part number begins so. */
    Uni<String> of(String partNumber) {
        StringBuilder out = new StringBuilder();
        print(out, MatrixRow.HEADER);
        return Panache.withSession(() -> items.family(partNumber, MOST + 1)
                        .invoke(family -> {
                            if (family.size() > MOST) {
                                throw Problems.badParameter(
                                        "partNumber", "is the beginning of more than " + MOST + ": name more of it");
                            }
                        })
                        .chain(family -> Multi.createFrom()
                                .range(0, (family.size() + BATCH - 1) / BATCH)
                                .onItem()
                                .transformToUniAndConcatenate(batch -> rows(
                                        out,
                                        family.subList(batch * BATCH, Math.min(family.size(), (batch + 1) * BATCH))))
                                .collect()
                                .last()))
                .replaceWith(out::toString);
    }

    private Uni<Void> rows(StringBuilder out, List<ItemRow> batch) {
        return standings
                .of(batch.stream().map(ItemRow::id).toList())
                .invoke(found -> batch.forEach(item -> print(out, row(item, found))))
                .replaceWithVoid();
    }

    private List<String> row(ItemRow item, Map<String, List<Standing>> found) {
        List<Standing> all = found.getOrDefault(item.id(), List.of());
        Standing standing = all.stream().filter(Standing::stands).findFirst().orElse(null);
        Standing awaiting =
                all.stream().filter(one -> !one.stands()).findFirst().orElse(null);
        return MatrixRow.of(
                register.view(item),
                standing,
                awaiting,
                (edition, eccn) -> lists.edition(edition).flatMap(list -> list.entry(eccn)));
    }

    private static void print(StringBuilder out, List<String> cells) {
        try (CSVPrinter printer = new CSVPrinter(out, CSVFormat.RFC4180)) {
            printer.printRecord(cells);
        } catch (IOException e) {
            throw new UncheckedIOException("a text in memory cannot be written", e);
        }
    }
}

package dev.portcullis.classification.mlflow;

import dev.portcullis.classification.approval.ClassificationRequest;
import dev.portcullis.classification.approval.Proposals;
import dev.portcullis.classification.approval.Standings;
import dev.portcullis.classification.item.Actor;
import dev.portcullis.classification.item.ItemRegister;
import dev.portcullis.classification.item.ItemView;
import dev.portcullis.classification.item.Items;
import dev.portcullis.classification.item.NewItem;
import dev.portcullis.classification.mlflow.Alarms.Changed;
import dev.portcullis.classification.mlflow.Sheets.Sheet;
import dev.portcullis.classification.mlflow.Versions.Claimed;
import dev.portcullis.contracts.ItemState;
import dev.portcullis.platform.transaction.Transactions;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Looks at versions, one after the other: makes the item and its proposal where there are none, then sees to it that the tags say where
 * its classification stands. Each step can be done twice; after a crash or a fault of the registry the version is looked at again.
 */
@ApplicationScoped
public class Looking {
    /** The proposer of what comes from the registry; somebody else has to approve. */
    static final Actor REGISTRY = new Actor("mlflow", "MLflow");

    private static final Logger LOG = Logger.getLogger(Looking.class);
    private static final int MOST = 500;
    private static final int LONGEST_NAME = 200;

    @Inject
    MlflowSettings settings;

    @Inject
    Transactions transactions;

    @Inject
    MlflowClient client;

    @Inject
    Versions versions;

    @Inject
    Alarms alarms;

    @Inject
    Sheets sheets;

    @Inject
    Items items;

    @Inject
    ItemRegister register;

    @Inject
    Proposals proposals;

    @Inject
    Standings standings;

    @Scheduled(every = "${portcullis.mlflow.every}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void work() {
        if (settings.url().isEmpty()) {
            return;
        }
        for (int i = 0; i < MOST; i++) {
            Claimed claimed = transactions.run(() -> versions.claim());
            if (claimed == null) {
                return;
            }
            try {
                look(claimed);
            } catch (RegistryFaultException e) {
                LOG.debugf("a model version is looked at later: the registry %s", e.getMessage());
                transactions.run(() -> versions.later(claimed.key(), "The registry " + e.getMessage() + "."));
            } catch (RuntimeException e) {
                LOG.warnf(e, "a model version is looked at later");
                transactions.run(() -> versions.later(claimed.key(), "A fault of this service, which its log tells."));
            }
        }
    }

    private void look(Claimed claimed) throws RegistryFaultException {
        Optional<ModelVersion> found = client.version(claimed.key());
        if (found.isEmpty()) {
            transactions.run(() -> versions.gone(claimed));
            return;
        }
        ModelVersion version = found.get();
        if (!version.ready()) {
            transactions.run(() -> versions.later(claimed.key(), "The registry is not done with this version."));
            return;
        }
        String runId = version.runId();
        Facts facts = Facts.of(version, runId == null ? Map.of() : client.run(runId));
        String itemId = claimed.itemId();
        if (itemId == null || !facts.digest().equals(claimed.facts())) {
            Sheet sheet = sheets.of(facts);
            itemId = transactions.run(() -> describe(claimed, facts, sheet));
        }
        tags(claimed, version, Objects.requireNonNull(itemId));
    }

    /** Makes the item with its proposal, or states a new datasheet of it, which has the classification followed. */
    private Uni<String> describe(Claimed claimed, Facts facts, Sheet sheet) {
        VersionKey key = claimed.key();
        String known = claimed.itemId();
        Uni<String> item = known != null
                ? register.state(known, sheet.datasheet(), REGISTRY).replaceWith(known)
                : register.register(item(key))
                        .chain(made -> register.state(made.id(), sheet.datasheet(), REGISTRY)
                                .chain(() -> proposals.propose(made.id(), ClassificationRequest.PLAIN, REGISTRY))
                                .replaceWith(made.id()));
        return item.call(id -> versions.made(key, id, facts.digest(), sheet.fault()));
    }

    private static NewItem item(VersionKey key) {
        String name = key.name() + " version " + key.version();
        String part = "mlflow:" + key;
        return new NewItem(
                name.length() <= LONGEST_NAME ? name : name.substring(name.length() - LONGEST_NAME),
                part.length() <= 100 ? part : null,
                ItemState.Form.MODEL_WEIGHTS);
    }

    private void tags(Claimed claimed, ModelVersion version, String itemId) throws RegistryFaultException {
        Shown shown = transactions.run(() -> shown(itemId));
        ExportTags written = claimed.written();
        if (written != null) {
            for (Changed changed : Alarms.changed(written, shown.tags(), version.tags())) {
                transactions.run(() -> alarms.raise(claimed.key(), changed));
            }
        }
        for (Map.Entry<String, String> tag : shown.tags().byName().entrySet()) {
            if (!tag.getValue().equals(version.tags().get(tag.getKey()))) {
                client.setTag(claimed.key(), tag.getKey(), tag.getValue());
            }
        }
        transactions.run(() -> versions.done(claimed, shown.itemVersion(), shown.tags()));
    }

    private Uni<Shown> shown(String itemId) {
        return items.require(itemId)
                .chain(row -> standings.of(List.of(itemId)).map(all -> {
                    ItemView item = register.view(row);
                    String place = settings.publicUrl().orElse("").replaceAll("/+$", "") + "/v1/items/" + itemId;
                    return new Shown(
                            item.version(),
                            ExportTags.of(all.getOrDefault(itemId, List.of()), item.classification(), place));
                }));
    }

    private record Shown(long itemVersion, ExportTags tags) {}
}

package dev.portcullis.local.mainjob;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.portcullis.local.stack.Service;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The screener: imports the Consolidated Screening List and registers counterparties. */
final class Screener {
    private final Api screening;
    private final String list;

    /** @param file a whole list; the excerpt that ships with the project where absent */
    Screener(Accounts accounts, @Nullable Path file) {
        this.screening = accounts.user("screener", Service.SCREENING);
        try {
            this.list = file == null ? Resources.text("screening-list.csv") : Files.readString(file);
        } catch (IOException e) {
            throw new MainJobFailedException("Cannot read " + file, e);
        }
    }

    void importList() {
        importCsv(list);
    }

    /** The next edition of the same list, with one entry more. */
    void importListWith(String entry) {
        importCsv(list.endsWith("\n") ? list + entry : list + "\n" + entry);
    }

    void registerParties(Cast cast) {
        for (JsonNode entry : Resources.json("parties.json")) {
            ObjectNode party = entry.deepCopy();
            String key = party.remove("key").asText();
            String id =
                    screening.post("/v1/parties", party).json().required("id").asText();
            cast.add("party", key, id, party.required("name").asText());
        }
    }

    private void importCsv(String csv) {
        screening.post("/v1/lists/consolidated/imports", "text/csv", csv);
    }
}

package dev.portcullis.local.mainjob;

import com.fasterxml.jackson.databind.JsonNode;
import dev.portcullis.local.stack.Service;

/** The compliance officer, who records the letters of BIS, and the license manager, who records licenses. */
final class LicenseManager {
    private final Api officer;
    private final Api manager;

    LicenseManager(Accounts accounts) {
        this.officer = accounts.user("officer", Service.LICENSING);
        this.manager = accounts.user("license-manager", Service.LICENSING);
    }

    void recordLetters(Cast cast) {
        for (JsonNode letter : Resources.json("holds.json")) {
            officer.post("/v1/holds", "application/json", cast.resolve(letter.toString()));
        }
    }

    void recordLicense(Cast cast) {
        manager.post("/v1/licenses", "application/json", cast.resolve(Resources.text("license.json")));
    }
}

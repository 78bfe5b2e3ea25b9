package dev.portcullis.licensing.dossier;

import com.fasterxml.jackson.databind.JsonNode;
import dev.portcullis.licensing.form.FormFiles;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The codes by which the Automated Export System knows an authority. */
public final class LicenseCodes {
    private final Map<String, String> codes = new HashMap<>();

    private LicenseCodes() {
        for (JsonNode node : FormFiles.tree("license-codes.json").path("codes")) {
            codes.put(FormFiles.text(node, "authority"), FormFiles.text(node, "code"));
        }
    }

    public static LicenseCodes shipped() {
        return new LicenseCodes();
    }

    /**
     * The code of an authority; null where it is not known, and then a person is asked.
     *
     * @param kind {@code LICENSE}, {@code EXCEPTION} or {@code NLR}
     * @param antiTerrorismOnly whether the item is controlled for AT alone or not at all; null where that is not known
     */
    public @Nullable String of(String kind, String authority, @Nullable Boolean antiTerrorismOnly) {
        return switch (kind) {
            case "LICENSE" -> codes.get("LICENSE");
            case "NLR" -> antiTerrorismOnly == null ? null : codes.get(antiTerrorismOnly ? "NLR" : "NLR_OTHER");
            default -> codes.get(authority);
        };
    }

    /** Whether a symbol is a license exception or another authorization that is no license. */
    public boolean isException(String authority) {
        return codes.containsKey(authority) && !authority.startsWith("NLR") && !authority.equals("LICENSE");
    }
}

package dev.portcullis.licensing.regulation;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.regex.Pattern;

/** Reads what is subject to the EAR, and what is an export. */
final class JurisdictionFile {
    private JurisdictionFile() {}

    static Jurisdiction read(JsonNode file) {
        JsonNode deMinimis = file.path("deMinimis");
        JsonNode transit = file.path("transit");
        JsonNode access = file.path("access");
        return new Jurisdiction(
                LawFiles.each(file, "exclusions", JurisdictionFile::exclusion),
                new Jurisdiction.DeMinimis(
                        LawFiles.text(deMinimis, "citation"),
                        LawFiles.each(deMinimis, "limits", JurisdictionFile::limit),
                        LawFiles.forms(deMinimis, "reportForms"),
                        LawFiles.text(deMinimis, "reportQuestion"),
                        LawFiles.each(deMinimis, "zeroContent", JurisdictionFile::zeroContent)),
                LawFiles.each(file, "directProducts", JurisdictionFile::directProduct),
                LawFiles.countries(transit, "countries"),
                LawFiles.text(transit, "citation"),
                new Jurisdiction.Access(
                        LawFiles.text(access, "citation"),
                        LawFiles.scope(access.path("asks")),
                        LawFiles.text(access, "question")));
    }

    private static Jurisdiction.Exclusion exclusion(JsonNode node) {
        return new Jurisdiction.Exclusion(
                LawFiles.text(node, "id"),
                LawFiles.text(node, "authority"),
                LawFiles.text(node, "citation"),
                LawFiles.forms(node, "forms"),
                LawFiles.activities(node),
                LawFiles.texts(node, "means"),
                LawFiles.scope(node.path("to")),
                LawFiles.text(node, "what"),
                ExceptionFiles.requirements(node));
    }

    private static Jurisdiction.Limit limit(JsonNode node) {
        return new Jurisdiction.Limit(
                LawFiles.scope(node.path("to")), node.path("percent").decimalValue(), LawFiles.text(node, "citation"));
    }

    private static Jurisdiction.ZeroContent zeroContent(JsonNode node) {
        return new Jurisdiction.ZeroContent(
                Pattern.compile(LawFiles.text(node, "entries")),
                LawFiles.scope(node.path("to")),
                LawFiles.text(node, "citation"));
    }

    private static Jurisdiction.DirectProduct directProduct(JsonNode node) {
        return new Jurisdiction.DirectProduct(
                LawFiles.text(node, "fact"),
                LawFiles.text(node, "citation"),
                LawFiles.scope(node.path("to")),
                LawFiles.forms(node, "forms"),
                LawFiles.text(node, "question"));
    }
}

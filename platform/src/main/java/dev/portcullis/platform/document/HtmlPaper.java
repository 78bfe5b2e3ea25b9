package dev.portcullis.platform.document;

import dev.portcullis.platform.digest.Sha256;
import dev.portcullis.platform.document.Part.Fact;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;

/**
 * Sets a document as one HTML page: no script, no image, nothing that is fetched. Landmarks, headings in their order, captions and
 * scopes of tables are there for those who hear it; a print style sets it on paper.
 */
public final class HtmlPaper {
    private static final String STYLE = """
            :root{color-scheme:light}
            body{font:16px/1.5 system-ui,sans-serif;color:#14171c;background:#fff;margin:0 auto;max-width:64rem;padding:1.5rem}
            h1{font-size:1.6rem;color:#1a4787;margin:0}
            h2{font-size:1.2rem;color:#1a4787;border-bottom:2px solid #1a4787;margin:2rem 0 .75rem;break-after:avoid}
            .basis,footer{color:#4f545b;font-size:.875rem}
            .headline{background:#f1f2f5;padding:.75rem 1rem;font-weight:600;border-left:.4rem solid}
            .OPEN{border-color:#1a4787}.WAITS{border-color:#8a5800}.SHUT{border-color:#a3241c}
            .mark{float:right;margin-left:1rem}
            dl{display:grid;grid-template-columns:minmax(10rem,28%) 1fr;margin:0}
            dt,dd{margin:0;padding:.25rem .5rem;border-bottom:1px solid #ccd1d6;overflow-wrap:anywhere}
            dt{color:#4f545b}
            table{border-collapse:collapse;width:100%;font-size:.9375rem}
            caption{text-align:left;color:#4f545b;padding:.25rem 0}
            th{background:#f1f2f5}
            th,td{text-align:left;vertical-align:top;padding:.375rem .5rem;border-bottom:1px solid #ccd1d6;overflow-wrap:anywhere}
            code,pre{font:.8125rem/1.4 ui-monospace,monospace;overflow-wrap:anywhere;white-space:pre-wrap}
            blockquote{margin:1rem 0;padding:.5rem 1rem;border-left:.25rem solid #4f545b}
            .sign{margin-top:3rem;border-top:1px solid #14171c;max-width:30rem;color:#4f545b}
            @media print{body{font-size:10pt;max-width:none;padding:0}tr,dt,dd,.sign{break-inside:avoid}thead{display:table-header-group}}
            """;

    /**
     * The Content-Security-Policy under which a page is sent: this one style and nothing else, not even in a frame. A page that should
     * hold markup after all could load, run and send nothing.
     */
    public static final String POLICY = "default-src 'none'; style-src 'sha256-" + digestOfStyle()
            + "'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private HtmlPaper() {}

    /** The page. */
    public static String of(Paper paper) {
        StringBuilder html = new StringBuilder("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
                + "<meta name=\"viewport\" content=\"width=device-width\">\n<title>");
        html.append(HtmlText.of(paper.title() + ": " + paper.reference()))
                .append("</title>\n<style>")
                .append(STYLE)
                .append("</style>\n</head>\n<body>\n<header>\n<h1>")
                .append(HtmlText.of(paper.title()))
                .append("</h1>\n<p class=\"basis\">")
                .append(HtmlText.of(paper.basis()))
                .append("</p>\n</header>\n<main>\n<p class=\"headline ")
                .append(paper.tone().name())
                .append("\" dir=\"auto\"><span class=\"mark\">")
                .append(HtmlText.of(paper.mark()))
                .append("</span>")
                .append(HtmlText.of(paper.headline()))
                .append("</p>\n");
        paper.parts().forEach(part -> set(html, part));
        html.append("</main>\n<footer><p>")
                .append(HtmlText.of("Issued " + Words.time(paper.issuedAt()) + " · " + paper.reference()))
                .append("</p></footer>\n</body>\n</html>\n");
        return html.toString();
    }

    private static void set(StringBuilder html, Part part) {
        if (part instanceof Part.Heading heading) {
            element(html, "h2", heading.text());
        } else if (part instanceof Part.Text text) {
            element(html, "p", text.text());
        } else if (part instanceof Part.Quote quote) {
            element(html, "blockquote", quote.text());
        } else if (part instanceof Part.Code code) {
            element(html, "pre", code.text());
        } else if (part instanceof Part.Items items) {
            html.append("<ul>\n");
            items.items().forEach(item -> element(html, "li", item));
            html.append("</ul>\n");
        } else if (part instanceof Part.Facts facts) {
            facts(html, facts.facts());
        } else if (part instanceof Part.Table table) {
            table(html, table);
        } else if (part instanceof Part.Signature signature) {
            signature
                    .labels()
                    .forEach(label -> html.append("<p class=\"sign\">")
                            .append(HtmlText.of(label))
                            .append("</p>\n"));
        }
    }

    private static void facts(StringBuilder html, List<Fact> facts) {
        if (facts.isEmpty()) {
            return;
        }
        html.append("<dl>\n");
        for (Fact fact : facts) {
            element(html, "dt", fact.label());
            if (fact.exact()) {
                html.append("<dd><code>").append(HtmlText.of(fact.value())).append("</code></dd>\n");
            } else {
                element(html, "dd", fact.value());
            }
        }
        html.append("</dl>\n");
    }

    private static void table(StringBuilder html, Part.Table table) {
        html.append("<table>\n");
        element(html, "caption", table.caption());
        html.append("<thead><tr>");
        table.titles()
                .forEach(title -> html.append("<th scope=\"col\">")
                        .append(HtmlText.of(title))
                        .append("</th>"));
        html.append("</tr></thead>\n<tbody>\n");
        for (List<String> row : table.rows()) {
            html.append("<tr>");
            row.forEach(cell ->
                    html.append("<td dir=\"auto\">").append(HtmlText.of(cell)).append("</td>"));
            html.append("</tr>\n");
        }
        html.append("</tbody>\n</table>\n");
    }

    private static void element(StringBuilder html, String name, String text) {
        html.append('<')
                .append(name)
                .append(" dir=\"auto\">")
                .append(HtmlText.of(text))
                .append("</")
                .append(name)
                .append(">\n");
    }

    private static String digestOfStyle() {
        MessageDigest digest = Sha256.start();
        return Base64.getEncoder().encodeToString(digest.digest(STYLE.getBytes(StandardCharsets.UTF_8)));
    }
}

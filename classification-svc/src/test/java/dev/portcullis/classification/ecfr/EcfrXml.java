package dev.portcullis.classification.ecfr;

import dev.portcullis.classification.controllist.ControlListEntry;
import dev.portcullis.classification.controllist.ControlListEntry.Control;
import java.util.List;

/** Writes entries in the shape of the eCFR's XML, to be read again. */
public final class EcfrXml {
    private EcfrXml() {}

    public static String of(List<ControlListEntry> entries) {
        StringBuilder xml =
                new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<DIV5 N=\"774\" TYPE=\"PART\">"
                        + "<HEAD>PART 774—THE COMMERCE CONTROL LIST</HEAD><DIV8 N=\"§ 774.1\" TYPE=\"SECTION\"><P>Introduction.</P></DIV8>\n"
                        + "<DIV9 N=\"Supplement No. 1 to Part 774\" TYPE=\"APPENDIX\"><HEAD>The Commerce Control List</HEAD>\n"
                        + "<HD1>Category 0—Nuclear Materials</HD1>\n");
        entries.forEach(entry -> entry(entry, xml));
        return xml.append("</DIV9><DIV9 N=\"Supplement No. 2 to Part 774\" TYPE=\"APPENDIX\">"
                        + "<FP-2><B>9Z999 Not of this supplement.</B></FP-2></DIV9></DIV5>\n")
                .toString();
    }

    private static void entry(ControlListEntry entry, StringBuilder xml) {
        xml.append("<FP-2><B>")
                .append(entry.eccn())
                .append(' ')
                .append(text(entry.heading()))
                .append("</B></FP-2>\n");
        xml.append("<HD1>License Requirements</HD1>\n");
        if (!entry.reasonsForControl().isEmpty()) {
            line("FP-1", "<I>Reason for Control:</I> " + String.join(", ", entry.reasonsForControl()), xml);
        }
        if (!entry.controls().isEmpty()) {
            xml.append(
                    "<DIV class=\"table\"><TABLE><THEAD><TR><TH>Control(s)</TH><TH>Country chart (see Supp. No. 1 to part 738)"
                            + "</TH></TR></THEAD><TBODY>");
            for (Control control : entry.controls()) {
                String what = control.reason() == null || control.appliesTo().startsWith(control.reason())
                        ? control.appliesTo()
                        : control.reason() + " applies to " + control.appliesTo();
                String rule = control.prose() == null ? String.join(" ", control.columns()) : control.prose();
                xml.append("<TR><TD>")
                        .append(text(what))
                        .append("</TD><TD>")
                        .append(text(rule))
                        .append("</TD></TR>");
            }
            xml.append("</TBODY></TABLE></DIV>\n");
        }
        xml.append(
                "<HD1>List Based License Exceptions (See Part 740 for a Description of All License Exceptions)</HD1>\n");
        entry.exceptions()
                .forEach(exception -> line("FP-1", "<I>" + exception.code() + ":</I> " + text(exception.terms()), xml));
        xml.append("<HD1>List of Items Controlled</HD1>\n");
        if (entry.relatedControls() != null) {
            line("FP-1", "<I>Related Controls:</I> " + text(entry.relatedControls()), xml);
        }
        entry.paragraphs()
                .forEach(paragraph -> line(
                        "P",
                        (paragraph.label() == null ? "" : paragraph.label() + ". ") + text(paragraph.text()),
                        xml));
    }

    private static void line(String element, String content, StringBuilder xml) {
        xml.append('<')
                .append(element)
                .append('>')
                .append(content)
                .append("</")
                .append(element)
                .append(">\n");
    }

    private static String text(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}

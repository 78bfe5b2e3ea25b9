package dev.portcullis.classification.ecfr;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.MissingResourceException;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads the entries of 15 CFR Part 774, Supplement No. 1, from the XML that the eCFR's versioner gives for Part 774 or all of Title 15:
 * {@code DIV9 TYPE="APPENDIX"} with {@code FP-2} headings of entries, {@code FP-1} and {@code P} lines, {@code HD1} section headings and
 * {@code TABLE}s.
 *
 * <p>The text comes from outside. Document types and entities are refused; bytes, depth, names, letters and entries are bounded; nothing is
 * fetched. A text that ends too early is refused, since only a whole document is well-formed.
 */
public final class EcfrReader {
    private static final String SUPPLEMENT = "Supplement No. 1 to Part 774";

    private final Limits limits;

    /**
     * What a text may take.
     *
     * @param bytes its size
     * @param depth elements within each other
     * @param name letters of a name
     * @param letters letters of all lines of the supplement together
     * @param lines lines and rows of one entry
     * @param entries entries
     */
    public record Limits(long bytes, int depth, int name, int letters, int lines, int entries) {
        /** Ten times what the edition of 2026 takes, or more. */
        public static final Limits DEFAULT = new Limits(64L << 20, 64, 100, 32 << 20, 20_000, 5_000);
    }

    public EcfrReader(Limits limits) {
        this.limits = limits;
    }

    /**
     * Reads a text to its end.
     *
     * @return the entries in their order
     * @throws UnreadableTextException where it is no such text or beyond a limit
     * @throws IOException where the stream breaks off
     */
    public List<EntryText> read(InputStream in) throws IOException {
        Bounded bounded = new Bounded(in, limits.bytes());
        try {
            XMLStreamReader xml = factory().createXMLStreamReader(bounded);
            try {
                return read(xml);
            } finally {
                xml.close();
            }
        } catch (XMLStreamException e) {
            if (bounded.exceeded) {
                throw new UnreadableTextException("it has more than " + limits.bytes() + " bytes");
            }
            if (bounded.failure != null) {
                throw bounded.failure;
            }
            throw new UnreadableTextException("it is no well-formed XML, or ends too early: line "
                    + (e.getLocation() == null ? "unknown" : e.getLocation().getLineNumber()));
        } catch (MissingResourceException | IllegalArgumentException e) {
            throw new UnreadableTextException("it is no well-formed XML");
        }
    }

    private List<EntryText> read(XMLStreamReader xml) throws XMLStreamException {
        Supplement supplement = new Supplement(limits);
        boolean found = false;
        int depth = 0;
        int inside = 0;
        while (xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamConstants.DTD,
                        XMLStreamConstants.ENTITY_REFERENCE,
                        XMLStreamConstants.ENTITY_DECLARATION ->
                    throw new UnreadableTextException("it has a document type or an entity, which the eCFR never has");
                case XMLStreamConstants.START_ELEMENT -> {
                    depth++;
                    check(xml, depth);
                    if (inside > 0) {
                        supplement.start(xml.getLocalName());
                    } else if (isSupplement(xml)) {
                        if (found) {
                            throw new UnreadableTextException("it has the supplement twice");
                        }
                        found = true;
                        inside = depth;
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    if (inside == depth) {
                        inside = 0;
                    } else if (inside > 0) {
                        supplement.end(xml.getLocalName());
                    }
                    depth--;
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                    if (inside > 0) {
                        supplement.text(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
                    }
                }
                default -> {
                    // Comments and instructions say nothing.
                }
            }
        }
        if (!found) {
            throw new UnreadableTextException("it does not hold " + SUPPLEMENT);
        }
        return supplement.entries();
    }

    private void check(XMLStreamReader xml, int depth) {
        if (depth > limits.depth()) {
            throw new UnreadableTextException("its elements stand more than " + limits.depth() + " deep");
        }
        if (xml.getLocalName().length() > limits.name()) {
            throw new UnreadableTextException("a name has more than " + limits.name() + " letters");
        }
    }

    private static boolean isSupplement(XMLStreamReader xml) {
        String number = xml.getAttributeValue(null, "N");
        return xml.getLocalName().equals("DIV9")
                && number != null
                && number.trim().equalsIgnoreCase(SUPPLEMENT);
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("nothing is fetched");
        });
        return factory;
    }

    /** Ends with an error where more bytes come than may, and remembers whether the stream itself failed. */
    private static final class Bounded extends FilterInputStream {
        private long left;
        private boolean exceeded;
        private @org.jspecify.annotations.Nullable IOException failure;

        Bounded(InputStream in, long limit) {
            super(in);
            left = limit;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] buffer, int from, int length) throws IOException {
            int got;
            try {
                got = super.read(buffer, from, length);
            } catch (IOException e) {
                failure = e;
                throw e;
            }
            left -= Math.max(0, got);
            if (left < 0) {
                exceeded = true;
                throw new IOException("too many bytes");
            }
            return got;
        }
    }
}

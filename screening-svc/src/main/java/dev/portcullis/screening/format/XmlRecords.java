package dev.portcullis.screening.format;

import dev.portcullis.screening.list.UnreadableListException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Reads an XML file record by record. Document types and entities are refused, nothing is fetched; bytes, depth, texts, tags and what one
 * record holds are bounded. A file that ends too early is refused as a whole, since only a whole document is well-formed.
 */
final class XmlRecords {
    private static final int DEEPEST = 64;
    private static final int LONGEST_NAME = 200;
    private static final int HEAD = 256;
    private static final Pattern ENCODING = Pattern.compile("^<\\?xml[^>]*?encoding\\s*=\\s*[\"']([^\"']+)[\"']");

    private final Limits limits;
    private final String list;
    private final Predicate<String> isRoot;
    private final Predicate<String> isRecord;

    /**
     * A kind of file.
     *
     * @param list the publisher's name for it, for messages
     * @param isRoot whether a name may be that of its outermost element
     * @param isRecord which elements are records, by their names; records within a record are part of it
     */
    XmlRecords(Limits limits, String list, Predicate<String> isRoot, Predicate<String> isRecord) {
        this.limits = limits;
        this.list = list;
        this.isRoot = isRoot;
        this.isRecord = isRecord;
    }

    /** What is done with a file. */
    interface Visitor {
        /** The outermost element, with its attributes only. */
        default void root(XmlElement element) {}

        /** A record; rows count from one. */
        void record(long row, XmlElement element);
    }

    /**
     * Reads a file to its end.
     *
     * @param repair whether bytes that are no UTF-8 are read as Windows-1252 in a file that declares UTF-8, instead of refusing it
     * @return how many were
     */
    long read(InputStream file, boolean repair, Visitor visitor) throws IOException {
        BufferedInputStream in = new BufferedInputStream(new BoundedStream(file, limits.bytes()), 1 << 16);
        Reader text = null;
        try {
            text = decoded(in, repair);
            XMLStreamReader xml = factory().createXMLStreamReader(new MarkupGuard(text, limits.fieldCharacters()));
            try {
                read(xml, visitor);
            } finally {
                xml.close();
            }
            return text instanceof Utf8Reader utf8 ? utf8.repaired() : 0;
        } catch (XMLStreamException e) {
            throw unreadable(e);
        } catch (CharacterCodingException e) {
            throw new UnreadableListException("the file is not in the encoding that it declares");
        } catch (MarkupGuard.TooLongException | BoundedStream.TooManyBytesException e) {
            throw new UnreadableListException(String.valueOf(e.getMessage()));
        } catch (MissingResourceException e) {
            // Thrown by the parser in place of a message of its own, where that is not in the executable.
            throw new UnreadableListException("the file is no well-formed XML");
        }
    }

    private void read(XMLStreamReader xml, Visitor visitor) throws XMLStreamException {
        int depth = 0;
        long row = 0;
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                depth++;
                check(xml, depth);
                if (depth == 1) {
                    if (!isRoot.test(xml.getLocalName())) {
                        throw new UnreadableListException("the file is not " + list);
                    }
                    visitor.root(element(xml));
                } else if (isRecord.test(xml.getLocalName())) {
                    row++;
                    if (row > limits.rows()) {
                        throw new UnreadableListException("the file has more than " + limits.rows() + " records");
                    }
                    visitor.record(row, record(xml, depth));
                    depth--;
                }
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
            } else {
                refuseEntities(event);
            }
        }
    }

    /** The element at whose start the parser stands; it then stands at its end. */
    private XmlElement record(XMLStreamReader xml, int depth) throws XMLStreamException {
        XmlElement record = element(xml);
        ArrayDeque<XmlElement> open = new ArrayDeque<>();
        open.push(record);
        int nodes = 1;
        while (!open.isEmpty()) {
            int event = xml.next();
            XmlElement within = open.peek();
            if (event == XMLStreamConstants.START_ELEMENT) {
                check(xml, depth + open.size());
                open.push(within.add(element(xml)));
                nodes++;
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                open.pop();
            } else if (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA) {
                within.append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
                nodes++;
                if (within.textLength() > limits.fieldCharacters()) {
                    throw new UnreadableListException(
                            "a text of the file is longer than " + limits.fieldCharacters() + " characters");
                }
            } else {
                refuseEntities(event);
            }
            if (nodes > limits.nodes()) {
                throw new UnreadableListException("a record of the file has more than " + limits.nodes() + " parts");
            }
        }
        return record;
    }

    private static void refuseEntities(int event) {
        if (event == XMLStreamConstants.DTD
                || event == XMLStreamConstants.ENTITY_REFERENCE
                || event == XMLStreamConstants.ENTITY_DECLARATION) {
            throw new UnreadableListException("the file has a document type or an entity, which no list has");
        }
    }

    private static XmlElement element(XMLStreamReader xml) {
        XmlElement element = new XmlElement(xml.getLocalName());
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            element.put(xml.getAttributeLocalName(i), xml.getAttributeValue(i));
        }
        return element;
    }

    private static void check(XMLStreamReader xml, int depth) {
        if (depth > DEEPEST) {
            throw new UnreadableListException("the file's elements stand more than " + DEEPEST + " deep");
        }
        if (xml.getLocalName().length() > LONGEST_NAME) {
            throw new UnreadableListException("a name in the file has more than " + LONGEST_NAME + " letters");
        }
    }

    /** Decodes what the file declares. Publishers write UTF-8 or a subset of Windows-1252; anything else is refused. */
    private static Reader decoded(BufferedInputStream in, boolean repair) throws IOException {
        in.mark(HEAD);
        byte[] head = in.readNBytes(HEAD);
        in.reset();
        String start = new String(head, StandardCharsets.ISO_8859_1);
        Matcher declared = ENCODING.matcher(start.startsWith("\u00EF\u00BB\u00BF") ? start.substring(3) : start);
        String encoding = declared.find() ? declared.group(1).toLowerCase(Locale.ROOT) : "utf-8";
        return switch (encoding) {
            case "utf-8", "utf8", "us-ascii", "ascii" -> new Utf8Reader(in, repair);
            case "iso-8859-1", "latin1", "windows-1252" ->
                new InputStreamReader(
                        in,
                        Charset.forName("windows-1252")
                                .newDecoder()
                                .onMalformedInput(CodingErrorAction.REPLACE)
                                .onUnmappableCharacter(CodingErrorAction.REPLACE));
            default -> throw new UnreadableListException("the file is not in UTF-8");
        };
    }

    private static UnreadableListException unreadable(XMLStreamException e) throws IOException {
        IOException failure = failure(e);
        if (failure instanceof CharacterCodingException) {
            return new UnreadableListException("the file is not in the encoding that it declares");
        }
        if (failure instanceof MarkupGuard.TooLongException || failure instanceof BoundedStream.TooManyBytesException) {
            return new UnreadableListException(String.valueOf(failure.getMessage()));
        }
        if (failure != null) {
            throw failure;
        }
        return new UnreadableListException("the file is no well-formed XML, or breaks off before its end: line "
                + (e.getLocation() == null ? "unknown" : e.getLocation().getLineNumber()));
    }

    private static @Nullable IOException failure(XMLStreamException e) {
        Throwable cause = e.getNestedException() == null ? e.getCause() : e.getNestedException();
        return cause instanceof IOException failure ? failure : null;
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
}

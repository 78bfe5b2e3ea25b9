package dev.portcullis.screening.format;

import dev.portcullis.screening.list.ListFile;
import dev.portcullis.screening.list.ListedParty;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Excerpts of the official formats, and the folder of whole lists where it is at hand. */
final class Files {
    private Files() {}

    /** An excerpt by its name under {@code lists/}. */
    static byte[] excerpt(String name) {
        try (InputStream in = Objects.requireNonNull(Files.class.getResourceAsStream("/lists/" + name))) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The excerpt of OFAC's legacy files as one edition. */
    static byte[] legacy() {
        Map<String, byte[]> files = new TreeMap<>();
        for (String name : List.of("sdn", "alt", "add", "sdn_comments")) {
            files.put(name + ".csv", excerpt("ofac-legacy/" + name + ".csv"));
        }
        return zip(files);
    }

    static byte[] zip(Map<String, byte[]> files) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** An excerpt of each format. */
    static byte[] excerpt(ListFormat format) {
        return switch (format) {
            case CSL_CSV -> excerpt("csl.csv");
            case CSL_JSON -> excerpt("csl.json");
            case OFAC_SDN_LEGACY -> legacy();
            case OFAC_CONSOLIDATED_LEGACY ->
                zip(Map.of(
                        "CONS_PRIM.CSV", excerpt("ofac-legacy/sdn.csv"),
                        "CONS_ALT.CSV", excerpt("ofac-legacy/alt.csv"),
                        "CONS_ADD.CSV", excerpt("ofac-legacy/add.csv")));
            case OFAC_SDN_XML, OFAC_CONSOLIDATED_XML -> excerpt("ofac-consolidated.xml");
            case OFAC_SDN_ADVANCED, OFAC_CONSOLIDATED_ADVANCED -> excerpt("ofac-advanced.xml");
            case BIS_DENIED_PERSONS -> excerpt("denied-persons.txt");
            case BIS_PART_744 -> excerpt("part-744.xml");
            case EU_CSV -> excerpt("eu.csv");
            case EU_XML -> excerpt("eu.xml");
            case UN_XML -> excerpt("un.xml");
            case UK_CSV -> excerpt("uk.csv");
            case UK_XML -> excerpt("uk.xml");
            case FOLLOW_THE_MONEY -> excerpt("opensanctions.ftm.json");
            case COMPANY_DENY_CSV -> excerpt("company-deny.csv");
            case COMPANY_INFORMED_CSV -> excerpt("company-informed.csv");
            case COMPANY_ENTRIES_CSV -> excerpt("company-entries.csv");
        };
    }

    static ListFile read(ListFormat format, byte[] file) {
        return read(format, file, Limits.DEFAULT);
    }

    static ListFile read(ListFormat format, byte[] file, Limits limits) {
        try {
            return format.reader(limits).read(new ByteArrayInputStream(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static ListFile read(ListFormat format) {
        return read(format, excerpt(format));
    }

    static ListedParty entry(ListFile file, String name) {
        return file.entries().stream()
                .filter(entry -> entry.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no entry " + name + " among "
                        + file.entries().stream().map(ListedParty::name).toList()));
    }

    /** A whole list, in a folder of reference data beside the project or above it. */
    static Optional<Path> whole(String name) {
        Path folder = Path.of("").toAbsolutePath();
        while (folder != null) {
            Path file = folder.resolve("shared/data/screening/" + name);
            if (java.nio.file.Files.isReadable(file)) {
                return Optional.of(file);
            }
            folder = folder.getParent();
        }
        return Optional.empty();
    }
}

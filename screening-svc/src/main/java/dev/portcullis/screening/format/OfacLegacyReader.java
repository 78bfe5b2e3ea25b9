package dev.portcullis.screening.format;

import dev.portcullis.screening.list.ListFile;
import dev.portcullis.screening.list.UnreadableListException;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;

/**
 * Reads the legacy files of the Office of Foreign Assets Control. One edition is one ZIP file of {@code SDN.CSV}, {@code ADD.CSV},
 * {@code ALT.CSV} and {@code SDN_COMMENTS.CSV}, or of {@code CONS_PRIM.CSV}, {@code CONS_ADD.CSV}, {@code CONS_ALT.CSV} and
 * {@code CONS_COMMENTS.CSV}, in any order and in capitals or small letters; comments may be left out. They must be of one edition: a row of
 * addresses or alternates for a party that is not among the names is quarantined.
 */
public final class OfacLegacyReader implements ListReader {
    private static final int FILES = 16;

    private final Limits limits;
    private final boolean consolidated;

    /**
     * A reader.
     *
     * @param consolidated whether it is the files of the lists that are not the SDN list
     */
    public OfacLegacyReader(Limits limits, boolean consolidated) {
        this.limits = limits;
        this.consolidated = consolidated;
    }

    @Override
    public ListFile read(InputStream file) throws IOException {
        OfacLegacyParts parts = new OfacLegacyParts(limits, consolidated);
        Set<OfacLegacyParts.Part> read = EnumSet.noneOf(OfacLegacyParts.Part.class);
        try {
            // Not closed: closing it would close the caller's stream. The second bound is on what is unpacked: a small
            // file can hold much.
            ZipInputStream zip = new ZipInputStream(new BoundedStream(file, limits.bytes()));
            BoundedStream unpacked = new BoundedStream(zip, limits.bytes());
            ZipEntry entry = zip.getNextEntry();
            for (int files = 1; entry != null; files++) {
                if (files > FILES) {
                    throw new UnreadableListException("the ZIP file has more than " + FILES + " files");
                }
                OfacLegacyParts.Part part = OfacLegacyParts.Part.of(entry.getName(), consolidated);
                if (part != null) {
                    if (!read.add(part)) {
                        throw new UnreadableListException("the ZIP file has the file of " + part.what() + " twice");
                    }
                    parts.read(part, unpacked);
                }
                // What is left of it, and of files that are none of the list's, is unpacked within the same bound.
                unpacked.transferTo(OutputStream.nullOutputStream());
                entry = zip.getNextEntry();
            }
        } catch (ZipException | IllegalArgumentException e) {
            throw new UnreadableListException("the file is no sound ZIP file");
        } catch (EOFException e) {
            throw new UnreadableListException("the ZIP file breaks off before its end");
        } catch (BoundedStream.TooManyBytesException e) {
            throw new UnreadableListException(String.valueOf(e.getMessage()));
        }
        for (OfacLegacyParts.Part needed :
                List.of(OfacLegacyParts.Part.NAMES, OfacLegacyParts.Part.ADDRESSES, OfacLegacyParts.Part.ALTERNATES)) {
            if (!read.contains(needed)) {
                throw new UnreadableListException(
                        "the file is no ZIP file of OFAC's legacy files with that of " + needed.what());
            }
        }
        return parts.file();
    }
}

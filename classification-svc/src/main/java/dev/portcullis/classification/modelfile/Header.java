package dev.portcullis.classification.modelfile;

/**
 * The header of one file, read.
 *
 * @param version of the format, as the file states it; empty where the format has none
 * @param sha256 digest of the header, small hexadecimal digits
 * @param sha256Of which bytes these are
 */
record Header(String version, String sha256, String sha256Of) {}

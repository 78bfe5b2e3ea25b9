/**
 * Documents for people, as PDF/A-3u (ISO 19005-3): text that can be searched and copied, with its fonts inside, that reads the same in
 * decades, and with the data that it was made from as an attachment. Knows paper and type, and nothing of what a document says.
 * Uses no AWT, which native executables lack.
 */
@NullMarked
package dev.portcullis.platform.pdf;

import org.jspecify.annotations.NullMarked;

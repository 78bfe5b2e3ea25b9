/**
 * Documents for people as values: what is said, in which order, and nothing of how it looks. The same document is set as HTML and as
 * PDF/A, so that neither says what the other does not. Knows no law, no storage and no HTTP.
 */
@NullMarked
package dev.portcullis.platform.document;

import org.jspecify.annotations.NullMarked;

/**
 * A determination in words, for people: as HTML and as PDF/A with the same data inside. It may read determinations, the facts' names and
 * the ledger, and stores nothing. How much it tells is decided by {@code Disclosure}, as for the JSON.
 */
@NullMarked
package dev.portcullis.licensing.explain;

import org.jspecify.annotations.NullMarked;

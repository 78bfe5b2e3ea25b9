/**
 * For each item of technology or source code, and for each situation in which somebody who works here is, whether the item may be
 * released: determined by the same walk as any transaction, kept up to date as item, person, license and law change, and published for
 * personnel-svc. Owns the tables {@code deemed_access} and {@code deemed_progress}; holds no rule of law itself.
 */
@NullMarked
package dev.portcullis.licensing.deemed;

import org.jspecify.annotations.NullMarked;

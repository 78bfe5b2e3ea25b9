/**
 * classification-svc: what an item is under the Commerce Control List. Each capability has its package; this one holds only what the
 * build needs to know about them all.
 */
@NullMarked
package dev.portcullis.classification;

import org.jspecify.annotations.NullMarked;

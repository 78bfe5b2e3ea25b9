/**
 * screening-svc: who gets it? Each capability is a package of its own; this one holds nothing but their common name.
 */
@NullMarked
package dev.portcullis.screening;

import org.jspecify.annotations.NullMarked;

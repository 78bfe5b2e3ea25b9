/**
 * Conditions as data: which facts a rule asks for and what must hold of them, answered with yes, no or "not known, because of these
 * facts". Pure; knows no rule itself.
 */
@NullMarked
package dev.portcullis.licensing.criteria;

import org.jspecify.annotations.NullMarked;

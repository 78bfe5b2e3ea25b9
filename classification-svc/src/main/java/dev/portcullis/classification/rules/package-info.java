/**
 * The parametric rules of the control list as dated data: what a paragraph asks of an item, with effective dates, posture and
 * citation, and the dictionary of the facts that they ask for. It reads the shipped rules and says which hold on a day; it knows
 * no item.
 */
@NullMarked
package dev.portcullis.classification.rules;

import org.jspecify.annotations.NullMarked;

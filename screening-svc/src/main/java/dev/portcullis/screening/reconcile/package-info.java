/**
 * The Reconciliation Service API, version 0.2, of the W3C Entity Reconciliation Community Group
 * (https://www.w3.org/community/reports/reconciliation/CG-FINAL-specs-0.2-20230410/), as OpenRefine and others speak it: a table's rows are
 * screened like any other subject. What differs is told in docs/screening-apis.md.
 */
@NullMarked
package dev.portcullis.screening.reconcile;

import org.jspecify.annotations.NullMarked;

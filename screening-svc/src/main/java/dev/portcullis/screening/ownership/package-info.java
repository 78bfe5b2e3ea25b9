/**
 * Owns what ownership by listed parties means: who owns whom, and what OFAC's 50 Percent Rule and the Affiliates rule of BIS make of it
 * on a day. Pure: it is told the stakes and who is listed, and answers with a degree, the chain that decides and the red flags. It knows
 * nothing of storage, of files or of how names are matched.
 */
@NullMarked
package dev.portcullis.screening.ownership;

import org.jspecify.annotations.NullMarked;

/**
 * MAY it go? The service that decides. This package holds only what the whole process shares, such as its clock; each capability
 * has a package of its own.
 */
@NullMarked
package dev.portcullis.licensing;

import org.jspecify.annotations.NullMarked;

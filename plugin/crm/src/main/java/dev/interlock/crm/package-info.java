/// The port to a CRM in domain terms: what may be asked, what may be told, and how it may answer.
///
/// Adapters implement it; the engine speaks to nothing else.
@NullMarked
package dev.interlock.crm;

import org.jspecify.annotations.NullMarked;

/// The HTTP face of the pretended CRM: one class for each area of the API.
///
/// Start at [dev.interlock.sandbox.http.CrmServer].
@NullMarked
package dev.interlock.sandbox.http;

import org.jspecify.annotations.NullMarked;

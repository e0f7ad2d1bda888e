/// Shows what a verification found: to people on a terminal, and to editors and build servers as
/// SARIF. Start at [dev.interlock.app.report.Showing].
@NullMarked
package dev.interlock.app.report;

import org.jspecify.annotations.NullMarked;

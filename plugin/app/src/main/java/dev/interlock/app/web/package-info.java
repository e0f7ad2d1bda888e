/// Serves HTTP: the CRM's webhooks, health for whoever keeps the process running, and pages.
///
/// Start at [dev.interlock.app.web.WebServer].
@NullMarked
package dev.interlock.app.web;

import org.jspecify.annotations.NullMarked;

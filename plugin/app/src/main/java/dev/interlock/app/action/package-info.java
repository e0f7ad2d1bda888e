/// What workflows inside the CRM ask of us.
@NullMarked
package dev.interlock.app.action;

import org.jspecify.annotations.NullMarked;

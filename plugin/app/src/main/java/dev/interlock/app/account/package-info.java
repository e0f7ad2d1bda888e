/// Reaching an account of the CRM from the command line, and remembering what was in it.
@NullMarked
package dev.interlock.app.account;

import org.jspecify.annotations.NullMarked;

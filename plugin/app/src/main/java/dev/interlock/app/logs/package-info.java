/// Where log lines go, and in which form.
@NullMarked
package dev.interlock.app.logs;

import org.jspecify.annotations.NullMarked;

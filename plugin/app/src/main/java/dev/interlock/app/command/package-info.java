/// The commands of `interlock`, one class each.
@NullMarked
package dev.interlock.app.command;

import org.jspecify.annotations.NullMarked;

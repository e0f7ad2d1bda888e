/// Ready contracts for what most small businesses do, to be used as they are or as a start.
@NullMarked
package dev.interlock.library;

import org.jspecify.annotations.NullMarked;

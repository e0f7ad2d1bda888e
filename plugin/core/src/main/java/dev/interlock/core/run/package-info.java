/// The state of a run, what may happen to it, and what is decided. All plain data.
@NullMarked
package dev.interlock.core.run;

import org.jspecify.annotations.NullMarked;

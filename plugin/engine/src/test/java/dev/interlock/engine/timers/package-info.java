@NullMarked
package dev.interlock.engine.timers;

import org.jspecify.annotations.NullMarked;

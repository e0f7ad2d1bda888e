@NullMarked
package dev.interlock.sandbox.time;

import org.jspecify.annotations.NullMarked;

@NullMarked
package dev.interlock.torture.process;

import org.jspecify.annotations.NullMarked;

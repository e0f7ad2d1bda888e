@NullMarked
package dev.interlock.engine;

import org.jspecify.annotations.NullMarked;

@NullMarked
package dev.interlock.engine.work;

import org.jspecify.annotations.NullMarked;

@NullMarked
package dev.interlock.engine.store;

import org.jspecify.annotations.NullMarked;

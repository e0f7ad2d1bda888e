@NullMarked
package dev.interlock.engine.json;

import org.jspecify.annotations.NullMarked;

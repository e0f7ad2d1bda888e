@NullMarked
package dev.interlock.app.fleet;

import org.jspecify.annotations.NullMarked;

@NullMarked
package dev.interlock.torture;

import org.jspecify.annotations.NullMarked;

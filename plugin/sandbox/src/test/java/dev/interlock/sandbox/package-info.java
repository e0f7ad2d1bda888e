@NullMarked
package dev.interlock.sandbox;

import org.jspecify.annotations.NullMarked;

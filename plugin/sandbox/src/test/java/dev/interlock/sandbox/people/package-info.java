@NullMarked
package dev.interlock.sandbox.people;

import org.jspecify.annotations.NullMarked;

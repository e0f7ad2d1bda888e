@NullMarked
package dev.interlock.app.demo;

import org.jspecify.annotations.NullMarked;

@NullMarked
package dev.interlock.app.secret;

import org.jspecify.annotations.NullMarked;

@NullMarked
package dev.interlock.engine.store.sql;

import org.jspecify.annotations.NullMarked;

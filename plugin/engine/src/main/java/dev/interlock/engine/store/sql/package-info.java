/// The store on a relational database. Start at [dev.interlock.engine.store.sql.SqliteStore].
@NullMarked
package dev.interlock.engine.store.sql;

import org.jspecify.annotations.NullMarked;

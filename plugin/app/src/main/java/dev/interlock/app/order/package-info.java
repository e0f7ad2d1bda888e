/// Orders of people: what can be ordered, how it is said over HTTP, who carries it out in the
/// server, and how the command line gives it.
///
/// Only the server may write to the database, so that whoever orders something asks the server.
/// Start at [dev.interlock.app.order.OrderRequest].
@NullMarked
package dev.interlock.app.order;

import org.jspecify.annotations.NullMarked;

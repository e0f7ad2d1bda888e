/// Words with which the examples of the corpus are said.
@NullMarked
package dev.interlock.contract.shop;

import org.jspecify.annotations.NullMarked;

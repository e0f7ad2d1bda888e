/// Drawings of contracts: from a program to boxes and lines, from those to places on a sheet, and
/// from places to accessible SVG that a stylesheet colours. Start at
/// [dev.interlock.handbook.diagram.Diagram].
@NullMarked
package dev.interlock.handbook.diagram;

import org.jspecify.annotations.NullMarked;

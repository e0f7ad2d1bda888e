package dev.interlock.handbook.diagram;

import dev.interlock.handbook.diagram.Flow.Way;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.elk.alg.layered.options.LayeredOptions;
import org.eclipse.elk.core.options.Direction;
import org.eclipse.elk.core.options.PortConstraints;
import org.eclipse.elk.core.options.PortSide;
import org.eclipse.elk.graph.ElkNode;
import org.eclipse.elk.graph.ElkPort;
import org.eclipse.elk.graph.util.ElkGraphUtil;

/// The points at which lines meet boxes: all come in at one point, and go out side by side in the
/// order in which the author named them.
final class Docks {
  private final Direction direction;
  private final Map<ElkNode, ElkPort> entries = new LinkedHashMap<>();
  private final Map<ElkNode, List<ElkPort>> goingOut = new LinkedHashMap<>();

  Docks(Direction direction) {
    this.direction = direction;
  }

  /// The one point at which all lines come in.
  ElkPort in(ElkNode node) {
    return entries.computeIfAbsent(node, each -> port(each, ahead().opposed()));
  }

  /// A further point at which a line goes out: ahead, or at the left when it passes something by.
  ElkPort out(ElkNode node, Way way) {
    if (way == Way.PAST) {
      return port(node, direction == Direction.DOWN ? PortSide.WEST : PortSide.NORTH);
    }
    ElkPort port = port(node, ahead());
    goingOut.computeIfAbsent(node, _ -> new ArrayList<>()).add(port);
    return port;
  }

  /// Fixes the points of a node whose box has this size; the rest of the node hangs beside it.
  void spread(ElkNode node, double boxWidth, double boxHeight) {
    if (direction != Direction.DOWN) {
      node.setProperty(LayeredOptions.PORT_CONSTRAINTS, PortConstraints.FIXED_SIDE);
      return;
    }
    node.setProperty(LayeredOptions.PORT_CONSTRAINTS, PortConstraints.FIXED_POS);
    for (ElkPort port : node.getPorts()) {
      port.setLocation(0, boxHeight / 2);
    }
    ElkPort entry = entries.get(node);
    if (entry != null) {
      entry.setLocation(boxWidth / 2, 0);
    }
    List<ElkPort> ports = goingOut.getOrDefault(node, List.of());
    for (int i = 0; i < ports.size(); i++) {
      ports.get(i).setLocation(boxWidth * (i + 1) / (ports.size() + 1), node.getHeight());
    }
  }

  private PortSide ahead() {
    return direction == Direction.DOWN ? PortSide.SOUTH : PortSide.EAST;
  }

  private static ElkPort port(ElkNode node, PortSide side) {
    ElkPort port = ElkGraphUtil.createPort(node);
    port.setProperty(LayeredOptions.PORT_SIDE, side);
    return port;
  }
}

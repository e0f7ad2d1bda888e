package dev.interlock.handbook.diagram;

import dev.interlock.handbook.diagram.Flow.Group;
import dev.interlock.handbook.diagram.Flow.Line;
import dev.interlock.handbook.diagram.Flow.Way;
import dev.interlock.handbook.diagram.Sheet.Area;
import dev.interlock.handbook.diagram.Sheet.Drawn;
import dev.interlock.handbook.diagram.Sheet.Frame;
import dev.interlock.handbook.diagram.Sheet.Placed;
import dev.interlock.handbook.diagram.Sheet.Point;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.elk.alg.layered.options.LayeredMetaDataProvider;
import org.eclipse.elk.alg.layered.options.LayeredOptions;
import org.eclipse.elk.alg.layered.options.NodePlacementStrategy;
import org.eclipse.elk.alg.layered.options.OrderingStrategy;
import org.eclipse.elk.core.RecursiveGraphLayoutEngine;
import org.eclipse.elk.core.data.LayoutMetaDataService;
import org.eclipse.elk.core.math.ElkPadding;
import org.eclipse.elk.core.options.CoreOptions;
import org.eclipse.elk.core.options.Direction;
import org.eclipse.elk.core.options.EdgeLabelPlacement;
import org.eclipse.elk.core.options.EdgeRouting;
import org.eclipse.elk.core.options.HierarchyHandling;
import org.eclipse.elk.core.util.BasicProgressMonitor;
import org.eclipse.elk.graph.ElkBendPoint;
import org.eclipse.elk.graph.ElkEdge;
import org.eclipse.elk.graph.ElkEdgeSection;
import org.eclipse.elk.graph.ElkLabel;
import org.eclipse.elk.graph.ElkNode;
import org.eclipse.elk.graph.util.ElkGraphUtil;

/// Gives boxes and lines their places, by ELK's layered algorithm: lines at right angles, labels on
/// their lines where they cover nothing. Only this class and [Docks] know ELK.
final class Arranger {
  private static final double EDGE = 14;

  static {
    // makes ELK know its own options and how to copy them; without it the first layout fails
    LayoutMetaDataService.getInstance()
        .registerLayoutMetaDataProviders(new LayeredMetaDataProvider());
  }

  private final Flow flow;
  private final Direction direction;
  private final ElkNode root = ElkGraphUtil.createGraph();
  private final Map<String, ElkNode> nodes = new LinkedHashMap<>();
  private final Map<ElkNode, Cluster> clusters = new LinkedHashMap<>();
  private final Map<Line, ElkEdge> edges = new LinkedHashMap<>();

  private Arranger(Flow flow, Direction direction) {
    this.flow = flow;
    this.direction = direction;
  }

  /// The flow on a sheet, from top to bottom.
  static Sheet downward(Flow flow) {
    return new Arranger(flow, Direction.DOWN).arranged();
  }

  /// The flow on a sheet, from left to right; from top to bottom if endings hang at its boxes.
  static Sheet rightward(Flow flow) {
    boolean hanging = Cluster.all(flow).stream().anyMatch(Cluster::hasHanging);
    return new Arranger(flow, hanging ? Direction.DOWN : Direction.RIGHT).arranged();
  }

  private Sheet arranged() {
    settings(root);
    Map<String, ElkNode> parents = frames();
    for (Cluster cluster : Cluster.all(flow)) {
      ElkNode node = ElkGraphUtil.createNode(parents.getOrDefault(cluster.box().id(), root));
      node.setDimensions(cluster.width(), cluster.height());
      nodes.put(cluster.box().id(), node);
      clusters.put(node, cluster);
    }
    Docks docks = new Docks(direction);
    flow.lines().stream()
        .filter(line -> nodes.containsKey(line.to()))
        .forEach(line -> connect(line, docks));
    clusters.forEach(
        (node, cluster) -> docks.spread(node, cluster.text().width(), cluster.text().height()));
    root.setProperty(CoreOptions.ALGORITHM, LayeredOptions.ALGORITHM_ID);
    new RecursiveGraphLayoutEngine().layout(root, new BasicProgressMonitor());
    return sheet();
  }

  private Map<String, ElkNode> frames() {
    Map<String, ElkNode> parents = new LinkedHashMap<>();
    for (Group group : flow.groups()) {
      ElkNode frame = ElkGraphUtil.createNode(root);
      settings(frame);
      frame.setProperty(LayeredOptions.PADDING, new ElkPadding(52, 20, 20, 20));
      nodes.put(group.id(), frame);
      group.members().forEach(member -> parents.put(member, frame));
    }
    return parents;
  }

  private void settings(ElkNode graph) {
    graph.setProperty(LayeredOptions.DIRECTION, direction);
    graph.setProperty(LayeredOptions.EDGE_ROUTING, EdgeRouting.ORTHOGONAL);
    graph.setProperty(LayeredOptions.HIERARCHY_HANDLING, HierarchyHandling.INCLUDE_CHILDREN);
    graph.setProperty(LayeredOptions.PADDING, new ElkPadding(EDGE));
    graph.setProperty(LayeredOptions.RANDOM_SEED, 1);
    if (flow.groups().isEmpty()) {
      // with frames, ELK 0.12.1 fails on a missing model order of its own
      graph.setProperty(
          LayeredOptions.CONSIDER_MODEL_ORDER_STRATEGY, OrderingStrategy.NODES_AND_EDGES);
    }
    graph.setProperty(
        LayeredOptions.NODE_PLACEMENT_STRATEGY, NodePlacementStrategy.NETWORK_SIMPLEX);
    graph.setProperty(LayeredOptions.SPACING_NODE_NODE, 26.0);
    graph.setProperty(LayeredOptions.SPACING_EDGE_NODE, 18.0);
    graph.setProperty(LayeredOptions.SPACING_EDGE_EDGE, 14.0);
    graph.setProperty(LayeredOptions.SPACING_EDGE_LABEL, 4.0);
    graph.setProperty(LayeredOptions.SPACING_LABEL_NODE, 6.0);
    graph.setProperty(LayeredOptions.SPACING_NODE_NODE_BETWEEN_LAYERS, 30.0);
    graph.setProperty(LayeredOptions.SPACING_EDGE_NODE_BETWEEN_LAYERS, 16.0);
    graph.setProperty(LayeredOptions.SPACING_EDGE_EDGE_BETWEEN_LAYERS, 12.0);
  }

  private void connect(Line line, Docks docks) {
    ElkEdge edge =
        ElkGraphUtil.createSimpleEdge(
            docks.out(node(line.from()), line.way()), docks.in(node(line.to())));
    List<String> label = BoxText.label(line.label());
    if (!label.isEmpty()) {
      ElkLabel text = ElkGraphUtil.createLabel(line.label(), edge);
      text.setDimensions(BoxText.labelWidth(label), BoxText.labelHeight(label));
      text.setProperty(LayeredOptions.EDGE_LABELS_PLACEMENT, EdgeLabelPlacement.CENTER);
      text.setProperty(LayeredOptions.EDGE_LABELS_INLINE, true);
    }
    edges.put(line, edge);
  }

  private ElkNode node(String id) {
    ElkNode node = nodes.get(id);
    if (node == null) {
      throw new IllegalStateException("a line leads to " + id + ", and no box is called so");
    }
    return node;
  }

  private Sheet sheet() {
    List<Frame> frames =
        flow.groups().stream().map(group -> new Frame(group, area(node(group.id())))).toList();
    List<Placed> boxes = new ArrayList<>();
    List<Drawn> lines = new ArrayList<>();
    clusters.forEach((node, cluster) -> {
      Area area = area(node);
      boxes.addAll(cluster.placed(new Point(area.x(), area.y())));
      lines.addAll(cluster.drawn(new Point(area.x(), area.y())));
    });
    edges.forEach((line, edge) -> lines.add(drawn(line, edge)));
    return new Sheet(root.getWidth(), root.getHeight(), frames, boxes, lines);
  }

  private static Area area(ElkNode node) {
    Point origin = originOf(node.getParent());
    return new Area(
        origin.x() + node.getX(), origin.y() + node.getY(), node.getWidth(), node.getHeight());
  }

  private Drawn drawn(Line line, ElkEdge edge) {
    Point origin = originOf(edge.getContainingNode());
    List<Point> corners = new ArrayList<>();
    if (direction == Direction.DOWN && line.way() != Way.PAST) {
      corners.add(belowBox(line, edge, origin));
    }
    for (ElkEdgeSection section : edge.getSections()) {
      corners.add(new Point(section.getStartX(), section.getStartY()));
      for (ElkBendPoint bend : section.getBendPoints()) {
        corners.add(new Point(bend.getX(), bend.getY()));
      }
      corners.add(new Point(section.getEndX(), section.getEndY()));
    }
    List<Point> moved =
        corners.stream()
            .map(corner -> new Point(corner.x() + origin.x(), corner.y() + origin.y()))
            .toList();
    return new Drawn(line, moved, BoxText.label(line.label()), labelArea(edge, origin));
  }

  /// Where the line leaves the box itself: endings that hang beside it may reach further down.
  private Point belowBox(Line line, ElkEdge edge, Point origin) {
    ElkNode node = node(line.from());
    Cluster cluster = clusters.get(node);
    double height = cluster == null ? node.getHeight() : cluster.text().height();
    Area area = area(node);
    return new Point(edge.getSections().getFirst().getStartX(), area.y() + height - origin.y());
  }

  private static Area labelArea(ElkEdge edge, Point origin) {
    if (edge.getLabels().isEmpty()) {
      return new Area(0, 0, 0, 0);
    }
    ElkLabel label = edge.getLabels().getFirst();
    return new Area(label.getX(), label.getY(), label.getWidth(), label.getHeight())
        .movedBy(origin.x(), origin.y());
  }

  /// Places are relative to the parent; on the sheet they are relative to its corner.
  private static Point originOf(ElkNode parent) {
    double x = 0;
    double y = 0;
    for (ElkNode each = parent; each != null && each.getParent() != null; each = each.getParent()) {
      x += each.getX();
      y += each.getY();
    }
    return new Point(x, y);
  }
}

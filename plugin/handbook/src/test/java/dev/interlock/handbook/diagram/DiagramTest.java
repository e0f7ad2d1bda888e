package dev.interlock.handbook.diagram;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.contract.model.Contract;
import dev.interlock.contract.model.ContractSet;
import dev.interlock.core.program.NodeId;
import dev.interlock.handbook.Drawings;
import dev.interlock.handbook.diagram.Sheet.Area;
import dev.interlock.handbook.diagram.Sheet.Drawn;
import dev.interlock.handbook.diagram.Sheet.Placed;
import dev.interlock.handbook.words.Titles;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

/// Drawings are well-formed, the same each time, and nothing in them covers anything else.
final class DiagramTest {
  static Stream<Contract> contracts() {
    return Drawings.sets().stream().flatMap(set -> set.contracts().stream());
  }

  static Stream<ContractSet> sets() {
    return Drawings.sets().stream();
  }

  @ParameterizedTest
  @MethodSource("contracts")
  void isWellFormedAndNamesItself(Contract contract) throws Exception {
    Diagram diagram = Diagram.of(contract);

    Document svg = parsed(diagram.svg(Map.of()));

    assertThat(svg.getDocumentElement().getTagName()).isEqualTo("svg");
    assertThat(svg.getElementsByTagName("title").getLength()).isPositive();
    assertThat(svg.getElementsByTagName("desc").getLength()).isPositive();
    assertThat(diagram.svg(Map.of())).doesNotContain("style=", "<style", "<script");
  }

  @ParameterizedTest
  @MethodSource("contracts")
  void isTheSameEachTime(Contract contract) {
    assertThat(Diagram.onPage(contract, Titles.none()).svg(Map.of()))
        .isEqualTo(Diagram.onPage(contract, Titles.none()).svg(Map.of()));
  }

  @ParameterizedTest
  @MethodSource("contracts")
  void coversNothing(Contract contract) {
    Diagram.of(contract).sheets().forEach(DiagramTest::assertNothingIsCovered);
  }

  @ParameterizedTest
  @MethodSource("sets")
  void theMapOfASetCoversNothingEither(ContractSet set) throws Exception {
    OperatingMap map = OperatingMap.of(set, "");

    map.sheets().forEach(DiagramTest::assertNothingIsCovered);
    assertThat(parsed(map.svg(Map.of())).getDocumentElement().getTagName()).isEqualTo("svg");
    assertThat(map.svg(Map.of())).isEqualTo(OperatingMap.of(set, "").svg(Map.of()));
  }

  @Test
  void showsHowManyRunsStandWhere() {
    Contract contract = Drawings.library().contracts().getFirst();

    assertThat(Diagram.of(contract).svg(Map.of(new NodeId("confirmation"), 12L)))
        .contains("<title>12 here</title>");
  }

  private static void assertNothingIsCovered(Sheet sheet) {
    List<Area> areas = new ArrayList<>();
    sheet.boxes().stream().map(Placed::area).forEach(areas::add);
    sheet.lines().stream()
        .filter(line -> !line.label().isEmpty())
        .map(Drawn::labelArea)
        .forEach(areas::add);
    for (int i = 0; i < areas.size(); i++) {
      assertThat(areas.get(i).x()).isNotNegative();
      assertThat(areas.get(i).x() + areas.get(i).width()).isLessThanOrEqualTo(sheet.width());
      assertThat(areas.get(i).y() + areas.get(i).height()).isLessThanOrEqualTo(sheet.height());
      for (int j = i + 1; j < areas.size(); j++) {
        assertThat(areas.get(i).overlaps(areas.get(j)))
            .as(areas.get(i) + " and " + areas.get(j))
            .isFalse();
      }
    }
  }

  private static Document parsed(String svg) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    return factory.newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
  }
}

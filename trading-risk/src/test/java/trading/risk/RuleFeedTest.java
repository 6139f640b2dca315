package trading.risk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import trading.risk.World.Feed;

/// Every rule hangs on what it is said to be fed by.
class RuleFeedTest {

  static Stream<RuleScenario> scenarios() {
    return RuleScenario.all().stream();
  }

  static Stream<Arguments> feeds() {
    return scenarios().flatMap(each -> each.feeds().stream().map(feed -> Arguments.of(each, feed)));
  }

  @ParameterizedTest
  @MethodSource("scenarios")
  void atTheLimitPassesAndOneStepBeyondIsRefused(RuleScenario scenario) {
    assertEquals(scenario.expected(), scenario.play(_ -> {}));
  }

  @ParameterizedTest
  @MethodSource("feeds")
  void withoutItsFeedTheRuleAnswersWrongly(RuleScenario scenario, Feed feed) {
    assertNotEquals(scenario.expected(), scenario.play(world -> world.mute(feed)));
  }
}

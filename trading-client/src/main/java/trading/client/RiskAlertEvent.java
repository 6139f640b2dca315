package trading.client;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import trading.risk.RiskAlert;

/// An alert of the risk monitor, for Java Flight Recorder.
@Name("trading.RiskAlert")
@Label("Risk alert")
@Category("Trading")
@Description("The use of a risk limit rose or fell back")
@StackTrace(false)
final class RiskAlertEvent extends Event {
  @Label("Account")
  String account = "";

  @Label("Rule")
  String rule = "";

  @Label("Level")
  String level = "";

  @Label("Limit")
  long limit;

  @Label("Actual")
  long actual;

  @Label("Sentence")
  String sentence = "";

  void fill(RiskAlert alert) {
    account = alert.account();
    rule = alert.rule();
    level = alert.level().name();
    limit = alert.limit();
    actual = alert.actual();
    sentence = alert.sentence();
  }
}

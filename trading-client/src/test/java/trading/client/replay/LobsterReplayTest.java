package trading.client.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import trading.api.BadInputException;
import trading.api.Reason;
import trading.client.SharedData;
import trading.client.replay.LobsterReplay.Check;
import trading.client.replay.LobsterReplay.Executions;

class LobsterReplayTest {
  private static final String MESSAGES =
      "lobster/MSFT_2012-06-21_message_50.first1000from36000.csv";
  private static final String DEPTH =
      "lobster/MSFT_2012-06-21_orderbook_50.first1000from36000.csv.gz";
  private static final String FIRST_HOUR =
      "lobster/MSFT_2012-06-21_34200000_37800000_message_50.csv.gz";

  @TempDir private Path temp;

  @ParameterizedTest
  @EnumSource
  void theBookRunsFreeAlongTheRecordedOne(ReplayBook book) {
    Path messages = SharedData.file(MESSAGES);
    Path depth = SharedData.file(DEPTH);

    LobsterReplay.Result result =
        LobsterReplay.check(messages, depth, OptionalInt.of(45), false, book);

    assertEquals(Optional.of(new Check(45, 999, 0, 999, Optional.empty())), result.check());
    assertEquals(1000, result.messages());
    assertEquals(0, result.strangers());
  }

  @Test
  void oneStepSkipsRowsThatTheOneBeforeDoesNotTell() {
    Path messages = SharedData.file(MESSAGES);
    Path depth = SharedData.file(DEPTH);

    Check all = check(messages, depth, OptionalInt.empty(), true);
    Check some = check(messages, depth, OptionalInt.of(49), true);

    assertEquals(new Check(50, 999, 7, 992, Optional.empty()), all);
    assertEquals(new Check(49, 999, 0, 999, Optional.empty()), some);
    assertTrue(all.passed());
  }

  @Test
  void theFirstHourExecutesTheOldestOrdersAtTheBestPrice() {
    LobsterReplay.Result result = LobsterReplay.run(SharedData.file(FIRST_HOUR), ReplayBook.FAST);

    assertEquals(141_507, result.messages());
    assertEquals(new Executions(6_559, 6_549, 6_549, 6_408, 6_346, 0), result.executions());
    assertEquals(606, result.hiddenExecutions());
  }

  @Test
  void namelessOrdersAreReducedWhereTheFirstRowPutThem() throws IOException {
    Path messages =
        messages(
            "1,1,7,10,100,1",
            "2,3,5,10,100,1",
            "3,4,6,4,101,-1",
            "4,5,0,100,101,-1",
            "5,1,8,5,100,1",
            "6,2,8,2,100,1",
            "7,3,99,1,50,1");
    Path depth =
        depth(
            "101,9,100,30",
            "101,9,100,20",
            "101,5,100,20",
            "101,5,100,20",
            "101,5,100,25",
            "101,5,100,23",
            "101,5,100,23");

    LobsterReplay.Result result =
        LobsterReplay.check(messages, depth, OptionalInt.empty(), false, ReplayBook.FAST);

    assertEquals(Optional.of(new Check(1, 6, 0, 6, Optional.empty())), result.check());
    assertEquals(1, result.strangers());
    assertEquals(1, result.hiddenExecutions());
    assertEquals(new Executions(1, 0, 0, 0, 0, 0), result.executions());
  }

  @Test
  void aDifferenceIsNamed() throws IOException {
    Path messages = messages("1,1,7,10,100,1", "2,1,8,10,100,1", "3,1,9,1,99,1");
    Path depth = depth("101,9,100,30", "101,9,100,41", "9999999999,0,100,40");

    Check check = check(messages, depth, OptionalInt.empty(), false);

    assertEquals(2, check.rows());
    assertEquals(0, check.equal());
    assertEquals(
        Optional.of("row 1, bid level 1: expected 41 at 100, was 40 at 100"),
        check.firstDifference());
  }

  @Test
  void aHaltHaltsUntilTradingResumes() throws IOException {
    Path messages =
        messages(
            "1,1,7,10,100,1",
            "2,4,7,1,100,1",
            "3,7,0,0,-1,-1",
            "4,4,7,1,100,1",
            "5,7,0,0,0,-1",
            "6,4,7,1,100,1",
            "7,7,0,0,1,-1",
            "8,4,7,1,100,1");

    LobsterReplay.Result result = LobsterReplay.run(messages, ReplayBook.FAST);

    assertEquals(3, result.halts());
    assertEquals(new Executions(4, 4, 4, 4, 4, 2), result.executions());
  }

  @Test
  void headersAreSkipped() throws IOException {
    Path messages = messages("Time,Type,Id,Size,Price,Direction", "1.5,1,7,10,100,1");
    Path depth = depth("AskPrice1,AskSize1,BidPrice1,BidSize1", "101,9,100,30");

    assertEquals(
        new Check(1, 0, 0, 0, Optional.empty()),
        check(messages, depth, OptionalInt.empty(), false));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1,8,7,10,100,1|type must be 1..7, was 8",
        "1,1,x,10,100,1|column 3 must be a whole number, was \"x\"",
        "1,1,7,10,100|must have 6 columns, had 5",
        "1,1,7,10,100,0|direction must be 1 or -1, was 0",
        "1,1,7,0,100,1|lots must be 1..",
        "1,1,7,1,0,1|price must be 1..",
        "1,1,5,1,90,1|order 5 stands in the book already"
      })
  void aBadMessageIsNamed(String line, String sentence) throws IOException {
    Path messages = messages("1,1,5,10,100,1", line);

    assertRefused(
        "messages.csv, line 2: " + sentence, () -> LobsterReplay.run(messages, ReplayBook.FAST));
  }

  @Test
  void filesThatDoNotBelongTogetherAreRefused() throws IOException {
    Path messages = messages("1,1,5,10,100,1", "2,1,6,10,100,1");
    Path one = depth("101,9,100,30");
    assertRefused("has no row", () -> check(messages, one, OptionalInt.empty(), false));
    Path three = depth("101,9,100,30", "101,9,100,40", "101,9,100,40");
    assertRefused("has no message", () -> check(messages, three, OptionalInt.empty(), false));
    Path odd = depth("101,9,100");
    assertRefused("4 columns per level", () -> check(messages, odd, OptionalInt.empty(), false));
    Path none = depth();
    assertRefused("first row", () -> check(messages, none, OptionalInt.empty(), false));
    Path two = depth("101,9,100,30", "101,9,100,40");
    assertRefused("levels must be 1..1", () -> check(messages, two, OptionalInt.of(2), false));
  }

  private static Check check(Path messages, Path depth, OptionalInt levels, boolean oneStep) {
    return LobsterReplay.check(messages, depth, levels, oneStep, ReplayBook.FAST)
        .check()
        .orElseThrow();
  }

  private static void assertRefused(String sentence, Runnable replay) {
    BadInputException refused = assertThrows(BadInputException.class, replay::run);
    assertEquals(Reason.BAD_DATA_FILE, refused.reason());
    assertTrue(refused.getMessage().contains(sentence), refused.getMessage());
  }

  private Path messages(String... lines) throws IOException {
    return Files.writeString(temp.resolve("messages.csv"), String.join("\n", lines) + "\n");
  }

  private Path depth(String... lines) throws IOException {
    return Files.writeString(temp.resolve("depth.csv"), String.join("\n", lines) + "\n");
  }
}

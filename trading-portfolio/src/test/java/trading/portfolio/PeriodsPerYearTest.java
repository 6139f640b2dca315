package trading.portfolio;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PeriodsPerYearTest {
  private static final ZoneId KOLKATA = ZoneId.of("Asia/Kolkata");
  private static final LocalDate FRIDAY = LocalDate.of(2021, 1, 1);
  private static final LocalTime LAST_SECOND = LocalTime.of(23, 59, 59);

  @Test
  void tradingDaysMakeAYearOf252() {
    List<LocalDate> dates = every(Period.ofDays(1), 300).filter(this::isWeekday).toList();

    assertEquals(252, ofDates(dates));
  }

  @Test
  void holidaysAndASaturdayLeaveItDaily() {
    LocalDate saturday = FRIDAY.plusDays(8);
    List<LocalDate> dates =
        every(Period.ofDays(1), 300)
            .filter(date -> isWeekday(date) || date.equals(saturday))
            .filter(date -> date.getDayOfMonth() != 11)
            .toList();

    assertEquals(252, ofDates(dates));
  }

  @Test
  void daysWithWeekendsMakeAYearOf365() {
    assertEquals(365, ofDates(every(Period.ofDays(1), 300).toList()));
  }

  @Test
  void longerGapsAreWeeksMonthsQuartersAndYears() {
    assertEquals(52, ofDates(every(Period.ofWeeks(1), 9).toList()));
    assertEquals(12, ofDates(every(Period.ofMonths(1), 9).toList()));
    assertEquals(4, ofDates(every(Period.ofMonths(3), 9).toList()));
    assertEquals(1, ofDates(every(Period.ofYears(1), 9).toList()));
  }

  @Test
  void minutesOfASessionCountPerTradingDay() {
    EquityCurve curve = new EquityCurve();
    for (LocalDate date : every(Period.ofDays(1), 30).filter(this::isWeekday).toList()) {
      for (int minute = 0; minute < 375; minute++) {
        append(curve, date.atTime(9, 15).plusMinutes(minute));
      }
    }

    assertEquals(375 * 252, PeriodsPerYear.of(curve, KOLKATA));
  }

  @Test
  void datesAreThoseOfTheZone() {
    EquityCurve curve = new EquityCurve();
    append(curve, FRIDAY.atTime(1, 0));
    append(curve, FRIDAY.atTime(13, 0));

    assertEquals(2 * 252, PeriodsPerYear.of(curve, KOLKATA));
    assertEquals(252, PeriodsPerYear.of(curve, ZoneId.of("America/New_York")));
  }

  @Test
  void curveWithoutAGapIsDaily() {
    assertEquals(252, ofDates(List.of()));
    assertEquals(252, ofDates(List.of(FRIDAY)));
  }

  private static Stream<LocalDate> every(Period step, int count) {
    return Stream.iterate(FRIDAY, date -> date.plus(step)).limit(count);
  }

  private boolean isWeekday(LocalDate date) {
    return !Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY).contains(date.getDayOfWeek());
  }

  private static int ofDates(List<LocalDate> dates) {
    EquityCurve curve = new EquityCurve();
    dates.forEach(date -> append(curve, date.atTime(LAST_SECOND)));
    return PeriodsPerYear.of(curve, KOLKATA);
  }

  private static void append(EquityCurve curve, LocalDateTime time) {
    curve.append(time.atZone(KOLKATA).toEpochSecond() * 1_000_000_000L, 1, false);
  }
}

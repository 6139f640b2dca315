package trading.risk;

import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/// What the monitor remembers of one limit of one account.
final class Watch {
  private static final Stage[] STAGES = Stage.values();

  private final String account;
  private LimitUse last;
  private Stage stage = Stage.CALM;
  private boolean alarmed;
  private @Nullable Violation open;

  /// How far a use has risen.
  private enum Stage {
    CALM(Long.MIN_VALUE, Long.MIN_VALUE, Optional.empty()),
    WARNING(80_000_000, 78_000_000, Optional.of(RiskAlert.Level.WARNING)),
    CRITICAL(95_000_000, 93_000_000, Optional.of(RiskAlert.Level.CRITICAL)),
    VIOLATED(LimitUse.WHOLE + 1, 98_000_000, Optional.of(RiskAlert.Level.VIOLATED));

    private final long from;
    private final long leftAt;
    private final Optional<RiskAlert.Level> level;

    Stage(long from, long leftAt, Optional<RiskAlert.Level> level) {
      this.from = from;
      this.leftAt = leftAt;
      this.level = level;
    }

    boolean begins(long use) {
      return use >= from;
    }

    boolean stays(long use) {
      return use > leftAt;
    }
  }

  Watch(String account, LimitUse first) {
    this.account = account;
    last = first;
  }

  /// {@return the limit as it was seen last, with nothing used of it}
  LimitUse unused() {
    return last.unused();
  }

  /// {@return the violation that is open now, or empty}
  Optional<Violation> open() {
    return Optional.ofNullable(open);
  }

  /// Looks at a use and moves to its stage.
  ///
  /// @return the level to tell, or empty
  Optional<RiskAlert.Level> look(LimitUse use, long nowNanos) {
    Stage before = stage;
    last = use;
    stage = next(use.useMillionths());
    if (stage == Stage.VIOLATED) {
      open =
          open == null
              ? new Violation(account, use, nowNanos, OptionalLong.empty())
              : open.seen(use);
    }
    if (stage.compareTo(before) > 0) {
      alarmed = true;
      return stage.level;
    }
    boolean over = (before == Stage.VIOLATED && stage != before) || stage == Stage.CALM;
    if (alarmed && over) {
      alarmed = false;
      return Optional.of(RiskAlert.Level.RESOLVED);
    }
    return Optional.empty();
  }

  /// {@return the violation that has just ended, or empty}
  Optional<Violation> close(long nowNanos) {
    if (open == null || stage == Stage.VIOLATED) {
      return Optional.empty();
    }
    Violation closed = open.resolved(nowNanos);
    open = null;
    return Optional.of(closed);
  }

  private Stage next(long use) {
    Stage next = Stage.CALM;
    for (Stage each : STAGES) {
      boolean here = each.begins(use) || (each.compareTo(stage) <= 0 && each.stays(use));
      next = here ? each : next;
    }
    return next;
  }
}

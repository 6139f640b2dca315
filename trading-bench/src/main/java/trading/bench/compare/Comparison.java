package trading.bench.compare;

import java.io.PrintWriter;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.openjdk.jmh.runner.RunnerException;
import trading.bench.Machine;

/// Proves that all ways lead to the same, then measures them.
final class Comparison {
  private final long seed;
  private final Plan plan;
  private final PrintWriter progress;

  Comparison(long seed, Plan plan, PrintWriter progress) {
    this.seed = seed;
    this.plan = plan;
    this.progress = progress;
  }

  /// {@return what was found; nothing is timed when the engines differ}
  ///
  /// @param fault what stands between the HTTP server and its engine; `identity()` for nothing
  Outcome run(UnaryOperator<Desk> fault) throws RunnerException {
    Machine machine = Machine.here();
    say("making a session of " + plan.commands() + " commands");
    Session session = Session.of(seed, plan.commands());
    say("sending it by every way, to compare what the engines did");
    Proof proof = Proof.of(session, fault);
    Map<Way, Figures> figures =
        proof.differences().isEmpty()
            ? new Measurement(plan, seed, proof.ending(), progress).run()
            : Map.of();
    return new Outcome(session, plan, machine, proof, figures);
  }

  private void say(String what) {
    progress.println("compare: " + what);
    progress.flush();
  }
}

package trading.client.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import trading.client.image.Image.Run;

/// The script at the root, with a Maven and a JDK that only pretend.
class StartScriptTest {
  private static final String JDK_25 = "JAVA_VERSION=\"25.0.1\"\n";

  @TempDir private Path temp;
  private Path root;
  private Path mavenCalls;

  @BeforeEach
  void makeSourcesAndTools() throws IOException {
    root = Files.createDirectory(temp.resolve("the sources"));
    mavenCalls = temp.resolve("maven calls");
    Files.copy(Path.of("..", "trading"), root.resolve("trading"));
    write(root.resolve("pom.xml"), "");
    write(root.resolve("trading-api/pom.xml"), "");
    write(root.resolve("trading-api/src/main/java/A.java"), "class A {}");
    write(temp.resolve("jdk/release"), JDK_25);
    executable(temp.resolve("jdk/bin/javac"), "");
    executable(temp.resolve("jdk/bin/jlink"), "");
    executable(temp.resolve("jdk/bin/java"), "printf '<%s>' \"$@\"");
    executable(
        temp.resolve("bin/mvn"),
        """
        echo "$*" >>"%1$s"
        echo "[INFO] Building trading-api 1.0       [2/8]"
        sleep "${MAVEN_SECONDS:-0}"
        [ -z "${MAVEN_FAILS:-}" ] || { echo "[ERROR] A.java is broken"; exit 1; }
        mkdir -p "%2$s/trading-client/target/image/bin"
        echo 'echo "ran $* in $(pwd)"' >"%2$s/trading-client/target/image/bin/trading"
        chmod +x "%2$s/trading-client/target/image/bin/trading"
        case $* in *trading-bench*) mkdir -p "%2$s/trading-bench/target/compare" ;; esac
        """
            .formatted(mavenCalls, root));
  }

  @Test
  void theFirstStartBuildsAndSaysSoOnStandardError() {
    Run run = script().in(temp).start("demo", "a b");

    assertEquals("ran demo a b in " + temp + "\n", run.stdout(), run.stderr());
    assertTrue(run.stderr().contains("trading: Building trading-api 1.0 [2/8]\n"), run.stderr());
    assertEquals(0, run.exitCode());
  }

  @Test
  void theSecondStartBuildsNothing() throws IOException {
    script().start();

    Run run = script().start("x");

    assertEquals("", run.stderr());
    assertEquals(1, builds());
  }

  @Test
  void aChangedSourceIsBuilt() throws IOException {
    script().start();
    write(root.resolve("trading-api/src/main/java/A.java"), "class B {}");

    script().start();

    assertEquals(2, builds());
  }

  @Test
  void aNewAndADeletedSourceAreBuilt() throws IOException {
    script().start();
    Path added = root.resolve("trading-api/src/main/java/B.java");
    write(added, "class B {}");
    script().start();
    Files.delete(added);

    script().start();

    assertEquals(3, builds());
  }

  @Test
  void aFailedBuildShowsTheEndOfItsLogAndStops() {
    Run run = script().with("MAVEN_FAILS", "yes").start();

    assertEquals(1, run.exitCode());
    assertEquals("", run.stdout());
    assertTrue(run.stderr().contains("[ERROR] A.java is broken\n"), run.stderr());
    assertTrue(
        run.stderr().endsWith("its output is in " + root + "/target/image.log\n"), run.stderr());
  }

  @Test
  void aFailedBuildIsTriedAgain() {
    script().with("MAVEN_FAILS", "yes").start();

    assertEquals(0, script().start().exitCode());
  }

  @Test
  void startsAtTheSameTimeBuildOnce() throws IOException {
    List<CompletableFuture<Run>> starts =
        IntStream.range(0, 3)
            .mapToObj(i -> CompletableFuture.supplyAsync(this::slowStart))
            .toList();

    for (CompletableFuture<Run> start : starts) {
      assertEquals(0, start.join().exitCode(), start.join().stderr());
    }
    assertEquals(1, builds());
  }

  @Test
  void startsThroughALink() throws IOException {
    Path link = Files.createSymbolicLink(temp.resolve("link"), root.resolve("trading"));

    assertEquals(0, script().by(link).start().exitCode());
  }

  @Test
  void anOlderJdkIsNotTaken() throws IOException {
    write(temp.resolve("jdk/release"), "JAVA_VERSION=\"24.0.2\"\n");

    String said = script().start().stderr();

    assertTrue(!said.contains(temp.resolve("jdk").toString()), said);
  }

  @Test
  void compareIsHandedToTheBenchmarksOnTheJdk() throws IOException {
    Run run = script().start("compare", "--json", "a b");

    assertEquals(0, run.exitCode(), run.stderr());
    String compare = root + "/trading-bench/target/compare";
    assertTrue(run.stdout().contains("<-p><" + compare + "/modules>"), run.stdout());
    assertTrue(run.stdout().contains("<-cp><" + compare + "/classpath/*>"), run.stdout());
    assertTrue(
        run.stdout().contains("<-Dtrading.image=" + root + "/trading-client/target/image>"),
        run.stdout());
    assertTrue(run.stdout().endsWith("<trading.bench.compare.Main><--json><a b>"), run.stdout());
    assertTrue(Files.readString(mavenCalls).contains("-pl trading-bench -am"));
  }

  @Test
  void compareBuildsOnceAndTheImageWithIt() throws IOException {
    script().start("compare");
    script().start("compare");

    script().start("demo");

    assertEquals(1, builds());
  }

  @Test
  void compareIsBuiltWhereOnlyTheImageIsThere() throws IOException {
    script().start("demo");

    script().start("compare");

    assertEquals(2, builds());
  }

  @Test
  void compareIsBuiltAgainWhenASourceChanged() throws IOException {
    script().start("compare");
    write(root.resolve("trading-api/src/main/java/A.java"), "class B {}");
    script().start("demo");

    script().start("compare");

    assertEquals(3, builds());
  }

  @Test
  void compareGetsTheOptionsOfTheVirtualMachine() {
    Run run = script().with("TRADING_JAVA_OPTS", "-Xmx1g -Da=*").start("compare");

    assertTrue(run.stdout().contains("<-Xmx1g><-Da=*><-p>"), run.stdout());
  }

  private Run slowStart() {
    return script().with("MAVEN_SECONDS", "1").start();
  }

  private Program script() {
    return Program.at(root.resolve("trading"))
        .with("JAVA_HOME", temp.resolve("jdk").toString())
        .with("PATH", temp.resolve("bin") + ":" + System.getenv("PATH"));
  }

  private long builds() throws IOException {
    return Files.readAllLines(mavenCalls).size();
  }

  private static void write(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private static void executable(Path file, String commands) throws IOException {
    write(file, "#!/bin/sh\n" + commands);
    assertTrue(file.toFile().setExecutable(true));
  }
}

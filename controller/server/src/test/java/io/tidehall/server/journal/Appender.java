package io.tidehall.server.journal;

import java.nio.file.Path;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * A process that appends batches of random size to the journal of the folder it is given, and
 * prints the last number of each batch when it is acknowledged, until it is killed.
 */
final class Appender {
  private Appender() {}

  public static void main(String[] args) {
    RandomGenerator random = RandomGeneratorFactory.getDefault().create(Long.parseLong(args[1]));
    try (H2Journal journal = H2Journal.open(Path.of(args[0]))) {
      System.out.println("open " + journal.lastSeq());
      while (true) {
        long from = journal.lastSeq() + 1;
        long to = from + random.nextInt(1, 12) - 1;
        System.out.println("try " + from + " " + to);
        journal.append(Samples.entries(from, to));
        System.out.println("acknowledged " + to);
      }
    } catch (Journal.JournalException e) {
      System.out.println("refused " + e.getMessage());
    }
  }
}

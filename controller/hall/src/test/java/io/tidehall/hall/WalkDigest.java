package io.tidehall.hall;

import io.tidehall.hall.Walk.Step;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;

/** Prints one line that stands for all that was journalled on some walks by lot. */
final class WalkDigest {
  private WalkDigest() {}

  static String digest() throws NoSuchAlgorithmException {
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    for (int seed = 0; seed < 20; seed++) {
      Walk walk = Walk.through(RandomHall.plan(seed), steps(new Random(seed)));
      digest.update(walk.journal().toString().getBytes(StandardCharsets.UTF_8));
      digest.update(walk.state().toString().getBytes(StandardCharsets.UTF_8));
      walk.seen()
          .forEach(it -> digest.update(it.decision().toString().getBytes(StandardCharsets.UTF_8)));
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static List<Step> steps(Random lot) {
    List<Step> steps = new ArrayList<>();
    for (int i = 0; i < 150; i++) {
      steps.add(new Step(lot.nextInt(53), lot.nextInt(1000), lot.nextInt(1000), lot.nextInt(40)));
    }
    return steps;
  }

  public static void main(String[] args) throws NoSuchAlgorithmException {
    System.out.println(digest());
  }
}

package io.tidehall.hall.routing;

import io.tidehall.hall.ticket.PriorityClass;

/** Three numbers, one for each class; a class that is not one of the three counts as normal. */
record ClassOrder(int green, int booked, int normal) {
  int of(String priority) {
    return switch (priority) {
      case "green" -> green;
      case "booked" -> booked;
      default -> normal;
    };
  }

  static String zh(String priority) {
    return known(priority).zh();
  }

  static String en(String priority) {
    return known(priority).en();
  }

  private static PriorityClass known(String priority) {
    for (PriorityClass it : PriorityClass.values()) {
      if (it.id().equals(priority)) {
        return it;
      }
    }
    return PriorityClass.NORMAL;
  }
}

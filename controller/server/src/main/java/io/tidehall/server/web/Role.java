package io.tidehall.server.web;

import io.javalin.security.RouteRole;

/** Who may use a route. */
public enum Role implements RouteRole {
  /** Anybody, without signing in. */
  ANYONE,
  CLERK,
  MANAGER,
  ADMIN,
  /** The platform on which people book, with its key instead of a session. */
  PLATFORM
}

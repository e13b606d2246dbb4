package io.tidehall.hall;

/**
 * A command with its sender and an id that the sender made. A repeat of an accepted id gets the
 * first answer again and changes nothing.
 */
public record Request(String id, Actor actor, Command command) {}

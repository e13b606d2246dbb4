package io.tidehall.server;

import io.tidehall.server.hallfile.HallSetup;
import io.tidehall.server.web.Accounts;
import io.tidehall.server.web.Role;
import java.util.List;
import java.util.stream.Collectors;

/** Accounts of a hall file in the words of those who keep them. */
final class HallFileParts {
  private HallFileParts() {}

  static List<Accounts.Planned> accounts(HallSetup hall) {
    return hall.accounts().stream()
        .map(
            account ->
                new Accounts.Planned(
                    account.badge(),
                    account.name(),
                    account.roles().stream()
                        .map(role -> Role.valueOf(role.name()))
                        .collect(Collectors.toUnmodifiableSet()),
                    !hall.pinNetworks().isEmpty()))
        .toList();
  }
}

package io.tidehall.server.hallfile;

import static io.tidehall.server.hallfile.SmallHall.SMALL;
import static io.tidehall.server.hallfile.SmallHall.assertTold;
import static io.tidehall.server.hallfile.SmallHall.ready;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The networks from which a PIN works. */
class NetworkTest {
  @Test
  void aNetworkHoldsTheAddressesThatShareItsFirstBits() {
    var windows = Network.parse("192.168.10.128/25").orElseThrow();
    assertTrue(windows.contains("192.168.10.129"));
    assertTrue(windows.contains("::ffff:192.168.10.255"));
    assertFalse(windows.contains("192.168.10.127"));
    assertFalse(windows.contains("192.168.11.129"));
    assertFalse(windows.contains("fe80::1"));
    assertTrue(Network.parse("2001:db8::/33").orElseThrow().contains("2001:db8:7fff::1"));
    assertFalse(Network.parse("2001:db8::/33").orElseThrow().contains("2001:db8:8000::1"));
  }

  @Test
  void oneAddressAloneIsANetworkToo() {
    var one = Network.parse("10.0.0.7").orElseThrow();
    assertEquals(32, one.bits());
    assertTrue(one.contains("10.0.0.7"));
    assertFalse(one.contains("10.0.0.8"));
  }

  @Test
  void whatIsNoAddressIsNoNetworkAndNoNameIsLookedUp() {
    for (String text : List.of("", "localhost", "10.0.0", "10.0.0.0/", "10.0.0.0/33", "::1/-1")) {
      assertEquals(Optional.empty(), Network.parse(text), text);
    }
    assertFalse(Network.parse("0.0.0.0/0").orElseThrow().contains("localhost"));
  }

  @Test
  void aHallFileNamesThemAndAnyMistakeIsToldWithItsPlace() {
    assertEquals(List.of(), ready(SMALL).pinNetworks());
    var hall = ready(SMALL + "pinNetworks: [192.168.10.0/24, \"::1\"]\n");
    assertEquals(List.of(24, 128), hall.pinNetworks().stream().map(Network::bits).toList());
    assertTold(
        "pinNetworks[0]: expected an address or network such as 192.168.10.0/24, but it is"
            + " 'counter-3'",
        SMALL + "pinNetworks: [counter-3]\n");
  }

  @Test
  void aTrialHallTakesPinsOnItsOwnMachineAlone() {
    assertEquals(List.of(), ReadyHalls.township().pinNetworks());
    assertEquals(List.of(Network.LOOPBACK), ReadyHalls.trial().pinNetworks());
  }
}

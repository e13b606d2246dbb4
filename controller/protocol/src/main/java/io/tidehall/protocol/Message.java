package io.tidehall.protocol;

/** Everything that crosses the network as one JSON document, UTF-8. */
public sealed interface Message
    permits DeviceRequest,
        HallAnswer,
        PrintJob,
        Presence,
        DeviceStatus,
        DeviceSetup,
        ClockState,
        HallStatus,
        Catalogue,
        LinesState,
        BoardState,
        Announcements,
        WindowState {}

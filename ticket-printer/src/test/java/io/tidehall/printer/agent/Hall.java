package io.tidehall.printer.agent;

import io.tidehall.link.DeviceSession;
import io.tidehall.link.InMemoryBroker;
import io.tidehall.link.InMemoryLink;
import io.tidehall.link.LinkDeviceSession;
import io.tidehall.protocol.Act.ReportPrint;
import io.tidehall.protocol.Codec;
import io.tidehall.protocol.DeviceRequest;
import io.tidehall.protocol.DeviceStatus;
import io.tidehall.protocol.HallAnswer;
import io.tidehall.protocol.MalformedMessageException;
import io.tidehall.protocol.PrintJob;
import io.tidehall.protocol.Topics;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

package trading.bench.compare;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.StandardSocketOptions;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Function;
import trading.api.OrderEntry;
import trading.bench.compare.Step.Command;

/// Sends by the least HTTP/1.1 that a keep-alive socket can carry: one write, few reads.
///
/// It understands answers with a `Content-Length` only, which is what [OrderServer] gives.
final class SocketCaller implements Caller {
  private static final int BUFFER_BYTES = 1 << 14;
  private static final byte[] LENGTH = "content-length:".getBytes(StandardCharsets.US_ASCII);

  /// Where the status stands in `HTTP/1.1 200 OK`.
  private static final int STATUS_START = 9;

  private static final int STATUS_END = 12;

  private final OrderServer server = OrderServer.open();
  private final Function<OrderEntry, Desk> desks;
  private final Socket socket;
  private final InputStream in;
  private final byte[] ordersHead;
  private final byte[] cancellationsHead;
  private final byte[] buffer = new byte[BUFFER_BYTES];
  private int filled;

  /// @param desks who answers for an engine
  SocketCaller(Function<OrderEntry, Desk> desks) {
    this.desks = desks;
    String host = server.address().getHostString() + ":" + server.address().getPort();
    ordersHead = head(Wire.ORDERS, host);
    cancellationsHead = head(Wire.CANCELLATIONS, host);
    try {
      socket = new Socket(server.address().getAddress(), server.address().getPort());
      socket.setOption(StandardSocketOptions.TCP_NODELAY, true);
      in = socket.getInputStream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void connect(OrderEntry engine) {
    server.serve(desks.apply(engine));
  }

  @Override
  public Object send(Command command) {
    try {
      write(command);
      return read();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      server.close();
    }
  }

  private static byte[] head(String path, String host) {
    return ("POST "
            + path
            + " HTTP/1.1\r\nHost: "
            + host
            + "\r\nContent-Type: application/json\r\nContent-Length: ")
        .getBytes(StandardCharsets.US_ASCII);
  }

  private void write(Command command) throws IOException {
    byte[] head =
        switch (command) {
          case Step.Place _ -> ordersHead;
          case Step.Cancel _ -> cancellationsHead;
        };
    byte[] body = Wire.write(command);
    byte[] length = (body.length + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII);
    byte[] message = Arrays.copyOf(head, head.length + length.length + body.length);
    System.arraycopy(length, 0, message, head.length, length.length);
    System.arraycopy(body, 0, message, head.length + length.length, body.length);
    socket.getOutputStream().write(message);
  }

  private Reply read() throws IOException {
    filled = 0;
    int bodyStart = endOfHead();
    int length = contentLength(bodyStart);
    while (filled < bodyStart + length) {
      fill();
    }
    byte[] body = Arrays.copyOfRange(buffer, bodyStart, bodyStart + length);
    return HttpStatus.require(number(STATUS_START, STATUS_END), body);
  }

  private int endOfHead() throws IOException {
    int at = 0;
    while (true) {
      fill();
      for (; at + 4 <= filled; at++) {
        if (buffer[at] == '\r'
            && buffer[at + 1] == '\n'
            && buffer[at + 2] == '\r'
            && buffer[at + 3] == '\n') {
          return at + 4;
        }
      }
    }
  }

  private int contentLength(int headEnd) {
    for (int at = 0; at < headEnd; at++) {
      if (buffer[at] == '\n' && isLengthAt(at + 1)) {
        return number(at + 1 + LENGTH.length, headEnd);
      }
    }
    throw new IllegalStateException("an answer must have a Content-Length, was " + text(headEnd));
  }

  private boolean isLengthAt(int start) {
    for (int i = 0; i < LENGTH.length; i++) {
      byte b = buffer[start + i];
      byte small = b >= 'A' && b <= 'Z' ? (byte) (b + ('a' - 'A')) : b;
      if (small != LENGTH[i]) {
        return false;
      }
    }
    return true;
  }

  /// {@return the number that stands first from `start` on, after blanks}
  private int number(int start, int end) {
    int at = start;
    while (at < end && buffer[at] == ' ') {
      at++;
    }
    int value = 0;
    for (; at < end && buffer[at] >= '0' && buffer[at] <= '9'; at++) {
      value = 10 * value + buffer[at] - '0';
    }
    return value;
  }

  private void fill() throws IOException {
    if (filled == buffer.length) {
      throw new IllegalStateException("an answer must have at most " + filled + " bytes");
    }
    int read = in.read(buffer, filled, buffer.length - filled);
    if (read < 0) {
      throw new EOFException("the server closed the connection after " + text(filled));
    }
    filled += read;
  }

  private String text(int length) {
    return new String(buffer, 0, length, StandardCharsets.US_ASCII);
  }
}

"""A proxy on loopback that cuts connections while something is being sent through it."""

import socket
import threading
from contextlib import contextmanager, suppress


class CuttingProxy:
    """Forwards to a port. Once so many bytes have been sent it cuts, ``cuts`` times or, without, for good."""

    def __init__(self, port, allowed, cuts=None):
        self.sent = self.cut = 0
        self._port, self._allowed, self._cuts = port, allowed, cuts
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port = self._listener.getsockname()[1]

    def accept(self):
        while True:
            try:
                client, _ = self._listener.accept()
            except OSError:
                return
            server = socket.create_connection(("127.0.0.1", self._port))
            for source, sink, counts in ((client, server, True), (server, client, False)):
                threading.Thread(target=self._pump, args=(source, sink, counts), daemon=True).start()

    def close(self):
        self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()

    def _pump(self, source, sink, counts):
        try:
            while piece := source.recv(65536):
                if counts:
                    self.sent += len(piece)
                    if self.sent > self._allowed and (self._cuts is None or self.cut < self._cuts):
                        self.cut += 1
                        break
                sink.sendall(piece)
        except OSError:
            pass
        finally:
            for end in (source, sink):
                with suppress(OSError):
                    end.shutdown(socket.SHUT_RDWR)
                end.close()


@contextmanager
def cutting(port, allowed, cuts=None):
    proxy = CuttingProxy(port, allowed, cuts)
    threading.Thread(target=proxy.accept, daemon=True).start()
    try:
        yield proxy
    finally:
        proxy.close()

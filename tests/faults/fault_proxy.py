"""A proxy between the client and the engine, which does to the answers what networks and services do."""

import json
import threading
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.error import HTTPError
from urllib.request import Request, urlopen


@dataclass
class Answer:
    """What goes back to the client: the bytes after `sent_first` come one by one.

    Without a status nothing is sent: the connection is cut, or held until the proxy stops if it `is_held`.
    """

    status: int | None
    body: bytes
    headers: dict[str, str] = field(default_factory=dict)
    sent_first: int | None = None
    is_held: bool = False


Fault = Callable[[Answer], Answer]


class FaultProxy:
    """`faults` are applied to the next answers, one each; then the answers pass as they are."""

    def __init__(self, backend: str) -> None:
        self.backend = backend
        self.faults: deque[Fault] = deque()
        self.requests: list[str] = []
        self.stopped = threading.Event()
        self.address = ""

    def will(self, *faults: Fault) -> None:
        """Plan the faults of the next answers."""
        self.faults.extend(faults)


@contextmanager
def fault_proxy(backend: str) -> Iterator[FaultProxy]:
    """A proxy to this address, on a free port."""
    proxy = FaultProxy(backend)

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            self._pass(None)

        def do_POST(self) -> None:
            self._pass(self.rfile.read(int(self.headers["Content-Length"])))

        def _pass(self, body: bytes | None) -> None:
            proxy.requests.append(f"{self.command} {self.path}")
            headers = {"Content-Type": self.headers["Content-Type"]} if body is not None else {}
            answer = _asked(Request(proxy.backend + self.path, data=body, headers=headers))
            if proxy.faults:
                answer = proxy.faults.popleft()(answer)
            if answer.status is None:
                if answer.is_held:
                    proxy.stopped.wait()
                self.close_connection = True
                return
            self.send_response(answer.status)
            for name, value in answer.headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(answer.body)))
            self.end_headers()
            first = len(answer.body) if answer.sent_first is None else answer.sent_first
            try:
                self.wfile.write(answer.body[:first])
                for position in range(first, len(answer.body)):
                    if proxy.stopped.wait(0.05):
                        break
                    self.wfile.write(answer.body[position : position + 1])
                    self.wfile.flush()
            except (BrokenPipeError, ConnectionResetError):
                self.close_connection = True

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    proxy.address = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        yield proxy
    finally:
        proxy.stopped.set()
        server.shutdown()
        server.server_close()
        thread.join()


def refused(status: int, *, retry_after: str | None = None) -> Fault:
    """An error of the service."""
    return lambda _: Answer(status, b"no", {} if retry_after is None else {"Retry-After": retry_after})


def html(_: Answer) -> Answer:
    """A page instead of the answer, with status 200, as some gateways do."""
    return Answer(200, b"<!doctype html><title>Maintenance</title>", {"Content-Type": "text/html"})


def slow_bytes(answer: Answer) -> Answer:
    """One byte from time to time, for ever."""
    return Answer(answer.status, answer.body, answer.headers, sent_first=1)


def silent(_: Answer) -> Answer:
    """Nothing comes, and the connection stays."""
    return Answer(None, b"", is_held=True)


def cut(_: Answer) -> Answer:
    """The connection is closed before any answer."""
    return Answer(None, b"")


def truncated(answer: Answer) -> Answer:
    """A CSV that stops in the middle of its second row, as users of the service report."""
    lines = answer.body.decode("utf-8").splitlines(keepends=True)
    return Answer(200, ("".join(lines[:2]) + lines[2][: len(lines[2]) // 2]).encode("utf-8"))


def reordered(answer: Answer) -> Answer:
    """A CSV whose rows come last first."""
    header, *rows = answer.body.decode("utf-8").splitlines(keepends=True)
    return Answer(200, (header + "".join(reversed(rows))).encode("utf-8"))


def in_commune(insee_code: str) -> Fault:
    """An answer that places the street in another commune."""
    return _with_features(lambda feature: feature["properties"].update(citycode=insee_code))


def at(*point: object) -> Fault:
    """An answer whose coordinates are these."""
    return _with_features(lambda feature: feature["geometry"].update(coordinates=list(point)))


def scored(score: object) -> Fault:
    """An answer whose score is this."""
    return _with_features(lambda feature: feature["properties"].update(score=score))


def _with_features(change: Callable[[dict[str, dict[str, object]]], None]) -> Fault:
    def fault(answer: Answer) -> Answer:
        document = json.loads(answer.body)
        features: Sequence[dict[str, dict[str, object]]] = document["features"]
        for feature in features:
            change(feature)
        return Answer(200, json.dumps(document).encode("utf-8"))

    return fault


def _asked(request: Request) -> Answer:
    try:
        with urlopen(request, timeout=30) as response:
            return Answer(response.status, response.read(), {"Content-Type": response.headers["Content-Type"]})
    except HTTPError as error:
        return Answer(error.code, error.read())

"""Many visitors at once: a client that speaks Streamlit's websocket protocol, without a browser."""

import asyncio
import json
import random
import re
import statistics
import time
from collections.abc import Sequence
from dataclasses import dataclass, field

import websockets
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

PARTS = "ptce_parties"
"""The element of the filters, the count and the list."""
ARRIVALS_PER_S = 30
CONNECTIONS = 6
"""What a browser opens to one host."""


@dataclass
class Report:
    """What the sessions saw: seconds from a click to the end of its run, seconds to arrive, and what went wrong."""

    clicks_s: list[float] = field(default_factory=list)
    arrivals_s: list[float] = field(default_factory=list)
    bytes_per_click: list[int] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)

    def line(self) -> str:
        """One line for a person: medians, 95th percentiles, errors."""
        return (
            f"{len(self.arrivals_s)} arrivals p50 {_ms(self.arrivals_s, 50)} p95 {_ms(self.arrivals_s, 95)} · "
            f"{len(self.clicks_s)} clicks p50 {_ms(self.clicks_s, 50)} p95 {_ms(self.clicks_s, 95)} · "
            f"{statistics.median(self.bytes_per_click or [0]):.0f} B a click · {len(self.errors)} errors"
        )


def _ms(seconds: Sequence[float], percentile: int) -> str:
    if len(seconds) < 2:
        return "–"
    return f"{1000 * statistics.quantiles(seconds, n=100, method='inclusive')[percentile - 1]:.0f} ms"


class Visitor:
    """One session: it arrives, learns the ids of the facet panel, then ticks and unticks boxes."""

    def __init__(self, port: int, report: Report) -> None:
        self._url = f"ws://127.0.0.1:{port}/_stcore/stream"
        self._report = report
        self._element = self._fragment = self._page = ""
        self._asked = self._answered = 0

    async def live(self, *, codes: Sequence[str], period_s: float, counted_from: float, until: float) -> None:
        """Arrive, then click every `period_s`; clicks count from `counted_from` to `until` (monotonic seconds)."""
        try:
            async with websockets.connect(
                self._url, subprotocols=["streamlit"], max_size=None, open_timeout=60
            ) as link:
                await self.arrive(link)
                await asyncio.sleep(random.uniform(0, period_s))
                while time.monotonic() < until:
                    begun = time.monotonic()
                    size = await self._run(link, self._click(random.sample(codes, k=random.randint(0, 2))))
                    assert self._answered == self._asked, "the counts are not those of this click"
                    if begun >= counted_from:
                        self._report.clicks_s.append(time.monotonic() - begun)
                        self._report.bytes_per_click.append(size)
                    await asyncio.sleep(max(0.0, period_s - (time.monotonic() - begun)))
        except (OSError, TimeoutError, websockets.WebSocketException, AssertionError) as error:
            self._report.errors.append(f"{type(error).__name__}: {error}")

    async def arrive(self, link: websockets.ClientConnection) -> None:
        """The first run of the page."""
        begun = time.monotonic()
        await self._run(link, BackMsg(rerun_script={"query_string": ""}))
        self._report.arrivals_s.append(time.monotonic() - begun)

    def _click(self, codes: Sequence[str]) -> BackMsg:
        message = BackMsg()
        rerun = message.rerun_script
        rerun.page_script_hash = self._page
        rerun.fragment_id = self._fragment
        widget = rerun.widget_states.widgets.add()
        widget.id = f"$$STREAMLIT_INTERNAL_KEY_{self._element}__events"
        self._asked = time.time_ns() // 1_000_000
        chosen = {"serie": self._asked, "chosen": {"secteur": list(codes)}, "q": ""}
        answer = {"partie": "filtres", "valeur": chosen}
        widget.json_trigger_value = json.dumps([{"event": "demande", "value": answer}])
        return message

    async def _run(self, link: websockets.ClientConnection, message: BackMsg) -> int:
        """Send and read until the script has finished; the bytes received."""
        await link.send(message.SerializeToString())
        size = 0
        while True:
            frame = await asyncio.wait_for(link.recv(), timeout=60)
            size += len(frame)
            forward = ForwardMsg.FromString(frame)
            kind = forward.WhichOneof("type")
            if kind == "delta":
                self._learn(forward)
            elif kind == "navigation":
                self._page = forward.navigation.page_script_hash
            elif kind == "script_finished":
                assert forward.script_finished in (
                    ForwardMsg.FINISHED_SUCCESSFULLY,
                    ForwardMsg.FINISHED_FRAGMENT_RUN_SUCCESSFULLY,
                ), f"the script ended with {forward.script_finished}"
                return size

    def _learn(self, forward: ForwardMsg) -> None:
        element = forward.delta.new_element
        kind = element.WhichOneof("type")
        assert kind not in ("exception", "alert"), element.exception.message or element.alert.body
        if kind == "bidi_component" and element.bidi_component.component_name == PARTS:
            self._element = element.bidi_component.id
            self._fragment = forward.delta.fragment_id
            self._answered = json.loads(element.bidi_component.json)["filtres"]["serie"]


async def load(*, port: int, sessions: int, codes: Sequence[str], period_s: float, duration_s: float) -> Report:
    """`sessions` visitors, 30 a second, who click every `period_s`; counted for `duration_s` once all are there."""
    report = Report()
    arriving_s = sessions / ARRIVALS_PER_S
    counted_from = time.monotonic() + arriving_s + period_s
    until = counted_from + duration_s

    async def one() -> None:
        await asyncio.sleep(random.uniform(0, arriving_s))
        visitor = Visitor(port, report)
        await visitor.live(codes=codes, period_s=period_s, counted_from=counted_from, until=until)

    await asyncio.gather(*(one() for _ in range(sessions)))
    return report


async def arrive_cold(*, port: int, paths: Sequence[str], visitors: int, within_s: float) -> list[float]:
    """Seconds until each visitor has all the files of a first visit, over six connections, and the page's first run."""

    async def one() -> float:
        await asyncio.sleep(random.uniform(0, within_s))
        begun = time.monotonic()
        left = list(reversed(paths[1:]))
        await _fetch(port, [paths[0]])
        await asyncio.gather(*(_fetch(port, left) for _ in range(CONNECTIONS)))
        url = f"ws://127.0.0.1:{port}/_stcore/stream"
        async with websockets.connect(url, subprotocols=["streamlit"], max_size=None, open_timeout=60) as link:
            await Visitor(port, Report()).arrive(link)
        return time.monotonic() - begun

    return list(await asyncio.gather(*(one() for _ in range(visitors))))


async def _fetch(port: int, left: list[str]) -> None:
    """Ask over one connection for what is left, until nothing is."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    while left:
        writer.write(f"GET {left.pop()} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nAccept-Encoding: br\r\n\r\n".encode())
        head = (await reader.readuntil(b"\r\n\r\n")).lower()
        assert head.startswith(b"http/1.1 200"), head.split(b"\r\n")[0]
        length = re.search(rb"content-length: (\d+)", head)
        assert length, head
        await reader.readexactly(int(length[1]))
    writer.close()

"""A connection that one may cut: a relay on this machine between the browser and a server that may change."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event, Thread

from tests.browser.server import free_port


class Link:
    """Relays 127.0.0.1:`port` to `target`; cut, it keeps silent as a dead network does, and nothing is refused."""

    def __init__(self, target: int) -> None:
        self.port = free_port()
        self.target = target
        self._loop = asyncio.new_event_loop()
        self._open, self._ended = asyncio.Event(), asyncio.Event()
        self.listens = Event()
        self._pairs: set[asyncio.StreamWriter] = set()

    @property
    def url(self) -> str:
        """Address of the site behind the link."""
        return f"http://127.0.0.1:{self.port}"

    def cut(self) -> None:
        """From now on no byte passes, in any direction, and no connection ends."""
        self._loop.call_soon_threadsafe(self._open.clear)

    def mend(self) -> None:
        """New connections pass again; those of before are dropped, as routers do."""
        self.hang_up()
        self._loop.call_soon_threadsafe(self._open.set)

    def hang_up(self) -> None:
        """End all connections."""

        def close() -> None:
            for writer in list(self._pairs):
                writer.transport.abort()

        self._loop.call_soon_threadsafe(close)

    def serve(self) -> None:
        """Relay until `stop`."""
        self._loop.run_until_complete(self._serve())
        self._loop.close()

    def stop(self) -> None:
        """End everything."""
        self._loop.call_soon_threadsafe(self._ended.set)

    async def _serve(self) -> None:
        self._open.set()
        server = await asyncio.start_server(self._relay, "127.0.0.1", self.port)
        self.listens.set()
        await self._ended.wait()
        server.close()
        others = asyncio.all_tasks() - {asyncio.current_task()}
        for task in others:
            task.cancel()
        await asyncio.gather(*others, return_exceptions=True)
        for writer in self._pairs:
            writer.transport.abort()
        await asyncio.sleep(0.1)  # what is aborted is closed at the loop's next turns

    async def _relay(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._pairs.add(writer)
        try:
            await self._open.wait()
            there, to_there = await asyncio.open_connection("127.0.0.1", self.target)
            self._pairs.add(to_there)
            await asyncio.gather(self._pass(reader, to_there), self._pass(there, writer))
        except (OSError, asyncio.CancelledError):
            pass
        finally:
            writer.transport.abort()

    async def _pass(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            while data := await reader.read(65536):
                await self._open.wait()
                writer.write(data)
                await writer.drain()
        except OSError:
            pass
        writer.transport.abort()


@contextmanager
def link_to(target: int) -> Iterator[Link]:
    """A link to the server at this port, until the end of the block."""
    link = Link(target)
    thread = Thread(target=link.serve, daemon=True)
    thread.start()
    link.listens.wait(timeout=10)
    try:
        yield link
    finally:
        link.stop()
        thread.join(timeout=5)

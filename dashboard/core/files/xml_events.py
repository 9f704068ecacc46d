"""XML read as it comes, never as a tree: what a file holds of no use to us costs nothing, and entities are refused."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Protocol
from xml.parsers import expat

from dashboard.errors import UnreadableFile

_DEEPEST = 200


class Handler(Protocol):
    """What is told of each element: its name without prefix, its attributes as they are written, its text."""

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """An element opens."""

    def end(self, name: str) -> None:
        """An element closes."""

    def text(self, data: str) -> None:
        """Text of the element that is open; it may come in several times."""


def feed(chunks: Iterable[bytes], handler: Handler) -> Iterator[None]:
    """Tell the handler what each chunk holds, then give the hand back; expat.ExpatError for what is no XML.

    UnreadableFile for a DOCTYPE, which could declare entities, and for elements in elements without end.
    """
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = _refuse
    local: dict[str, str] = {}
    depth = 0

    def start(name: str, attributes: dict[str, str]) -> None:
        nonlocal depth
        depth += 1
        if depth > _DEEPEST:
            raise UnreadableFile("unsafe_xml")
        handler.start(local.get(name) or _local(name, local), attributes)

    def end(name: str) -> None:
        nonlocal depth
        depth -= 1
        handler.end(local[name])

    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = handler.text
    for chunk in chunks:
        parser.Parse(chunk)
        yield
    parser.Parse(b"", True)
    yield


def walk(content: bytes, start: Callable[[str, Mapping[str, str]], None]) -> None:
    """Tell each element of a small document, in order."""

    class Elements:
        def start(self, name: str, attributes: Mapping[str, str]) -> None:
            start(name, attributes)

        def end(self, name: str) -> None: ...

        def text(self, data: str) -> None: ...

    for _ in feed([content], Elements()):
        pass


def _local(name: str, known: dict[str, str]) -> str:
    """The name without its prefix; a file of ever new names does not fill the memory."""
    if len(known) > 10_000:
        raise UnreadableFile("unsafe_xml")
    return known.setdefault(name, name.rpartition(":")[2])


def _refuse(*_: object) -> None:
    raise UnreadableFile("unsafe_xml")

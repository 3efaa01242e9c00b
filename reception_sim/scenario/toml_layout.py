"""Where everything stands in a TOML text, which no TOML library tells: for line numbers and for editing."""

import re
import tomllib
from dataclasses import dataclass, field
from enum import Enum, auto
from functools import cached_property
from typing import Final

from reception_sim.scenario.problems import FieldPath

_BLANK: Final = re.compile(r"(?:[ \t\r\n]|#[^\n]*)*")
_SPACES: Final = re.compile(r"[ \t]*")
_REST_OF_LINE: Final = re.compile(r"[ \t]*(?:#[^\n]*)?(?:\r?\n)?")
_KEY_PART: Final = re.compile(r"""[A-Za-z0-9_-]+|"(?:\\.|[^"\\\n])*"|'[^'\n]*'""")
_STRING: Final = re.compile(
    r'"""(?:\\.|[^\\])*?"{3,5}' + r"|'''.*?'{3,5}" + r'|"(?:\\.|[^"\\\n])*"' + r"|'[^'\n]*'", re.DOTALL
)
_WORD: Final = re.compile(r"[^,\]}#\r\n]+")


class Shape(Enum):
    """What kind of value stands there."""

    SCALAR = auto()
    ARRAY = auto()
    INLINE_TABLE = auto()


@dataclass(frozen=True)
class Value:
    """A value's text, *start* to *end*; its key, if it has one of its own, begins at *key_start*."""

    shape: Shape
    start: int
    end: int
    key_start: int


@dataclass
class Statement:
    """A line (or several) key = value: *key_start* to *end*, which is the start of the next line."""

    path: FieldPath
    key_start: int
    end: int


@dataclass
class Block:
    """A table's header and the statements under it; the first block of a file has no header and no path."""

    path: FieldPath
    start: int
    header_end: int
    statements: list[Statement] = field(default_factory=list)

    @property
    def end(self) -> int:
        """Return where the line after the last statement starts; later comments belong to what follows."""
        return self.statements[-1].end if self.statements else self.header_end


@dataclass
class Layout:
    """The blocks of a text in their order, and every value with its path."""

    text: str
    blocks: list[Block] = field(default_factory=list)
    values: dict[FieldPath, Value] = field(default_factory=dict)

    def parts_of(self, path: FieldPath) -> FieldPath:
        """Return the keys of the table, or the row numbers of the list, that the text has at *path*."""
        return tuple(self._parts.get(path, ()))

    @cached_property
    def _parts(self) -> dict[FieldPath, dict[str | int, None]]:
        parts: dict[FieldPath, dict[str | int, None]] = {}
        for path in (*(block.path for block in self.blocks), *self.values):
            for length, part in enumerate(path):
                parts.setdefault(path[:length], {})[part] = None
        return parts


def lay_out(text: str) -> Layout:
    """Return where everything stands in *text*, which must be valid TOML 1.0."""
    return _Scanner(text).scan()


class _Scanner:
    """Reads a TOML text from top to bottom once."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._at = 0
        self._rows: dict[FieldPath, int] = {}
        self._layout = Layout(text, [Block((), 0, 0)])

    def scan(self) -> Layout:
        self._skip(_BLANK)
        while self._at < len(self._text):
            if self._text[self._at] == "[":
                self._header()
            else:
                block = self._layout.blocks[-1]
                start = self._at
                path = self._pair(block.path)
                self._skip(_REST_OF_LINE)
                block.statements.append(Statement(path, start, self._at))
            self._skip(_BLANK)
        return self._layout

    def _header(self) -> None:
        start = self._at
        is_row = self._text.startswith("[[", start)
        self._at += 2 if is_row else 1
        path = self._resolve(self._key(), is_row=is_row)
        self._at += 2 if is_row else 1
        self._skip(_REST_OF_LINE)
        self._layout.blocks.append(Block(path, start, self._at))

    def _resolve(self, keys: FieldPath, *, is_row: bool) -> FieldPath:
        """Return the path that a header names: within the last row of each array of tables on the way."""
        path: FieldPath = ()
        for key in keys[:-1]:
            path = self._last_row((*path, key))
        path = (*path, keys[-1])
        if is_row:
            self._rows[path] = self._rows.get(path, -1) + 1
            return (*path, self._rows[path])
        return path

    def _last_row(self, path: FieldPath) -> FieldPath:
        return (*path, self._rows[path]) if path in self._rows else path

    def _pair(self, table: FieldPath) -> FieldPath:
        key_start = self._at
        path = table + self._key()
        self._at += 1  # =
        self._skip(_SPACES)
        self._value(path, key_start)
        return path

    def _key(self) -> FieldPath:
        """Read a key of one or more parts up to what follows it."""
        parts: FieldPath = ()
        while True:
            self._skip(_SPACES)
            parts = (*parts, self._key_part())
            self._skip(_SPACES)
            if self._text[self._at] != ".":
                return parts
            self._at += 1

    def _key_part(self) -> str:
        part = self._take(_KEY_PART)
        return str(tomllib.loads(f"key = {part}")["key"]) if part[0] in "\"'" else part

    def _value(self, path: FieldPath, key_start: int) -> None:
        start = self._at
        match self._text[start]:
            case "[":
                shape = Shape.ARRAY
                self._array(path)
            case "{":
                shape = Shape.INLINE_TABLE
                self._inline_table(path)
            case '"' | "'":
                shape = Shape.SCALAR
                self._take(_STRING)
            case _:
                shape = Shape.SCALAR
                self._at = start + len(self._take(_WORD).rstrip())
        self._layout.values[path] = Value(shape, start, self._at, key_start)

    def _array(self, path: FieldPath) -> None:
        self._at += 1
        self._skip(_BLANK)
        row = 0
        while self._text[self._at] != "]":
            self._value((*path, row), self._at)
            row += 1
            self._skip(_BLANK)
            if self._text[self._at] == ",":
                self._at += 1
                self._skip(_BLANK)
        self._at += 1

    def _inline_table(self, path: FieldPath) -> None:
        self._at += 1
        self._skip(_BLANK)
        while self._text[self._at] != "}":
            self._pair(path)
            self._skip(_BLANK)
            if self._text[self._at] == ",":
                self._at += 1
                self._skip(_BLANK)
        self._at += 1

    def _skip(self, pattern: re.Pattern[str]) -> None:
        found = pattern.match(self._text, self._at)
        assert found is not None  # each of these patterns also matches nothing
        self._at = found.end()

    def _take(self, pattern: re.Pattern[str]) -> str:
        found = pattern.match(self._text, self._at)
        if found is None:
            raise ValueError(f"not TOML at character {self._at}")
        self._at = found.end()
        return found[0]

"""A scenario as TOML: tables for places and roles, rows for routes and injects, the rest on one line."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import Final

from reception_sim.scenario.problems import FieldPath

_BARE_KEY: Final = re.compile(r"[A-Za-z0-9_-]+")
_TABLES: Final = (
    "populations",
    "entry_points",
    "stations",
    "sites",
    "exits",
    "staff",
    "equipment",
    "vehicles",
    "supplies",
    "objectives",
)
_ROWS: Final = ("routes", "already_there", "contingency", "injects", "standards", "sources", "assumptions", "ranges")
_ORDER: Final = (
    "populations",
    "entry_points",
    "stations",
    "routes",
    "sites",
    "exits",
    "already_there",
    "staff",
    "equipment",
    "vehicles",
    "supplies",
    "contingency",
    "injects",
    "objectives",
    "standards",
    "sources",
    "assumptions",
    "ranges",
)


def document_text(document: Mapping[str, object]) -> str:
    """Return a whole document as text: what is said of it all, then table by table."""
    plain = {key: value for key, value in document.items() if key not in _ORDER or not value}
    blocks = ["".join(statement_text((key,), value) for key, value in plain.items())]
    for name in _ORDER:
        blocks.extend(_blocks((name,), document.get(name) or {}))
    return "\n".join(blocks)


def is_tables(path: FieldPath) -> bool:
    """Tell whether each part of the table at *path* is a table of its own, under a header."""
    return len(path) == 1 and path[0] in _TABLES


def is_rows(path: FieldPath) -> bool:
    """Tell whether each row of the list at *path* has a header of its own."""
    in_entry_point = len(path) == 3 and path[0] == "entry_points" and path[2] == "arrivals"
    return in_entry_point or (len(path) == 1 and path[0] in _ROWS)


def table_text(path: FieldPath, table: Mapping[str, object]) -> str:
    """Return the table or row at *path* with its header, and the rows in it below."""
    name = ".".join(key_text(str(part)) for part in path if isinstance(part, str))
    header = f"[[{name}]]" if isinstance(path[-1], int) else f"[{name}]"
    inner = {key: value for key, value in table.items() if is_rows((*path, key)) and value}
    own = "".join(statement_text((key,), value) for key, value in table.items() if key not in inner)
    blocks = [block for key, rows in inner.items() for block in _blocks((*path, key), rows)]
    return "\n".join([f"{header}\n{own}", *blocks])


def statement_text(keys: Sequence[str], value: object) -> str:
    """Return one line: key = value."""
    return f"{'.'.join(map(key_text, keys))} = {value_text(value)}\n"


def key_text(key: str) -> str:
    """Return *key* as TOML writes it, in quotes where it must be."""
    return key if _BARE_KEY.fullmatch(key) else _string(key)


def value_text(value: object) -> str:
    """Return *value* as TOML writes it on one line; a text of several lines keeps them."""
    match value:
        case bool():
            return "true" if value else "false"
        case int() | float():
            return repr(value)
        case str():
            return _lines(value) if "\n" in value else _string(value)
        case datetime():
            return value.isoformat()
        case Mapping():
            parts = ", ".join(f"{key_text(str(key))} = {value_text(part)}" for key, part in value.items())
            return f"{{ {parts} }}" if parts else "{}"
        case list() | tuple():
            return _list(value)
        case _:
            raise TypeError(f"a scenario has no {type(value).__name__}")


def _blocks(path: FieldPath, tables: object) -> Iterator[str]:
    if isinstance(tables, Mapping):
        yield from (table_text((*path, key), table) for key, table in tables.items())
    elif isinstance(tables, list):
        yield from (table_text((*path, row), table) for row, table in enumerate(tables))


def _list(values: Sequence[object]) -> str:
    text = ", ".join(map(value_text, values))
    return f"[ {text} ]" if any(isinstance(value, Mapping) for value in values) else f"[{text}]"


def _string(text: str) -> str:
    # a JSON string is a TOML string, but for one letter
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007F")


def _lines(text: str) -> str:
    lines = "\n".join(_string(line)[1:-1] for line in text.split("\n"))
    return f'"""\n{lines}"""'

"""Changes in a TOML text, place by place, so that everything else stays as a person wrote it."""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from typing import Final, TypeAlias

from reception_sim.scenario.problems import FieldPath
from reception_sim.scenario.toml_layout import Layout, Shape, Value, lay_out
from reception_sim.scenario.toml_text import is_rows, is_tables, statement_text, table_text, value_text

Span: TypeAlias = tuple[int, int, str]

_AFTER_ELEMENT: Final = re.compile(r"[ \t]*(,?)[ \t]*(#[^\n]*)?")
_BLANK_LINES: Final = re.compile(r"(?:[ \t]*\n)+")


class CannotEdit(Exception):  # noqa: N818 - no error: the text is written anew instead
    """A change for which the text has no obvious place."""


@dataclass(frozen=True)
class Change:
    """What a text says now, what it must say, and of that what does not go without saying."""

    old: object
    new: object
    needed: object

    def at(self, key: str | int, new_row: int | None = None) -> "Change":
        """Return the change of one key, or of one row that has another number afterwards."""
        after = key if new_row is None else new_row
        return Change(_inner(self.old, key), _inner(self.new, after), _inner(self.needed, after))


@dataclass(frozen=True)
class _Row:
    """A row that stays or changes (with an old and a new number), goes, or comes after an old one."""

    old: int | None
    new: int | None
    after: int = -1


def edited(text: str, change: Change) -> str:
    """Return *text*, which says change.old, so that it says change.new; CannotEdit if it cannot."""
    editor = _Editor(lay_out(text))
    editor.change_table((), change)
    return editor.result()


@dataclass
class _Editor:
    """Collects new texts for spans of the old one, and puts them in together."""

    layout: Layout
    spans: list[Span] = field(default_factory=list)

    def result(self) -> str:
        parts, reached = [], 0
        for start, end, new in sorted(self.spans, key=lambda span: span[:2]):
            if start < reached:
                raise CannotEdit
            parts += [self.layout.text[reached:start], new]
            reached = end
        return "".join([*parts, self.layout.text[reached:]])

    def change_table(self, path: FieldPath, change: Change) -> None:
        """Change what differs in a table, wherever the text says it."""
        new, needed = _mapping(change.new), _mapping(change.needed)
        present = [key for key in self.layout.parts_of(path) if isinstance(key, str)]
        for key in present:
            if key in new:
                self._change_value((*path, key), change.at(key))
            else:
                self._remove((*path, key))
        before = None
        for key in new:
            if key not in present and key in needed:
                self._add(path, key, needed[key], before)
            before = key if key in present else before

    def _change_value(self, path: FieldPath, change: Change) -> None:
        value = self.layout.values.get(path)
        if change.old == change.new:
            return
        if value is None:
            self._change_blocks(path, change)
        elif value.shape is Shape.INLINE_TABLE and self._keeps_its_keys(path, change):
            self.change_table(path, change)
        elif value.shape is Shape.ARRAY and isinstance(change.new, list) and change.old and change.new:
            self._change_elements(path, value, change)
        else:
            needed = change.new if change.needed is None else change.needed
            self.spans.append((value.start, value.end, value_text(needed)))

    def _keeps_its_keys(self, path: FieldPath, change: Change) -> bool:
        same = list(_mapping(change.old)) == list(_mapping(change.new))
        return same and _mapping(change.needed).keys() <= set(self.layout.parts_of(path))

    def _change_blocks(self, path: FieldPath, change: Change) -> None:
        if isinstance(change.new, Mapping):
            self.change_table(path, change)
            return
        for row in self._rows(path, change):
            if row.old is not None and row.new is not None:
                self.change_table((*path, row.old), change.at(row.old, row.new))
            elif row.old is not None:
                self._remove((*path, row.old))
            elif row.new is not None:
                table = _mapping(_inner(change.needed, row.new))
                self._insert_row(path, row.after, table_text((*path, row.new), table))

    def _change_elements(self, path: FieldPath, array: Value, change: Change) -> None:
        """Change an array element by element: the comments between them stay."""
        for row in self._rows(path, change):
            if row.old is not None and row.new is not None:
                self._change_value((*path, row.old), change.at(row.old, row.new))
            elif row.old is not None:
                self._remove_element(self.layout.values[*path, row.old])
            elif row.new is not None:
                text = value_text(_inner(change.needed, row.new))
                self._insert_element(array, self.layout.values.get((*path, row.after)), text)

    def _rows(self, path: FieldPath, change: Change) -> Iterator[_Row]:
        if not isinstance(change.old, list) or len(change.old) != len(self.layout.parts_of(path)):
            raise CannotEdit
        assert isinstance(change.new, list)
        alike = SequenceMatcher(None, _marks(change.old), _marks(change.new), autojunk=False)
        for _, old, old_end, new, new_end in alike.get_opcodes():
            both = min(old_end - old, new_end - new)
            yield from (_Row(old + row, new + row) for row in range(both))
            yield from (_Row(row, None) for row in range(old + both, old_end))
            yield from (_Row(None, row, after=old_end - 1) for row in range(new + both, new_end))

    def _remove(self, path: FieldPath) -> None:
        """Remove what says *path*; comments on lines of their own stay, for they may be about more."""
        before = len(self.spans)
        for block in self.layout.blocks:
            if block.path[: len(path)] == path:
                self._remove_lines(block.start, block.end)
                continue
            for statement in block.statements:
                if statement.path[: len(path)] == path:
                    self._remove_lines(statement.key_start, statement.end)
        if len(self.spans) == before:
            raise CannotEdit

    def _remove_lines(self, start: int, end: int) -> None:
        text = self.layout.text
        start = text.rfind("\n", 0, start) + 1
        self.spans.append((start, end, ""))
        blank = _BLANK_LINES.match(text, end)
        if blank is not None and (start == 0 or text[:start].endswith("\n\n")):
            self.spans.append((end, blank.end(), ""))

    def _add(self, path: FieldPath, key: str, value: object, before: str | None) -> None:
        """Add a key, after the one *before* it where that stands there."""
        if is_tables((*path, key)) and isinstance(value, Mapping) and value:
            for name, table in value.items():
                self._insert_block(path, table_text((*path, key, name), _mapping(table)))
        elif is_rows((*path, key)) and isinstance(value, list) and value:
            for row, table in enumerate(value):
                self._insert_block(path, table_text((*path, key, row), _mapping(table)))
        elif is_tables(path):
            self._insert_block((*path, before) if before else path, table_text((*path, key), _mapping(value)))
        else:
            self._insert_statement(path, key, value, before)

    def _insert_block(self, path: FieldPath, text: str) -> None:
        """Insert a table with its header after all that the text has under *path*."""
        under = [block for block in self.layout.blocks if block.path[: len(path)] == path]
        if not under:
            raise CannotEdit
        self._insert(under[-1].end, f"\n{text}")

    def _insert_row(self, path: FieldPath, after: int, text: str) -> None:
        if after >= 0:
            self._insert_block((*path, after), text)
            return
        first = next(block.start for block in self.layout.blocks if block.path == (*path, 0))
        self.spans.append((first, first, f"{text}\n"))

    def _insert_statement(self, path: FieldPath, key: str, value: object, before: str | None) -> None:
        block = next((block for block in self.layout.blocks if block.path == path), None)
        if block is None:
            raise CannotEdit
        ends = {statement.path: statement.end for statement in block.statements}
        self._insert(ends.get((*path, before or ""), block.end), statement_text((key,), value))

    def _insert(self, at: int, text: str) -> None:
        starts_a_line = at == 0 or self.layout.text[at - 1] == "\n"
        self.spans.append((at, at, text if starts_a_line else f"\n{text}"))

    def _remove_element(self, element: Value) -> None:
        text = self.layout.text
        after = _AFTER_ELEMENT.match(text, element.end)
        assert after is not None  # it also matches nothing
        line_start = text.rfind("\n", 0, element.start) + 1
        if not text[line_start : element.start].strip() and text[after.end() : after.end() + 1] == "\n":
            self.spans.append((line_start, after.end() + 1, ""))
        else:
            comma = after.end(1)
            spaces = len(text[comma:]) - len(text[comma:].lstrip(" "))
            self.spans.append((element.start, comma + spaces, ""))

    def _insert_element(self, array: Value, before: Value | None, new: str) -> None:
        text = self.layout.text
        if before is None:
            self.spans.append((array.start + 1, array.start + 1, f" {new},"))
            return
        after = _AFTER_ELEMENT.match(text, before.end)
        assert after is not None  # it also matches nothing
        line_start = text.rfind("\n", 0, before.start) + 1
        indent = text[line_start : before.start]
        if indent.strip() or text[after.end() : after.end() + 1] != "\n":
            self.spans.append((before.end, before.end, f", {new}"))
            return
        if not after[1]:
            self.spans.append((before.end, before.end, ","))
        self.spans.append((after.end(), after.end(), f"\n{indent}{new},"))


def _marks(rows: list[object]) -> list[str]:
    return [json.dumps(row, default=str) for row in rows]


def _inner(value: object, key: str | int) -> object:
    if isinstance(value, Mapping):
        return value.get(key)
    if isinstance(value, list) and isinstance(key, int) and key < len(value):
        return value[key]
    return None


def _mapping(value: object) -> Mapping[str, object]:
    return value if isinstance(value, Mapping) else {}

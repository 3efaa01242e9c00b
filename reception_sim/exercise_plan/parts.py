"""What every part of an exercise shares: strictness, and time as plain seconds that a file keeps to the last bit."""

from typing import Annotated, Final, TypeAlias

from pydantic import ConfigDict, Field

STRICT: Final = ConfigDict(extra="forbid", populate_by_name=True, defer_build=True)

# Since the scenario's start, or a length of time; a file says them as numbers, so that not a bit is lost.
Seconds: TypeAlias = Annotated[float, Field(ge=0, allow_inf_nan=False)]
LongText: TypeAlias = Annotated[str, Field(max_length=20_000)]
ShortText: TypeAlias = Annotated[str, Field(max_length=200)]
CellName: TypeAlias = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]*$", max_length=60)]

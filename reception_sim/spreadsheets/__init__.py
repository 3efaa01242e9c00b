"""Lists that leave as spreadsheets and come back: the master scenario events list as Excel and CSV."""

from reception_sim.spreadsheets.grid import Grid, GridError, GridRow, text_of
from reception_sim.spreadsheets.grid_reading import read_grids
from reception_sim.spreadsheets.msel_columns import (
    ColumnMapping,
    MselColumn,
    best_grid,
    columns_headed,
    suggested_mapping,
    title_of,
)
from reception_sim.spreadsheets.msel_reading import RefusedRow, TakenList, take_msel
from reception_sim.spreadsheets.msel_writing import is_list_name, write_msel

__all__ = [
    "ColumnMapping",
    "Grid",
    "GridError",
    "GridRow",
    "MselColumn",
    "RefusedRow",
    "TakenList",
    "best_grid",
    "columns_headed",
    "is_list_name",
    "read_grids",
    "suggested_mapping",
    "take_msel",
    "text_of",
    "title_of",
    "write_msel",
]

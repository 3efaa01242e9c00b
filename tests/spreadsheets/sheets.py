"""Spreadsheets as people make them, written row by row."""

import csv

import openpyxl


def csv_file(folder, *rows, encoding="utf-8", separator=","):
    path = folder / "list.csv"
    with path.open("w", encoding=encoding, newline="") as file:
        csv.writer(file, delimiter=separator).writerows(rows)
    return path


def workbook(folder, *rows, change=lambda sheet: None):
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    change(book.active)
    book.save(folder / "list.xlsx")
    return folder / "list.xlsx"

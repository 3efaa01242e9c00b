"""Files of counts: how many persons came when."""

from datetime import date, datetime

import pytest

from reception_sim.scenario.counts import CountsError, read_counts
from reception_sim.scenario.text_files import FileError


@pytest.fixture
def counts(tmp_path):
    def read(text: str):
        path = tmp_path / "arrivals.csv"
        path.write_bytes(text.encode())
        return read_counts(path)

    return read


def at(text: str) -> datetime:
    return datetime.fromisoformat(text)


def test_that_counts_of_dates_are_read(counts):
    assert counts("date,persons\n2023-09-11,1997\n2023-09-12,4829\n") == (
        (date(2023, 9, 11), 1997),
        (date(2023, 9, 12), 4829),
    )


def test_that_counts_of_local_times_are_read(counts):
    rows = counts("time,count\n2023-09-11 06:00,20\n2023-09-11T07:30:00,0\n")

    assert rows == ((at("2023-09-11 06:00"), 20), (at("2023-09-11 07:30"), 0))
    assert all(isinstance(moment, datetime) for moment, _ in rows)


def test_that_midnight_is_a_time_and_not_a_date(counts):
    rows = counts("time,count\n2023-09-11 00:00,20\n2023-09-12 00:00,5\n")

    assert all(isinstance(moment, datetime) for moment, _ in rows)


@pytest.mark.parametrize(
    "text",
    [
        "Day;Arrivals\n2023-09-11;7\n",
        "source\tdate\tpersons\nX\t2023-09-11\t7\n",
        '"date","persons"\r\n"2023-09-11","7"\r\n',
        "\ufeffdate,persons\n2023-09-11,7\n\n",
        "date,cumulative,daily\n2023-09-11,100,7\n",
        "Report date,Newly arrived,Source\n#date+reported,#affected+arrivals,#meta\n2023-09-11,7,A\n",
        "#date,#affected\n2023-09-11,7\n",
        "Stock,Day,New\n#affected+stock,#date,#affected\n100,2023-09-11,7\n",
    ],
)
def test_that_columns_are_found_by_name_or_hxl_tag_whatever_divides_them(counts, text):
    assert counts(text) == ((date(2023, 9, 11), 7),)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "a column of dates is missing"),
        ("when,persons\n2023-09-11,7\n", "a column of dates is missing: the first row must name one date"),
        ("date,how many\n2023-09-11,7\n", "a column of counts is missing"),
        ("date,persons\n", "there is no row with a count"),
        ("date,persons,persons\n2023-09-11,7,8\n", "2 are called persons"),
        ("#date,#affected+f,#affected+m\n2023-09-11,7,8\n", "2 are called #affected"),
        ("date,persons\n2023-09-11,7\n2023-09-11,8\n", "order of time"),
        ("date,persons\n2023-09-12,7\n2023-09-11,8\n", "order of time"),
        ("date,persons\n2023-09-11,7\n2023-09-12 06:00,8\n", "some rows have a time of day"),
        ("date,persons\n2023-09-11 06:00,8\n", "two at least"),
    ],
)
def test_that_a_table_that_is_no_list_of_counts_is_refused(counts, text, reason):
    with pytest.raises(CountsError) as caught:
        counts(text)

    assert reason in str(caught.value)


def test_that_every_wrong_row_is_told_with_its_number(counts):
    with pytest.raises(CountsError) as caught:
        counts("date,persons\n2023-09-11,1\n11.9.2023,2\n2023-09-13,1 000\n2023-09-14\n2023-09-15,-4\n2023-09-16Z,4\n")

    assert [fault.partition(":")[0] for fault in caught.value.args] == ["row 3", "row 4", "row 5", "row 6", "row 7"]
    assert 'found "11.9.2023"' in caught.value.args[0]
    assert 'found "1 000"' in caught.value.args[1]


def test_that_a_time_with_an_offset_is_refused(counts):
    with pytest.raises(CountsError, match="without an offset"):
        counts("date,persons\n2023-09-11 06:00+02:00,1\n2023-09-11 07:00+02:00,1\n")


def test_that_a_file_that_is_no_text_is_refused(tmp_path):
    path = tmp_path / "arrivals.csv"
    path.write_bytes(b"PK\x03\x04\x00")

    with pytest.raises(FileError, match="binary"):
        read_counts(path)

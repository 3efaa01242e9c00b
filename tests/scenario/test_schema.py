"""The format as JSON Schema."""

import pytest

from reception_sim.scenario import json_schema
from reception_sim.scenario.schema import fields_at, forms_at, schema_at
from reception_sim.scenario.stations import StationPlan

SCHEMA = json_schema()
PARTS = {name: part for name, part in SCHEMA["$defs"].items() if part.get("type") == "object"}
DOCUMENT = {"stations": {"desk": {"service_time": {"distribution": "uniform", "min": "1 min"}}}}


def test_that_the_schema_names_its_dialect():
    assert SCHEMA["$schema"] == "https://json-schema.org/draft/2020-12/schema"


@pytest.mark.parametrize("name", PARTS)
def test_that_every_field_has_a_title(name):
    assert all(field.get("title") for field in PARTS[name].get("properties", {}).values())


def test_that_no_part_may_have_fields_that_the_format_does_not_know():
    assert all(part["additionalProperties"] is False for name, part in PARTS.items() if name != "JsonValue")
    assert SCHEMA["additionalProperties"] is False


def test_that_fields_stand_in_the_order_in_which_plans_declare_them():
    assert list(PARTS["StationPlan"]["properties"]) == list(StationPlan.__dataclass_fields__)
    assert list(PARTS["RoutePlan"]["properties"]) == ["from", "to", "when", "share", "by"]
    assert list(SCHEMA["properties"])[:3] == ["format", "title", "summary"]


def test_that_quantities_say_their_unit():
    site = PARTS["SitePlan"]["properties"]

    assert site["covered_area_m2"]["anyOf"][0]["unit"] == "m2"
    assert site["water_l_per_day"]["unit"] == "l/day"
    assert PARTS["Resupply"]["properties"]["lead_time"]["format"] == "duration with unit"
    assert "20 min" in PARTS["Resupply"]["properties"]["lead_time"]["examples"]


def test_that_a_limit_may_be_a_number_or_a_time():
    options = PARTS["StandardPlan"]["properties"]["at_most"]["anyOf"]
    types = [option["type"] for inner in options for option in inner.get("anyOf", [inner])]

    assert types == ["number", "string", "null"]


def test_that_counts_and_shares_say_their_bounds():
    posts = PARTS["StationPlan"]["properties"]["posts"]
    absence = PARTS["StaffPlan"]["properties"]["absence"]

    assert (posts["type"], posts["minimum"]) == ("integer", 0)
    assert (absence["type"], absence["minimum"], absence["maximum"]) == ("number", 0, 1)


def test_that_the_fields_of_a_table_are_those_of_the_form_it_has_chosen():
    assert fields_at(("stations", "desk", "service_time"), DOCUMENT) == ("distribution", "min", "max")


def test_that_a_table_that_has_not_chosen_may_be_any_of_several_forms():
    assert set(forms_at(("stations", "desk", "patience"), DOCUMENT)) == {
        "constant", "uniform", "triangular", "exponential", "lognormal", "gamma", "normal",
    }  # fmt: skip


def test_that_what_the_format_does_not_know_has_no_schema():
    assert schema_at(("nothing", "at", "all"), DOCUMENT) == {}
    assert fields_at(("title",), DOCUMENT) == ()

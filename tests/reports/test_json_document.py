"""The JSON document is a promise: its keys, their units and their meaning."""

import json

import pytest

from reception_sim.reports.json_document import json_document, json_text
from reception_sim.run import run_whole
from reception_sim.statistics import measure
from tests.reports.contents import replicated, single

DOCUMENT = {"scenario", "seed", "replications", "engine", "persons", "indicators", "stations", "sites"}
INDICATOR = {"id", "place", "label", "unit", "mean", "half_width", "p50", "p95", "standard", "met"}
STATION = {
    "id", "wait_mean_min", "wait_mean_half_width_min", "wait_p95_min", "wait_max_min", "queue_mean", "queue_max",
    "utilisation", "served_persons", "served_groups",
}  # fmt: skip
SITE = {"id", "capacity", "occupancy_max", "occupancy_mean", "occupancy_at_end"}


def read(content):
    return json.loads(json_text(content, "border_post_basics"))


@pytest.mark.parametrize("content", [single(), replicated()], ids=["one run", "replications"])
def test_that_the_promised_keys_are_there(content):
    document = read(content)

    assert set(document) >= DOCUMENT
    assert document["scenario"] == {"id": "border_post_basics", "title": "Border post basics"}
    assert set(document["persons"]) >= {"arrived", "completed", "left", "in_system"}
    assert all(set(indicator) >= INDICATOR for indicator in document["indicators"])
    assert all(set(station) >= STATION for station in document["stations"])
    assert all(set(site) >= SITE for site in document["sites"])


def test_that_times_are_in_minutes():
    content, document = single(), read(single())

    for figures, station in zip(content.figures.stations, document["stations"], strict=True):
        assert station["wait_mean_min"] == pytest.approx(figures.waits.mean / 60)
        assert station["wait_max_min"] == pytest.approx(figures.waits.maximum / 60)


def test_that_a_standard_of_time_has_its_limit_in_minutes():
    indicators = read(single())["indicators"]

    waiting = next(each for each in indicators if each["id"] == "waiting_time" and each["standard"])
    assert (waiting["place"], waiting["unit"]) == ("registration", "min")
    assert waiting["standard"]["limit"] == 120.0
    assert waiting["standard"]["source"]
    assert waiting["met"] is False


def test_that_an_indicator_of_the_whole_system_has_no_place():
    indicators = {each["id"]: each for each in read(single())["indicators"]}

    assert indicators["time_to_registration"]["place"] is None
    assert indicators["occupancy"]["place"] == "transit_centre"
    assert indicators["queue"]["standard"] is None
    assert indicators["queue"]["met"] is None


def test_that_one_run_has_no_half_width():
    document = read(single())

    assert {station["wait_mean_half_width_min"] for station in document["stations"]} == {None}
    assert {indicator["half_width"] for indicator in document["indicators"]} == {None}


def test_that_replications_have_one():
    document = read(replicated())

    assert all(station["wait_mean_half_width_min"] > 0 for station in document["stations"])


@pytest.mark.parametrize("content", [single(), replicated()], ids=["one run", "replications"])
def test_that_people_are_conserved(content):
    persons = read(content)["persons"]

    assert persons["arrived"] == pytest.approx(persons["completed"] + persons["left"] + persons["in_system"])


def test_that_people_of_one_run_are_whole():
    persons = read(single())["persons"]

    assert all(isinstance(persons[name], int) for name in ("arrived", "completed", "left", "in_system"))


def test_that_the_figures_are_those_of_the_run():
    content = single()
    figures = measure(run_whole(content.scenario, content.seed), content.scenario)

    document = json_document(content, "x")

    assert document["persons"]["arrived"] == figures.persons.arrived
    assert [site["occupancy_max"] for site in document["sites"]] == [site.occupancy_max for site in figures.sites]
    assert [station["queue_mean"] for station in document["stations"]] == [
        station.queue_mean for station in figures.stations
    ]


def test_that_figures_are_means_over_the_replications():
    content = replicated()

    document = read(content)

    assert document["replications"] == 4
    assert document["sites"][0]["occupancy_mean"] == pytest.approx(content.estimates.sites[0].occupancy_mean.mean)
    assert document["stations"][2]["wait_max_of_all_min"] >= document["stations"][2]["wait_max_min"]

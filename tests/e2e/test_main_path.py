"""The main job in a real browser: from an empty project to a status on paper; and a real municipality's files."""

from __future__ import annotations

import csv
import io
import shutil
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path

import openpyxl
import pypdf
import pytest

from tests.e2e.serving_app import serving
from tests.e2e.visitor import Visitor
from tests.own_project import csv_file

COLUMNS = ("Dato", "Medarbejder", "Målgruppe", "Arbejdsgang", "Minutter", "Antal")
BASELINE, FOLLOW_UP = (date(2024, 1, 8), date(2024, 1, 21)), (date(2024, 5, 6), date(2024, 5, 19))
EMPLOYEES = ("ABE", "ÆBL", "DKR", "FRØ", "HAN", "JÅN", "LIS", "MIA")
PERMITS = Path(__file__).parents[1] / "statistics" / "oracle" / "v8_real_permits_quarter" / "data.csv"


def measured(first: date, *shares: float) -> Iterator[tuple[date, str, str, str, float, int]]:
    """Five days of eight employees, who spend about ten minutes an application, or in turn these shares of it."""
    for place, employee in enumerate(EMPLOYEES):
        for day in range(5):
            minutes = shares[place % len(shares)] * (18 + 2 * (place % 3) + day % 2)
            yield first + timedelta(days=day), employee, "Superbrugere", "Visitation", minutes, 2


def danish_csv() -> bytes:
    """As Danish Excel saves it: cp1252, semicolons, decimal commas."""
    written = io.StringIO(newline="")
    writer = csv.writer(written, delimiter=";")
    writer.writerow(COLUMNS)
    for day, *labels, minutes, count in measured(BASELINE[0], 1):
        writer.writerow([f"{day:%d-%m-%Y}", *labels, f"{minutes:.1f}".replace(".", ","), count])
    return written.getvalue().encode("cp1252")


def workbook() -> bytes:
    book = openpyxl.Workbook()
    for row in (COLUMNS, *measured(FOLLOW_UP[0], 0.27, 0.33)):
        book.active.append(row)
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


@pytest.fixture(scope="module")
def own_address(example_data: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with serving(shutil.copytree(example_data, tmp_path_factory.mktemp("own") / "data")) as address:
        yield address


def start_project(visitor: Visitor, organisation: str, system: str, go_live: date) -> None:
    visitor.open("/project")
    visitor.click("Start et tomt projekt")
    visitor.fill("Organisation", organisation)
    visitor.fill("System eller forandring", system)
    visitor.pick_days(go_live)
    visitor.reads(f"{organisation} · {system}")


def plan_goal(visitor: Visitor, name: str, item: str, workflow: str, target: int) -> None:
    visitor.go("Mål og delmål")
    visitor.fill("Kort navn", name)
    visitor.add_words("Arbejdsgange og delaktiviteter", workflow)
    visitor.fill("Tiden måles pr.", item)
    visitor.click("Opret målet")
    visitor.reads(f"Målet »{name}« er oprettet.")
    visitor.fill("Mål: så mange procent mindre tid", str(target))
    visitor.reads(f"er reduceret med {target} %")


def plan_rounds(visitor: Visitor, *windows: tuple[date, date]) -> None:
    """Each is proposed, and then moved."""
    visitor.go("Målerunder")
    for place, window in enumerate(windows):
        with visitor.rerun():
            visitor.main.get_by_role("button", name="Planlæg").click()
        visitor.reads(f"Eftermåling {place}" if place else "Baselinemåling")
        visitor.pick_days(*window)
        visitor.reads("Perioden er flyttet siden.")


def upload(visitor: Visitor, round_name: str, name: str, content: bytes, rows: str) -> None:
    visitor.go("Indlæs måling")
    visitor.choose("Målerunde", round_name)
    visitor.upload(name, content)
    visitor.reads("Det vil tælle")
    visitor.click("Gem målingen")
    visitor.reads(f"{rows} rækker fra {name} er gemt.")


def test_from_an_empty_project_to_a_status_on_paper(own_address: str, visit: Callable[..., Visitor]) -> None:
    visitor = visit(own_address)
    start_project(visitor, "Solby Kommune", "Digital ansøgning", date(2024, 3, 4))
    plan_goal(visitor, "Visitation af ansøgninger", "ansøgning", "Visitation", 50)
    plan_rounds(visitor, BASELINE, FOLLOW_UP)
    upload(visitor, "Baselinemåling", "basismåling.csv", danish_csv(), "40")
    upload(visitor, "Eftermåling 1", "eftermåling.xlsx", workbook(), "40")
    visitor.go("Overblik")
    visitor.reads("Projektets ene mål er bekræftet nået.")
    visitor.main.get_by_role("link", name="Se målet").click()
    visitor.settle()
    visitor.reads(
        "Tiden pr. ansøgning er faldet 70 % siden baselinemålingen. Målet på 50 % er nået, og det er bekræftet."
    )
    visitor.go("Statusrapport")
    pdf = pypdf.PdfReader(io.BytesIO(visitor.download("Hent som PDF")))
    words = " ".join(" ".join(page.extract_text() for page in pdf.pages).replace("\u00a0", " ").split())
    assert "Tiden pr. ansøgning er faldet 70 % siden baselinemålingen." in words
    assert "Solby Kommune" in words
    assert visitor.download("Hent side 1 som PNG").startswith(b"\x89PNG")


def permits(wave: str) -> bytes:
    """The registrations of one wave as the file that the municipality would have."""
    with PERMITS.open(encoding="utf-8", newline="") as file:
        header, *rows = list(csv.reader(file))
    return csv_file([row for row in rows if row[0] == wave], header)


def test_a_real_municipality_reads_why_75_per_cent_may_be_10_or_93(
    own_address: str, visit: Callable[..., Visitor]
) -> None:
    visitor = visit(own_address)
    start_project(visitor, "Gemeente", "Tilladelser", date(2011, 5, 2))
    plan_goal(visitor, "Modtagelse af ansøgninger", "trin", "Modtagelse", 85)
    visitor.fill("Frist: måneder efter idriftsættelse", "9")
    visitor.click("Tilføj delmål")
    visitor.fill("Delmål 1: måneder efter idriftsættelse", "3")
    visitor.fill("Delmål 1: procent mindre tid", "50")
    visitor.add_words("Delmål 1: aktivitet", "Kursus i scanning")
    visitor.reads("Delmålet mangler en tidlig indikator.")
    plan_rounds(visitor, (date(2011, 1, 3), date(2011, 3, 31)), (date(2011, 9, 1), date(2011, 11, 30)))
    for round_name, wave, rows in (("Baselinemåling", "baseline", "1.216"), ("Eftermåling 1", "followup", "1.257")):
        visitor.go("Indlæs måling")
        visitor.choose("Målerunde", round_name)
        visitor.upload(f"{wave}.csv", permits(wave))
        if wave == "baseline":
            visitor.choose("Hvad er »Municipality« i planen?", "Ny: tilføj »Municipality« til planen")
        visitor.click("Gem målingen")
        visitor.reads(f"{rows} rækker fra {wave}.csv er gemt.")
    visitor.go("Ét mål")
    visitor.reads("Én medarbejder bærer 87 % af usikkerheden i baselinemålingen.")
    visitor.reads("Derfor kan et målt fald på 75 % i virkeligheden være alt fra 10 % til 93 %.")
    visitor.reads("Uafklaret")
    visitor.reads("Delmål: −50 %")
    assert_charts_are_drawn(visitor)


def assert_charts_are_drawn(visitor: Visitor) -> None:
    """Every chart has marks, and they do not lie upon each other."""
    charts = visitor.main.get_by_test_id("stVegaLiteChart")
    charts.first.locator(".mark-symbol path").first.wait_for()
    assert charts.count() == 2
    for chart in charts.all():
        boxes = [mark.bounding_box() for mark in chart.locator(".mark-symbol path").all()]
        assert len({round(box["x"]) for box in boxes if box} | {round(box["y"]) for box in boxes if box}) > 2
    trajectory = [mark.bounding_box() for mark in charts.first.locator(".mark-symbol path").all()]
    assert len({round(box["x"]) for box in trajectory if box}) >= 2
    assert visitor.page.get_by_test_id("stException").count() == 0

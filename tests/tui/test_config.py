"""The settings: the file of the user, what the reader remembers, and what is told of a wrong entry."""

from __future__ import annotations

import dataclasses
import json
from pathlib import Path

import pytest

from tests.tui.conftest import OpenReader
from tui import config, language
from tui.config import Settings, load, remember, remember_row, row_of

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def environ(tmp_path: Path) -> dict[str, str]:
    return {"BIENBAN_CONFIG": str(tmp_path / "c.toml"), "BIENBAN_STATE": str(tmp_path / "deep" / "s.json")}


def written(environ: dict[str, str], text: str) -> Settings:
    Path(environ["BIENBAN_CONFIG"]).write_text(text, encoding="utf-8")
    return load(environ)


def test_without_a_file_all_is_default(environ: dict[str, str]) -> None:
    assert load(environ) == Settings()


def test_the_file_is_read(environ: dict[str, str]) -> None:
    settings = written(
        environ,
        'theme = "light"\nlanguage = "vi"\nmeasure = 60\nread_after = 0\nexport_folder = "x"\n[keys]\ntag = "m"',
    )
    assert settings == Settings("light", "vi", 60, 0, "x", {"tag": ("m",)})


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('thme = "dark"', "there is no setting “thme”; did you mean “theme”?"),
        ("zzz = 1", "there is no setting “zzz”"),
        ('theme = "pink"', "theme must be one of dark, light, ansi-dark, ansi-light"),
        ('language = "fr"', "language must be one of en, vi"),
        ("measure = 3", "measure must be a whole number from 30 to 200"),
        ("measure = true", "measure must be a whole number from 30 to 200"),
        ('measure = "wide"', "measure must be a whole number from 30 to 200"),
        ('export_folder = " "', "export_folder must be a text that is not empty"),
        ('[keys]\ntagg = "m"', "keys: there is no action “tagg”; did you mean “tag”?"),
    ],
)
def test_a_wrong_entry_is_told_with_its_file_and_the_default_holds(
    environ: dict[str, str], text: str, told: str
) -> None:
    settings = written(environ, text)
    assert settings.problems == (told,)
    assert settings.complaint("?") == f"{environ['BIENBAN_CONFIG']}: {told}"
    assert dataclasses.replace(settings, problems=(), file="") == Settings()


def test_the_other_entries_hold(environ: dict[str, str]) -> None:
    settings = written(environ, 'measure = 3\ntheme = "light"\nnonsense = 1')
    assert settings.theme == "light"
    assert len(settings.problems) == 2


def test_a_file_that_is_no_toml(environ: dict[str, str]) -> None:
    [told] = written(environ, "theme = \nmeasure").problems
    assert "line 1" in told


def test_a_file_in_another_encoding(environ: dict[str, str]) -> None:
    Path(environ["BIENBAN_CONFIG"]).write_bytes("theme = 'tối'".encode("utf-16"))
    assert load(environ).problems == ("is not UTF-8",)


def test_a_file_that_is_a_folder(environ: dict[str, str]) -> None:
    Path(environ["BIENBAN_CONFIG"]).mkdir()
    assert len(load(environ).problems) == 1


def test_a_key_that_would_speak_to_the_terminal_is_told_harmlessly(environ: dict[str, str]) -> None:
    [told] = written(environ, '"\\u001b]0;x\\u0007" = 1').problems
    assert "\x1b" not in told


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({}, "en"),
        ({"LANG": "vi_VN.UTF-8"}, "vi"),
        ({"LANG": "vi_VN.UTF-8", "LC_ALL": "C.UTF-8"}, "en"),
        ({"LANG": "en_US.UTF-8", "LC_MESSAGES": "vi"}, "vi"),
        ({"LANG": "de_DE"}, "en"),
    ],
)
def test_the_language_is_that_of_the_locale(
    environ: dict[str, str], environment: dict[str, str], language: str
) -> None:
    assert load({**environ, **environment}).language == language


def test_what_is_remembered_yields_to_the_file(environ: dict[str, str]) -> None:
    assert remember("theme", "light", environ)
    assert load(environ).theme == "light"
    assert written(environ, 'theme = "dark"').theme == "dark"
    assert json.loads(Path(environ["BIENBAN_STATE"]).read_text(encoding="utf-8")) == {"theme": "light"}


def test_the_last_row_is_remembered_of_each_archive(environ: dict[str, str]) -> None:
    for number in range(60):
        assert remember_row(Path(f"/a{number}.db"), f"key{number}", environ)
    assert remember("theme", "light", environ)
    assert row_of(Path("/a59.db"), environ) == "key59"
    assert row_of(Path("/a10.db"), environ) == "key10"
    assert row_of(Path("/a9.db"), environ) is None  # the oldest go


@pytest.mark.parametrize("state", ['{"rows": 3}', '{"rows": {"/a.db": 3}}', "{}"])
def test_a_spoilt_memory_of_rows_costs_nothing(environ: dict[str, str], state: str) -> None:
    Path(environ["BIENBAN_STATE"]).parent.mkdir()
    Path(environ["BIENBAN_STATE"]).write_text(state, encoding="utf-8")
    assert row_of(Path("/a.db"), environ) is None


@pytest.mark.parametrize("state", ["", "[1]", '{"theme": "pink"}', '{"theme": 3}', "\x00"])
def test_a_spoilt_memory_costs_nothing(environ: dict[str, str], state: str) -> None:
    path = Path(environ["BIENBAN_STATE"])
    path.parent.mkdir()
    path.write_text(state, encoding="utf-8")
    assert load(environ) == Settings()


def test_what_cannot_be_remembered_is_no_error(environ: dict[str, str], tmp_path: Path) -> None:
    (tmp_path / "deep").write_text("a file where a folder is wanted", encoding="utf-8")
    assert not remember("theme", "light", environ)


def test_the_usual_places_are_those_of_the_user() -> None:
    assert config.config_path({}).name == "config.toml"
    assert config.state_path({}).name == "reader.json"
    assert config.config_path({}).parent.name == "bienban"


def test_the_manual_has_every_setting_with_its_default() -> None:
    manual = (ROOT / "docs" / "settings.md").read_text(encoding="utf-8")
    for field in dataclasses.fields(Settings):
        if field.name not in ("problems", "file"):
            assert f"| `{field.name}` |" in manual
    for name in ("measure", "read_after"):
        assert f"| `{name}` | {getattr(Settings(), name)} |" in manual


async def test_the_reader_says_what_was_wrong(reader: OpenReader) -> None:
    async with reader(settings=Settings(problems=("there is no setting “thme”",), file="c.toml")) as driver:
        assert driver.message == "c.toml: there is no setting “thme”"


async def test_of_many_wrong_entries_the_first_is_told_and_the_help_lists_all(
    reader: OpenReader, environ: dict[str, str]
) -> None:
    settings = written(environ, "\n".join(f"zzz{number} = {number}" for number in range(6)))
    async with reader(settings=settings, size=(200, 40)) as driver:
        file = environ["BIENBAN_CONFIG"]
        assert driver.message == f"{file}: 6 entries are wrong (? lists them); the first: {settings.problems[0]}"
        await driver.press("?")
        for number in range(6):
            assert f"! there is no setting “zzz{number}”" in driver.text()
        assert driver.text().count(file) == 1


def test_the_file_is_told_from_the_home_folder(environ: dict[str, str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Path, "home", lambda: Path(environ["BIENBAN_CONFIG"]).parent)
    assert written(environ, "zzz = 1").complaint("?") == "~/c.toml: there is no setting “zzz”"


async def test_the_measure_is_that_of_the_settings(reader: OpenReader) -> None:
    widths = []
    for measure in (40, 60):
        async with reader(size=(200, 40), settings=Settings(read_after=0, measure=measure)) as driver:
            await driver.press("down")
            lines = [line.split("││")[1].strip() for line in driver.text().splitlines() if line.count("││") == 2]
            widths.append(max(len(line) for line in lines))
    assert widths[0] <= 40 < widths[1] <= 60


async def test_the_theme_is_remembered(reader: OpenReader) -> None:
    async with reader() as driver:
        await driver.press("T")
    assert load().theme == "light"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('measure = 3\nlanguage = "vi"', "measure phải là số nguyên từ 30 đến 200"),
        ('language = "vi"\n[keys]\ntagg = "m"', "keys: không có thao tác “tagg”; ý bạn là “tag”?"),
        ('language = "vi"\n[keys]\ntag = "ctrl+q"', "keys: tag không dùng được “ctrl+q”: phím này luôn để thoát"),
    ],
)
def test_a_wrong_entry_is_told_in_the_language_of_the_file(environ: dict[str, str], text: str, told: str) -> None:
    assert written(environ, text).problems == (told,)
    assert language.current() == language.ENGLISH

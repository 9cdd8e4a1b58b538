"""Bytes to text: what can be read is read alike in every encoding; the rest is refused with reason and advice."""

import codecs
import pickle
import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from importers import decoding
from importers.decoding import decode
from importers.problems import ImportProblem
from tests.importers.told import is_well_told

TEXT = "Chiều 3/4, đồng chí Lò Văn Bến chủ trì hội nghị.\n\nCác đại biểu dự hội nghị\n"


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode(),
        TEXT.encode("utf-8-sig"),
        TEXT.encode("utf-16"),
        codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"),
        TEXT.encode("utf-16-le"),
        TEXT.encode("utf-16-be"),
        TEXT.encode("utf-32"),
        TEXT.replace("\n", "\r\n").encode(),
        TEXT.replace("\n", "\r").encode("utf-16"),
        unicodedata.normalize("NFD", TEXT).encode(),
    ],
)
def test_every_encoding_gives_the_same_text(data: bytes) -> None:
    assert decode(data) == TEXT


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty"),
        (b" \r\n\t\n", "empty"),
        (codecs.BOM_UTF8, "no words"),
        (b"12/12/2022 --- 14:30\n", "no words"),
        (b"%PDF-1.7 ...", "PDF"),
        (b"PK\x03\x04" + bytes(40), "zip"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(40), "Office"),
        (b"\x89PNG\r\n\x1a\n" + bytes(40), "picture"),
        (b"\xff\xd8\xff\xe0" + bytes(40), "picture"),
        (b"SQLite format 3\x00" + bytes(40), "database"),
        (b"{\\rtf1 hello}", "RTF"),
        (b"hello\x00world, this is odd", "binary"),
        (bytes(range(256)) * 8, "binary"),
        (bytes(range(1, 32)) * 20, "binary"),
        ("Hội nghị".encode("utf-16") + b"\x00", "no encoding"),
        (b"Th\xe0nh ph\xf4\xec", "no encoding"),
        (b"B\xedm th\xad \xb8\xb5\xae", "no encoding"),
        (b"<!DOCTYPE html>\n<html><p>Hoi nghi</p></html>", "web page"),
        (b"\n  <HTML><body>Hoi nghi</body>", "web page"),
    ],
)
def test_what_cannot_be_read_says_why_and_what_to_do(data: bytes, reason: str) -> None:
    with pytest.raises(ImportProblem) as caught:
        decode(data)
    assert reason in caught.value.reason
    assert len(caught.value.advice) > 10
    assert is_well_told(caught.value.reason, caught.value.advice)


@pytest.mark.parametrize(("magic", "name", "advice"), decoding._FORMATS)
def test_other_formats_are_told_by_how_they_begin(magic: bytes, name: str, advice: str) -> None:
    with pytest.raises(ImportProblem, match=f"it is {re.escape(name)}") as caught:
        decode(magic + bytes(8))
    assert caught.value.advice == advice
    assert is_well_told(caught.value.reason, advice)


def test_a_problem_passes_between_processes() -> None:
    problem = pickle.loads(pickle.dumps(ImportProblem("it is empty", "Leave it out")))
    assert (problem.reason, problem.advice, str(problem)) == ("it is empty", "Leave it out", "it is empty")


@given(st.binary(max_size=400))
def test_any_bytes_give_text_or_a_problem(data: bytes) -> None:
    try:
        text = decode(data)
    except ImportProblem as problem:
        assert is_well_told(problem.reason, problem.advice)
    else:
        assert "\r" not in text
        assert unicodedata.is_normalized("NFC", text)
        assert any(c.isalpha() for c in text)


@given(st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc"]), min_size=1))
def test_decoding_gives_back_what_was_written(text: str) -> None:
    written = unicodedata.normalize("NFC", "Chữ " + text)
    assert decode(written.encode()) == written
    assert decode(written.encode("utf-16")) == written

from __future__ import annotations

import hashlib
import io
import os
import sys
from pathlib import Path

import pytest

from annotator.ingest import read_sources
from annotator.ingest.files import MAX_BYTES
from annotator.model import Problem


def problem_of(*inputs: str | Path | tuple[str, str]) -> Problem:
    result = read_sources(inputs)
    assert result.sources == ()
    (problem,) = result.problems
    return problem


def write(folder: Path, name: str, content: str | bytes = "The ferry sank.") -> Path:
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def test_a_folder_gives_its_texts_in_order_of_name_without_hidden_files_and_sub_folders(tmp_path: Path) -> None:
    for name in ("b.md", "A.txt", "c.TXT", ".hidden.txt", "data.json"):
        write(tmp_path, name)
    (tmp_path / "sub").mkdir()
    write(tmp_path / "sub", "d.txt")

    result = read_sources([tmp_path])

    assert [Path(s.path).name for s in result.sources] == ["A.txt", "b.md", "c.TXT"]
    assert result.problems == ()


def test_documents_of_other_kinds_in_a_folder_are_named_and_the_rest_is_read(tmp_path: Path) -> None:
    write(tmp_path, "a.txt")
    write(tmp_path, "b.pdf", b"%PDF-1.4")

    result = read_sources([tmp_path])

    assert len(result.sources) == 1
    assert [Path(p.path or "").name for p in result.problems] == ["b.pdf"]


def test_the_hash_is_of_the_bytes_and_the_text_is_the_file_with_line_feeds(tmp_path: Path) -> None:
    raw = b"\xef\xbb\xbfThe ferry\r\nsank.\rAll left.\n"

    (source,) = read_sources([write(tmp_path, "a.txt", raw)]).sources

    assert source.text == "The ferry\nsank.\nAll left.\n"
    assert source.sha256 == hashlib.sha256(raw).hexdigest()


def test_a_pair_is_read_under_its_name() -> None:
    (source,) = read_sources([("wire", "The ferry\r\nsank.")]).sources

    assert (source.path, source.text) == ("wire", "The ferry\nsank.")


def test_standard_input_is_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"The ferry sank.")))

    (source,) = read_sources(["-", "-"]).sources

    assert (source.path, source.text) == ("-", "The ferry sank.")


def test_a_file_given_twice_or_by_its_folder_too_is_read_once(tmp_path: Path) -> None:
    path = write(tmp_path, "a.txt")

    assert len(read_sources([path, tmp_path, str(tmp_path / "." / "a.txt")]).sources) == 1


def test_one_unreadable_input_does_not_fail_the_others(tmp_path: Path) -> None:
    result = read_sources([tmp_path / "none.txt", write(tmp_path, "a.txt")])

    assert len(result.sources) == 1
    assert "no such file" in result.problems[0].message


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("a.txt", b"", "is empty"),
        ("a.txt", b" \n\t\n", "nothing but blanks"),
        ("a.txt", b"--- 123 ---", "no words"),
        ("a.txt", bytes(range(256)) * 9, "binary"),
        ("a.txt", b"%PDF-1.7 and so on", "PDF"),
        ("a.txt", b"PK\x03\x04 and so on", "Office"),
        ("a.docx", b"anything", ".docx files are not read"),
        ("a.txt", b"a " * (MAX_BYTES // 2 + 1), "more than the limit of 5 MB"),
    ],
)
def test_what_is_no_text_is_one_row_that_says_what_to_do(tmp_path: Path, name: str, content: bytes, words: str) -> None:
    problem = problem_of(write(tmp_path, name, content))

    assert words in problem.message
    assert "; " in problem.message
    assert "\n" not in problem.message


def test_an_empty_pair_and_a_missing_path_are_rows() -> None:
    assert "is empty" in problem_of(("wire", "")).message
    assert "no such file" in problem_of("no/such/path").message
    assert "no such file" in problem_of("bad\0name").message


def test_a_folder_without_texts_says_where_they_are(tmp_path: Path) -> None:
    assert "put the documents there" in problem_of(tmp_path).message
    (tmp_path / "sub").mkdir()
    write(tmp_path / "sub", "a.txt")
    assert "sub-folder" in problem_of(tmp_path).message


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_pipes_and_devices_are_never_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.txt")

    assert "pipe or device" in problem_of(tmp_path / "a.txt").message


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read every file")
def test_a_file_without_permission_is_a_row(tmp_path: Path) -> None:
    path = write(tmp_path, "a.txt")
    path.chmod(0)

    assert "permissions" in problem_of(path).message


def test_half_characters_in_a_pair_are_shown_as_replaced() -> None:
    (source,) = read_sources([("wire", "The \ud800 ferry sank.")]).sources

    assert source.text == "The \ufffd ferry sank."
    assert "broken characters" in source.warnings[0].message


def test_a_file_with_front_matter_only_is_kept_with_a_warning() -> None:
    (source,) = read_sources([("wire", "---\ntitle: Ferry\n---\n")]).sources

    assert source.metadata.title == "Ferry"
    assert "nothing below its front matter" in source.warnings[0].message


def test_a_file_name_that_is_no_text_is_shown_as_text(tmp_path: Path) -> None:
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/f\xff.txt"))
    try:
        path.write_text("The ferry sank.")
    except OSError:
        pytest.skip("this file system takes no such names")

    (source,) = read_sources([path]).sources

    assert source.path.encode()
    assert source.path.endswith("f\ufffd.txt")

"""The matrix as people see it: which columns fit, what stands in a cell, how rows are sorted and filtered."""

from __future__ import annotations

import pytest

from annotator.view import (
    MATRIX_FIELDS,
    UNICODE,
    MatrixOrder,
    Room,
    describe_cell,
    fitting,
    index_story,
    lay_grid,
    matrix_items,
    paint_fact,
    paint_heads,
    read_filter,
)
from tests.story_builders import make_story

STORY = index_story(make_story())


def room(width: int) -> Room:
    return Room(width, len, UNICODE)


def words(line) -> str:
    return "".join(run.text for run in line)


@pytest.mark.parametrize("width", [40, 76, 116, 196])
@pytest.mark.parametrize("column", [0, 1, 2, 99])
def test_the_column_at_the_cursor_is_always_in_view_and_nothing_is_wider_than_the_room(width: int, column: int) -> None:
    grid = lay_grid(STORY, width, column)
    assert grid.first <= grid.column < grid.first + len(grid.columns)
    for line in (
        paint_heads(grid, len(STORY.documents), room(width)),
        *(paint_fact(STORY, item, grid, room(width)) for item in matrix_items(STORY, MatrixOrder.SEVERITY)),
    ):
        assert len(words(line)) <= width


def test_cells_show_the_values_where_documents_differ() -> None:
    item = matrix_items(STORY, MatrixOrder.SEVERITY)[0]
    line = words(paint_fact(STORY, item, lay_grid(STORY, 116, 0), room(116)))
    values = {side.value for d in STORY.disagreements_in[item.key] for side in d.sides}
    assert any(value in line for value in values)


def test_what_the_document_at_the_cursor_says_is_told_in_its_own_words() -> None:
    item = matrix_items(STORY, MatrixOrder.SEVERITY)[0]
    claim = STORY.claim[item.claims[0]]
    column = [d.id for d in STORY.documents].index(claim.document)
    told = " ".join(words(line) for line in describe_cell(STORY, item, lay_grid(STORY, 116, column), room(400)))
    assert " ".join(claim.text.split()) in told


def test_the_fact_is_told_in_full_where_the_document_at_the_cursor_says_nothing() -> None:
    item, column = next(
        (item, number)
        for item in matrix_items(STORY, MatrixOrder.SEVERITY)
        for number, document in enumerate(STORY.documents)
        if document.id not in {STORY.claim[name].document for name in item.claims}
    )
    told = " ".join(words(line) for line in describe_cell(STORY, item, lay_grid(STORY, 116, column), room(400)))
    gist = next(c.gist for c in STORY.analysis.clusters if c.id == item.key)
    assert " ".join(gist.split()) in told


@pytest.mark.parametrize("order", MatrixOrder)
def test_every_order_has_all_rows(order: MatrixOrder) -> None:
    keys = {item.key for item in matrix_items(STORY, order)}
    assert keys == {cluster.id for cluster in STORY.analysis.clusters}


def test_rows_are_filtered_by_what_is_differing() -> None:
    items = matrix_items(STORY, MatrixOrder.SEVERITY)
    differing = fitting(items, read_filter("is:differing", MATRIX_FIELDS))
    agreed = fitting(items, read_filter("-is:differing", MATRIX_FIELDS))
    assert {i.key for i in differing} == {k for k, found in STORY.disagreements_in.items() if found}
    assert len(differing) + len(agreed) == len(items)


def test_the_facts_have_the_room_that_values_do_not_need() -> None:
    grid = lay_grid(STORY, 117, 0)
    assert len(grid.columns) == 3
    assert grid.gist == 72
    assert grid.cell == (117 - 72) // 3

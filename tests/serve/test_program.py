"""What is carried between a browser window and the program behind it, and how that program ends."""

from __future__ import annotations

import sys

import pytest

from annotator.serve import program as module
from annotator.serve.program import Kind, Packet, Program, program_environment

DRAWS = r"""
import sys
out = sys.stdout.buffer
def send(kind, body): out.write(kind + len(body).to_bytes(4, "big") + body)
out.write(b"a warning of some library\n__GANGLION__\n")
send(b"D", b"frame"); send(b"?", b"of another version"); send(b"M", b"{}"); send(b"F", b'{"name": "a"}\nbody')
out.flush()
"""
WAITS = DRAWS + "sys.stdin.buffer.read(5)\n"
STAYS = DRAWS + "import time\nwhile True: time.sleep(60)\n"
PACKETS = [Packet(Kind.FRAME, b"frame"), Packet(Kind.META, b"{}"), Packet(Kind.FILE, b'{"name": "a"}\nbody')]


async def start(script: str) -> Program:
    return await Program.start([sys.executable, "-c", script], 80, 24, is_light=False)


async def test_packets_come_in_order_and_unknown_ones_are_left_out() -> None:
    program = await start(DRAWS)
    assert [packet async for packet in program.packets()] == PACKETS
    assert await program.complaint() == ""
    await program.type("too late")
    await program.end()


async def test_a_program_that_ends_when_asked_is_not_killed() -> None:
    program = await start(WAITS)
    packets = program.packets()
    assert await anext(packets) == PACKETS[0]
    await program.end()
    assert await program.complaint() == ""


async def test_one_that_does_not_is_killed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "END_DEADLINE_S", 0.2)
    program = await start(STAYS)
    await anext(program.packets())
    await program.end()
    assert await program.complaint() == "The screens ended and did not say why."


async def test_one_that_cannot_start_says_why() -> None:
    program = await start("import sys; sys.exit('a traceback\\nannotator: the story is open elsewhere')")
    assert [packet async for packet in program.packets()] == []
    assert await program.complaint() == "the story is open elsewhere"
    await program.end()


async def test_what_never_draws_is_not_waited_for() -> None:
    program = await start("print('x\\n' * 20); import time; time.sleep(60)")
    assert [packet async for packet in program.packets()] == []
    program._process.kill()
    await program.end()


def test_the_terminal_that_the_server_runs_in_has_no_say() -> None:
    own = {"TERM": "linux", "COLORTERM": "", "COLORFGBG": "0;15", "LANG": "C", "NO_COLOR": "1"}
    made = program_environment(own, 100, 30, is_light=False)
    assert (made["TERM"], made["COLORTERM"], made["COLORFGBG"]) == ("xterm-256color", "truecolor", "15;0")
    assert (made["COLUMNS"], made["ROWS"], made["NO_COLOR"]) == ("100", "30", "1")
    assert program_environment(own, 100, 30, is_light=True)["COLORFGBG"] == "0;15"

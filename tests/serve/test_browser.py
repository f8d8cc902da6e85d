"""Whole jobs in a real browser: headless Chromium, where it and the extras `serve` and `browser` are installed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest

pytest.importorskip("textual_serve")
pytest.importorskip("selenium", reason="selenium is not installed (the extra browser)")

from annotator.errors import WorkspaceError
from annotator.session import open_story
from tests.serve.browsing import DRAWN_AS_TEXT, FAR, Browser, missing
from tests.serve.serving import Served, make_workspace, serving

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(bool(missing()), reason=f"{missing()} not installed"),
    pytest.mark.timeout(180),
]

HOSTILE = """---
title: <script>document.title = "owned"</script>
outlet: <img src="http://elsewhere.example/x.png" onerror="document.title = 'owned'">
url: https://elsewhere.example/story
published: 2024-03-01
---
The ferry ran aground at https://elsewhere.example/aground on Monday, the mayor said.

<script>fetch("http://elsewhere.example/")</script> The pier was closed for two days.
"""


@pytest.fixture(scope="module")
def chromium(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    browser = Browser(tmp_path_factory.mktemp("profile"), DRAWN_AS_TEXT)
    yield browser
    browser.quit()


@pytest.fixture
def browser(chromium: Browser) -> Iterator[Browser]:
    """The browser of the module, and an empty page of it afterwards."""
    yield chromium
    first, *others = chromium.driver.window_handles
    for other in others:
        chromium.driver.switch_to.window(other)
        chromium.driver.close()
    chromium.driver.switch_to.window(first)
    chromium.forget()


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    return make_workspace(tmp_path)


@pytest.fixture
def served(workspace: Path) -> Iterator[Served]:
    with serving(str(workspace)) as server:
        yield server


def decisions(workspace: Path) -> list[str]:
    with open_story([], workspace=workspace) as session:
        return [event.type for event in session.log][1:]


def is_free(workspace: Path) -> bool:
    try:
        open_story([], workspace=workspace).close()
    except WorkspaceError:
        return False
    return True


def test_keys_work_at_once_and_a_decision_is_there_after_a_reload(
    browser: Browser, served: Served, workspace: Path
) -> None:
    browser.open(served.address)
    browser.wait_for("3 documents", "saved", "Claim 1 of")
    assert browser.driver.title == "ferry - annotator"
    browser.press("J")
    browser.wait_for("Claim 2 of")
    browser.press("ENTER")
    browser.wait_for("Accepted", "1 of")
    browser.driver.refresh()
    browser.wait_for("1 of", "saved")
    assert browser.hosts() == {urlsplit(served.address).netloc}
    assert browser.complaints() == []
    browser.press("Q")
    assert "every decision is saved" in browser.wait_for_end()
    assert decisions(workspace) == ["accept"]


def test_letters_drawn_by_the_graphics_card_ask_no_other_host_either(
    served: Served, workspace: Path, tmp_path: Path
) -> None:
    browser = Browser(tmp_path / "profile")
    try:
        browser.open(served.address)
        browser.until(lambda: bool(browser.driver.execute_script("return document.querySelector('canvas')")), "letters")
        browser.until(lambda: "-first-byte" in browser.element("body").get_attribute("class"), "a frame")
        browser.press("J", "ENTER", "Q")
        browser.wait_for_end()
        assert browser.hosts() == {urlsplit(served.address).netloc}
        assert browser.complaints() == []
    finally:
        browser.quit()


def test_a_window_closed_in_the_middle_loses_nothing(browser: Browser, served: Served, workspace: Path) -> None:
    browser.driver.switch_to.new_window("window")
    browser.open(served.address)
    browser.wait_for("saved")
    browser.press("J", "ENTER")
    browser.wait_for("Accepted")
    browser.driver.close()
    browser.driver.switch_to.window(browser.driver.window_handles[0])
    browser.until(lambda: is_free(workspace), "a free workspace")
    assert decisions(workspace) == ["accept"]


def test_words_of_documents_stay_words(browser: Browser, tmp_path: Path) -> None:
    story = tmp_path / '"><script>document.title="owned"<&'
    story.mkdir()
    (story / "a.md").write_text(HOSTILE, encoding="utf-8")
    with serving(str(story)) as server:
        browser.open(server.address)
        browser.wait_for("<script>fetch", "saved")
        assert browser.driver.title == '"><script>document.title="owned"<& - annotator'
        browser.click_on("elsewhere.example/aground")
        browser.wait_for("Claim 1 of")
        assert len(browser.driver.window_handles) == 1
        assert browser.hosts() == {urlsplit(server.address).netloc}
        assert browser.complaints() == []
        browser.press("O")
        browser.wait_for("https://elsewhere.example/story", "leaves this machine")
        browser.press("1")
        browser.until(lambda: len(browser.driver.window_handles) == 2, "the window that was asked for")
        (opened,) = set(browser.driver.window_handles) - {browser.driver.current_window_handle}
        browser.driver.switch_to.window(opened)
        assert browser.driver.execute_script("return window.opener === null")


def test_the_policy_of_the_page_forbids_scripts_and_hosts_that_are_not_its_own(
    browser: Browser, served: Served
) -> None:
    trying = """const [done, seen] = [arguments[0], []];
        addEventListener("securitypolicyviolation", (event) => {
          if (seen.push(event.effectiveDirective) === 4) done([seen.sort(), window.owned]);
        });
        const script = document.createElement("script");
        script.textContent = "window.owned = true";
        const image = document.createElement("img");
        image.src = "http://elsewhere.example/x.png";
        const frame = document.createElement("iframe");
        frame.src = "http://elsewhere.example/";
        document.body.append(script, image, frame);
        fetch("http://elsewhere.example/").catch(() => 0);"""
    browser.open(served.address)
    browser.wait_for("saved")
    seen = browser.driver.execute_async_script(trying)
    assert seen == [["connect-src", "frame-src", "img-src", "script-src-elem"], None]


def test_a_newer_window_takes_over_and_the_older_one_can_take_back(browser: Browser, served: Served) -> None:
    browser.open(served.address)
    browser.wait_for("saved")
    first = browser.driver.current_window_handle
    browser.driver.switch_to.new_window("window")
    browser.open(served.address)
    browser.wait_for("saved")
    second = browser.driver.current_window_handle
    browser.driver.switch_to.window(first)
    assert "Another window took over" in browser.wait_for_end()
    browser.element("#ended a").click()
    browser.wait_for("saved")
    browser.driver.switch_to.window(second)
    assert "Another window took over" in browser.wait_for_end()


def test_without_the_token_there_is_nothing(browser: Browser, served: Served) -> None:
    root = served.address.rsplit("/", 2)[0]
    for path in ("/", "/wrong/", "/wrong/files/page.js"):
        browser.open(root + path)
        assert browser.element("body").text == "404: Not Found"


def test_a_name_that_somebody_made_lead_here_is_refused(browser: Browser, served: Served) -> None:
    browser.open(served.address.replace("127.0.0.1", FAR))
    assert browser.element("body").text == "404: Not Found"


def test_over_plain_http_from_another_machine_copying_takes_a_click(browser: Browser, workspace: Path) -> None:
    with serving(str(workspace), "--yes-expose") as server:
        browser.open(server.address.replace("127.0.0.1", FAR))
        browser.wait_for("saved", "Claim 1 of")
        assert not browser.driver.execute_script("return isSecureContext")
        browser.press("y", "y")
        browser.until(lambda: browser.element("#notice").is_displayed(), "the notice")
        browser.element("#copy").click()
        assert not browser.element("#notice").is_displayed()
        browser.press("/")
        browser.wait_for("Search everything")
        browser.paste()
        browser.wait_for("Search everything", "people aboard. ")
        assert browser.complaints() == []


def test_the_screens_follow_the_window(browser: Browser, served: Served) -> None:
    browser.open(served.address)
    browser.wait_for("saved", "Claim 1 of")
    size, wide = browser.driver.get_window_size(), browser.rows()[0].find("saved")
    try:
        browser.driver.set_window_size(800, 600)
        browser.until(lambda: 0 < browser.rows()[0].find("saved") < wide * 0.8, "a narrow screen")
    finally:
        browser.driver.set_window_size(size["width"], size["height"])
    browser.until(lambda: browser.rows()[0].find("saved") == wide, "the wide one")


def test_reloading_and_the_tools_stay_with_the_browser_and_all_else_goes_to_the_screens(
    browser: Browser, served: Served
) -> None:
    press = """return document.activeElement.dispatchEvent(new KeyboardEvent("keydown",
        {key: arguments[0], keyCode: arguments[1], ctrlKey: arguments[2], bubbles: true, cancelable: true}))"""
    browser.open(served.address)
    browser.wait_for("saved", "Claim 1 of")
    for name, code, is_ctrl, is_left_to_the_browser in (
        ("F5", 116, False, True),
        ("F11", 122, False, True),
        ("v", 86, True, True),
        ("F1", 112, False, False),
        ("Tab", 9, False, False),
        ("p", 80, True, False),
        ("s", 83, True, False),
    ):
        assert browser.driver.execute_script(press, name, code, is_ctrl) is is_left_to_the_browser, name


def test_what_is_copied_can_be_pasted(browser: Browser, served: Served) -> None:
    browser.open(served.address)
    browser.wait_for("saved", "Claim 1 of")
    browser.press("y", "y")
    browser.wait_for("to the browser's clipboard")
    browser.press("/")
    browser.wait_for("Search everything")
    browser.paste()
    browser.wait_for("Search everything", "people aboard. ")
    assert not browser.element("#notice").is_displayed()


def test_the_page_says_if_the_clipboard_refused(browser: Browser, served: Served) -> None:
    root = served.address.rsplit("/", 2)[0]
    denied = {"permission": {"name": "clipboard-write"}, "setting": "denied", "origin": root}
    browser.driver.execute_cdp_cmd("Browser.setPermission", denied)
    browser.open(served.address)
    browser.wait_for("saved", "Claim 1 of")
    browser.press("y", "y")
    browser.until(lambda: browser.element("#notice").is_displayed(), "the notice")
    assert browser.element("#notice textarea").get_property("value")
    browser.press("ENTER")  # on the button that copies
    browser.until(lambda: not browser.element("#notice").is_displayed(), "the end of the notice")
    browser.press("J")
    browser.wait_for("Claim 2 of")


def test_an_export_goes_to_the_browser_too(browser: Browser, served: Served, workspace: Path, tmp_path: Path) -> None:
    saved = tmp_path / "saved"
    saved.mkdir()
    behaviour = {"behavior": "allow", "downloadPath": str(saved)}
    browser.driver.execute_cdp_cmd("Browser.setDownloadBehavior", behaviour)
    browser.open(served.address)
    browser.wait_for("saved", "Claim 1 of")
    browser.press("W")
    browser.wait_for("Export with your decisions")
    browser.press("1")
    browser.wait_for("Sent ferry.md to the browser")
    browser.until((saved / "ferry.md").exists, "the file")
    assert (saved / "ferry.md").read_bytes() == workspace.with_suffix(".md").read_bytes()


def test_a_browser_gets_no_shell(browser: Browser, served: Served) -> None:
    browser.open(served.address)
    browser.wait_for("saved", "Claim 1 of")
    for key, sentence in (
        ("|", "nothing is sent to a shell"),
        ("E", "there is no editor"),
        ("+", "no files are added"),
    ):
        browser.press(key)
        browser.wait_for(sentence)


def test_a_story_that_is_open_elsewhere_and_a_server_that_is_gone_are_told(
    browser: Browser, served: Served, workspace: Path
) -> None:
    with open_story([], workspace=workspace):
        browser.open(served.address)
        assert "open in another annotator" in browser.wait_for_end()
    browser.element("#ended a").click()
    browser.wait_for("saved")
    served.process.kill()
    assert "The connection to annotator serve ended" in browser.wait_for_end()

"""A headless Chromium that tests look at pages with; it reaches this machine only."""

from __future__ import annotations

import json
import shutil
import time
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit

from selenium import webdriver
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.remote.webelement import WebElement

DEADLINE_S = 40.0
_STEP_S = 0.02
_FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
    "--host-resolver-rules=MAP far.example 127.0.0.1 , MAP * ~NOTFOUND , EXCLUDE 127.0.0.1",
)
FAR = "far.example"
"""A name that somebody else gave to this machine."""
DRAWN_AS_TEXT = "--disable-3d-apis"
"""Without WebGL the terminal writes its rows into the page, where a test can read them."""
_ROWS = "return [...document.querySelectorAll('.xterm-rows > div')].map(row => row.textContent).join('\\n')"


def missing() -> str:
    """What is not there that a browser needs; empty if all is."""
    return ", ".join(name for name in ("chromium", "chromedriver") if shutil.which(name) is None)


class Browser:
    """One browser with one window at first; every wait has an end."""

    def __init__(self, profile: Path, *flags: str, width: int = 1300, height: int = 900) -> None:
        options = webdriver.ChromeOptions()
        options.binary_location = str(shutil.which("chromium"))
        for flag in (*_FLAGS, *flags, f"--user-data-dir={profile}", f"--window-size={width},{height}"):
            options.add_argument(flag)
        options.set_capability("goog:loggingPrefs", {"performance": "ALL", "browser": "ALL"})
        self.driver = webdriver.Chrome(options=options, service=webdriver.ChromeService(shutil.which("chromedriver")))
        self._asked: list[str] = []
        self._complaints: list[str] = []

    def quit(self) -> None:
        """Ends the browser and its driver."""
        self.driver.quit()

    def forget(self) -> None:
        """Leaves the page, and forgets whom it asked and what it complained about."""
        self.open("about:blank")
        self.hosts(), self.complaints()
        self._asked, self._complaints = [], []

    def open(self, address: str) -> None:
        """Goes there in this window."""
        self.driver.get(address)

    def press(self, *keys: str) -> None:
        """Presses keys one after the other; a name of `Keys` or the character itself."""
        for key in keys:
            ActionChains(self.driver).send_keys(getattr(Keys, key) if key.isupper() and len(key) > 1 else key).perform()

    def paste(self) -> None:
        """Presses Ctrl+V."""
        ActionChains(self.driver).key_down(Keys.CONTROL).send_keys("v").key_up(Keys.CONTROL).perform()

    def click_on(self, words: str) -> None:
        """Clicks on the first place where these words are drawn."""
        row, column = next((n, line.index(words)) for n, line in enumerate(self.rows()) if words in line)
        screen = self.element(".xterm-screen").rect
        wide, high = screen["width"] / len(max(self.rows(), key=len)), screen["height"] / len(self.rows())
        actions = ActionChains(self.driver)
        actions.w3c_actions.pointer_action.move_to_location(int((column + 1.5) * wide), int((row + 0.5) * high))
        actions.click().perform()

    def rows(self) -> list[str]:
        """The screen as text, row by row."""
        return str(self.driver.execute_script(_ROWS)).split("\n")

    def wait_for(self, *words: str) -> str:
        """The screen once it shows all of these."""
        self.until(
            lambda: all(part in "\n".join(self.rows()) for part in words), "\n".join((*words, "in", *self.rows()))
        )
        return "\n".join(self.rows())

    def wait_for_end(self) -> str:
        """What the page says once its line to the program is closed."""
        self.until(lambda: self.element("#ended").is_displayed(), "the end")
        return self.element("#ended p").text

    def until(self, is_so: Callable[[], bool], what: str) -> None:
        """Waits for it."""
        end = time.monotonic() + DEADLINE_S
        while not is_so():
            assert time.monotonic() < end, f"waited for {what}"
            time.sleep(_STEP_S)

    def element(self, selector: str) -> WebElement:
        """The first element of the page that fits."""
        return self.driver.find_element(By.CSS_SELECTOR, selector)

    def hosts(self) -> set[str]:
        """Every host and port that pages asked anything of, up to now."""
        for entry in self.driver.get_log("performance"):
            message = json.loads(entry["message"])["message"]
            if message["method"] == "Network.requestWillBeSent":
                self._asked.append(message["params"]["request"]["url"])
            if message["method"] == "Network.webSocketCreated":
                self._asked.append(message["params"]["url"])
        parts = [urlsplit(address) for address in self._asked]
        return {part.netloc for part in parts if part.scheme in ("http", "https", "ws", "wss", "ftp")}

    def complaints(self) -> list[str]:
        """Errors in the console of the pages, up to now."""
        logged = self.driver.get_log("browser")
        self._complaints += [entry["message"] for entry in logged if entry["level"] == "SEVERE"]
        return self._complaints

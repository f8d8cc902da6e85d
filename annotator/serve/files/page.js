// What textual-serve's terminal leaves to the page: fonts first, the keys at once, copying, files, links, and the end.
"use strict";

const room = document.getElementById("terminal");
const ended = document.getElementById("ended");
const notice = document.getElementById("notice");
const link = notice.querySelector("a");
const words = notice.querySelector("textarea");
const again = document.getElementById("copy");
const typing = () => room.querySelector(".xterm-helper-textarea");
const openWindow = window.open.bind(window);

const socket = new URL("socket", location.href);
socket.protocol = location.protocol === "https:" ? "wss:" : "ws:";
room.dataset.sessionWebsocketUrl = socket.href;

const asked = new URLSearchParams(location.search).get("fontsize") || "";
room.dataset.fontSize = /^\d{1,2}$/.test(asked) && asked >= 6 ? asked : "16";

// the end

let reason = "The connection to annotator serve ended. Every decision is saved.";

function end() {
  notice.hidden = true;
  ended.querySelector("p").textContent = reason;
  ended.hidden = false;
  ended.querySelector("a").focus();
}

// notices

function tell(sentence, { address = "", text = "" } = {}) {
  notice.querySelector("p").textContent = sentence;
  link.hidden = !address;
  link.href = link.textContent = address;
  words.hidden = again.hidden = !text;
  words.value = text;
  notice.hidden = false;
}

function dismiss() {
  notice.hidden = true;
  words.value = "";
  typing()?.focus();
}

document.getElementById("dismiss").addEventListener("click", dismiss);
link.addEventListener("click", dismiss);
notice.addEventListener("keydown", (event) => {
  if (event.key === "Escape") dismiss();
});
again.addEventListener("click", () => {
  words.select();
  if (document.execCommand("copy")) dismiss();
  else tell("The browser does not let the page copy. The words are selected: press Ctrl+C.", { text: words.value });
});

// copying: the terminal calls this for OSC 52; over http to another machine a browser has no clipboard of its own

const clipboard = navigator.clipboard;

async function copy(text) {
  try {
    await clipboard.writeText(text);
  } catch {
    tell("Not copied yet: the browser wants a click for that.", { text });
    again.focus();
  }
}

Object.defineProperty(navigator, "clipboard", {
  value: { writeText: copy, readText: async () => "" },
});

// files and addresses, as the program asks for them and in no other way

function take(key, name) {
  const file = document.createElement("a");
  file.href = `taken/${encodeURIComponent(key)}`;
  file.download = name;
  file.click();
}

function visit(address) {
  const opened = openWindow(address, "_blank");
  if (opened) opened.opener = null;
  else tell("The browser kept a window from opening. This leads away from annotator:", { address });
}

window.open = () => null;

// the line to the program

const Line = window.WebSocket;
const isLight = matchMedia("(prefers-color-scheme: light)").matches;

window.WebSocket = class extends Line {
  constructor(address) {
    super(`${address}&background=${isLight ? "light" : "dark"}`);
    this.addEventListener("open", () => typing()?.focus());
    this.addEventListener("close", end);
    this.addEventListener("message", (event) => {
      if (typeof event.data !== "string") return;
      const [kind, what] = JSON.parse(event.data);
      if (kind === "ended") reason = what;
      if (kind === "file") take(what.key, what.name);
      if (kind === "visit") visit(what);
    });
  }

  send(message) {
    if (this.readyState === Line.OPEN) super.send(message);
  }
};

// keys

const ofTheBrowser = ["F5", "F11", "F12"]; // reload, full screen, its tools

window.addEventListener("keydown", (event) => {
  const isPaste = event.ctrlKey && !event.altKey && !event.metaKey && event.key.toLowerCase() === "v";
  if (isPaste || ofTheBrowser.includes(event.key)) event.stopImmediatePropagation(); // else the terminal keeps them
  else if (document.activeElement === document.body) typing()?.focus();
}, true);
room.addEventListener("mousedown", () => setTimeout(() => typing()?.focus()));
window.addEventListener("focus", () => notice.hidden && typing()?.focus());

// the terminal measures its letters when it starts

const faces = ["400", "700", "italic 400"].map((face) => document.fonts.load(`${face} 16px "Roboto Mono"`));
Promise.allSettled(faces).then(() => {
  const terminal = document.createElement("script");
  terminal.src = "files/textual.js";
  terminal.addEventListener("load", () => {
    const start = window.onload;
    window.onload = null; // the page may have loaded already, or not yet: it starts here, and once
    start();
  });
  terminal.addEventListener("error", () => { document.body.classList.add("-closed"); end(); });
  document.head.append(terminal);
});

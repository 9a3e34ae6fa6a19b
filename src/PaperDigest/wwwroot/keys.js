// The keyboard on lists and on a paper's page, and the choice of light and dark. Comforts only: every page works without this file.
const keys = [
  ["j", "Next paper"], ["k", "Paper before"], ["o", "Open the paper"], ["v", "Vote for it, or take the vote back"], ["s", "Save it, or take it off"],
  ["/", "Search"], ["?", "This help"],
];

const remembered = {
  get: name => { try { return localStorage.getItem(name); } catch { return null; } },
  set: (name, value) => { try { value === null ? localStorage.removeItem(name) : localStorage.setItem(name, value); } catch { /* Not kept then. */ } },
};

const element = (name, properties = {}, ...children) => {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
};

const papers = () => [...document.querySelectorAll("article.paper")];
const current = () => document.activeElement?.closest("article.paper, article.sheet") ?? document.querySelector("article.sheet");
const title = paper => paper.querySelector("h2 a, h3 a");

// From the paper that has the focus, otherwise from the first that is in sight.
const step = by => {
  const all = papers();
  if (!all.length) return false;
  const at = all.indexOf(document.activeElement?.closest("article.paper"));
  const first = all.findIndex(paper => paper.getBoundingClientRect().bottom > 0);
  const next = at >= 0 ? at + by : by > 0 ? Math.max(first, 0) : first - 1;
  const target = next >= all.length ? document.querySelector(".pager [rel=next]") : all[next] && title(all[next]);
  if (!target) return true;
  target.focus({ preventScroll: true });
  (all[next] ?? target).scrollIntoView({ block: "nearest", behavior: matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth" });
  return true;
};

const press = selector => {
  const button = current()?.querySelector(selector);
  button?.click();
  return !!button;
};

const search = () => {
  const box = document.querySelector("#search-box") ?? document.querySelector(".find input");
  box?.select();
  return !!box;
};

let dialog;
const help = () => {
  dialog ??= makeHelp();
  dialog.showModal();
  return true;
};

const makeHelp = () => {
  const off = element("input", { type: "checkbox", checked: remembered.get("keys") === "off" });
  off.addEventListener("change", () => remembered.set("keys", off.checked ? "off" : null));
  const list = element("dl");
  for (const [key, words] of keys) list.append(element("div", {}, element("dt", {}, element("kbd", { textContent: key })), element("dd", { textContent: words })));
  const made = element("dialog", { className: "keys" },
    element("h2", { id: "keys", textContent: "Keyboard" }), list,
    element("label", { className: "check" }, off, "Turn single keys off on this device"),
    element("form", { method: "dialog" }, element("button", { className: "btn quiet", textContent: "Close" })));
  made.setAttribute("aria-labelledby", "keys");
  document.body.append(made);
  return made;
};

const acts = {
  j: () => step(1), k: () => step(-1), o: () => press("h2 a, h3 a"),
  v: () => press("form.vote button"), s: () => press("form.save button"), "/": search, "?": help,
};

addEventListener("keydown", event => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, select, textarea, [contenteditable], dialog")) return;
  if (remembered.get("keys") === "off" && event.key !== "/" && event.key !== "?") return;
  if (Object.hasOwn(acts, event.key) && acts[event.key]()) event.preventDefault();
});

// At the foot of the page: what needs a script, and so is not there without one.
const themes = element("span", { role: "group" });
themes.setAttribute("aria-label", "Colours");
for (const [value, words] of [[null, "System"], ["light", "Light"], ["dark", "Dark"]]) {
  const choice = element("button", { type: "button", textContent: words });
  const mark = () => choice.setAttribute("aria-pressed", (document.documentElement.dataset.theme ?? null) === value);
  choice.addEventListener("click", () => {
    remembered.set("theme", value);
    if (value) document.documentElement.dataset.theme = value; else delete document.documentElement.dataset.theme;
    themes.dispatchEvent(new Event("chosen"));
  });
  themes.addEventListener("chosen", mark);
  mark();
  themes.append(choice);
}
const shortcuts = element("button", { type: "button", textContent: "Keyboard" });
shortcuts.addEventListener("click", help);
document.querySelector("footer.bottom")?.append(element("p", { className: "comforts" }, themes, shortcuts));

// While there is no network: what is on the page stays, and what cannot be done is said before it is tried.
const notice = element("p", { className: "no-network" });
notice.setAttribute("role", "status");
document.body.append(notice);
const tell = () => notice.textContent = navigator.onLine ? "" : "You are offline. This page stays as it is; votes and forms can be sent once you are connected.";
addEventListener("online", tell);
addEventListener("offline", tell);
tell();
// Capturing: before whoever else listens for a form.
addEventListener("submit", event => {
  if (navigator.onLine) return;
  event.preventDefault();
  event.stopImmediatePropagation();
}, { capture: true });

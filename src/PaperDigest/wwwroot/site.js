// Comforts only: every page works without this file.

// Votes without leaving the page. Sent as the form would be; if that fails, the form is sent.
addEventListener("submit", async event => {
  const form = event.target;
  if (!form.matches("form.vote") || form.dataset.failed) return;
  event.preventDefault();
  const button = form.querySelector("button"), count = button.querySelector("b"), vote = form.elements.vote;
  if (button.disabled) return;
  button.disabled = true;
  try {
    const answer = await fetch(form.action, { method: "POST", body: new URLSearchParams(new FormData(form)), redirect: "manual" });
    if (answer.type !== "opaqueredirect" && !answer.ok) throw answer.status;
    const voted = vote.value === "1", votes = +count.textContent + (voted ? 1 : -1);
    vote.value = voted ? "0" : "1";
    count.textContent = votes;
    button.setAttribute("aria-pressed", voted);
    button.setAttribute("aria-label", `Upvote, ${votes} vote${votes === 1 ? "" : "s"}`);
    button.disabled = false;
    button.focus({ preventScroll: true });
  } catch {
    button.disabled = false;
    form.dataset.failed = "yes";
    form.requestSubmit();
  }
});

// "/" goes to the search box, as on most sites that are read all day.
addEventListener("keydown", event => {
  if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, select, textarea")) return;
  const box = document.querySelector(".find input");
  if (!box) return;
  event.preventDefault();
  box.select();
});

// Hours are meant in the reader's own time zone.
const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
if (zone) {
  for (const field of document.querySelectorAll("input[name=time_zone][type=hidden]")) field.value = zone;
  for (const name of document.querySelectorAll("[data-time-zone]")) name.textContent = zone.replaceAll("_", " ");
}

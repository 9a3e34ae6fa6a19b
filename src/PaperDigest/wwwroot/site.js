// Comforts only: every page works without this file.

// Votes and saves without leaving the page. If that fails, the form is sent as without this file.
const shown = {
  vote(form, button, { votes, voted }) {
    const all = votes + +form.dataset.elsewhere;
    form.elements.vote.value = voted ? "0" : "1";
    button.querySelector("b").textContent = all;
    button.setAttribute("aria-pressed", voted);
    button.setAttribute("aria-label", `Upvote, ${all} vote${all === 1 ? "" : "s"}`);
  },
  save(form, button, { saved }) {
    form.elements.save.value = saved ? "0" : "1";
    button.querySelector("span").textContent = saved ? "Saved" : "Save";
    button.setAttribute("aria-pressed", saved);
  },
};

addEventListener("submit", async event => {
  const form = event.target, show = shown[form.className];
  if (!show || "whole" in form.dataset || form.dataset.failed) return;
  event.preventDefault();
  if (form.dataset.sending) return;
  form.dataset.sending = "yes";
  try {
    const answer = await fetch(form.action, { method: "POST", body: new URLSearchParams(new FormData(form)), headers: { Accept: "application/json" } });
    if (!answer.ok) throw answer.status;
    show(form, form.querySelector("button"), await answer.json());
  } catch {
    form.dataset.failed = "yes";
    form.requestSubmit();
  }
  delete form.dataset.sending;
});

// An address has what was chosen in a filter, and not the fields that were left empty.
addEventListener("formdata", event => {
  if (!event.target.closest(".filter")) return;
  for (const [name] of [...event.formData]) {
    const given = event.formData.getAll(name).filter(value => value !== "");
    event.formData.delete(name);
    for (const value of given) event.formData.append(name, value);
  }
});

// Hours are meant in the reader's own time zone.
const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
if (zone) {
  for (const field of document.querySelectorAll("input[name=time_zone][type=hidden]")) field.value = zone;
  for (const select of document.querySelectorAll("select[name=time_zone][data-guess]")) {
    if (![...select.options].some(option => option.value === zone)) select.add(new Option(zone.replaceAll("_", " "), zone));
    select.value = zone;
  }
  for (const name of document.querySelectorAll("[data-time-zone]")) name.textContent = zone.split("/").at(-1).replaceAll("_", " ");
}

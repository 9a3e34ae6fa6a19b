// Passkeys: asks the site what is wanted, has the device answer, and sends the answer as the form's.
const can = window.PublicKeyCredential && PublicKeyCredential.parseRequestOptionsFromJSON && PublicKeyCredential.parseCreationOptionsFromJSON;

const ask = {
  get: options => navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) }),
  create: options => navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) }),
};

const why = {
  InvalidStateError: "This device has a passkey for this account already.",
  SecurityError: "Passkeys work under this site's own address only.",
};

for (const form of document.querySelectorAll("form[data-passkey]")) {
  form.hidden = !can;
  form.addEventListener("submit", async event => {
    event.preventDefault();
    const button = form.querySelector("button"), problem = form.querySelector(".problem");
    button.disabled = true;
    problem.hidden = true;
    try {
      const answer = await fetch(form.dataset.options, { method: "POST" });
      if (!answer.ok) throw answer.status;
      const credential = await ask[form.dataset.passkey](await answer.json());
      form.elements.credential.value = JSON.stringify(credential);
      form.submit();
    } catch (error) {
      problem.textContent = why[error?.name] ?? "Your device gave no passkey. Try once more, or go on without.";
      problem.hidden = false;
      button.disabled = false;
    }
  });
}

// Before the page is first drawn: the reader's choice of light or dark, where it is not the system's.
try {
  const theme = localStorage.getItem("theme");
  if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
} catch {
  // Without storage it is the system's.
}

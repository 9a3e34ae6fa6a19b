// Offers the browser's own time zone on a form that nobody has filled in. Without it the form says UTC.
for (const select of document.querySelectorAll("select[name=time_zone][data-guess]")) {
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  if (!zone) continue;
  if (![...select.options].some(option => option.value === zone)) select.add(new Option(zone.replaceAll("_", " "), zone));
  select.value = zone;
}

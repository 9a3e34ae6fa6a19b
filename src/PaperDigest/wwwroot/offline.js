// Shows a page of ours when a page cannot be fetched because there is no network. Everything else is left to the browser.
const kept = "offline-1";

const keep = async () => {
  const cache = await caches.open(kept);
  const page = await fetch("/offline", { credentials: "omit" });
  const styles = [...(await page.clone().text()).matchAll(/href="(\/[^"]+\.css)"/g)].map(match => match[1]);
  await cache.put("/offline", page);
  await cache.addAll(styles);
};

addEventListener("install", event => event.waitUntil(keep().then(() => skipWaiting())));
addEventListener("activate", event => event.waitUntil(clients.claim()));
addEventListener("fetch", event => {
  const isPage = event.request.mode === "navigate";
  if (!isPage && event.request.destination !== "style") return;
  event.respondWith(fetch(event.request).catch(async error => {
    const answer = await caches.match(isPage ? "/offline" : event.request);
    if (!answer) throw error;
    return answer;
  }));
});

// Starts the live search on the search page. Everything it does has the plain form behind it.
(() => {
  const form = () => document.querySelector('form[data-live-search]');
  const box = () => document.getElementById('search-box');

  // The connected box takes the place of the one that came with the page: what was typed into that one meanwhile is carried over.
  const carryOver = () => {
    const first = box();
    let focused = document.activeElement === first;
    first.addEventListener('focus', () => { focused = true; });
    // The browser says blur of a box that is being taken away, too; the observer below comes before the timer.
    first.addEventListener('blur', () => setTimeout(() => { focused = false; }));
    const watch = new MutationObserver(() => {
      const now = box();
      if (!now || now === first) return;
      watch.disconnect();
      if (focused) {
        now.focus();
        now.setSelectionRange(first.selectionStart, first.selectionEnd);
      }
      if (now.value === first.value) return;
      now.value = first.value;
      now.dispatchEvent(new Event('input', { bubbles: true }));
    });
    watch.observe(form().parentElement, { childList: true, subtree: true });
  };

  // While the connection is down the form is a plain one: no stale suggestions, and submitting is the browser's business alone.
  let down = false;
  const plainSubmit = event => { if (down && event.target === form()) event.stopImmediatePropagation(); };
  window.addEventListener('submit', plainSubmit, true);
  const reconnect = async (tries, wait) => {
    for (let left = tries; down && left > 0; left--) {
      await new Promise(done => setTimeout(done, wait));
      // False: the server answered, but has forgotten this page; trying again would not help.
      if (await Blazor.reconnect().catch(() => null) === false) return;
    }
  };
  const quietly = {
    onConnectionDown() {
      if (down) return;
      down = true;
      form().classList.add('offline');
      reconnect(5, 2000);
    },
    onConnectionUp() {
      down = false;
      form().classList.remove('offline');
    },
  };

  // Up and down choose a suggestion and must not move the caret as well.
  document.addEventListener('keydown', event => {
    if (event.target === box() && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) event.preventDefault();
  });

  // The chosen suggestion may be below the edge of the list.
  new MutationObserver(() => {
    document.getElementById(box()?.getAttribute('aria-activedescendant'))?.scrollIntoView({ block: 'nearest' });
  }).observe(form().parentElement, { subtree: true, attributeFilter: ['aria-activedescendant'] });

  carryOver();
  // Links on this page load whole pages, as everywhere else on the site.
  Blazor.start({ ssr: { disableDomPreservation: true }, circuit: { reconnectionHandler: quietly } });
})();

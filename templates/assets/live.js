// Keeps the changing part of a page up to date. Without this script the page reloads itself.
"use strict";

const live = document.getElementById("live");
const address = live ? live.dataset.fragment : "";
const pause = live ? Number(live.dataset.seconds) * 1000 : 0;

// Only parts that changed are replaced, so that a selection or the focus elsewhere stays.
function show(text) {
  const fresh = new DOMParser().parseFromString(text, "text/html");
  const focused = document.activeElement;
  const place = focused && live.contains(focused) ? focused.getAttribute("href") : null;
  const names = new Set();
  let missing = false;
  for (const part of fresh.querySelectorAll("[data-part]")) {
    names.add(part.dataset.part);
    const old = live.querySelector('[data-part="' + part.dataset.part + '"]');
    if (!old) {
      missing = true;
    } else if (old.innerHTML !== part.innerHTML) {
      old.replaceWith(document.adoptNode(part));
    }
  }
  for (const old of live.querySelectorAll("[data-part]")) {
    missing = missing || !names.has(old.dataset.part);
  }
  if (missing) {
    live.replaceChildren(...document.adoptNode(fresh.body).childNodes);
  }
  if (place && !live.contains(document.activeElement)) {
    const again = [...live.querySelectorAll("a")].find((link) => link.getAttribute("href") === place);
    if (again) {
      again.focus({ preventScroll: true });
    }
  }
}

async function refresh() {
  try {
    const answer = await fetch(address, { credentials: "same-origin" });
    if (answer.redirected || answer.status === 401 || answer.status === 403) {
      location.reload();
      return;
    }
    if (answer.ok) {
      show(await answer.text());
    }
    live.classList.toggle("stale", !answer.ok);
  } catch {
    live.classList.add("stale");
  }
}

async function keepUp() {
  if (!document.hidden) {
    await refresh();
  }
  setTimeout(keepUp, pause);
}

if (address) {
  setTimeout(keepUp, pause);
  document.addEventListener("visibilitychange", () => {
    if (!document.hidden) {
      refresh();
    }
  });
}

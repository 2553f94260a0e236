"use strict";
(() => {
  const cards = [...document.querySelectorAll(".card[data-target]")];
  const rewrites = [...document.querySelectorAll(".rewrite")];
  const panel = document.querySelector(".panel");
  const help = document.getElementById("keys");
  const root = document.documentElement;
  let at = -1;

  const clear = () => document.querySelectorAll(".on").forEach((one) => one.classList.remove("on"));

  const show = (index) => {
    if (!cards.length) return;
    at = (index + cards.length) % cards.length;
    const card = cards[at];
    clear();
    card.classList.add("on");
    document.querySelectorAll(`[data-f="${card.id}"]`).forEach((one) => one.classList.add("on"));
    const mark = document.getElementById(card.dataset.target);
    mark.scrollIntoView({ block: "center" });
    mark.querySelector("a")?.focus({ preventScroll: true });
    const place = document.createElement("span");
    place.className = "sure";
    place.textContent = `${at + 1} of ${cards.length}`;
    panel.replaceChildren(...[...card.children].map((one) => one.cloneNode(true)));
    panel.firstElementChild?.prepend(place);
    panel.className = `panel ${card.className.replace("card", "").replace(/\bon\b/, "")}`;
    panel.hidden = false;
    mark.scrollIntoView({ block: "center" });
  };

  const leave = () => {
    clear();
    panel.hidden = true;
    document.activeElement?.blur();
  };

  const rewrite = (step) => {
    const tops = rewrites.map((one) => one.getBoundingClientRect().top);
    const next = step > 0 ? tops.findIndex((top) => top > 8) : tops.findLastIndex((top) => top < -8);
    rewrites[next]?.scrollIntoView({ block: "start" });
  };

  const theme = () => {
    const dark = matchMedia("(prefers-color-scheme: dark)").matches;
    const shown = root.dataset.theme ?? (dark ? "dark" : "light");
    root.dataset.theme = shown === "dark" ? "light" : "dark";
  };

  const keys = {
    n: () => show(at + 1),
    N: () => show(at < 0 ? cards.length - 1 : at - 1),
    j: () => scrollBy(0, 90),
    k: () => scrollBy(0, -90),
    g: () => scrollTo(0, 0),
    G: () => scrollTo(0, document.body.scrollHeight),
    "]": () => rewrite(1),
    "[": () => rewrite(-1),
    o: () => root.classList.toggle("no-omissions"),
    w: () => root.classList.toggle("no-words"),
    t: theme,
    "?": () => help.showModal(),
    Escape: leave,
  };

  document.querySelectorAll(".hint").forEach((one) => { one.hidden = false; });
  addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || help.open || !Object.hasOwn(keys, event.key)) return;
    event.preventDefault();
    keys[event.key]();
  });
  document.querySelectorAll("mark a").forEach((link) => {
    link.addEventListener("click", (event) => {
      event.preventDefault();
      show(cards.findIndex((card) => `#${card.id}` === link.getAttribute("href")));
    });
  });
  addEventListener("beforeprint", () => document.querySelectorAll("details").forEach((one) => { one.open = true; }));
})();

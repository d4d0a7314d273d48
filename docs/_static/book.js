// What scrolls sideways can be scrolled from the keyboard; everything else is the theme's.
"use strict";

function letKeysScroll() {
  for (const box of document.querySelectorAll("pre, .table-wrapper, .output, mjx-container")) {
    if (box.scrollWidth > box.clientWidth + 1 && !box.hasAttribute("tabindex")) {
      box.tabIndex = 0;
      box.setAttribute("role", "group");
      box.setAttribute("aria-label", "scrolls sideways");
    }
  }
}

function nameParts() {
  document.querySelector("aside.sidebar-drawer")?.setAttribute("aria-label", "Contents");
  document.querySelector("aside.toc-drawer")?.setAttribute("aria-label", "On this page");
  for (const caption of document.querySelectorAll("p.caption[role=heading]")) {
    caption.setAttribute("aria-level", "2");
  }
}

addEventListener("DOMContentLoaded", nameParts);
addEventListener("load", letKeysScroll);
addEventListener("resize", letKeysScroll);

/* Small helps for readers. Every page is whole without them. */
(function () {
  "use strict";

  /* The other language opens at the same section: ids are equal in both. */
  document.addEventListener("click", function (event) {
    var link = event.target.closest && event.target.closest("a[data-switch]");
    if (link && location.hash.length > 1) link.hash = location.hash;
  });

  /* What looks like a button answers to the space bar as buttons do (Enter works already). */
  document.addEventListener("keydown", function (event) {
    if (event.key !== " " || !event.target.matches("label[role=button]")) return;
    event.preventDefault();
    event.target.click();
  });

  /* A table wider than the screen can be scrolled with the keyboard too. */
  function reach() {
    document.querySelectorAll(".md-typeset__scrollwrap").forEach(function (box) {
      var wide = box.scrollWidth > box.clientWidth + 1;
      if (wide) box.setAttribute("tabindex", "0");
      else box.removeAttribute("tabindex");
      box.classList.toggle("is-wide", wide);
    });
  }
  window.addEventListener("load", reach);
  window.addEventListener("resize", reach);
})();

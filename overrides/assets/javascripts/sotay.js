/* Small helps for readers. Every page is whole without them. */
(function () {
  "use strict";

  /* The other language opens at the same section: ids are equal in both. */
  document.addEventListener("click", function (event) {
    var link = event.target.closest("a[data-switch]");
    if (link && location.hash.length > 1) link.hash = location.hash;
  });

  /* Contents and search are opened by Material's hidden boxes; these are real buttons for them. */
  var field = document.querySelector(".md-search__input");
  var drawer = document.getElementById("__drawer");
  var menu = document.querySelector(".opener--contents");
  var close = document.querySelector(".tree__close");

  document.addEventListener("click", function (event) {
    var opener = event.target.closest("[data-opens]");
    if (opener) document.getElementById(opener.dataset.opens).click();
    if (opener && field && opener.dataset.opens === "__search") field.focus();
  });
  document.querySelectorAll("[aria-expanded][data-opens]").forEach(function (opener) {
    var box = document.getElementById(opener.dataset.opens);
    box.addEventListener("change", function () {
      opener.setAttribute("aria-expanded", String(box.checked));
    });
  });
  if (drawer && menu && close) {
    drawer.addEventListener("change", function () {
      (drawer.checked ? close : menu).focus();
    });
    document.addEventListener("keydown", function (event) {
      if (event.key === "Escape" && drawer.checked) drawer.click();
    });
  }

  /* A table wider than the screen can be scrolled with the keyboard too. */
  function reach() {
    document.querySelectorAll(".md-typeset__scrollwrap").forEach(function (box) {
      if (box.scrollWidth > box.clientWidth + 1) box.setAttribute("tabindex", "0");
      else box.removeAttribute("tabindex");
    });
  }
  window.addEventListener("load", reach);
  window.addEventListener("resize", reach);
})();

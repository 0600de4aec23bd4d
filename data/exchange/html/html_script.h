#pragma once

#include <string_view>

namespace trestle::html {

/// What runs in the page: phases that start closed and open for paper, and the search. All is there and readable
/// without it. It has neither < nor &, which XML would take for its own.
inline constexpr std::string_view kScript = R"js(
"use strict";
(function () {
  const phases = Array.from(document.querySelectorAll("details.phase"), function (node) {
    const rows = Array.from(node.querySelectorAll("tbody tr"), function (row) {
      return { node: row, text: plain(row.textContent) };
    });
    return { node: node, name: plain(node.querySelector(".name").textContent), rows: rows, open: false };
  });
  const find = document.getElementById("find");
  const all = document.getElementById("all");
  const found = document.getElementById("found");
  let searching = false;

  function plain(text) {
    return text.normalize("NFKD").replace(/[\u0300-\u036f]/g, "").toLowerCase();
  }

  function nameButton() {
    all.textContent = phases.every(function (phase) { return phase.node.open; }) ? "Close all" : "Open all";
  }

  function openAll(open) {
    phases.forEach(function (phase) { phase.node.open = open; });
  }

  function keep() {
    phases.forEach(function (phase) { phase.open = phase.node.open; });
  }

  function restore() {
    phases.forEach(function (phase) { phase.node.open = phase.open; });
  }

  function search() {
    const wanted = plain(find.value.trim());
    if (wanted === "") {
      phases.forEach(function (phase) {
        phase.node.hidden = false;
        phase.rows.forEach(function (row) { row.node.hidden = false; });
      });
      if (searching) { restore(); }
      searching = false;
      found.textContent = "";
      return;
    }
    if (!searching) { keep(); }
    searching = true;
    let count = 0;
    phases.forEach(function (phase) {
      const isMeant = phase.name.includes(wanted);
      const fitting = phase.rows.filter(function (row) { return row.text.includes(wanted); });
      phase.rows.forEach(function (row) { row.node.hidden = isMeant ? false : !fitting.includes(row); });
      phase.node.hidden = isMeant ? false : fitting.length === 0;
      phase.node.open = fitting.length !== 0;
      count += fitting.length + (isMeant ? 1 : 0);
    });
    found.textContent = count === 0 ? "Nothing found" : count === 1 ? "1 found" : count + " found";
  }

  find.addEventListener("input", search);
  find.addEventListener("keydown", function (event) {
    if (event.key === "Escape") {
      find.value = "";
      search();
    }
  });
  all.addEventListener("click", function () { openAll(all.textContent === "Open all"); });
  phases.forEach(function (phase) { phase.node.addEventListener("toggle", nameButton); });
  window.addEventListener("beforeprint", function () {
    if (!searching) { keep(); }
    openAll(true);
  });
  window.addEventListener("afterprint", function () {
    if (searching) { search(); } else { restore(); }
  });
  openAll(false);
  find.closest(".find").hidden = false;
})();
)js";

} // namespace trestle::html

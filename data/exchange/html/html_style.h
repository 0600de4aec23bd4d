#pragma once

#include <string_view>

namespace trestle::html {

/// The page's style sheet: one column that a phone holds, colours of the window's theme, light and dark, and black on
/// white on paper.
inline constexpr std::string_view kStyle = R"css(
:root {
  --page: #ffffff; --muted: #f4f6f8; --rule: #dbdfe6; --grid: #e9ebf0; --text: #1b2330; --soft: #5b6675;
  --bar: #44587a; --pale: #c3cddd; --pale-edge: #667899; --accent: #1d5fe0;
  --stated: #217a35; --derived: #3a4555; --assumed: #a34a06; --yours: #1d5fe0;
}
@media (prefers-color-scheme: dark) {
  :root {
    --page: #14171c; --muted: #20252e; --rule: #2f3541; --grid: #272c36; --text: #e8ebf0; --soft: #a3adba;
    --bar: #8fa6cc; --pale: #3b4a66; --pale-edge: #7d92b8; --accent: #7fa9ff;
    --stated: #63c17a; --derived: #d5dae2; --assumed: #f2ab5f; --yours: #7fa9ff;
  }
}
@media print {
  :root {
    --page: #ffffff; --muted: #f4f6f8; --rule: #dbdfe6; --grid: #e9ebf0; --text: #1b2330; --soft: #5b6675;
    --bar: #44587a; --pale: #c3cddd; --pale-edge: #667899; --accent: #1d5fe0;
    --stated: #217a35; --derived: #3a4555; --assumed: #a34a06; --yours: #1d5fe0;
  }
}
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; }
body { margin: 0; background: var(--page); color: var(--text); font: 16px/1.5 Inter, system-ui, "Segoe UI", sans-serif;
  font-variant-numeric: tabular-nums; overflow-wrap: anywhere; }
main { max-width: 1120px; margin: 0 auto; padding: 24px 16px 48px; }
h1 { font-size: clamp(24px, 5vw, 36px); line-height: 1.2; margin: 8px 0 12px; }
h1 small { font-size: 18px; font-weight: 500; color: var(--soft); white-space: nowrap; }
h1 span { white-space: nowrap; }
h2 { font-size: 19px; margin: 0 0 8px; }
section { margin-top: 36px; }
.plan { display: flex; flex-wrap: wrap; gap: 4px 6px; margin: 0; font-weight: 600; color: var(--soft); }
.made { margin-left: auto; font-weight: 400; }
.lead, .note, footer { color: var(--soft); }
.lead { max-width: 70ch; margin: 0; }
.note { margin: 0 0 10px; font-size: 14px; }
footer { margin-top: 40px; padding-top: 12px; border-top: 1px solid var(--rule); font-size: 13px; }
.promise { display: flex; flex-wrap: wrap; align-items: end; gap: 16px 28px; padding: 18px; border-radius: 10px;
  background: var(--muted); margin-top: 24px; }
.promise div { flex: 1 1 260px; }
.promise p { margin: 0; color: var(--soft); }
.odds { max-width: 100%; height: auto; flex: none; }
.odds .kept { fill: var(--bar); }
.odds .late { fill: var(--page); stroke: var(--pale-edge); stroke-width: 2; }
.odds .axis, .odds .end { stroke: var(--soft); }
.tiles { display: grid; grid-template-columns: repeat(3, 1fr); gap: 16px; margin: 24px 0 0; }
.tiles dt { font-size: 13px; font-weight: 600; color: var(--soft); }
.tiles dd { margin: 2px 0 0; font-size: 20px; font-weight: 600; line-height: 1.3; }
.tiles small { display: block; font-size: 13px; font-weight: 400; color: var(--soft); }
.legend span { display: inline-block; margin-right: 12px; }
.legend i { display: inline-block; width: 22px; height: 11px; margin-right: 6px; border-radius: 2px; }
.legend .done { background: var(--text); border-radius: 0; }
.legend .promised { height: 3px; background: var(--soft); vertical-align: 4px; }
.legend .status { width: 0; height: 14px; margin-right: 8px; border-left: 2px solid var(--text); border-radius: 0;
  vertical-align: -2px; }
.legend .bar { background: var(--bar); }
.legend .pale { background: var(--pale); border: 1px solid var(--pale-edge); }
.legend .target { width: 0; height: 14px; margin-right: 8px; border-left: 2px dashed var(--text); border-radius: 0;
  vertical-align: -2px; }
.find { display: flex; flex-wrap: wrap; gap: 8px 12px; align-items: center; margin: 0 0 12px; font-size: 15px; }
[hidden] { display: none !important; }
.find input, .find button { font: inherit; color: inherit; background: var(--page); border: 1px solid var(--soft);
  border-radius: 6px; padding: 6px 10px; min-height: 38px; }
.find input { width: min(260px, 60vw); margin-left: 6px; }
.find output { color: var(--soft); }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
.n6 { --cols: 27% 14% 17% 9% 9% 24%; } .n5 { --cols: 30% 15% 18% 10% 27%; } .n4 { --cols: 34% 18% 20% 28%; }
.n6 .c1 { width: 27%; } .n6 .c2 { width: 14%; } .n6 .c3 { width: 17%; } .n6 .c4, .n6 .c5 { width: 9%; }
.n5 .c1 { width: 30%; } .n5 .c2 { width: 15%; } .n5 .c3 { width: 18%; } .n5 .c4 { width: 10%; }
.n4 .c1 { width: 34%; } .n4 .c2 { width: 18%; } .n4 .c3 { width: 20%; }
.cols { display: grid; grid-template-columns: var(--cols); align-items: center; font-size: 15px; line-height: 1.35; }
.cols span { padding-right: 12px; }
.head { font-size: 13px; font-weight: 600; color: var(--soft); border-bottom: 1px solid var(--soft);
  align-items: end; padding-bottom: 4px; }
.head .ticks { font-weight: 400; }
.phase { border-bottom: 1px solid var(--grid); }
summary { display: block; cursor: pointer; font-weight: 600; padding: 8px 0; border-radius: 4px; }
summary::-webkit-details-marker { display: none; }
.cols .name { position: relative; padding: 0 12px 0 18px; font-weight: 600; }
.cols .name::before { content: ""; position: absolute; left: 3px; top: 0.4em; border: 5px solid transparent;
  border-left-color: var(--soft); border-right-width: 0; }
details[open] .name::before { left: 1px; top: 0.5em; border: 5px solid transparent; border-top-color: var(--soft);
  border-bottom-width: 0; }
.tree svg { display: block; width: 100%; height: 26px; }
.items svg { height: 20px; }
.items { table-layout: fixed; }
.items th { padding-left: 18px; }
.items thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
.said { display: block; white-space: pre-line; }
.sums { width: auto; margin: 12px 0 0 auto; }
.sums th { padding-right: 32px; }
.sums caption { text-align: end; font-size: 13px; color: var(--soft); }
.ticks { position: relative; height: 20px; overflow: hidden; white-space: nowrap; font-size: 13px; color: var(--soft); }
.ticks span { position: absolute; padding-left: 2px; }
svg line { vector-effect: non-scaling-stroke; }
svg .grid { stroke: var(--grid); }
svg .target { stroke: var(--text); stroke-width: 1.5; stroke-dasharray: 4 3; }
svg .status { stroke: var(--text); stroke-width: 2; }
rect.done { fill: var(--text); }
rect.promised { fill: var(--soft); }
rect.bar { fill: var(--bar); }
rect.pale { fill: var(--pale); stroke: var(--pale-edge); vector-effect: non-scaling-stroke; }
.curve { display: block; width: 100%; max-width: 560px; height: auto; }
.curve text { fill: var(--soft); font-size: 13px; }
.curve .end { text-anchor: end; }
.curve .line { fill: none; stroke: var(--accent); stroke-width: 2.5; stroke-linejoin: round; }
.curve .sure { stroke: var(--accent); stroke-width: 1.5; stroke-dasharray: 4 3; }
table { width: 100%; border-collapse: collapse; font-size: 15px; line-height: 1.35; }
th, td { padding: 7px 12px 7px 0; text-align: start; vertical-align: top; font-weight: 400; }
th:last-child, td:last-child { padding-right: 0; }
thead th { font-size: 13px; font-weight: 600; color: var(--soft); border-bottom: 1px solid var(--soft); }
tbody tr { border-bottom: 1px solid var(--grid); }
.number { text-align: end; white-space: nowrap; }
.days { white-space: nowrap; }
.items small { color: var(--soft); }
.rest td { color: var(--soft); font-size: 14px; }
.sum th, .sum td { padding-top: 10px; }
.sum:last-child th, .sum:last-child td { font-weight: 600; border-top: 1px solid var(--soft); }
.sources { list-style: none; margin: 0; padding: 0; font-size: 14px; }
.seen { margin: 0; padding-left: 18px; font-size: 14px; }
.sources li { display: grid; grid-template-columns: 84px 1fr; gap: 10px; padding: 4px 0; align-items: start; }
.badge { border: 1px solid currentColor; border-radius: 999px; padding: 0 8px; font-size: 12px; font-weight: 600;
  text-align: center; }
.stated { color: var(--stated); } .derived { color: var(--derived); }
.assumed { color: var(--assumed); } .yours { color: var(--yours); }
@media (max-width: 1000px) {
  .tree .days, .head .number { white-space: normal; }
}
@media (max-width: 720px) {
  .tiles { grid-template-columns: 1fr 1fr; }
  .cols { grid-template-columns: 1fr 1fr; gap: 2px 16px; align-items: start; }
  .cols .name, .cols svg, .head .ticks { grid-column: 1 / -1; }
  .cols span { padding: 0 0 0 18px; font-weight: 400; white-space: normal; }
  .head span { display: none; } .head .ticks span { display: inline; padding: 0 0 0 2px; }
  .cols span:empty { display: none; }
  .cols span[data-label]::before { content: attr(data-label); display: block; font-size: 12px; color: var(--soft); }
  .items { padding-left: 18px; }
  .items th { padding-left: 0; }
  .items td:has(svg) { grid-column: 1 / -1; }
  .sums { display: block; width: auto; margin: 12px 0 0; }
  .sums caption { display: block; text-align: start; }
  .sums tr { grid-template-columns: 1fr auto; }
  .sums tbody th { grid-column: auto; }
  thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  table, tbody { display: block; }
  tr { display: grid; grid-template-columns: 1fr 1fr; gap: 2px 16px; padding: 9px 0; }
  tr.rest { display: block; }
  th, td, .number { display: block; padding: 0; text-align: start; white-space: normal; }
  tbody th { grid-column: 1 / -1; }
  td[data-label]::before { content: attr(data-label); display: block; font-size: 12px; font-weight: 400;
    color: var(--soft); }
  td:empty { display: none; }
}
@media print {
  body { font-size: 10pt; }
  main { max-width: none; padding: 0; }
  section { margin-top: 18pt; break-inside: auto; }
  h2, .note { break-after: avoid; }
  tr, summary, .promise, .tiles, .curve, li { break-inside: avoid; }
  summary { break-after: avoid; }
  details::details-content { content-visibility: visible; }
  .find { display: none; }
  .cols { font-size: 9pt; } .head { font-size: 8pt; } .ticks { font-size: 7pt; }
  .tree .days, .tree .number { white-space: normal; }
  table { font-size: 9pt; }
  th, td { padding-top: 2.5pt; padding-bottom: 2.5pt; }
  .rest td, .sources, .seen, .note, footer { font-size: 8.5pt; }
  .promise, rect, i { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
  thead { display: table-header-group; }
  .items thead { display: none; }
}
@page { margin: 15mm; }
)css";

} // namespace trestle::html

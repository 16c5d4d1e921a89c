// One stylesheet for every atlas of the page, adopted by the shadow roots: no <style> element, no style attribute in
// markup, so that "style-src 'self'" is enough.

import { k_family } from './font.js';

const k_rules = `
:host { display: block; box-sizing: border-box; height: min(640px, 90vh); }
:host([data-mounted]) { height: 100%; }
:host([hidden]) { display: none; }
.atlas { position: relative; width: 100%; height: 100%; overflow: hidden; contain: layout paint style;
  color: #16202c; background: #fff; font: 13px/1.45 '${k_family}', Inter, system-ui, sans-serif; text-align: start; -webkit-text-size-adjust: 100%; }
.atlas.dark { color: #eef2f6; background: #12181f; color-scheme: dark; }
img.logo { position: absolute; z-index: 1; object-fit: contain; object-position: left; pointer-events: none; }
img.logo[hidden], .flat img.logo { display: none; }
canvas { position: absolute; left: 0; top: 0; width: 100%; height: 100%; display: block; }
.twin { position: absolute; inset: 0; transform-origin: 0 0; }
.twin section { position: absolute; overflow: hidden; margin: 0; padding: 0; -webkit-user-select: none; user-select: none;
  touch-action: manipulation; -webkit-tap-highlight-color: transparent; }
section[data-wheel=map] { touch-action: pan-x pan-y; }
section[data-wheel=lanes], section[data-zone=timeline] { touch-action: pan-y; }
.greedy section[data-wheel=map] { touch-action: none; }
section.scrolls { overflow: hidden auto; scrollbar-width: none; touch-action: pan-y; }
section.scrolls::-webkit-scrollbar { display: none; }
.spacer { width: 1px; pointer-events: none; }
.node { position: absolute; margin: 0; padding: 0; border: 0; font: inherit; line-height: 1; overflow: hidden; opacity: 0;
  pointer-events: none; }
.node button { width: 100%; height: 100%; margin: 0; padding: 0; border: 0; font: inherit; }
[role=row].node { display: flex; } [role=row].node > * { flex: 1 0 0; min-width: 0; overflow: hidden; }
a.node { pointer-events: auto; cursor: pointer; }
.node.drag { pointer-events: auto; touch-action: none; }
section[data-zone=timeline] .node.drag { touch-action: pan-y; }
input.search { pointer-events: auto; position: absolute; z-index: 1; box-sizing: border-box; margin: 0; padding: 0 2px; border: 0; background: none; color: inherit;
  font: inherit; opacity: 1; outline-offset: 4px; -webkit-appearance: none; appearance: none; border-radius: 4px; }
.search::placeholder { color: inherit; opacity: .72; }
.search:focus-visible { outline: 2px solid currentColor; }
input.date { pointer-events: auto; position: absolute; z-index: 1; box-sizing: border-box; margin: 0; padding: 0 4px; border: 0; border-radius: 4px;
  font: inherit; background: Canvas; color: CanvasText; opacity: 0; cursor: text; }
input.date:focus { opacity: 1; outline: 2px solid; }
.text { padding: 16px; } .text .wide { overflow-x: auto; }
.skip { position: absolute; z-index: 4; left: 8px; top: 8px; padding: 8px 16px; min-height: 36px; border: 1px solid currentColor; border-radius: 6px; background: #fff; color: #16202c; font: inherit; }
.dark .skip { background: #12181f; color: #eef2f6; }
.skip:not(:focus) { width: 1px; height: 1px; min-height: 0; padding: 0; border: 0; overflow: hidden; clip-path: inset(50%); }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.ruler { position: absolute; width: 1rem; height: 0; visibility: hidden; }
.corner { position: absolute; width: 0; height: 0; visibility: hidden; }
.first, .page { position: absolute; inset: 0; overflow: auto; padding: 16px; background: inherit; }
.first { isolation: isolate; } .outline { position: absolute; z-index: -1; right: 24px; top: 24px; width: min(48%, 460px); max-height: calc(100% - 48px); opacity: .18; pointer-events: none; }
.first h2, .page h2 { font-size: 22px; line-height: 1.2; margin: 0 0 4px; }
.first p, .page p { margin: 0 0 12px; max-width: 70ch; }
.first ul { list-style: none; margin: 0; padding: 0; columns: 16rem; column-gap: 24px; }
.first li { break-inside: avoid; padding: 4px 0; }
.first small { display: block; opacity: .8; font-size: 12px; }
.first progress { display: block; width: 160px; height: 4px; margin: 0 0 12px; accent-color: currentColor; }
.message { position: absolute; left: 50%; bottom: 16px; transform: translateX(-50%); max-width: calc(100% - 32px); box-sizing: border-box;
  padding: 8px 12px; border-radius: 6px; background: #16202c; color: #fff; pointer-events: none; }
.message[role=alert] { inset: 50% auto auto 50%; transform: translate(-50%, -50%); z-index: 2; margin: 0; width: 560px; max-height: calc(100% - 32px); overflow: auto; padding: 20px 24px;
  border: 1px solid #8893a0; border-left: 4px solid #c2410c; background: #fff; color: #16202c; overflow-wrap: anywhere; white-space: pre-line; pointer-events: auto; box-shadow: 0 0 0 200vmax rgb(16 24 32 / .32); }
.dark .message[role=alert] { background: #1a222b; color: #eef2f6; box-shadow: 0 0 0 200vmax rgb(0 0 0 / .5); }
.flat { overflow: auto; }
.flat canvas { display: none; }
.flat .twin { position: static; padding: 16px; }
.flat .twin section, .flat .node, .flat input.search, .flat input.date { pointer-events: auto; position: static; width: auto !important; height: auto !important; overflow: visible; user-select: text; }
.flat .twin section { margin: 0 0 16px; padding: 0 0 16px; border-bottom: 1px solid #8893a0; }
.flat .node, .flat input.date { opacity: 1; pointer-events: auto; line-height: 1.5; margin: 2px 6px 2px 0; }
.flat button.node, .flat .node button { padding: 4px 8px; border: 1px solid #5d6b7a; border-radius: 6px; background: none; color: inherit; width: auto; }
.flat input[type=checkbox].node { -webkit-appearance: none; appearance: none; padding: 4px 8px; border: 1px solid #5d6b7a; border-radius: 6px; cursor: pointer; }
.flat [type=checkbox].node::before { content: '\u2610\u00a0' attr(aria-label); } .flat [type=checkbox].node:checked::before { content: '\u2611\u00a0' attr(aria-label); }
.flat .spacer, .flat section[data-zone=map] [role=group] { display: none; }
.flat { display: flex; flex-direction: column; }
.flat .message { position: static; order: -1; transform: none; margin: 16px; max-width: none; }
.message.flowing, .flat .message[role=alert] { position: static; transform: none; width: auto; margin: 0 0 16px; box-shadow: none; }
.message button { display: block; margin: 16px 0 0; padding: 4px 16px; min-height: 36px; border: 1px solid currentColor; border-radius: 6px; background: none; color: inherit; font: inherit; }
.still { position: absolute; left: 50%; top: 50%; transform: translate(-50%, -50%); min-width: 320px; min-height: 96px; padding: 16px 48px; border: 0;
  border-radius: 48px; background: #9ccdf4; color: #12181f; font: 600 32px/1.2 Inter, system-ui, sans-serif; box-shadow: 0 0 0 200vmax rgb(0 0 0 / .55); cursor: pointer; }
.paper { display: none; }
@media print {
  :host { height: auto !important; }
  .atlas, .atlas.dark, .atlas.auto { height: auto; overflow: visible; contain: none; color: #000; background: #fff; color-scheme: light; }
  canvas, .twin, .message, .first, .still, .text, .page, .paper nav, img.logo { display: none; }
  .answer :is(#text-regions, #text-directory, #text-international, #text-phases, #text-stories, #text-figures, #text-contradictions, #text-understand, #text-sources) { display: none; }
  .paper { display: block; font-size: 9pt; print-color-adjust: exact; }
  .paper svg, .paper canvas { display: block; width: 100%; height: auto; max-height: 205mm; }
  .paper :is(h1, .cover h2) { font-size: 18pt; margin: 0 0 4pt; } .paper .cover { break-after: page; } .paper :is(h2, h3, h4, h5, caption) { break-after: avoid; } .paper h3 { font-size: 13pt; margin: 12pt 0 4pt; } .paper :is(h4, h5) { font-size: 10pt; margin: 8pt 0 2pt; }
  .paper :is(p, li, dd) { margin: 0 0 3pt; } .paper dl { margin: 0; } .paper dt { font-weight: 600; margin-top: 4pt; break-after: avoid; } .paper dd { margin-inline-start: 12pt; } .paper a { color: inherit; text-decoration: none; } .paper table { width: 100%; border-collapse: collapse; } .paper caption { text-align: start; font-weight: 600; padding: 6pt 0; }
  .paper th, .paper td { text-align: start; font-weight: 400; padding: 2pt 6pt 2pt 0; border-bottom: .5pt solid #999; vertical-align: top; }
  .paper thead th { font-weight: 600; } .paper tr { break-inside: avoid; }
}
@media (prefers-reduced-transparency: reduce), (prefers-contrast: more) {
  .search::placeholder, .first small { opacity: 1; } .first .outline { display: none; }
}
@media (forced-colors: active) {
  canvas { forced-color-adjust: none; } /* drawn in the system's colours already */
  .node:focus-visible, .node :focus-visible { opacity: 1; forced-color-adjust: none; color: transparent; background: none; outline: 2px solid Highlight; }
}
@media screen and (prefers-color-scheme: dark) {
  .atlas.auto { color: #eef2f6; background: #12181f; color-scheme: dark; }
  .auto .skip { background: #12181f; color: #eef2f6; }
  .auto .message[role=alert] { background: #1a222b; color: #eef2f6; box-shadow: 0 0 0 200vmax rgb(0 0 0 / .5); }
}
`;

/** A sheet belongs to the document that made it. @type {WeakMap<Document, Map<string, CSSStyleSheet>>} */
const sheets = new WeakMap();

/** @param {ShadowRoot} root @param {string} [rules] one sheet for each text */
export function adopt_styles(root, rules = k_rules) {
  const page = root.ownerDocument;
  const all = sheets.get(page) ?? new Map();
  sheets.set(page, all);
  const shared = all.get(rules) ?? new (page.defaultView ?? window).CSSStyleSheet();
  if (!all.has(rules)) shared.replaceSync(rules);
  all.set(rules, shared);
  if (!root.adoptedStyleSheets.includes(shared)) root.adoptedStyleSheets = [...root.adoptedStyleSheets, shared];
}

/** @param {ShadowRoot} root */
export function drop_styles(root) {
  const ours = [...(sheets.get(root.ownerDocument)?.values() ?? [])];
  root.adoptedStyleSheets = root.adoptedStyleSheets.filter((sheet) => !ours.includes(sheet));
}

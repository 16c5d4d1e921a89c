// The single offline HTML file: shell.html with style, snapshot, map, wasm and module inside. It makes no request, and its
// Content-Security-Policy forbids any: the inline module and style are allowed by their hashes.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { k_text_rules } from '../../web/src/text_rules.js';
import { packed } from './bundle.mjs';
import { packed_locales } from './locales.mjs';

/** @param {string} text */
const sha256 = (text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** JSON inside a script element: "<" can only stand inside strings, where its escape means the same. @param {string} json */
const json_for_html = (json) => json.replaceAll('<', '\\u003c').replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029');

/** A module inside a script element must not end it. @param {string} script */
const script_for_html = (script) => script.replace(/<(\/script|script|!--)/gi, '\\x3c$1');

/** @param {string} html @param {string} name @param {string} content */
function fill(html, name, content) {
  const marker = `<!--atlas:${name}-->`;
  if (html.split(marker).length !== 2) throw new Error(`shell.html must hold ${marker} once`);
  return html.replace(marker, () => content);
}

/**
 * @param {string} root
 * @param {string} dist where the finished wasm and snapshot are
 * @param {{module: string, text: string}} parts the script with everything in it; the text version
 */
export function single_file(root, dist, { module, text }) {
  const wasm = packed(join(dist, 'cluster-atlas-whole.wasm'));
  const snapshot = json_for_html(readFileSync(join(dist, 'snapshot.json'), 'utf8'));
  const script = `\n${script_for_html(module + readFileSync(join(root, 'web/own_page.js'), 'utf8'))}`;
  let html = readFileSync(join(root, 'shell.html'), 'utf8');
  const style = `\n${readFileSync(join(root, 'web/page.css'), 'utf8')}${k_text_rules}`;
  const icon = encodeURIComponent(readFileSync(join(root, 'web/icon.svg'), 'utf8').replace(/\s*\n\s*/g, ' ').trim());
  const policy = [
    "default-src 'none'",
    `script-src ${sha256(script)} 'wasm-unsafe-eval'`,
    `style-src ${sha256(style)}`,
    'img-src data: blob:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  html = fill(html, 'policy', `<meta http-equiv="Content-Security-Policy" content="${policy}">`);
  html = fill(html, 'icon', `<link rel="icon" href="data:image/svg+xml,${icon}">`);
  html = fill(html, 'style', `<style>${style}</style>`);
  html = fill(html, 'text', text);
  html = fill(html, 'snapshot', `<script type="application/json" id="atlas-snapshot">${snapshot}</script>`);
  html = fill(html, 'map', `<script type="application/octet-stream" id="atlas-map">${packed(join(dist, 'france.map'))}</script>`);
  html = fill(html, 'words', `<script type="application/octet-stream" id="atlas-words">${packed_locales(root, { has_keys: true })}</script>`);
  html = fill(html, 'wasm', `<script type="application/octet-stream" id="atlas-wasm">${wasm}</script>`);
  return fill(html, 'module', `<script type="module">${script}</script>`);
}

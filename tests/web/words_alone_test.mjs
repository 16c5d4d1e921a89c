// What visitors ask, answered by words alone: without scripts, without the program, without WebGL. Names and numbers are
// those of the primary documents (the lists of 2007, 2023 and 2026, the sheet for foreign investors, the announcement of
// phase V, the manifesto), written here by hand; what only the snapshot knows is worked out from its file.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { before, describe, test } from 'node:test';
import { settled } from './support/chromium.mjs';
import { dist } from './support/site.mjs';
import { with_site } from './support/stage.mjs';

const snapshot = JSON.parse(readFileSync(`${dist}/snapshot.json`, 'utf8'));
const stage = with_site();

const folded = (/** @type {string} */ text) => text.replaceAll(/\s+/g, ' ').trim();
const french = (/** @type {string | {fr: string}} */ text) => (typeof text === 'string' ? text : text.fr);
const holds = (/** @type {any} */ cluster, /** @type {string} */ day) => cluster.labels?.some((/** @type {any} */ label) => label.from <= day && (!label.to || label.to > day)) ?? false;
/** By the short names that lists of names use. @param {(cluster: any) => boolean} wanted @returns {string[]} */
const named = (wanted) => snapshot.clusters.filter(wanted).map((/** @type {any} */ { name, short }) => french(short ?? name));
const department_of = (/** @type {any} */ { seat }) => seat?.insee?.replace(/^(97.|..).*$/, '$1') ?? '';
const is_in = (/** @type {any} */ cluster, /** @type {string} */ code) => department_of(cluster) in snapshot.regions.find((/** @type {any} */ region) => region.code === code).departments;

/** Sections by id, and of each definition what is said, by its term. @typedef {{sections: Record<string, string>, cards: Record<string, string>, regions: Record<string, string>, years: Record<string, string>, international: Record<string, string>}} Words */

/** @param {import('playwright-core').Page} page @returns {Promise<Words>} */
async function read_page(page) {
  const article = page.locator('article').filter({ has: page.locator('#text-clusters'), visible: true }); // page and atlas may each have one
  await article.waitFor();
  return article.evaluate((root) => {
    const plain = (/** @type {Element | null | undefined} */ each) => (each?.textContent ?? '').replaceAll(/\s+/g, ' ').trim();
    const definitions = (/** @type {string} */ list) =>
      Object.fromEntries([...root.querySelectorAll(`${list} > dl > dt, ${list} > dl > div > dt`)].map((term) => {
        const said = [];
        for (let next = term.nextElementSibling; next && next.tagName !== 'DT'; next = next.nextElementSibling) said.push(plain(next));
        return [plain(term), said.join(' | ')];
      }));
    return {
      sections: Object.fromEntries([...root.querySelectorAll('section[id]')].map((each) => [each.id.replace('text-', ''), plain(each)])),
      cards: definitions('#text-directory'),
      regions: definitions('#text-regions'),
      international: definitions('#text-international'),
      years: Object.fromEntries([...root.querySelectorAll('#text-strip tbody tr')].map((row) => [plain(row.firstElementChild), plain(row)])),
    };
  });
}

/** @param {string | undefined} text @param {string[]} wanted */
function assert_says(text, wanted) {
  assert.ok(text, 'the place of the answer');
  assert.ok(wanted.length > 0);
  assert.deepEqual(wanted.filter((words) => !text.includes(folded(words))), []);
}

const k_ways = /** @type {Record<string, () => Promise<import('playwright-core').Page>>} */ ({
  'without scripts': async () => {
    const { page } = await stage.page({ javaScriptEnabled: false });
    await page.goto(`${stage.origin}/index.html`);
    return page;
  },
  'without the program': async () => {
    const { page } = await stage.page();
    await page.route('**/*.wasm', (route) => route.abort());
    await page.goto(`${stage.origin}/index.html`);
    await page.locator('cluster-atlas').locator('[role=alert]').waitFor();
    return page;
  },
  'without WebGL': async () => {
    const { page } = await stage.page();
    await page.addInitScript(() => (HTMLCanvasElement.prototype.getContext = () => null));
    await page.goto(`${stage.origin}/index.html`);
    await page.waitForFunction(() => /** @type {any} */ (document.querySelector('cluster-atlas')).atlas);
    await settled(page);
    return page;
  },
});

for (const [way, open] of Object.entries(k_ways)) {
  describe(way, () => {
    /** @type {Words} */ let words;
    before(async () => {
      const page = await open();
      words = await read_page(page);
      await page.context().close();
    });

    test('1. which clusters are in Bretagne, and which act there from elsewhere?', () => {
      const seated = named((each) => holds(each, '2026-12-31') && is_in(each, '53'));
      assert.deepEqual(seated.length, 4);
      const acting = named((each) => holds(each, '2026-12-31') && !is_in(each, '53') && each.regions?.includes('53'));
      const [here, elsewhere] = words.regions.Bretagne.split('Agissent ici');
      assert_says(here, ['4 pôles y ont leur siège', ...seated, 'Valorial', 'Images & Réseaux']);
      assert_says(elsewhere, acting);
    });

    test('2. who lost the label between phases III and IV?', () => {
      const gone = named((each) => holds(each, '2018-12-31') && !holds(each, '2019-12-31'));
      assert.ok(gone.length > 10);
      assert_says(words.years['2019'], gone);
      assert_says(words.years['2018'], ['Trimatec']); // its label ended before the phase did
    });

    test('3. which clusters of 2007 became EuraMaterials?', () => assert_says(words.cards.EuraMaterials, ['UP-tex', 'MAUD']));

    test('4. what is SCS called now, and since when?', () => {
      assert_says(words.years['2024'], ['SCS, Optitec → Aktantis']);
      assert_says(words.sections.clusters, ['Aktantis', '1ᵉʳ janv. 2024']);
    });

    test('5. how much private money follows one public euro, by year, and who says so?', () => assert_says(words.sections.figures, ['un euro public pour deux euros de dépenses de R&D', '2012', 'En 2022, l’AFPC affiche 2,50 euros privés pour un euro public', 'Le manifeste affiche trois euros privés levés pour un euro public', '2026', 'AFPC – Association française des pôles de compétitivité']));

    test('6. what have the clusters done about hydrogen?', () => {
      const about = snapshot.stories.filter((/** @type {any} */ { title, summary }) => /hydrog/i.test(french(title) + french(summary)));
      assert.ok(about.length >= 2);
      assert_says(words.sections.stories, about.flatMap((/** @type {any} */ { title, summary }) => [french(title), french(summary)]));
    });

    test('7. which clusters act in Guadeloupe?', () => assert_says(words.regions.Guadeloupe, ['Agissent ici', ...named((each) => holds(each, '2026-12-31') && (each.regions?.includes('01') || is_in(each, '01')))]));

    test('8. which were the 16 international clusters of 2007, and what is left of them?', () => {
      const then = ['Aerospace Valley', 'Lyonbiopôle', 'Medicen Paris Region', 'Minalogic', 'Systematic Paris-Region', 'Cap Digital', 'Axelera', 'Images & Réseaux', 'I-Trans', 'Bioeconomy For Change', 'BioValley France', 'NextMove', 'Pôle Mer Bretagne Atlantique', 'Pôle Mer Méditerranée', 'Vegepolys Valley'];
      const { international } = words;
      assert.equal(Object.keys(international).length, 16);
      for (const name of then) assert_says(international[name], ['depuis']);
      const scs = Object.keys(international).filter((name) => !then.includes(name));
      assert.equal(scs.length, 1);
      assert_says(international[scs[0]], ['2005', '2024', 'Aktantis']);
    });

    test('9. what makes an organisation a pôle de compétitivité, who decides, and by which criteria?', () => assert_says(words.sections.understand, ['entreprises, centres de recherche et organismes de formation s’associent', 'Un comité de sélection de l’État et des Régions évalue les candidatures', 'La Première ministre suit les recommandations du comité', 'Critères de sélection', 'Nombre d’adhérents', 'Solidité et autonomie financières', 'Nombre de projets accompagnés au niveau européen']));

    test('10. what were the three objectives of phase V?', () => assert_says(words.sections.understand, ['Créer des écosystèmes plus forts et mieux reliés', 'Renforcer l’action européenne des pôles', 'Soutenir la transformation et le développement des PME et des start-up']));

    test('11. which two were new in 2023?', () => assert_says(words.years['2023'], ['2 entrées', 'ENTER', 'Infra2050']));

    test('12. 2013 with 2023: who came, left, merged?', () => {
      const [then, now] = ['2013-12-31', '2023-12-31'];
      const moved = named((each) => holds(each, then) !== holds(each, now));
      assert.ok(moved.length > 20);
      const years = Object.entries(words.years).filter(([year]) => year > '2013' && year <= '2023').map(([, row]) => row).join(' ');
      assert_says(years, moved);
    });

    test('13. what did each phase achieve, in numbers?', () => {
      for (const phase of [1, 2, 3, 4, 5]) assert_says(words.sections.figures, snapshot.figures.filter((/** @type {any} */ each) => each.phase === phase).map((/** @type {any} */ { statement }) => french(statement)));
    });

    test('14. which foreign clusters and companies worked with Minalogic, SCS and Alsace’s cluster in 2007?', () => assert_says(words.sections.understand, ['Minalogic · Avec Ahlstrom (Finlande), Yamatake (Japon), Atmel (États-Unis), Xerox (États-Unis)', 'NanoQuébec', 'SCS · Avec IBM (États-Unis), HP (États-Unis), Torino Wireless (Italie), trois pôles technologiques tunisiens', 'BioValley France · Avec In Vivo (Montréal, Canada)']));

    test('15. who presides over Tenerrdis, and where is its site?', () => {
      const { president, website } = snapshot.clusters.find((/** @type {any} */ { id }) => id === 'tenerrdis');
      assert_says(words.cards.Tenerrdis, [president.name, website.address]);
    });

    test('16. what do the clusters ask for in phase VI, and what do they offer?', () => assert_says(words.sections.understand, ['Un soutien politique clair', 'Des moyens renforcés et pérennes', 'La reconnaissance pleine et entière du rôle des pôles', 'Ce à quoi les pôles s’engagent', 'être pleinement un pilier de la politique industrielle de la France', 'Servir une économie plus souveraine, plus innovante, plus décarbonée']));
  });
}

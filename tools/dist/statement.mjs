// The accessibility statement after the model of the RGAA, from the table of docs/accessibility.md: what was tested, what
// came out, what is lacking. A verdict without its test is refused.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** @typedef {{criterion: string, level: string, verdict: string, file: string, title: string, remark: string}} Row */

const k_verdicts = ['met', 'partly', 'not met', 'n/a'];

/** @param {string} root @returns {Row[]} */
export function accessibility_rows(root) {
  const text = readFileSync(join(root, 'docs/accessibility.md'), 'utf8');
  const rows = text.split('\n').filter((line) => /^\| \d/.test(line)).map(row_of);
  for (const row of rows) check(root, row);
  return rows;
}

/** @param {string} line @returns {Row} */
function row_of(line) {
  const [criterion, level, verdict, shown, remark] = line.split('|').slice(1, -1).map((cell) => cell.trim());
  const [, file = '', title = ''] = /^`([^`]+)`\s*(.*)$/.exec(shown) ?? [];
  return { criterion, level, verdict, file, title, remark };
}

/** @param {string} root @param {Row} row */
function check(root, { criterion, verdict, file, title, remark }) {
  if (!k_verdicts.includes(verdict)) throw new Error(`docs/accessibility.md: ${criterion}: what is “${verdict}”?`);
  if (verdict !== 'met' && !remark) throw new Error(`docs/accessibility.md: ${criterion}: ${verdict}, but why?`);
  if (verdict === 'n/a') return;
  const test = join(root, file);
  if (!file || !existsSync(test)) throw new Error(`docs/accessibility.md: ${criterion}: no test ${file}`);
  if (!readFileSync(test, 'utf8').includes(title)) throw new Error(`docs/accessibility.md: ${criterion}: ${file} has no “${title}”`);
}

/** @param {string} text */
const escaped = (text) => text.replace(/[&<>"]/g, (char) => `&#${char.charCodeAt(0)};`);

/** Rates as the RGAA counts: of the criteria that apply. @param {Row[]} rows */
export function rate_of(rows) {
  const applied = rows.filter(({ verdict }) => verdict !== 'n/a');
  const met = applied.filter(({ verdict }) => verdict === 'met');
  return { met: met.length, applied: applied.length, percent: Math.floor((100 * met.length) / applied.length) };
}

const k_words = /** @type {Record<string, string>} */ ({ met: 'conforme', partly: 'en partie', 'not met': 'non conforme', 'n/a': 'non applicable' });

/** @param {Row} row */
const table_row = ({ criterion, level, verdict, file, remark }) => `<tr><th scope="row">${escaped(criterion)}</th><td>${level}</td><td>${k_words[verdict]}</td><td>${escaped(file)}</td><td lang="en">${escaped(remark)}</td></tr>`;

/** @param {string} root @param {{version: string, contact: string}} of */
export function accessibility_statement(root, { version, contact }) {
  const rows = accessibility_rows(root);
  const { met, applied, percent } = rate_of(rows);
  const lacking = rows.filter(({ verdict }) => verdict === 'partly' || verdict === 'not met');
  return `<!doctype html>
<html lang="fr">
<head>
<meta charset="utf-8">
<title>Déclaration d’accessibilité – Cluster Atlas</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<link rel="icon" href="icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="text.css">
</head>
<body class="auto">
<header class="ways"><a href="#content">Aller au contenu</a> <a href="index.html">Revenir à l’atlas</a></header>
<main id="content"><article class="text">
<h1>Déclaration d’accessibilité</h1>
<p>Cette déclaration s’applique à Cluster Atlas ${escaped(version)} et à ses pages.</p>
<h2>État de conformité</h2>
<p>Cluster Atlas est ${percent === 100 ? 'en conformité totale' : 'en conformité partielle'} avec les WCAG 2.2, niveaux A et AA, sur lesquelles le RGAA 4.1 repose&#8239;; les non-conformités sont énumérées ci-dessous.</p>
<h2>Résultats des tests</h2>
<p>${met} des ${applied} critères applicables sont respectés, soit ${percent}&#8239;%. Chaque verdict est lié à un test automatique, exécuté à chaque version.</p>
<h2>Contenus non accessibles</h2>
<ul>${lacking.map(({ criterion, remark }) => `<li>${escaped(criterion)}&#8239;: <span lang="en">${escaped(remark)}</span></li>`).join('\n')}</ul>
<h2>Établissement de cette déclaration</h2>
<p>Écrite par la construction du site, d’après les tests. Technologies&#8239;: HTML, CSS, JavaScript, WebAssembly, WebGL, ARIA. Environnement de test&#8239;: Chromium et son arbre d’accessibilité, axe-core, aux tailles 1280 × 800, 390 × 844 et 320 × 256. Aucun lecteur d’écran n’a été piloté par un test.</p>
<h2>Retour d’information et contact</h2>
<p>Un contenu vous échappe&#8239;? ${contact ? `Écrivez à <a href="${escaped(contact)}">${escaped(contact.replace(/^mailto:/, ''))}</a>.` : 'Adressez-vous à qui publie cette page.'}</p>
<h2>Voies de recours</h2>
<p>Si vous avez signalé un défaut qui vous empêche d’accéder à un contenu et n’avez pas eu de réponse, vous pouvez écrire au Défenseur des droits (<a href="https://formulaire.defenseurdesdroits.fr/">formulaire</a>), ou saisir son délégué dans votre région.</p>
<h2>Tous les critères</h2>
<div class="wide" role="region" tabindex="0" aria-label="Tous les critères"><table><caption>Critères des WCAG 2.2</caption><thead><tr><th scope="col">Critère</th><th scope="col">Niveau</th><th scope="col">Verdict</th><th scope="col">Test</th><th scope="col">Remarque</th></tr></thead><tbody>
${rows.map(table_row).join('\n')}
</tbody></table></div>
</article></main>
</body>
</html>
`;
}

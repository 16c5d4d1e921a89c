// What a host asked for and can't have: the atlas does without it, and its console says so once.

import { warn_once } from './attributes.js';

/** @typedef {{names: string[], repaired: string[], refused: boolean}} ColourReport */

/**
 * @param {import('./stage.js').Settings} settings
 * @param {{locked: Record<string, string[]>, colours: ColourReport}} core what became of them
 * @returns {string[]}
 */
function unmet_wishes({ locked }, core) {
  const wanted = Object.entries(locked ?? {}).flatMap(([facet, ids]) => [ids ?? []].flat().map((id) => [facet, id]));
  const unknown = wanted.filter(([facet, id]) => !core.locked[facet]?.includes(id)).map(([facet, id]) => `${facet}: ${id}`);
  const { repaired, refused } = core.colours;
  return [
    ...(unknown.length > 0 ? [`locked: the snapshot does not hold ${unknown.join(', ')}`] : []),
    ...(refused ? ["the page's --atlas-… colours can't be read on each other: the theme's own are shown"] : []),
    ...(repaired.length > 0 ? [`these colours of the page can't be read on their grounds and were moved until they can: ${repaired.join(', ')}`] : []),
  ];
}

/** On the console, once. @param {import('./stage.js').Settings} settings @param {import('./core.js').Core} core */
export function tell_unmet(settings, core) {
  const became = { locked: JSON.parse(core.query('locked') || '{}'), colours: JSON.parse(core.query('colours')) };
  for (const sentence of unmet_wishes(settings, became)) warn_once(sentence);
}

// What a page asked for and the snapshot does not hold: a misspelt region filters everything away without a word.

/** @typedef {import('../cluster-atlas').State} State */
/** @typedef {import('../cluster-atlas').Result} Result */
/** @typedef {import('../cluster-atlas').Facet} Facet */
/** @typedef {import('../cluster-atlas').PartialState} PartialState */

/**
 * "domains: helth"; every value that a facet can have is counted, if only with 0.
 * @param {PartialState} partial
 * @param {{state: State, result: () => Result}} now after it was merged
 * @returns {string[]}
 */
export function unknown_ids({ filter = {}, selected, profile }, { state, result }) {
  const asked = Object.entries(filter).flatMap(([facet, values]) => {
    if (facet === 'text' || facet === 'area') return [];
    return [values ?? []].flat().map((value) => ({ facet: /** @type {Facet} */ (facet), value: String(value) }));
  });
  const counts = asked.length > 0 ? result().counts : null;
  const unknown = asked.filter(({ facet, value }) => counts && !(value in counts[facet])).map(({ facet, value }) => `${facet}: ${value}`);
  if (selected && state.selected !== selected) unknown.push(`selected: ${selected}`);
  if (profile && state.profile !== profile) unknown.push(`profile: ${profile}`);
  return unknown;
}

// The head of a map file: what the recipe says, and the codes and names that the topologies hold.

/** @typedef {import('./geometry.mjs').Topology} Topology */
/** @typedef {import('./geometry.mjs').Layer} Layer */
/** @typedef {Layer & {names?: Record<string, string>}} NamedLayer `names`: language to property */
/** @typedef {{regions: NamedLayer, neighbours?: NamedLayer, subdivisions?: Layer}} NamedLayers */
/** @typedef {{source: string, layers: NamedLayers, coarser?: number[], projection: import('./prepare.mjs').Parameters, prepare?: import('./prepare.mjs').Preparation} & Record<string, unknown>} Part of a recipe: what else stands there goes into the head as it is */
/** @typedef {{main: Part, insets?: Part[], credits: object[]}} Recipe */

const k_of_the_tool = ['source', 'layers', 'coarser', 'prepare'];

/** One text where all languages have the same. @param {Record<string, string>} texts */
function told(texts) {
  const all = Object.values(texts);
  return all.every((each) => each === all[0]) ? all[0] : texts;
}

/** @param {Topology[]} maps @param {NamedLayer[]} layers @returns {{code: string, name?: unknown}[]} in order of code */
function areas_of(maps, layers) {
  /** @type {Map<string, {code: string, name?: unknown}>} */
  const areas = new Map();
  maps.forEach((map, i) => {
    for (const { properties } of map.objects[layers[i]?.object]?.geometries ?? []) {
      const code = properties[layers[i].code];
      const names = Object.entries(layers[i].names ?? {}).map(([lang, property]) => [lang, properties[property]]);
      areas.set(code, names.length ? { code, name: told(Object.fromEntries(names)) } : { code });
    }
  });
  return [...areas.values()].sort((a, b) => (a.code < b.code ? -1 : 1));
}

/** @param {Part} part */
function for_head(part) {
  return Object.fromEntries(Object.entries(part).filter(([key]) => !k_of_the_tool.includes(key)));
}

/** @param {Recipe} recipe @param {Topology[]} maps of the main territory and the insets */
export function head_of(recipe, maps) {
  const parts = [recipe.main, ...(recipe.insets ?? [])];
  const layers = (/** @type {'regions' | 'neighbours'} */ name) => parts.map((part) => /** @type {NamedLayer} */ (part.layers[name]));
  return {
    'cluster-atlas-map': 1,
    credits: recipe.credits,
    main: for_head(recipe.main),
    insets: (recipe.insets ?? []).map(for_head),
    regions: areas_of(maps, layers('regions')),
    neighbours: areas_of(maps, layers('neighbours')),
  };
}

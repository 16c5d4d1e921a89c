// What assistive technology gets of a page: Chromium's accessibility tree, without what it ignores.

/**
 * @typedef {object} Heard
 * @property {string} role
 * @property {string} name
 * @property {boolean} [expanded]
 * @property {boolean} [selected]
 * @property {number} [level]
 * @property {Record<string, string>} dom attributes of the element
 * @property {Heard[]} children
 */

/** @param {import('playwright-core').Page} page */
export async function heard_tree(page) {
  const session = await page.context().newCDPSession(page);
  await session.send('DOM.enable');
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  const by_id = new Map(nodes.map((node) => [node.nodeId, node]));
  const { root: document } = await session.send('DOM.getDocument', { depth: -1, pierce: true });
  const attributes = attributes_of(document);
  await session.detach();
  /** @param {string} id @returns {Heard[]} */
  const heard = (id) => {
    const node = by_id.get(id);
    if (!node) return [];
    const children = (node.childIds ?? []).flatMap(heard);
    if (node.ignored) return children;
    const properties = Object.fromEntries((node.properties ?? []).map(({ name, value }) => [name, value.value]));
    const { expanded, selected, level } = properties;
    return [{ role: node.role?.value ?? '', name: (node.name?.value ?? '').replaceAll(/\s+/g, ' '), expanded, selected, level, dom: attributes.get(node.backendDOMNodeId ?? -1) ?? {}, children }];
  };
  const tree = heard(nodes[0].nodeId);
  /** @param {Heard[]} list @returns {Heard[]} */
  const flat = (list) => list.flatMap((each) => [each, ...flat(each.children)]);
  const everything = flat(tree);
  return {
    everything,
    /** @param {string} role */
    all: (role) => everything.filter((each) => each.role === role),
    /** @param {string} role */
    one: (role) => {
      const found = everything.filter((each) => each.role === role);
      if (found.length !== 1) throw new Error(`${found.length} × ${role}`);
      return found[0];
    },
  };
}

/** By the number that the accessibility tree calls an element by. @param {any} node @param {Map<number, Record<string, string>>} [into] */
function attributes_of(node, into = new Map()) {
  const list = node.attributes ?? [];
  const pairs = list.flatMap((/** @type {string} */ name, /** @type {number} */ i) => (i % 2 ? [] : [[name, list[i + 1]]]));
  into.set(node.backendNodeId, Object.fromEntries(pairs));
  for (const child of [...(node.children ?? []), ...(node.shadowRoots ?? [])]) attributes_of(child, into);
  return into;
}

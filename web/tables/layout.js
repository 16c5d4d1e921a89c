// Which tables a snapshot is made of, and what their columns hold: read out of its JSON Schema, so that a field is described
// once. Every list of records is a table of its own; its rows name the record they belong to.

/** @typedef {Record<string, any>} Schema */
/** @typedef {'string' | 'number' | 'integer' | 'boolean' | 'text' | 'list' | 'map' | 'pairs'} Kind a text has a column for each language, a map one for each key; pairs are a list or a map in one cell */

/**
 * @typedef {object} Field of a record
 * @property {string[]} path inside the record
 * @property {string} name of its column; those of a text and a map go on: "focus.fr", "rosters.2007"
 * @property {Kind} kind
 * @property {'string' | 'number' | 'integer'} item of a list
 * @property {boolean} is_alone a list that is written as a plain value where it has one
 * @property {string} description
 * @property {Schema} schema
 * @property {boolean} is_required
 */

/**
 * @typedef {object} Layout of a table
 * @property {string} name
 * @property {Layout | null} parent
 * @property {string[]} at the list, inside a record of the parent
 * @property {string} key the field that rows of other tables name; '' when they name its place among its parent's
 * @property {string[]} owners columns that name the record a row belongs to, outermost first
 * @property {Field[]} fields
 * @property {Layout[]} children
 * @property {boolean} is_text each item is a text, and no record
 * @property {string} description
 */

/** What a record has beyond its columns, as JSON. */
export const k_more = 'more';
/** The table of what stands in no list: a row for each. */
export const k_meta = 'meta';
const k_keys = ['id', 'code', 'phase'];
const k_names = /** @type {Record<string, string>} */ ({ clusters_labels: 'labels', clusters_names: 'names', labels_terms: 'label_terms', clusters_earlier: 'earlier_seats' });
const k_singular = /** @type {Record<string, string>} */ ({ clusters: 'cluster', labels: 'label', stories: 'story', phases: 'phase', contradictions: 'contradiction', policy_items: 'item' });

/** @param {Schema} schema of the snapshot @returns {Layout[]} the first is that of k_meta, and each stands behind its parent */
export function layouts_of(schema) {
  const reader = new SchemaReader(schema);
  const root = reader.table({ name: k_meta, parent: null, at: [], owners: [], key: '' }, schema);
  return with_children(root);
}

/** @param {Layout} layout @returns {Layout[]} */
function with_children(layout) {
  return [layout, ...layout.children.flatMap(with_children)];
}

class SchemaReader {
  #definitions;

  /** @param {Schema} schema */
  constructor(schema) {
    this.#definitions = schema.$defs;
  }

  /** @param {Pick<Layout, 'name' | 'parent' | 'at' | 'owners' | 'key'>} place @param {Schema} item @returns {Layout} */
  table(place, item) {
    /** @type {Layout} */
    const layout = { ...place, fields: [], children: [], is_text: this.#is_text(item), description: String(item.description ?? '') };
    if (layout.is_text) layout.fields.push(this.#field(['text'], item, true));
    else this.#read(layout, item, []);
    return layout;
  }

  /** @param {Layout} layout @param {Schema} record @param {string[]} path */
  #read(layout, record, path) {
    for (const [name, schema] of Object.entries(record.properties ?? {})) {
      const here = [...path, name];
      const node = this.#resolved(schema);
      const item = node.type === 'array' ? node.items : null;
      if (item && this.#is_text(item)) layout.children.push(this.#child(layout, here, item));
      else if (item && this.#resolved(item).properties) layout.children.push(this.#child(layout, here, this.#resolved(item)));
      else if (node.properties && !this.#is_text(node)) this.#read(layout, node, here);
      else layout.fields.push(this.#field(here, schema, record.required?.includes(name) ?? false));
    }
  }

  /** @param {Layout} parent @param {string[]} at @param {Schema} item */
  #child(parent, at, item) {
    const long = parent.parent ? `${parent.name}_${at.at(-1)}` : String(at.at(-1));
    const singular = k_singular[parent.name] ?? parent.name;
    const owners = parent.parent ? [...(parent.key ? [] : parent.owners), singular] : [];
    const key = k_keys.find((name) => item.properties?.[name] && item.required?.includes(name)) ?? '';
    return this.table({ name: k_names[long] ?? long, parent, at, owners, key }, item);
  }

  /** @param {string[]} path @param {Schema} schema @param {boolean} is_required @returns {Field} */
  #field(path, schema, is_required) {
    const node = this.#resolved(schema);
    const alternatives = this.#alternatives(schema);
    const list = alternatives.find(({ type }) => type === 'array');
    const map = alternatives.find(({ additionalProperties }) => additionalProperties);
    const item = list ? this.#scalar(this.#resolved(list.items)) : 'string';
    const kind = this.#is_text(schema) ? 'text' : map && list ? 'pairs' : map ? 'map' : list ? 'list' : this.#scalar(node);
    const name = path[0] === k_meta ? path.slice(1).join('.') : path.join('.');
    const description = String(schema.description ?? node.description ?? '');
    return { path, name, kind, item: item === 'boolean' ? 'string' : item, is_alone: Boolean(list) && alternatives.length > 1, description, schema: node, is_required: is_required && path.length === 1 };
  }

  /** @param {Schema} node @returns {'string' | 'number' | 'integer' | 'boolean'} */
  #scalar(node) {
    const types = [node.type ?? typeof (node.const ?? node.enum?.[0])].flat();
    return /** @type {any} */ (types.find((type) => ['number', 'integer', 'boolean'].includes(type))) ?? 'string';
  }

  /** Without the possibility of null. @param {Schema} schema @returns {Schema[]} */
  #alternatives(schema) {
    const node = this.#referred(schema);
    const all = node.anyOf ? node.anyOf.flatMap((/** @type {Schema} */ each) => this.#alternatives(each)) : [node];
    return all
      .map((/** @type {Schema} */ each) => (Array.isArray(each.type) ? { ...each, type: each.type.find((/** @type {string} */ type) => type !== 'null') } : each))
      .filter((/** @type {Schema} */ each) => each.type !== 'null');
  }

  /** @param {Schema} schema @returns {Schema} */
  #referred(schema) {
    return schema.$ref ? { ...this.#referred(this.#definitions[schema.$ref.split('/').at(-1)]), ...(schema.description ? { description: schema.description } : {}) } : schema;
  }

  /** @param {Schema} schema */
  #resolved(schema) {
    const alternatives = this.#alternatives(schema);
    return alternatives.length === 1 ? alternatives[0] : this.#referred(schema);
  }

  /** @param {Schema} schema @returns {boolean} */
  #is_text(schema) {
    if (schema.$ref) return schema.$ref === '#/$defs/text' || this.#is_text(this.#definitions[schema.$ref.split('/').at(-1)]);
    return Boolean(schema.anyOf?.length <= 2 && schema.anyOf.some((/** @type {Schema} */ each) => each.$ref && this.#is_text(each)));
  }
}

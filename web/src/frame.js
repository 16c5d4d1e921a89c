// The iframe page's messages: {ns: 'cluster-atlas', v: 1, type, …}. Only the parent is heard, only from an origin that is
// on the list, only small and well-formed messages; everything else is ignored and counted. Never navigates.
//   in:  state {state}, action {action}, open {permalink}, get {what: 'state' | 'result' | 'permalink', id}
//   out: ready, statechange {state, permalink}, select {id}, answer {id, what, value}, refused {reason},
//        ignored {of: type of the message, ignored: what of its state or link was not understood}
// Of its height frame_height.js speaks, to anybody.

import { warn_once } from './attributes.js';
import { k_message_bounds, plain_json } from './plain_json.js';

/** @typedef {import('./atlas.js').Atlas} Atlas */
/** @typedef {Record<string, unknown>} Message */

const k_ns = 'cluster-atlas';
const k_version = 1;
/** A state or an action lies one level deeper in it. */
const k_bounds = { ...k_message_bounds, depth: k_message_bounds.depth + 1 };
const k_frame_attributes = ['src', 'lang', 'locale-src', 'theme', 'gestures', 'mode', 'parts', 'locked', 'heading', 'logo', 'accent'];
/** Addresses of files, of the frame's own site only. */
const k_files = new Set(['src', 'locale-src', 'logo']);

/**
 * Exact origins: "?allow=https://a.example,https://b.example", else the page that holds the frame.
 * @param {string} search of the frame's address
 * @param {string} referrer
 * @returns {string[]}
 */
export function allowed_origins(search, referrer) {
  const listed = new URLSearchParams(search).get('allow');
  const origins = (listed ?? referrer).split(',').map((text) => text.trim());
  return origins.filter((text) => URL.canParse(text)).map((text) => new URL(text).origin).filter((origin) => origin !== 'null');
}

/** The page that holds the frame; empty: neither the browser nor the page says which. */
export function holder_origin() {
  return location.ancestorOrigins?.[0] ?? allowed_origins('', document.referrer)[0] ?? '';
}

/** @param {string} origin @param {string[]} origins that are heard */
function warn_unheard(origin, origins) {
  const why = origins.length > 0 ? `only ${origins.join(', ')} may speak to it` : 'the page that holds it sends no referrer';
  warn_once(`this frame does not hear ${origin}: ${why}; name the origins in its address, "?allow=https://…"`);
}

/** A message of this protocol, or null. @param {unknown} data @returns {Message | null} */
export function read_message(data) {
  if (typeof data !== 'object' || data === null || Array.isArray(data)) return null;
  const given = /** @type {Message} */ (data);
  if (given.ns !== k_ns || given.v !== k_version || typeof given.type !== 'string') return null;
  try {
    return JSON.parse(plain_json(given, 'action', k_bounds));
  } catch {
    return null;
  }
}

/** @param {Window} parent @param {object} message @param {string} origin */
export function say_to(parent, message, origin) {
  parent.postMessage({ ns: k_ns, v: k_version, ...message }, origin);
}

/** What the frame's address may choose, by the names of the attributes; the state is in its hash. @param {string} search */
export function frame_attributes(search) {
  const given = new URLSearchParams(search);
  const names = k_frame_attributes.filter((name) => given.has(name));
  return Object.fromEntries(names.map((name) => [name, k_files.has(name) ? own_address(name, given.get(name) ?? '') : given.get(name)]));
}

/** Anybody can write a link to the frame: it shows nothing from elsewhere under this site's name. @param {string} name @param {string} address */
function own_address(name, address) {
  if (URL.canParse(address, location.href) && new URL(address, location.href).origin === location.origin) return address;
  warn_once(`${name}="${address.slice(0, 80)}": a frame shows files of its own site only; the default is used`);
  return null;
}

/** @type {Record<string, (atlas: Atlas, message: Message) => unknown>} */
const k_requests = Object.assign(Object.create(null), {
  state: (/** @type {Atlas} */ atlas, /** @type {Message} */ message) => atlas.setState(/** @type {object} */ (message.state)),
  action: (/** @type {Atlas} */ atlas, /** @type {Message} */ message) => atlas.dispatch(/** @type {object} */ (message.action)),
  open: (/** @type {Atlas} */ atlas, /** @type {Message} */ message) => atlas.open(/** @type {string} */ (message.permalink)),
  get: (/** @type {Atlas} */ atlas, /** @type {Message} */ message) => answer(atlas, message),
});

/** What is said in answer, if anything. @param {Message} message @param {unknown} done what its request gave @returns {object | null} */
function reply_to({ type }, done) {
  if (type === 'get') return /** @type {object} */ (done);
  const { ignored } = /** @type {{ignored?: string[]}} */ (done ?? {});
  return ignored?.length ? { type: 'ignored', of: type, ignored } : null;
}

/** @param {Atlas} atlas @param {Message} message */
function answer(atlas, message) {
  const { what, id } = message;
  const value = what === 'state' ? atlas.state : what === 'result' ? atlas.result : what === 'permalink' ? atlas.permalink() : null;
  return { type: 'answer', id: typeof id === 'string' || typeof id === 'number' ? id : null, what: String(what), value };
}

/**
 * @param {Atlas} atlas
 * @param {{parent: Window, origins: string[]}} context
 */
export function serve_frame(atlas, { parent, origins }) {
  const holder = holder_origin();
  /** The one origin that is told: the page that holds the frame if it is on the list, else whoever was heard. */
  let heard = origins.find((origin) => origin === holder);
  const tell = (/** @type {object} */ message) => {
    if (heard) say_to(parent, message, heard);
  };
  addEventListener(
    'message',
    (event) => {
      if (event.source === parent && read_message(event.data)?.type === 'measure') return;
      const message = event.source === parent && origins.includes(event.origin) ? read_message(event.data) : null;
      const request = message && k_requests[/** @type {string} */ (message.type)];
      if (!message || !request) {
        ++atlas.ignored_messages;
        if (event.source === parent && !origins.includes(event.origin) && read_message(event.data)) warn_unheard(event.origin, origins);
        return;
      }
      heard = event.origin;
      try {
        const reply = reply_to(message, request(atlas, message));
        if (reply) tell(reply);
      } catch (error) {
        ++atlas.ignored_messages;
        tell({ type: 'refused', reason: error instanceof Error ? error.message : String(error) });
      }
    },
    { signal: atlas.signal },
  );
  atlas.on('ready', () => tell({ type: 'ready' }));
  atlas.on('statechange', (state) => tell({ type: 'statechange', state, permalink: atlas.permalink() }));
  atlas.on('select', (id) => tell({ type: 'select', id }));
}

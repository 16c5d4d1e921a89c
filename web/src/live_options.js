// Options that change while the atlas lives: undefined gives the default back.

import { AtlasError } from './error.js';
import { read_options } from './options.js';
import { language_of } from './surroundings.js';

/** @typedef {import('./atlas.js').Atlas} Atlas */
/** @typedef {import('../cluster-atlas').LiveOptions} LiveOptions */

/** What a new atlas begins with where nobody says otherwise. @param {'explore' | 'kiosk'} mode */
export function default_theme(mode) {
  return mode === 'kiosk' ? 'dark' : 'auto';
}

/** @type {Record<string, (atlas: Atlas, options: LiveOptions) => unknown>} */
const k_appliers = Object.assign(Object.create(null), {
  snapshot: (/** @type {Atlas} */ atlas, /** @type {LiveOptions} */ { snapshot }) => atlas.load(snapshot),
  refresh: (/** @type {Atlas} */ atlas, /** @type {LiveOptions} */ { refresh }) => atlas.loads.every(refresh),
  lang: (/** @type {Atlas} */ atlas, /** @type {LiveOptions} */ { lang }) => atlas.setState({ lang: lang ?? language_of(atlas.host) }),
  theme: (/** @type {Atlas} */ atlas, /** @type {LiveOptions} */ { theme }) => atlas.setState({ theme: theme ?? default_theme(atlas.settings.mode) }),
  gestures: (/** @type {Atlas} */ atlas, /** @type {LiveOptions} */ { gestures }) => atlas.adjust({ gestures: gestures ?? 'auto' }),
  link: (/** @type {Atlas} */ atlas, /** @type {LiveOptions} */ { link }) => atlas.adjust({ link: link ?? location.href }),
  parts: (/** @type {Atlas} */ atlas, /** @type {LiveOptions} */ { parts }) => atlas.adjust({ parts }),
  locked: (/** @type {Atlas} */ atlas, /** @type {LiveOptions} */ { locked }) => atlas.adjust({ locked }),
  heading: (/** @type {Atlas} */ atlas, /** @type {LiveOptions} */ { heading }) => atlas.adjust({ heading }),
  logo: (/** @type {Atlas} */ atlas, /** @type {LiveOptions} */ { logo }) => atlas.adjust({ logo }),
  accent: (/** @type {Atlas} */ atlas, /** @type {LiveOptions} */ { accent }) => atlas.adjust({ accent }),
  reportUrl: (/** @type {Atlas} */ atlas, /** @type {LiveOptions} */ { reportUrl }) => atlas.adjust({ reportUrl }),
  state: (/** @type {Atlas} */ atlas, /** @type {LiveOptions} */ { state }) => (state ? atlas.setState(state) : atlas.reset(atlas.state.lang)),
});

/**
 * @param {Atlas} atlas
 * @param {Partial<LiveOptions>} given
 */
export async function configure(atlas, given) {
  const options = read_options(given);
  for (const name of Object.keys(given)) {
    if (!k_appliers[name]) throw new AtlasError('options', `option "${name}" can't change after the start (can: ${Object.keys(k_appliers).join(', ')})`);
  }
  // in this order, so that a state is applied to the snapshot that comes with it
  for (const [name, apply] of Object.entries(k_appliers)) if (name in given) await apply(atlas, options);
}

// mount(): HTML first, then the module and the data at the same time, then the canvas in the same box.

import create_module from 'atlas-module';
import { Atlas } from './atlas.js';
import { Core } from './core.js';
import { AtlasError, sentences } from './error.js';
import { start_hash } from './hash.js';
import { extras } from './later.js';
import { read_options } from './options.js';
import { Shell } from './shell.js';
import { compiled_module, snapshot_text } from './source.js';
import { language_of } from './surroundings.js';
import { say } from './words.js';

/** @typedef {import('../cluster-atlas').Options} Options */
/** @typedef {'fr' | 'en'} Lang */
/** @typedef {import('./later.js').Extras['start_kiosk']} StartKiosk */

const k_unseen_ms = 100;

/**
 * @param {Element | ShadowRoot} target
 * @param {Options} [given]
 * @returns {Promise<Atlas>}
 */
export async function mount(target, given) {
  if (!(target instanceof Element || target instanceof ShadowRoot)) {
    throw new AtlasError('options', 'mount(element, options): the first argument must be an element');
  }
  const options = read_options(given);
  return start(target, options, null);
}

/**
 * @param {Element | ShadowRoot} target
 * @param {Options} options
 * @param {EventTarget | null} listener hears the events as DOM events
 */
export async function start(target, options, listener) {
  const shell = new Shell(target);
  const lang = options.lang ?? language_of(shell.host);
  const signal = options.signal ?? new AbortController().signal;
  shell.say_loading(lang);
  try {
    const parts = await fetch_all(shell, options, { lang, signal });
    return begin({ ...parts, shell, lang, options, listener });
  } catch (error) {
    if (signal.aborted) shell.destroy();
    else explain(shell, error, lang);
    throw error;
  }
}

/**
 * @param {Shell} shell
 * @param {Options} options
 * @param {{lang: Lang, signal: AbortSignal}} context
 */
async function fetch_all(shell, options, { lang, signal }) {
  const reading = snapshot_text(options.snapshot, signal).then(async (text) => {
    if (signal.aborted || options.mode === 'kiosk') return text;
    shell.paint_first(text, lang);
    await seen(); // what follows keeps the page busy
    if (!signal.aborted) shell.warm_up();
    return text;
  });
  const kiosk = options.mode === 'kiosk' ? extras() : null;
  const compiling = compiled_module(options.wasmBinary, signal, (share) => shell.progress(share));
  // a failure is told when the list is there
  const all = Promise.all([compiling, kiosk]).catch((error) => reading.then(() => Promise.reject(error)));
  const [text, [compiled, parts]] = await Promise.all([reading, all]);
  signal.throwIfAborted();
  const wasm = await create_module({
    canvas: shell.canvas,
    locateFile: (/** @type {string} */ name) => name,
    instantiateWasm: (/** @type {WebAssembly.Imports} */ imports, /** @type {(instance: WebAssembly.Instance, module: WebAssembly.Module) => void} */ done) => {
      void WebAssembly.instantiate(compiled, imports).then((instance) => done(instance, compiled));
      return {};
    },
  });
  signal.throwIfAborted();
  return { text, core: new Core(wasm), start_kiosk: parts?.start_kiosk ?? null };
}

/** After the next picture of the page, or soon where none is made. */
function seen() {
  return new Promise((done) => {
    requestAnimationFrame(() => setTimeout(done));
    setTimeout(done, k_unseen_ms);
  });
}

/**
 * @param {{shell: Shell, core: Core, text: string, start_kiosk: StartKiosk | null, lang: Lang, options: Options, listener: EventTarget | null}} parts
 */
function begin({ shell, core, text, start_kiosk, lang, options, listener }) {
  const has_webgl = core.create();
  /** @type {import('./stage.js').Settings} */
  const settings = {
    gestures: options.gestures ?? 'auto',
    mode: options.mode ?? 'explore',
    link: options.link ?? location.href,
    reportUrl: options.reportUrl,
  };
  const atlas = new Atlas({ core, shell, settings, has_webgl, target: listener });
  try {
    atlas.load_text(text);
    atlas.setState({ lang, theme: options.theme ?? (settings.mode === 'kiosk' ? 'dark' : 'auto') });
    if (options.state) atlas.setState(options.state);
    if (options.hash) {
      start_hash(atlas);
      atlas.accept_files();
    }
  } catch (error) {
    atlas.detach();
    throw error;
  }
  start_kiosk?.(atlas, options.tour);
  atlas.first_frame();
  return atlas;
}

/** @param {Shell} shell @param {unknown} error @param {Lang} lang */
function explain(shell, error, lang) {
  const code = error instanceof AtlasError ? error.code : '';
  if (error instanceof AtlasError && code === 'snapshot') {
    const lines = error.errors.length ? sentences(error.errors.slice(0, 8), lang) : [error.message];
    return shell.stay_with_list([say('bad_snapshot', lang), ...lines].join('\n'));
  }
  return shell.stay_with_list(say(code === 'network' ? 'no_network' : 'no_wasm', lang));
}

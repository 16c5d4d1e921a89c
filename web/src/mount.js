// mount(): HTML first, then the module and the data at the same time, then the canvas in the same box.

import { Atlas } from './atlas.js';
import { Core } from './core.js';
import { AtlasError } from './error.js';
import { can_pass, explanation } from './failure.js';
import { start_hash } from './hash.js';
import { extras } from './later.js';
import { default_theme } from './live_options.js';
import { locale_text } from './locale_source.js';
import { read_options } from './options.js';
import { start_module } from './module.js';
import { take_locale_file, take_locales } from './own_words.js';
import { Progress } from './progress.js';
import { expect_rest, placeholders } from './rest.js';
import { dress_text, follow_links } from './services.js';
import { Shell } from './shell.js';
import { map_bytes } from './map_source.js';
import { compiled_module, json_of, snapshot_text } from './source.js';
import { language_of } from './surroundings.js';
import { language_like, languages, say } from './words.js';

/** @typedef {import('../cluster-atlas').Options} Options */
/** @typedef {import('../cluster-atlas').Lang} Lang */
/** @typedef {import('./later.js').Extras['start_kiosk']} StartKiosk */
/** @typedef {import('./module.js').Module} Module */

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
  if (options.locales) await take_locales(options.locales);
  const own = options.localeSrc === undefined ? null : await take_locale_file(new URL(options.localeSrc, document.baseURI).href);
  const wanted = options.lang ?? own;
  const asked = wanted === null ? '' : language_like(wanted);
  if (asked === null) throw new AtlasError('options', `option "lang" has an impossible value: no words in ${wanted}`);
  const shell = new Shell(target);
  const lang = asked || language_of(shell.host);
  const signal = options.signal ?? new AbortController().signal;
  shell.say_loading(lang, options.snapshot === undefined);
  const progress = new Progress(shell, lang, signal);
  try {
    const parts = await fetch_all(shell, options, { lang, signal, progress });
    return await begin({ ...parts, shell, lang, options, listener, signal });
  } catch (error) {
    if (signal.aborted) shell.destroy();
    else explain(shell, error, { lang, retry: options.retry });
    throw error;
  } finally {
    progress.end();
  }
}

/**
 * @param {Shell} shell
 * @param {Options} options
 * @param {{lang: Lang, signal: AbortSignal, progress: Progress}} context
 */
async function fetch_all(shell, options, { lang, signal, progress }) {
  const given = snapshot_text(options.snapshot, signal, { arriving: progress.of('data') });
  const mapping = map_bytes(options.snapshot, given, signal);
  const reading = given.then(async (content) => {
    progress.has('data');
    if (signal.aborted || options.mode === 'kiosk') return content;
    const text = json_of(content);
    if (text !== null) shell.paint_first(text, lang);
    await seen(); // what follows keeps the page busy
    if (!signal.aborted) shell.start_webgl();
    return content;
  });
  const kiosk = options.mode === 'kiosk' ? extras() : null;
  const speaking = locale_text(lang);
  const compiling = compiled_module(options.wasmBinary, signal, progress.of('program'));
  void compiling.then(() => progress.has('program'), () => {});
  if (wants_rest(options)) void compiling.then((module) => placeholders(module) && expect_rest(), () => {});
  // a failure is told when the list is there
  const all = Promise.all([compiling, kiosk, speaking, mapping]).catch((error) => reading.then(() => Promise.reject(error)));
  const [content, [compiled, parts, words, map]] = await Promise.all([reading, all]);
  signal.throwIfAborted();
  shell.start_webgl();
  const module = await start_module(shell.canvas, compiled);
  signal.throwIfAborted();
  return { content, map, words, module, again: () => start_module(shell.canvas, compiled), start_kiosk: parts?.start_kiosk ?? null };
}

/** Somebody looks at more than the map from the start. @param {Options} options */
function wants_rest(options) {
  return options.mode === 'kiosk' || options.state !== undefined || (options.hash === true && location.hash.length > 1);
}

/** After the next picture of the page, or soon where none is made. */
function seen() {
  return new Promise((done) => {
    requestAnimationFrame(() => setTimeout(done));
    setTimeout(done, k_unseen_ms);
  });
}

/**
 * @param {{shell: Shell, module: Module, again: () => Promise<Module>, content: import('./source.js').Content, map: Uint8Array | null, words: string, start_kiosk: StartKiosk | null, lang: Lang, options: Options, listener: EventTarget | null, signal: AbortSignal}} parts
 */
async function begin({ shell, module, again, content, map, words, start_kiosk, lang, options, listener, signal }) {
  const core = new Core(module.wasm);
  const has_webgl = core.create();
  core.offer(languages());
  core.learn(words);
  /** @type {import('./stage.js').Settings} */
  const settings = {
    gestures: options.gestures ?? 'auto',
    mode: options.mode ?? 'explore',
    link: options.link ?? location.href,
    reportUrl: options.reportUrl,
    parts: options.parts,
    locked: options.locked,
    heading: options.heading,
    logo: options.logo,
    accent: options.accent,
    whole: module.rest === null,
  };
  const atlas = new Atlas({ core, rest: module.rest, again, shell, settings, has_webgl, lang, target: listener });
  try {
    await atlas.loads.begin({ source: options.snapshot, content, map }, () => atlas.setState({ lang, theme: options.theme ?? default_theme(settings.mode) }));
    atlas.loads.every(options.refresh);
    if (options.state) atlas.setState(options.state);
    if (options.hash) {
      start_hash(atlas);
      atlas.accept_files();
      atlas.on('ready', () => atlas.expect_rest());
    }
    atlas.tell_host();
    follow_links(atlas);
    if (!has_webgl) dress_text(atlas);
    await Promise.all([open_rooms(atlas, has_webgl), atlas.speech.arriving]);
    signal.throwIfAborted();
  } catch (error) {
    atlas.detach();
    throw error;
  }
  start_kiosk?.(atlas, options.tour);
  atlas.first_frame();
  return atlas;
}

/**
 * What is shown first is whole. Without WebGL all is text, and a kiosk shows everything in turn. A reader's page that can't
 * have its second part says so and shows what it has.
 * @param {Atlas} atlas
 * @param {boolean} has_webgl
 */
async function open_rooms(atlas, has_webgl) {
  const { view, selected, compare, filter } = atlas.state;
  const is_kiosk = atlas.settings.mode === 'kiosk';
  if (has_webgl && !is_kiosk && view === 'map' && !selected && !compare && !filter.text) return;
  await atlas.complete().catch((error) => {
    if (is_kiosk) throw error;
  });
}

/**
 * @param {Shell} shell
 * @param {unknown} error
 * @param {{lang: Lang, retry?: () => void}} context
 */
function explain(shell, error, { lang, retry }) {
  const again = () => {
    shell.destroy();
    retry?.();
  };
  shell.stay_with_list(explanation(error, { lang, has_list: shell.has_list }), retry && can_pass(error) ? { name: say('retry', lang), act: again } : null);
}

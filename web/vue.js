// <ClusterAtlas> for Vue 3: mounts once, keeps its props in step, emits the atlas's events and leaves nothing behind. The
// atlas itself is fetched in the browser only, so that a server renders the empty box.

import { defineComponent, h, onBeforeUnmount, onMounted, shallowRef, watch } from 'vue';

/** @typedef {import('./cluster-atlas.js').Atlas} Atlas */
/** @typedef {import('./cluster-atlas.js').LiveOptions} LiveOptions */

const k_live = /** @type {const} */ (['snapshot', 'refresh', 'state', 'lang', 'theme', 'gestures', 'link', 'reportUrl', 'parts', 'locked', 'heading', 'logo', 'accent']);
const k_fixed = /** @type {const} */ (['mode', 'hash', 'tour', 'wasmBinary', 'locales', 'localeSrc']);
const k_events = /** @type {const} */ (['statechange', 'select', 'filterchange', 'datechange', 'error', 'contextlost', 'contextrestored']);
const any = { type: /** @type {never} */ (null), default: undefined };

/** @param {Record<string, unknown>} props @param {readonly string[]} names */
const pick = (props, names) => Object.fromEntries(names.map((name) => [name, props[name]]));
/** A state written in the template is a new object at each rendering: only its content counts. @param {unknown} value */
const essence = (value) => (typeof value === 'object' && value !== null && [Object.prototype, Array.prototype].includes(Object.getPrototypeOf(value)) ? JSON.stringify(value) : value);

export const ClusterAtlas = defineComponent({
  name: 'ClusterAtlas',
  props: { ...Object.fromEntries([...k_live, ...k_fixed, 'mount'].map((name) => [name, any])), hash: Boolean },
  emits: ['ready', ...k_events],
  setup(/** @type {Record<string, any>} */ props, { emit, expose }) {
    const box = shallowRef(/** @type {HTMLElement | null} */ (null));
    const atlas = shallowRef(/** @type {Atlas | null} */ (null));
    const abort = new AbortController();
    const tell = (/** @type {unknown} */ error, fatal = false) => abort.signal.aborted || emit('error', { error, fatal });
    let applied = pick(props, k_live);

    const follow = () => {
      const changed = k_live.filter((name) => essence(props[name]) !== essence(applied[name]));
      if (!atlas.value || changed.length === 0) return;
      applied = pick(props, k_live);
      atlas.value.configure(/** @type {LiveOptions} */ (pick(props, changed))).catch(tell);
    };
    const begin = async () => {
      const mount = props.mount ?? (await import('./cluster-atlas.js')).mount;
      if (abort.signal.aborted || !box.value) return;
      applied = pick(props, k_live);
      const mounted = /** @type {Atlas} */ (await mount(box.value, { ...applied, ...pick(props, k_fixed), signal: abort.signal, retry: start }));
      if (abort.signal.aborted) return mounted.destroy();
      for (const name of k_events) mounted.on(name, (detail) => emit(name, detail));
      mounted.on('ready', () => emit('ready', mounted));
      atlas.value = mounted;
      follow();
    };
    const start = () => void begin().catch((error) => tell(error, true));
    onMounted(start);
    onBeforeUnmount(() => {
      abort.abort();
      atlas.value?.destroy();
    });
    watch(() => k_live.map((name) => essence(props[name])), follow);
    expose({ atlas });
    return () => h('div', { ref: box });
  },
});

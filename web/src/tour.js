// What a kiosk shows and when, as its host says it, or as the snapshot suggests. A host's numbers are brought within bounds
// instead of being refused: nobody stands by to read the refusal, and a scene of 0 s would make the screen flicker.

import { warn_once } from './attributes.js';

/** @typedef {import('../cluster-atlas').Tour} Tour */
/** @typedef {import('../cluster-atlas').TourScene} TourScene */
/** @typedef {Record<string, any>} Loose */
/** @typedef {Required<Omit<Tour, 'scenes'>>} Durations */

/** @type {Durations} */
const k_defaults = { sceneSeconds: 9, warnAfterSeconds: 45, resetAfterSeconds: 60 };
/** @type {Record<string, [number, number]>} */
const k_bounds = { sceneSeconds: [2, 3600], warnAfterSeconds: [5, 86_000], resetAfterSeconds: [6, 86_400] };
const k_most_scenes = 500;
const k_spotlights = 12;

/** @param {Tour | undefined} given @returns {Durations & {scenes: TourScene[]}} */
export function read_tour(given) {
  const tour = { ...k_defaults, scenes: /** @type {TourScene[]} */ ([]) };
  for (const [key, value] of Object.entries(given ?? {})) {
    if (key === 'scenes') tour.scenes = read_scenes(value);
    else if (key in k_defaults) tour[/** @type {keyof Durations} */ (key)] = seconds_of(/** @type {keyof Durations} */ (key), value);
    else warn_once(`tour: "${key.slice(0, 40)}" is not known`);
  }
  if (tour.warnAfterSeconds < tour.resetAfterSeconds) return tour;
  warn_once('tour: the warning must come before the reset; both come when they usually do');
  const { warnAfterSeconds, resetAfterSeconds } = k_defaults;
  return { ...tour, warnAfterSeconds, resetAfterSeconds };
}

/** @param {keyof Durations} key @param {unknown} value */
function seconds_of(key, value) {
  const [least, most] = k_bounds[key];
  const is_number = typeof value === 'number' && !Number.isNaN(value);
  const seconds = is_number ? Math.min(Math.max(value, least), most) : k_defaults[key];
  if (seconds !== value) warn_once(`tour: ${key} of ${String(value).slice(0, 40)} is none from ${least} to ${most}: ${seconds} is used`);
  return seconds;
}

/** @param {unknown} given @returns {TourScene[]} */
function read_scenes(given) {
  const all = Array.isArray(given) ? given.slice(0, k_most_scenes) : [];
  const scenes = all.filter((scene) => typeof scene?.state === 'object' && scene.state !== null);
  const left_out = Array.isArray(given) ? given.length - scenes.length : 1;
  if (left_out > 0) warn_once(`tour: ${left_out} of its scenes can't be shown (each needs a state; at most ${k_most_scenes})`);
  return scenes.map(({ state, seconds }) => (seconds === undefined ? { state } : { state, seconds: seconds_of('sceneSeconds', seconds) }));
}

/**
 * What the tour shows when nobody says otherwise: today, each phase, and spotlights from the snapshot's own tour or on
 * clusters with a story.
 * @param {Loose} snapshot
 * @returns {TourScene[]}
 */
export function default_scenes(snapshot) {
  const whole = { selected: null, view: 'map', compare: null };
  const date = snapshot.meta?.default_date ?? snapshot.meta?.date;
  const phases = (snapshot.phases ?? []).filter((/** @type {Loose} */ phase) => phase.status === 'past' && phase.end);
  const phase_scenes = phases.map((/** @type {Loose} */ phase) => ({ state: { ...whole, date: phase.end } }));
  const stops = snapshot.meta?.tour?.length ? snapshot.meta.tour : spotlights(snapshot);
  const stop_scenes = stops.map((/** @type {Loose} */ stop) => ({ state: { ...whole, date: stop.date ?? date, selected: stop.cluster } }));
  return [{ state: { ...whole, date } }, ...phase_scenes, ...stop_scenes];
}

/** Clusters of stories with figures, evenly picked. @param {Loose} snapshot */
function spotlights(snapshot) {
  const ids = new Set();
  for (const story of snapshot.stories ?? []) if (story.figures?.length && story.clusters?.length) ids.add(story.clusters[0]);
  const all = [...ids];
  const step = Math.max(1, all.length / k_spotlights);
  return Array.from({ length: Math.min(k_spotlights, all.length) }, (_, i) => ({ cluster: all[Math.floor(i * step)] }));
}

// Cluster Atlas: types of the ES module and of the <cluster-atlas> element.

export type Lang = 'fr' | 'en';
export type Theme = 'auto' | 'light' | 'dark' | 'contrast';
export type View = 'map' | 'timeline' | 'list' | 'stories' | 'figures';
export type Gestures = 'cooperative' | 'greedy';
export type Mode = 'explore' | 'kiosk';
/** A year, a month or a day: "2026", "2026-03", "2026-03-31". A year or a month means its last day. */
export type PartialDate = string;

export interface Camera {
  lng: number;
  lat: number;
  /** 1: all of mainland France fits. */
  zoom: number;
}

/** Within a facet values are OR, across facets AND. Lists hold the snapshot's own ids. */
export interface Filter {
  text: string;
  /** INSEE codes of the seat's region. */
  regions: string[];
  /** INSEE codes of regions the cluster acts in. */
  covered: string[];
  departments: string[];
  domains: string[];
  sectors: string[];
  terms: string[];
  classes: string[];
  /** Numbers of the phase of the first label. */
  entries: string[];
  /** 'labelled', 'ended', 'merged'. */
  statuses: string[];
  themes: string[];
  /** 'with' or 'without': at most one. */
  stories: string[];
  roster: string | null;
  /** A closed ring without its last point, or null. */
  area: Array<[number, number]> | null;
  [key: string]: unknown;
}

export interface State {
  date: PartialDate;
  compare: PartialDate | null;
  filter: Filter;
  selected: string | null;
  view: View;
  camera: Camera;
  lang: Lang;
  theme: Theme;
}

export type PartialState = Partial<Omit<State, 'filter' | 'camera'>> & {
  filter?: Partial<Filter>;
  camera?: Partial<Camera>;
};

export interface Changes {
  entered: string[];
  left: string[];
  merged: Array<{ from: string[]; to: string[] }>;
  renamed: string[];
  continued: string[];
}

export interface Result {
  /** Label holders at the date; joint labels count once. */
  total: number;
  /** How many of them pass the filter. */
  shown: number;
  ids: string[];
  /** By facet, named as in `Filter`, and value. */
  counts: Record<string, Record<string, number>>;
  /** From the earlier date to the later one, when `compare` is set. */
  changes: Changes | null;
}

/** `{type: 'select', id: 'axelera'}`: the camelCase name of any action and its fields. */
export interface Action {
  type: string;
  [field: string]: unknown;
}

export interface Located {
  /** JSON pointer (RFC 6901) of the value; empty: the whole file. */
  pointer: string;
  line: number;
  column: number;
  fr: string;
  en: string;
}

export interface Stats {
  frames: number;
  drawCalls: number;
  vertices: number;
  heapBytes: number;
  lastFrameMs: number;
  /** Messages that an iframe page refused (wrong origin, too large, malformed). */
  ignoredMessages: number;
}

export type ExportKind = 'csv' | 'csv-fr' | 'json' | 'geojson' | 'png' | 'svg' | 'changes.csv';

export type SnapshotSource = string | URL | ArrayBuffer | Uint8Array | object;

export interface Options {
  /** Address, text-free object or bytes of a snapshot; absent: the one beside the module. */
  snapshot?: SnapshotSource;
  state?: PartialState;
  lang?: Lang;
  theme?: Theme;
  /** Absent: cooperative, but greedy where the atlas fills a window that does not scroll and is in no frame. */
  gestures?: Gestures;
  mode?: Mode;
  /** The bytes of cluster-atlas-whole.wasm, for pages that may not fetch. */
  wasmBinary?: ArrayBuffer | Uint8Array;
  /** The page is the atlas's own: keeps `location.hash` and the state in step, takes dropped files. */
  hash?: boolean;
  /** The page that links, citations and QR codes point to; absent: the current page. */
  link?: string;
  /**
   * Where a reader reports an error: an https page or a mailto: address, which gets `title` (or `subject`) and `body`
   * added to its query. Wins over the snapshot's `meta.report_url`; without either, the report is copied.
   */
  reportUrl?: string;
  /** What the kiosk shows and when. */
  tour?: Tour;
  /** Gives up loading when aborted. */
  signal?: AbortSignal;
}

export interface TourScene {
  /** Merged into the state when the scene begins. */
  state: PartialState;
  /** Seconds; absent: the tour's. */
  seconds?: number;
}

export interface Tour {
  scenes?: TourScene[];
  sceneSeconds?: number;
  warnAfterSeconds?: number;
  resetAfterSeconds?: number;
}

/** What a listener of each event gets; the element's DOM events carry it as `detail`. */
export interface Events {
  /** Mounted and drawn; also told to who listens later. */
  ready: undefined;
  statechange: State;
  /** The selected cluster's id; null: none. */
  select: string | null;
  filterchange: Filter;
  datechange: PartialDate;
  /** `fatal`: the atlas ended; mount another one. */
  error: { error: unknown; fatal: boolean };
  contextlost: undefined;
  contextrestored: undefined;
}

export type EventName = keyof Events;

export class AtlasError extends Error {
  /** 'options' | 'state' | 'action' | 'snapshot' | 'network' | 'wasm' | 'destroyed' | 'export' */
  code: string;
  /** Where a snapshot is wrong. */
  errors: Located[];
}

export interface Atlas {
  readonly state: State;
  readonly result: Result;
  readonly stats: Stats;
  /** Merged key by key, inside `filter` and `camera` too; unknown keys throw an AtlasError. */
  setState(partial: PartialState): void;
  dispatch(action: Action): void;
  /** Fetches now what the atlas would fetch when somebody touches it: the rooms beside the map, exports. */
  preload(): Promise<void>;
  /** Rejects with located errors; the earlier snapshot stays. */
  load(source: SnapshotSource): Promise<{ warnings: Located[] }>;
  export(kind: ExportKind): Promise<Blob>;
  /** For `location.hash`, with its "#". */
  permalink(): string;
  /** Applies a permalink; what it did not understand comes back. */
  open(permalink: string): { ignored: string[] };
  /** The answer takes the listener off again. */
  on<Name extends EventName>(name: Name, listener: (detail: Events[Name]) => void): () => void;
  /** Leaves no listener, canvas, context or global; may be called twice. */
  destroy(): void;
}

export function mount(element: Element | ShadowRoot, options?: Options): Promise<Atlas>;

/**
 * `<cluster-atlas src lang theme state mode gestures report-url hash link tour loading>`; DOM events have the names above.
 * `state`: JSON of a partial state, or a permalink. `loading="eager"`: at once, not when it comes near the window.
 */
export class ClusterAtlasElement extends HTMLElement {
  /** The mounted atlas; null before `ready` and after removal. */
  readonly atlas: Atlas | null;
}

declare global {
  interface HTMLElementTagNameMap {
    'cluster-atlas': ClusterAtlasElement;
  }
}

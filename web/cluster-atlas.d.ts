// Cluster Atlas: types of the ES module and of the <cluster-atlas> element.

/** Tag of a language (BCP 47) whose words the atlas has: fr, en, de. */
export type Lang = string;
export type Theme = 'auto' | 'light' | 'dark' | 'contrast';
export type View = 'map' | 'timeline' | 'list' | 'stories' | 'figures' | 'understand';
export type Gestures = 'cooperative' | 'greedy';
export type Mode = 'explore' | 'kiosk';
/** A year, a month or a day: "2026", "2026-03", "2026-03-31". A year or a month means its last day. */
export type PartialDate = string;

export interface Camera {
  lng: number;
  lat: number;
  /** 1: all of the map's main territory fits. */
  zoom: number;
}

/** What can be filtered and is counted; the same words in `filter`, `counts` and actions. */
export type Facet =
  | 'regions' | 'covered' | 'departments' | 'domains' | 'sectors' | 'terms'
  | 'classes' | 'roster' | 'entries' | 'statuses' | 'themes' | 'stories';

/** Within a facet values are OR, across facets AND. Lists hold the snapshot's own ids. */
export interface Filter {
  text: string;
  /** Codes of the seat's region. */
  regions: string[];
  /** Codes of regions the cluster acts in. */
  covered: string[];
  departments: string[];
  domains: string[];
  sectors: string[];
  terms: string[];
  classes: string[];
  /** One published list of holders, or null. */
  roster: string | null;
  /** Numbers of the phase of the first label. */
  entries: string[];
  /** 'labelled', 'ended', 'merged'. */
  statuses: string[];
  themes: string[];
  /** 'with' or 'without': at most one. */
  stories: string[];
  /** A closed ring of at least three corners, longitude first, without its last point; empty: everywhere. */
  area: Array<[number, number]>;
}

export interface State {
  date: PartialDate;
  compare: PartialDate | null;
  filter: Filter;
  selected: string | null;
  /** Of a region or a domain, beside the map: 'region:53', 'domain:health'. */
  profile: string | null;
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
  earlier: PartialDate;
  later: PartialDate;
  entered: string[];
  left: string[];
  merged: Array<{ from: string[]; to: string[] }>;
  renamed: string[];
  continued: string[];
  holdersEarlier: number;
  holdersLater: number;
  jointDifference: number;
}

export interface Result {
  /** Label holders at the date; joint labels count once. */
  total: number;
  /** How many of them pass the filter. */
  shown: number;
  ids: string[];
  /** By facet and value, with every filter but the facet's own. */
  counts: Record<Facet, Record<string, number>>;
  /** From the earlier date to the later one, when `compare` is set. */
  changes: Changes | null;
}

/** What the reader can do, and a program can do for them. An empty `id` or `node` means none. */
export type Action =
  | { type: 'select'; id: string }
  | { type: 'stepSelection'; step?: number }
  | { type: 'openProfile'; id: string }
  | { type: 'setDate'; date: PartialDate }
  | { type: 'setCompare'; date: PartialDate | null }
  | { type: 'stepMonths'; months?: number }
  | { type: 'stepPhase'; step?: number }
  | { type: 'setView'; view: View }
  | { type: 'setLang'; lang: Lang }
  | { type: 'setTheme'; theme: Theme }
  | { type: 'setText'; text: string }
  | { type: 'toggleFacet'; facet: Facet; value: string }
  | { type: 'setFacet'; facet: Facet; values: string[] }
  | { type: 'setArea'; area: Array<[number, number]> }
  | { type: 'chooseArea'; on?: boolean }
  | { type: 'pointArea'; place: { lng: number; lat: number } }
  | { type: 'stepArea'; east?: number; north?: number }
  | { type: 'setCorner' }
  | { type: 'clearFilters' }
  | { type: 'moveCamera'; camera: Camera; animate?: boolean }
  | { type: 'zoomAbout'; place: { lng: number; lat: number }; factor: number; animate?: boolean }
  | { type: 'fitResult' }
  | { type: 'home' }
  | { type: 'hover'; node: string }
  | { type: 'focus'; node: string }
  | { type: 'press'; node: string }
  | { type: 'dismiss' }
  | { type: 'openSheet'; sheet: 'none' | 'filters' | 'share' | 'export' | 'help' | 'sources' | 'phase'; topic?: string }
  | { type: 'toggleFacetSection'; facet: Facet; openByDefault?: boolean }
  | { type: 'searchInFacet'; facet: Facet; text: string }
  | { type: 'scroll'; zone: string; top?: number }
  | { type: 'play'; playing?: boolean }
  | { type: 'setPlaybackSpeed'; speed?: number }
  | { type: 'sort'; column: 'name' | 'domain' | 'seat' | 'region' | 'since' | 'term' | 'stories' }
  | { type: 'groupLanes'; grouping: 'domain' | 'region' | 'entry' }
  | { type: 'zoomLanes'; from: number; to: number }
  | { type: 'toggleLaneGroup'; group: string }
  | { type: 'toggleChoropleth' }
  | { type: 'sizeSheet'; sheet: 'list' | 'card'; share: number; letGo?: boolean }
  | { type: 'stepSheet'; sheet: 'list' | 'card'; step?: number }
  | { type: 'readStory'; id: string }
  | { type: 'showTheme'; theme: string }
  | { type: 'notice'; message: string }
  | { type: 'undo' }
  | { type: 'redo' }
  | { type: 'startOver' }
  | { type: 'ask'; service: Service; argument?: string };

/** What only the page can do; browsers allow most of them in answer to a click alone. */
export type Service =
  | 'copyLink'
  | 'copySentence'
  | 'copyCitation'
  | 'showQr'
  | 'export'
  | 'print'
  | 'fullscreen'
  | 'openLink'
  | 'savePage'
  | 'openFile'
  | 'textVersion';

export interface Located {
  /** JSON pointer (RFC 6901) of the value; empty: the whole file. */
  pointer: string;
  line: number;
  column: number;
  /** Of a table: where, and what became of it. */
  cell?: TableCell;
  /** What is wrong, in each language whose words are there, by its tag. */
  [lang: Lang]: string | number | TableCell | undefined;
}

export interface TableCell {
  /** As a spreadsheet counts, from 1; 0: the whole table. */
  row: number;
  /** Of the column, as written; empty: the whole row. */
  heading: string;
  value: string;
  /**
   * What became of it: taken as the sentence says, only its year, a quotation mark as a sign, the cluster without a place; or
   * what was left out.
   */
  done: 'said' | 'year' | 'sign' | 'no-place' | 'cell' | 'column' | 'row' | 'table';
}

export interface Stats {
  frames: number;
  drawCalls: number;
  vertices: number;
  heapBytes: number;
  lastFrameMs: number;
  /** Nothing is to be drawn within a second, and what is read aloud says what is seen: the moment for a picture. */
  atRest: boolean;
  /** Messages that an iframe page refused (wrong origin, too large, malformed). */
  ignoredMessages: number;
  /** How often it began again by itself after an error that ended the module, or as a kiosk. */
  restarts: number;
}

export type ExportKind = 'csv' | 'csv-fr' | 'json' | 'geojson' | 'png' | 'svg' | 'changes.csv';

/** A snapshot, or a table of clusters (CSV): its address, its bytes, a File, or a snapshot as an object. */
export type SnapshotSource = string | URL | ArrayBuffer | Uint8Array | Blob | object;

/** What a page can show of the atlas; the map is always there. */
export type Part = 'map' | 'header' | 'tools' | 'filters' | 'strip' | 'insets' | 'rooms';

/** What an atlas can be limited to: the facets that don't change with the date. */
export type Locked = Partial<Pick<Filter, 'regions' | 'covered' | 'departments' | 'domains' | 'sectors' | 'classes' | 'roster' | 'entries' | 'themes' | 'stories'>>;

export interface Options {
  /** Address, text-free object or bytes of a snapshot; absent: the one beside the module. */
  snapshot?: SnapshotSource;
  /** Seconds, 10 or more: the snapshot's address is asked again so often; what changed and is valid is shown. Default: never. */
  refresh?: number;
  state?: PartialState;
  lang?: Lang;
  /**
   * By tag: languages of the host's own, in the format of data/locales (what one lacks is said in English), or files of the
   * package as they are (cluster-atlas-fr.json), for pages that may not fetch.
   */
  locales?: Record<Lang, object>;
  /**
   * The address of such a file. The atlas speaks it unless `lang` says otherwise; one that can't be used is named on the
   * console, and the atlas speaks one of its own languages.
   */
  localeSrc?: string;
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
  /** What is shown; absent: all. */
  parts?: Part[];
  /** The reader can't leave it; counts, title and links follow. `state.filter` is what was chosen inside. */
  locked?: Locked;
  /** In place of the snapshot's title. */
  heading?: string;
  /** Address of an image in place of the atlas's mark. */
  logo?: string;
  /** CSS colour; wins over `--atlas-accent`. */
  accent?: string;
  /** What the kiosk shows and when. */
  tour?: Tour;
  /** Gives up loading when aborted. */
  signal?: AbortSignal;
  /** Where it can help after a start that failed, the reader gets a button that calls this: mount again. Absent: no button. */
  retry?: () => void;
}

/** What may change after the start. */
export type LiveOptions = Pick<Options, 'snapshot' | 'refresh' | 'state' | 'lang' | 'theme' | 'gestures' | 'link' | 'reportUrl' | 'parts' | 'locked' | 'heading' | 'logo' | 'accent'>;

export interface TourScene {
  /** Merged into the state when the scene begins. */
  state: PartialState;
  /** Seconds, 2 to 3600; absent: the tour's. */
  seconds?: number;
}

/** Numbers out of bounds are brought within them, and the console says so. */
export interface Tour {
  /** At most 500. */
  scenes?: TourScene[];
  /** 2 to 3600; absent: 9. */
  sceneSeconds?: number;
  /** Without a touch, from 5 on; absent: 45. */
  warnAfterSeconds?: number;
  /** Later than the warning; absent: 60. */
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

export type ErrorCode = 'options' | 'state' | 'action' | 'snapshot' | 'map' | 'network' | 'wasm' | 'destroyed' | 'superseded' | 'export';

/**
 * Why a file did not come: nobody answers; 404; another HTTP status; a web page stands in its place; it broke off or is
 * not what it should be; it is of another version of the atlas than the rest. Of WebAssembly: missing or forbidden.
 */
export type ErrorReason = 'unreachable' | 'missing' | 'status' | 'page' | 'damaged' | 'outdated' | 'blocked';

export class AtlasError extends Error {
  code: ErrorCode;
  /** With the codes 'network' and 'wasm'. */
  reason?: ErrorReason;
  /** Of the file that did not come. */
  address?: string;
  /** Of HTTP. */
  status?: number;
  /** Where a snapshot is wrong. */
  errors: Located[];
}

export interface Atlas {
  readonly state: State;
  readonly result: Result;
  readonly stats: Stats;
  /**
   * Merged key by key, inside `filter` and `camera` too; unknown keys and more than 128 KB throw an AtlasError. Ids that the snapshot does not
   * hold come back, written "domains: helth", and are told once on the console.
   */
  setState(partial: PartialState): { ignored: string[] };
  dispatch(action: Action): void;
  /** Fetches now what the atlas would fetch when somebody touches it: the rooms beside the map, exports. */
  preload(): Promise<void>;
  /** Rejects with located errors; the earlier snapshot stays. Of two calls the later one wins, the other is 'superseded'. */
  load(source?: SnapshotSource): Promise<{ warnings: Located[] }>;
  /** Options that change after the start; undefined gives a default back. */
  configure(options: LiveOptions): Promise<void>;
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

/** What may stand on <cluster-atlas>; markup that is not typed is forgiven its spelling. */
export interface ElementAttributes {
  src?: string;
  /** Seconds between two questions to the address. */
  refresh?: number | string;
  lang?: Lang;
  /** The address of a language file of your own. */
  'locale-src'?: string;
  theme?: Theme;
  /** A permalink ("v1;date=2023;dom=health") or JSON of a partial state. */
  state?: string;
  mode?: Mode;
  gestures?: Gestures;
  'report-url'?: string;
  /** Keeps `location.hash` in step. */
  hash?: boolean | '';
  link?: string;
  /** JSON of a Tour. */
  tour?: string;
  /** Words of `Part`: "map strip". */
  parts?: string;
  /** JSON of a Locked: '{"regions": ["53"]}'. */
  locked?: string;
  heading?: string;
  logo?: string;
  accent?: string;
  loading?: 'eager' | 'lazy';
}

/** The element's DOM events: those of the atlas, with what its listeners get as `detail`. */
export type AtlasEventMap = { [Name in EventName]: CustomEvent<Events[Name]> };

/**
 * `<cluster-atlas src lang locale-src theme state mode gestures parts locked heading logo accent report-url hash link tour loading>`,
 * each of which may change at any time. `state`: JSON of a partial state, or a permalink. `loading="eager"`: at once, not when it comes near the window.
 */
export class ClusterAtlasElement extends HTMLElement {
  /** The mounted atlas; null before `ready` and after removal. */
  readonly atlas: Atlas | null;
  addEventListener<Name extends EventName>(type: Name, listener: (this: ClusterAtlasElement, event: AtlasEventMap[Name]) => void, options?: boolean | AddEventListenerOptions): void;
  addEventListener<Name extends Exclude<keyof HTMLElementEventMap, EventName>>(type: Name, listener: (this: HTMLElement, event: HTMLElementEventMap[Name]) => void, options?: boolean | AddEventListenerOptions): void;
  removeEventListener(type: EventName | keyof HTMLElementEventMap, listener: EventListenerOrEventListenerObject | ((event: never) => void) | null, options?: boolean | EventListenerOptions): void;
}

declare global {
  interface HTMLElementTagNameMap {
    'cluster-atlas': ClusterAtlasElement;
  }
}

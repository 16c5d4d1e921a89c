// The bundled snapshot as a module, for servers, build steps and pages that hand it over: mount(box, { snapshot }).

/** A text in the languages of the atlas. */
export interface Text {
  [lang: string]: string;
}

/** The parts that a page reads most; snapshot.schema.json describes the whole. */
export interface Snapshot {
  schema: 1;
  meta: { title: Text; description: Text; date: string; default_date: string; [key: string]: unknown };
  clusters: Array<{ id: string; name: string | Text; labels: Array<{ from: string; to: string | null; [key: string]: unknown }>; [key: string]: unknown }>;
  [part: string]: unknown;
}

declare const snapshot: Snapshot;
export default snapshot;

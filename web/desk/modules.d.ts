// Made by tools/dist/bundle.mjs.
declare module 'desk-words' {
  const all: Record<string, { name: string; spreadsheet: string; desk: Record<string, string> }>;
  export default all;
}

// Headings of a column of names, folded: out of src/core/tables/columns.def.
declare module 'name-headings' {
  const all: string[];
  export default all;
}

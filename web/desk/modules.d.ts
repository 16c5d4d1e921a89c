// Made by tools/dist/bundle.mjs.
declare module 'desk-words' {
  const all: Record<string, { name: string; desk: Record<string, string> }>;
  export default all;
}

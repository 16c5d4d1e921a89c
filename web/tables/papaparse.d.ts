// What of Papa Parse is used; its own types want node's.
declare module 'papaparse' {
  const Papa: {
    parse(text: string, wish: { skipEmptyLines?: 'greedy'; preview: number; delimiter?: string }): { data: string[][]; meta: { delimiter: string } };
    unparse(rows: string[][], wish: { newline: string; delimiter: string }): string;
  };
  export default Papa;
}

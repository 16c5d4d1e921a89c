// Titles of columns and names of tables: a cell is known by them, so that no two are the same.

/** @param {string[]} titles @returns {string[]} the first of each as it is, others with a number that no other has */
export function distinct(titles) {
  const taken = new Set(titles);
  const seen = new Set();
  return titles.map((title) => {
    if (!seen.has(title)) {
      seen.add(title);
      return title;
    }
    let number = 2;
    while (taken.has(`${title} (${number})`)) ++number;
    taken.add(`${title} (${number})`);
    return `${title} (${number})`;
  });
}

// A regional agency's table: real cities, made-up clusters, two cells that can't be taken, and a region of its own.
export const bad_cells = [
  { line: 31, column: 'latitude', put: { lat: '148,7' } },
  { line: 87, column: 'depuis', put: { since: 'hier' } },
];
const new_region = { line: 150, put: { region: 'Atlantide' } };

/** @param {any} base a snapshot @param {number} count of rows @returns {string} semicolons and decimal commas, as a French spreadsheet saves it */
export function table_of(base, count) {
  const seats = base.clusters.flatMap((/** @type {any} */ cluster) => (cluster.seat?.city && cluster.seat.lat !== undefined ? [cluster.seat] : []));
  const lines = ['nom;depuis;jusqu’à;domaine;secteur;ville;latitude;longitude;région;description;présidence;site;alias'];
  for (let i = 0; i < count; ++i) {
    const seat = seats[i % seats.length];
    const row = { since: '2005', lat: String(seat.lat).replace('.', ','), region: '', ...[...bad_cells, new_region].find(({ line }) => line === i + 2)?.put };
    const domain = base.domains[i % base.domains.length].name.fr;
    lines.push(`"Grappe ; n° ${i + 1}";${row.since};;${domain};;${seat.city};${row.lat};${String(seat.lng).replace('.', ',')};${row.region};Œuvre d’été;Zoé ÿ;exemple.fr;Ancien ${i}/Vieux ${i}`);
  }
  return `${lines.join('\r\n')}\r\n`;
}
